//! The project's commands. `cargo xtask help` lists them.
#![expect(clippy::print_stdout, reason = "a command line tool speaks on the terminal")]

mod bench;
mod bundle;
mod check;
mod chromium;
mod npm;
mod page;
mod run;
mod serve;
mod style;
mod system;
mod test;
mod wasm;

use std::process::ExitCode;

use crate::run::Outcome;

const HELP: &str = "\
cargo xtask serve [--port N]   build what is missing and serve the page on this machine
cargo xtask test [--all]       everything a change can break (--all: with screenshots of every screen)
cargo xtask check              the fast gate: format, lints, layers, style sheets
cargo xtask build              release in dist/: a site for any web server, and tuiyan.html
cargo xtask bench [--json]     speed, natively and in the browser";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let has = |flag: &str| arguments.iter().any(|argument| argument == flag);
    let outcome = match arguments.first().map(String::as_str) {
        Some("serve") => serve::serve(&arguments),
        Some("test") => test::test(has("--all")),
        Some("check") => check::check(),
        Some("build") => bundle::build(),
        Some("bench") => bench::bench(has("--json")),
        Some("help" | "--help") | None => help(),
        Some(other) => Err(format!("there is no command `{other}`\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("\nstopped: {reason}");
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::unnecessary_wraps, reason = "has the type of the other commands")]
fn help() -> Outcome {
    println!("{HELP}");
    Ok(())
}
