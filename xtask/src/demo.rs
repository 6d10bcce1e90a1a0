//! `cargo xtask demo`: a partner center on this machine, and a first day with it through the vendor's own SDK.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;

use anyhow::{Context, Result};

use crate::{python, tools};

/// Starts the local center, runs the script against it and stops it, whatever the script says.
pub fn run(root: &Path) -> Result<()> {
    python::install(root)?;
    let python = python::venv(root)?;
    tools::run(&mut tools::cargo(root, "build --quiet --package local-center"))?;
    for (site, script) in [("cn", "first_day.py"), ("cn", "money.py"), ("intl", "freezing.py")] {
        let mut server = Server::start(root, site)?;
        let address = server.address()?;
        println!("a partner center of the site {site} answers at {address}");
        tools::run(tools::command(&python, root).arg(format!("examples/analysis/{script}")).arg(address))?;
    }
    Ok(())
}

/// The local center, stopped when this is dropped.
struct Server(Child);

impl Server {
    fn start(root: &Path, site: &str) -> Result<Self> {
        let mut cargo = tools::cargo(root, &format!("run --quiet --package local-center -- --port 0 --site {site}"));
        Ok(Self(cargo.stdout(Stdio::piped()).spawn().context("the local center does not start")?))
    }

    /// The address it says it listens at.
    fn address(&mut self) -> Result<String> {
        let output = self.0.stdout.take().context("the local center has no output")?;
        let mut lines = BufReader::new(output).lines();
        let said = lines
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_owned));
        // It must not stand still because nobody reads on.
        thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        said.context("the local center ended before it listened")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; there is nobody to tell.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
