//! The npm package: from the crate to WebAssembly, its glue, its types, and its tests.

mod types;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};

use crate::tools;

/// Builds `bindings-wasm/dist` from the crate and its TypeScript.
pub fn build(root: &Path) -> Result<()> {
    let package = package(root);
    install(&package)?;
    let module = compile(root)?;
    bind(&module, &package.join("pkg"))?;
    optimize(&package)?;
    fresh(&package.join("dist"))?;
    tools::run(node(&package, TSC).args(["-p", "tsconfig.json"]))?;
    for file in ["partnerkit.js", "partnerkit_bg.wasm"] {
        let (from, to) = (package.join("pkg").join(file), package.join("dist").join(file));
        fs::copy(&from, to).with_context(|| from.display().to_string())?;
    }
    tools::run(node(&package, "scripts/size.mjs").arg("dist/partnerkit_bg.wasm"))
}

/// The package's own tests, and the scenarios in Node; gives the digest of all answers.
pub fn test_node(root: &Path) -> Result<String> {
    let package = package(root);
    for types in ["tests/tsconfig.json", "tests/tsconfig.node.json"] {
        tools::run(node(&package, TSC).args(["-p", types]))?;
    }
    tools::run(node(&package, "--test").args(["--test-reporter=dot", "tests/values.test.mjs", "tests/center.test.mjs"]))?;
    tools::run_for_digest(&mut node(&package, "tests/walk-node.mjs"))
}

/// The scenarios in a real browser; gives the digest of all answers.
pub fn test_browser(root: &Path) -> Result<String> {
    tools::run_for_digest(&mut node(&package(root), "tests/walk-browser.mjs"))
}

/// The example page in a real browser, by what it shows.
pub fn test_page(root: &Path) -> Result<()> {
    tools::run(tools::command("node", root).arg("examples/web/test.mjs"))
}

/// Writes the TypeScript types of the core's types; or only says which of the files is out of date.
pub fn types(root: &Path, check: bool) -> Result<()> {
    let generated = types::generate(&partnerkit::json::schema())?;
    let source = package(root).join("src");
    for (name, text) in [("types.ts", generated.types), ("generated.ts", generated.runtime)] {
        let path = source.join(name);
        if fs::read_to_string(&path).is_ok_and(|current| current == text) {
            continue;
        }
        if check {
            bail!("bindings-wasm/src/{name} is out of date: run `cargo xtask generate`");
        }
        fs::write(&path, text).with_context(|| path.display().to_string())?;
    }
    Ok(())
}

const TSC: &str = "node_modules/typescript/bin/tsc";

fn package(root: &Path) -> PathBuf {
    root.join("bindings-wasm")
}

/// The crate as WebAssembly.
fn compile(root: &Path) -> Result<PathBuf> {
    tools::wasm_target(root)?;
    let words = "build --package partnerkit-wasm --target wasm32-unknown-unknown --profile wasm --quiet";
    tools::run(&mut tools::cargo(root, words))?;
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| "target".into(), PathBuf::from);
    Ok(root.join(target).join("wasm32-unknown-unknown/wasm/partnerkit_wasm.wasm"))
}

/// The glue between the module and JavaScript, in `pkg/`.
fn bind(module: &Path, pkg: &Path) -> Result<()> {
    fresh(pkg)?;
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    let bindgen = bindgen.input_path(module).out_name("partnerkit").typescript(true);
    // The library's own default differs from the tool's: without this the glue knows no file to load.
    let bindgen = bindgen.omit_default_module_path(false);
    let made = bindgen.web(true).and_then(|bindgen| bindgen.generate(pkg));
    made.map_err(|error| anyhow!("wasm-bindgen: {error:#}"))
}

/// Makes the module smaller; its functions lose their names.
fn optimize(package: &Path) -> Result<()> {
    let module = "pkg/partnerkit_bg.wasm";
    tools::run(node(package, "node_modules/binaryen/bin/wasm-opt").args(["-Oz", "--strip-debug", module, "-o", module]))
}

/// Installs what package-lock.json says, unless it is there already.
fn install(package: &Path) -> Result<()> {
    tools::node()?;
    let lock = fs::read(package.join("package-lock.json")).context("bindings-wasm/package-lock.json")?;
    let installed = package.join("node_modules/.installed-lock");
    if fs::read(&installed).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    tools::run(tools::command(tools::npm(), package).args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
    fs::write(&installed, lock).with_context(|| installed.display().to_string())
}

/// Node, to be run in the package with this script.
fn node(package: &Path, script: &str) -> Command {
    let mut node = tools::command("node", package);
    node.arg(script);
    node
}

/// An empty folder.
fn fresh(folder: &Path) -> Result<()> {
    let emptied = if folder.exists() { fs::remove_dir_all(folder) } else { Ok(()) };
    emptied.and_then(|()| fs::create_dir_all(folder)).with_context(|| folder.display().to_string())
}
