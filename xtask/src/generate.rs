//! Files made from the core: the rules and the columns of exports for reading, the types of Python and TypeScript.

use std::fs;
use std::path::Path;

use anyhow::{Context, Error, Result, bail};
use partnerkit::json;

use crate::{exports, python_types, rules, web};

const PACKAGE: &str = "bindings-python/python/partnerkit";

/// Writes them all.
pub fn write(root: &Path) -> Result<()> {
    for (path, text) in files(root)? {
        let file = root.join(&path);
        if fs::read_to_string(&file).ok().as_ref() != Some(&text) {
            fs::create_dir_all(file.parent().unwrap_or(root))?;
            fs::write(&file, text).with_context(|| format!("cannot write {path}"))?;
            println!("wrote {path}");
        }
    }
    web::types(root, false).map_err(Error::msg)
}

/// Says which of them is not what the core would make of it now.
pub fn check(root: &Path) -> Result<()> {
    let files = files(root)?.into_iter();
    let stale: Vec<_> = files.filter(|(path, text)| fs::read_to_string(root.join(path)).ok().as_ref() != Some(text)).collect();
    if !stale.is_empty() {
        let names: Vec<_> = stale.into_iter().map(|(path, _)| path).collect();
        bail!("{} out of date; run `cargo xtask generate`", are(&names));
    }
    web::types(root, true).map_err(Error::msg)
}

fn are(names: &[String]) -> String {
    format!("{} {}", names.join(", "), if names.len() == 1 { "is" } else { "are" })
}

fn files(root: &Path) -> Result<Vec<(String, String)>> {
    let schema = json::schema();
    let python = python_types::python(&schema)?;
    Ok(vec![
        ("docs/rules.md".into(), rules::document(root)?),
        ("docs/exports.md".into(), exports::document(&schema)?),
        (format!("{PACKAGE}/types.py"), python.types),
        (format!("{PACKAGE}/_generated.py"), python.runtime),
    ])
}
