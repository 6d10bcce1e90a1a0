//! `test` and `ready`: the steps, in order.

use std::path::Path;
use std::time::Instant;

use anyhow::{Error, Result, bail};

use crate::{demo, generate, python, rules, tools, web};

/// The faces are tested where they are used; here they would only be linked. All in one command, so that all is built once.
const RUST_TESTS: &str = "test --workspace --all-features --exclude partnerkit-python --exclude partnerkit-wasm --quiet";

/// Runs steps one after the other, with a heading and the time each took; a failed one does not stop the others.
#[derive(Default)]
struct Steps {
    passed: usize,
    failed: Vec<&'static str>,
    digests: Vec<(&'static str, String)>,
}

impl Steps {
    fn step(&mut self, name: &'static str, work: impl FnOnce() -> Result<()>) {
        println!("\n== {name}");
        let start = Instant::now();
        let outcome = work();
        let seconds = start.elapsed().as_secs_f32();
        match outcome {
            Ok(()) => {
                println!("-- {name}: {seconds:.1} s");
                self.passed = self.passed.saturating_add(1);
            }
            Err(error) => {
                println!("-- {name}: FAILED after {seconds:.1} s: {error:#}");
                self.failed.push(name);
            }
        }
    }

    /// A step that walks the scenarios and says what all answers come to.
    fn walk(&mut self, name: &'static str, work: impl FnOnce() -> Result<String>) {
        let mut digest = None;
        self.step(name, || work().map(|found| digest = Some(found)));
        self.digests.extend(digest.map(|digest| (name, digest)));
    }

    fn finish(self) -> Result<()> {
        println!("\n{} passed, {} failed", self.passed, self.failed.len());
        if self.failed.is_empty() {
            return Ok(());
        }
        bail!("failed: {}", self.failed.join(", "))
    }
}

/// Everything that must hold before a change is merged.
pub fn test(root: &Path) -> Result<()> {
    let start = Instant::now();
    tools::python()?;
    tools::node()?;
    tools::wasm_target(root)?;
    let mut steps = Steps::default();
    steps.step("format", || format(root));
    steps.step("lint", || lint(root));
    steps.step("Rust tests", || tools::run(&mut tools::cargo(root, RUST_TESTS)));
    steps.walk("scenarios in Rust", || walk(root, "rust"));
    steps.step("documentation", || documentation(root));
    steps.step("generated files", || generate::check(root));
    steps.step("rules", || rules::complete(root));
    steps.step("Python package", || python::install(root));
    steps.walk("scenarios in Python", || python::walk(root));
    steps.step("Python tests", || python::test(root));
    steps.step("Python types", || python::types(root));
    steps.step("npm package", || web::build(root).map_err(Error::msg));
    steps.walk("scenarios in Node", || walk(root, "node"));
    steps.walk("scenarios in a browser", || walk(root, "browser"));
    let digests = std::mem::take(&mut steps.digests);
    steps.step("one answer everywhere", || agree(&digests));
    steps.step("example page", || web::test_page(root));
    steps.step("demo", || demo::run(root));
    println!("\nin {} s", start.elapsed().as_secs());
    steps.finish()
}

/// What to run before a commit.
pub fn ready(root: &Path) -> Result<()> {
    let mut steps = Steps::default();
    steps.step("format", || tools::run(&mut tools::cargo(root, "fmt --all")));
    steps.step("lint", || lint(root));
    steps.step("Rust tests", || tools::run(&mut tools::cargo(root, "test --package partnerkit --all-features --quiet")));
    steps.step("documentation", || documentation(root));
    steps.step("generated files", || generate::check(root));
    steps.step("rules", || rules::complete(root));
    steps.finish()
}

/// One runtime walks the scenarios, and says what all answers come to.
pub fn walk(root: &Path, runtime: &str) -> Result<String> {
    match runtime {
        // By its name: with another choice of targets cargo would build everything again.
        "rust" => tools::run_for_digest(tools::cargo(root, RUST_TESTS).args(["every_scenario", "--", "--nocapture"])),
        "python" => python::install(root).and_then(|()| python::walk(root)),
        "node" => web::test_node(root).map_err(Error::msg),
        "browser" => web::test_browser(root).map_err(Error::msg),
        _ => bail!("no such runtime: `{runtime}`; there are rust, python, node and browser"),
    }
}

fn format(root: &Path) -> Result<()> {
    tools::run(&mut tools::cargo(root, "fmt --all --check"))
}

fn lint(root: &Path) -> Result<()> {
    tools::run(&mut tools::cargo(root, "clippy --workspace --all-targets --all-features --quiet -- --deny warnings"))
}

fn documentation(root: &Path) -> Result<()> {
    let mut cargo = tools::cargo(root, "doc --package partnerkit --all-features --no-deps --quiet");
    tools::run(cargo.env("RUSTDOCFLAGS", "--deny warnings"))
}

/// Four runtimes walked the same scenarios: their answers must be equal to the bit.
fn agree(digests: &[(&'static str, String)]) -> Result<()> {
    let [(_, first), others @ ..] = digests else { bail!("no runtime walked the scenarios") };
    if digests.len() < 4 {
        bail!("only {} of 4 runtimes walked the scenarios", digests.len());
    }
    if others.iter().any(|(_, digest)| digest != first) {
        let all: Vec<_> = digests.iter().map(|(name, digest)| format!("{name} {digest}")).collect();
        bail!("the runtimes disagree: {}", all.join("; "));
    }
    println!("Rust, Python, Node and the browser agree: {first}");
    Ok(())
}
