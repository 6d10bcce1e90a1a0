//! Other programs: finding them, running them, and saying in one line what is missing.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// The folder of the project.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// A program, to be run in a folder.
pub fn command(program: impl AsRef<std::ffi::OsStr>, folder: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(folder);
    command
}

/// Cargo, to be run with these words, such as `"clippy --workspace"`.
pub fn cargo(root: &Path, words: &str) -> Command {
    let mut cargo = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), root);
    cargo.args(words.split(' '));
    cargo
}

/// Runs a program whose output is for people.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("`{}` does not start", shown(command)))?;
    if !status.success() {
        bail!("`{}` failed", shown(command));
    }
    Ok(())
}

/// Runs a program, shows what it prints, and gives it back.
pub fn run_and_read(command: &mut Command) -> Result<String> {
    let mut child = command.stdout(Stdio::piped()).spawn().with_context(|| format!("`{}` does not start", shown(command)))?;
    let mut said = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            said.push_str(&line);
            said.push('\n');
        }
    }
    if !child.wait()?.success() {
        bail!("`{}` failed", shown(command));
    }
    Ok(said)
}

/// Runs a program that walks the scenarios, and gives the digest of all answers that it prints.
pub fn run_for_digest(command: &mut Command) -> Result<String> {
    let said = run_and_read(command)?;
    // A test harness may have begun the line.
    let digest = said.lines().filter_map(|line| line.rsplit_once("digest ")).map(|(_, digest)| digest.trim()).next_back();
    digest.map(Into::into).with_context(|| format!("`{}` printed no line `digest …`", shown(command)))
}

/// The command as one would type it, without the environment and not longer than a line.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(program).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    let line = words.join(" ");
    if line.chars().count() <= 120 { line } else { line.chars().take(119).chain(['…']).collect() }
}

/// What a program prints, or nothing when it is not there or fails.
fn answer(program: &str, words: &[&str]) -> Option<String> {
    let output = Command::new(program).args(words).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// A Python of at least 3.10.
pub fn python() -> Result<PathBuf> {
    let names = ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"];
    let recent = |name: &&str| {
        answer(name, &["-c", "import sys; print(sys.version_info >= (3, 10))"]).is_some_and(|answer| answer == "True")
    };
    let found = names.into_iter().find(recent);
    found
        .map(Into::into)
        .context("Python 3.10 or newer is not on PATH; install it, for example `apt-get install python3 python3-venv`")
}

/// Node of at least 20, with npm.
pub fn node() -> Result<()> {
    let version =
        answer("node", &["--version"]).context("Node 20 or newer is not on PATH; install it from https://nodejs.org")?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        bail!("Node is {version}, and 20 or newer is needed; install it from https://nodejs.org");
    }
    answer(npm(), &["--version"]).context("npm is not on PATH; it comes with Node from https://nodejs.org")?;
    Ok(())
}

/// The name npm is called by.
pub fn npm() -> &'static str {
    if cfg!(windows) { "npm.cmd" } else { "npm" }
}

/// The compiler's WebAssembly half. rustup adds it to the pinned toolchain; nothing else is installed by itself.
pub fn wasm_target(root: &Path) -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let sysroot =
        answer("rustc", &["--print", "sysroot"]).context("rustc is not on PATH; install Rust from https://rustup.rs")?;
    if Path::new(&sysroot).join("lib/rustlib").join(target).exists() {
        return Ok(());
    }
    if answer("rustup", &["--version"]).is_none() {
        bail!("the Rust target {target} is missing and rustup is not on PATH to add it; install Rust from https://rustup.rs");
    }
    run(command("rustup", root).args(["target", "add", target]))
}
