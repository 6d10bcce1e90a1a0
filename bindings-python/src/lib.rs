//! The native half of the Python package: text in, text out, one handle in between. What is natural in Python — times,
//! decimals, keyword arguments, exceptions — is made in `python/partnerkit`.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::RwLock;

use partnerkit::{Error, PartnerCenter, json};
use pyo3::prelude::*;

pyo3::create_exception!(
    partnerkit._native,
    Failure,
    pyo3::exceptions::PyException,
    "No decision. The one argument is the error as JSON."
);

/// Runs `work` without holding the interpreter. A panic stops here and becomes an error like any other.
fn outside<T: Send>(py: Python<'_>, work: impl FnOnce() -> Result<T, Error> + Send) -> PyResult<T> {
    let answer = py.detach(|| catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(fault(&*panic))));
    answer.map_err(|error| Failure::new_err(json::error(&error)))
}

fn fault(panic: &(dyn std::any::Any + Send)) -> Error {
    let said = panic.downcast_ref::<&str>().copied();
    let said = said.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    Error::Fault(said.unwrap_or("a panic without words").into())
}

/// After a panic in the middle of a change nobody knows what the center holds, so it answers nothing any more.
fn broken<T>(_: T) -> Error {
    Error::Fault("an earlier fault left this center half changed: restore it from a snapshot or replay its events".into())
}

/// `partnerkit._native`.
#[pymodule]
mod _native {
    use super::*;

    #[pymodule_export]
    use super::Failure;

    /// A partner center. Safe to use from several threads: readers run side by side, a change runs alone.
    #[pyclass(frozen, module = "partnerkit._native")]
    struct Center(RwLock<PartnerCenter>);

    impl Center {
        fn read(&self, py: Python<'_>, work: impl FnOnce(&PartnerCenter) -> Result<String, Error> + Send) -> PyResult<String> {
            outside(py, || work(&*self.0.read().map_err(broken)?))
        }

        fn change<T: Send>(
            &self,
            py: Python<'_>,
            work: impl FnOnce(&mut PartnerCenter) -> Result<T, Error> + Send,
        ) -> PyResult<T> {
            outside(py, || work(&mut *self.0.write().map_err(broken)?))
        }

        fn made(py: Python<'_>, make: impl FnOnce() -> Result<PartnerCenter, Error> + Send) -> PyResult<Self> {
            outside(py, make).map(|center| Self(RwLock::new(center)))
        }
    }

    #[pymethods]
    impl Center {
        /// A center in which nothing has happened yet.
        #[new]
        #[pyo3(signature = (policy))]
        fn new(py: Python<'_>, policy: Option<&str>) -> PyResult<Self> {
            Self::made(py, || json::open(policy))
        }

        /// A center in which these events have happened.
        #[staticmethod]
        #[pyo3(signature = (policy, events))]
        fn replay(py: Python<'_>, policy: Option<&str>, events: &str) -> PyResult<Self> {
            Self::made(py, || json::replay(policy, events))
        }

        /// The center of which this is the snapshot.
        #[staticmethod]
        fn restore(py: Python<'_>, snapshot: &str) -> PyResult<Self> {
            Self::made(py, || json::restore(snapshot))
        }

        /// What would follow from a request; changes nothing.
        fn decide(&self, py: Python<'_>, request: &str) -> PyResult<String> {
            self.read(py, |center| json::decide(center, request))
        }

        /// Decides a request and applies what follows.
        fn handle(&self, py: Python<'_>, request: &str) -> PyResult<String> {
            self.change(py, |center| json::handle(center, request))
        }

        /// Whether a thing can be done, and why not; changes nothing.
        fn can(&self, py: Python<'_>, ask: &str) -> PyResult<String> {
            self.read(py, |center| json::can(center, ask))
        }

        /// Applies what has happened elsewhere.
        fn apply(&self, py: Python<'_>, event: &str) -> PyResult<()> {
            self.change(py, |center| json::apply(center, event))
        }

        /// All the center knows.
        fn snapshot(&self, py: Python<'_>) -> PyResult<String> {
            self.read(py, json::snapshot)
        }

        /// A list or a record.
        fn view(&self, py: Python<'_>, query: &str) -> PyResult<String> {
            self.read(py, |center| json::view(center, query))
        }

        /// A list or a record as a file's text.
        fn export(&self, py: Python<'_>, query: &str) -> PyResult<String> {
            self.read(py, |center| json::export(center, query))
        }
    }

    /// What no correct list can hold, in exported tables.
    #[pyfunction]
    fn audit(py: Python<'_>, tables: &str) -> PyResult<String> {
        outside(py, || json::audit(tables))
    }

    /// Every rule.
    #[pyfunction]
    fn rules(py: Python<'_>) -> PyResult<String> {
        outside(py, json::rules)
    }

    /// One rule.
    #[pyfunction]
    fn explain(py: Python<'_>, id: &str) -> PyResult<String> {
        outside(py, || json::explain(id))
    }
}
