//! The Python package: its tools, its wheel, its tests.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::tools::{self, command, run, run_for_digest};

/// The wheel must stay as small as a library that people install without thinking about it.
const WHEEL_BYTES_MAX: u64 = 2_000_000;

/// The project's own Python, made if need be, with the tools in it.
pub fn venv(root: &Path) -> Result<PathBuf> {
    let folder = root.join(".venv");
    let python = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if !python.exists() {
        run(command(tools::python()?, root).args(["-m", "venv", ".venv"]))
            .context("cannot make .venv; is python3-venv installed?")?;
    }
    let wanted = root.join("bindings-python/tools.txt");
    let wanted_text = fs::read_to_string(&wanted).context("cannot read bindings-python/tools.txt")?;
    let installed = folder.join("tools.txt");
    if fs::read_to_string(&installed).ok().as_ref() != Some(&wanted_text) {
        run(command(&python, root)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement"])
            .arg(&wanted))?;
        fs::write(&installed, wanted_text)?;
    }
    Ok(python)
}

/// Builds the wheel and installs it.
pub fn install(root: &Path) -> Result<()> {
    let python = venv(root)?;
    let wheels = root.join("target/wheels");
    if wheels.exists() {
        fs::remove_dir_all(&wheels)?;
    }
    let mut maturin = module(root, &python, "maturin");
    maturin.args(["build", "--release", "--locked", "--quiet", "--manifest-path", "bindings-python/Cargo.toml", "--out"]);
    maturin.arg(&wheels).arg("--interpreter").arg(&python);
    run(&mut maturin)?;
    let built = fs::read_dir(&wheels)?.next().context("maturin built no wheel")??;
    let bytes = built.metadata()?.len();
    println!("{}: {} kB", built.file_name().to_string_lossy(), bytes.div_ceil(1000));
    if bytes > WHEEL_BYTES_MAX {
        bail!("the wheel has {bytes} bytes, {WHEEL_BYTES_MAX} are allowed");
    }
    let words = ["install", "--quiet", "--disable-pip-version-check", "--force-reinstall", "--no-deps"];
    run(module(root, &python, "pip").args(words).arg(built.path()))
}

/// Walks every scenario through the installed package.
pub fn walk(root: &Path) -> Result<String> {
    run_for_digest(command(venv(root)?, root).arg("bindings-python/tests/walk.py"))
}

/// The tests of what is Python's own: times, decimals, exceptions, bad values.
pub fn test(root: &Path) -> Result<()> {
    run(module(&root.join("bindings-python"), &venv(root)?, "pytest").args(["-p", "no:cacheprovider"]))
}

/// mypy on the package, its tests and the examples; and the native half is what its stub says.
pub fn types(root: &Path) -> Result<()> {
    let python = venv(root)?;
    let mut mypy = module(root, &python, "mypy");
    mypy.args(["--strict", "--config-file", "bindings-python/pyproject.toml", "--cache-dir", "target/mypy"]);
    mypy.args(["bindings-python/python/partnerkit", "bindings-python/tests"]).args(examples(root)?);
    run(&mut mypy)?;
    // From another folder: the installed package is what people get.
    run(module(&root.join("target"), &python, "mypy.stubtest").args(["partnerkit._native", "--ignore-missing-stub"]))
}

fn examples(root: &Path) -> Result<Vec<PathBuf>> {
    let folder = root.join("examples/analysis");
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).context("cannot read examples/analysis")? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "py") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

fn module(folder: &Path, python: &Path, name: &str) -> Command {
    let mut command = command(python, folder);
    command.args(["-m", name]);
    // maturin finds the environment by its variable.
    if let Some(venv) = python.parent().and_then(Path::parent) {
        command.env("VIRTUAL_ENV", venv);
        let path = env::var_os("PATH").unwrap_or_default();
        let first = python.parent().map(Path::to_path_buf);
        if let Ok(path) = env::join_paths(first.into_iter().chain(env::split_paths(&path))) {
            command.env("PATH", path);
        }
    }
    command
}
