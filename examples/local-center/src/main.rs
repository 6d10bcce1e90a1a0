//! A partner center on this machine, for the vendor's SDK to talk to.
//!
//!     cargo run -p local-center -- --port 8080
//!
//! It keeps one small world in memory and forgets it when it stops. It is for trying things out and for integration tests: it listens on
//! loopback only, knows a caller by the access key, and does not verify signatures.

mod arguments;
mod callers;
mod clock;
mod seed;
mod server;

use std::io::{Error, Write};
use std::net::SocketAddr;
use std::process::ExitCode;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;

use arguments::Arguments;
use server::World;

/// How long a call that is under way may take when the server is told to stop.
const PATIENCE: Duration = Duration::from_secs(2);

fn main() -> ExitCode {
    match Arguments::read(std::env::args().skip(1)).and_then(|arguments| run(&arguments)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(wrong) => {
            say(&mut std::io::stderr(), &format!("local-center: {wrong}"));
            ExitCode::FAILURE
        }
    }
}

/// What cannot be written to nobody is not missed.
fn say(to: &mut impl Write, line: &str) {
    let _ = writeln!(to, "{line}").and_then(|()| to.flush());
}

#[tokio::main(flavor = "current_thread")]
async fn run(arguments: &Arguments) -> Result<(), String> {
    let told = |error: Error| format!("{}: {error}", arguments.address);
    let now = arguments.clock.now().map_err(|wrong| wrong.to_string())?;
    let (center, callers) = seed::small(now, arguments.site)?;
    let listener = TcpListener::bind(arguments.address).await.map_err(told)?;
    let address = listener.local_addr().map_err(told)?;

    let mut out = std::io::stdout();
    say(&mut out, "local-center: for local use only; listens on loopback, and does not verify signatures");
    for line in callers.lines() {
        say(&mut out, &line);
    }
    say(&mut out, &format!("every verification code is {}", server::CODE));
    let world = World::new(center, callers, arguments.clock);
    let service = Router::new().fallback(server::call).with_state(Arc::new(Mutex::new(world)));
    // The last line to be read by a program that waits for the address.
    say(&mut out, &format!("listening on http://{address}"));
    tokio::spawn(async {
        told_to_stop().await;
        tokio::time::sleep(PATIENCE).await;
        std::process::exit(0)
    });
    axum::serve(listener, service.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(told_to_stop())
        .await
        .map_err(told)
}

/// Waits for Ctrl-C, or for the signal that asks a process to end.
async fn told_to_stop() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    let _ = tokio::signal::ctrl_c().await;
}
