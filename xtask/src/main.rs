//! `cargo xtask …`: the one door for people and CI.
#![allow(clippy::print_stdout, reason = "a command line talks to people")]

mod bench;
mod check;
mod demo;
mod exports;
mod generate;
mod given;
mod python;
mod python_types;
mod rules;
mod tools;
mod web;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask <command>

  demo              a partner center on this machine, and a first day with it
  test              everything: format, lint, tests and documentation; Python, Node and browser walk the same scenarios
  ready             what to run before a commit: format, lint, documentation and the fast tests
  walk <runtime>    rust, python, node or browser walks the scenarios and prints the digest of all answers
  generate          write docs/rules.md, docs/exports.md and the types of Python and TypeScript from the core
  generate --check  only say which of them is out of date
  rules             the rules, one a line, with the scenarios about each
  rules --json      the same for programs: one JSON object a line
  bench [name]      all benches, or one

Everything it installs stays in this folder: target, .venv, node_modules.";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<()> {
    let root = tools::root();
    match words {
        ["demo"] => demo::run(root),
        ["test"] => check::test(root),
        ["ready"] => check::ready(root),
        ["walk", runtime] => check::walk(root, runtime).map(drop),
        ["generate"] => generate::write(root),
        ["generate", "--check"] => generate::check(root),
        ["rules"] => rules::list(root),
        ["rules", "--json"] => rules::json(root),
        ["bench", names @ ..] => bench::run(root, names),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => bail!("no such command: `{}`; `cargo xtask help` lists them", words.join(" ")),
    }
}
