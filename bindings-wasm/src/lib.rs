//! The JSON door for JavaScript: text in, text out, and one handle that keeps the state between calls.
//!
//! Nothing is decided here, and nothing has a default here. Names, dates and errors get their JavaScript shape in the
//! TypeScript files beside this one, which are what the npm package exports.

use partnerkit::{Error, PartnerCenter, json};
use wasm_bindgen::prelude::wasm_bindgen;

/// What is thrown: the error as JSON.
type Thrown = String;

fn thrown(error: Error) -> Thrown {
    json::error(&error)
}

/// A partner center behind the door.
#[wasm_bindgen]
pub struct Center(PartnerCenter);

#[wasm_bindgen]
impl Center {
    /// An empty center under this policy.
    #[wasm_bindgen(constructor)]
    pub fn open(policy: Option<String>) -> Result<Center, Thrown> {
        json::open(policy.as_deref()).map(Center).map_err(thrown)
    }

    /// The center that these events make.
    pub fn replay(policy: Option<String>, events: &str) -> Result<Center, Thrown> {
        json::replay(policy.as_deref(), events).map(Center).map_err(thrown)
    }

    /// The center that a snapshot was taken of.
    pub fn restore(snapshot: &str) -> Result<Center, Thrown> {
        json::restore(snapshot).map(Center).map_err(thrown)
    }

    /// The answer to a request; nothing changes.
    pub fn decide(&self, request: &str) -> Result<String, Thrown> {
        json::decide(&self.0, request).map_err(thrown)
    }

    /// The answer to a request, carried out.
    pub fn handle(&mut self, request: &str) -> Result<String, Thrown> {
        json::handle(&mut self.0, request).map_err(thrown)
    }

    /// Whether a thing can be done, and why not.
    pub fn can(&self, ask: &str) -> Result<String, Thrown> {
        json::can(&self.0, ask).map_err(thrown)
    }

    /// Takes in what happened.
    pub fn apply(&mut self, event: &str) -> Result<(), Thrown> {
        json::apply(&mut self.0, event).map_err(thrown)
    }

    /// Everything the center knows.
    pub fn snapshot(&self) -> Result<String, Thrown> {
        json::snapshot(&self.0).map_err(thrown)
    }

    /// One page of a list.
    pub fn view(&self, query: &str) -> Result<String, Thrown> {
        json::view(&self.0, query).map_err(thrown)
    }

    /// A whole list as a file.
    pub fn export(&self, query: &str) -> Result<String, Thrown> {
        json::export(&self.0, query).map_err(thrown)
    }
}

/// What no correct list can hold, in exported tables.
#[wasm_bindgen]
pub fn audit(tables: &str) -> Result<String, Thrown> {
    json::audit(tables).map_err(thrown)
}

/// The catalogue.
#[wasm_bindgen]
pub fn rules() -> Result<String, Thrown> {
    json::rules().map_err(thrown)
}

/// One rule of the catalogue.
#[wasm_bindgen]
pub fn explain(id: &str) -> Result<String, Thrown> {
    json::explain(id).map_err(thrown)
}
