//! `cargo xtask bench`: one question each.

use std::path::Path;

use anyhow::{Result, bail};

use crate::{python, tools, web};

/// The benches in Rust; those of the other languages are called by their names.
const RUST: [&str; 4] = ["decide", "replay", "audit", "door"];

/// Runs all benches, or those named.
pub fn run(root: &Path, names: &[&str]) -> Result<()> {
    let all = [&RUST[..], &["python", "wasm"]].concat();
    let asked = if names.is_empty() { &all } else { names };
    for name in asked {
        println!("\n== {name}");
        match *name {
            "python" => {
                python::install(root)?;
                tools::run(tools::command(python::venv(root)?, root).arg("benches/python_call.py"))?;
            }
            "wasm" => {
                web::build(root)?;
                tools::run(tools::command("node", root).arg("benches/wasm_call.mjs"))?;
            }
            name if RUST.contains(&name) => {
                tools::run(&mut tools::cargo(root, &format!("bench --package partnerkit-benches --bench {name}")))?;
            }
            name => bail!("no such bench: `{name}`; there are {}", all.join(", ")),
        }
    }
    Ok(())
}
