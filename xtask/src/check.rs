//! The fast gate: what can be known without running the program.

use crate::run::{Outcome, ask, program, run, step};
use crate::style;

/// Browser crates that the core must not see.
const BROWSER_CRATES: [&str; 4] = ["web-sys", "js-sys", "wasm-bindgen", "yew"];

/// Format, lints, layers, style sheets.
pub(crate) fn check() -> Outcome {
    step("format", || run(program("cargo").args(["fmt", "--all", "--check"])))?;
    step("lints", || {
        clippy(&["--workspace", "--all-targets"])?;
        clippy(&["--package", "tuiyan", "--lib", "--no-default-features"])
    })?;
    step("the core without a browser", pure_core)?;
    step("style sheets", style::check)
}

fn clippy(arguments: &[&str]) -> Outcome {
    let mut command = program("cargo");
    run(command.args(["clippy", "--quiet"]).args(arguments).args(["--", "-D", "warnings"]))
}

fn pure_core() -> Outcome {
    let mut command = program("cargo");
    command.args([
        "tree",
        "--package",
        "tuiyan",
        "--no-default-features",
        "-e",
        "normal",
        "--prefix",
        "none",
    ]);
    let tree = ask(&mut command).ok_or("cargo tree failed")?;
    let found = BROWSER_CRATES
        .iter()
        .find(|name| tree.lines().any(|line| line.starts_with(&format!("{name} "))));
    found.map_or(Ok(()), |name| {
        Err(format!("the core depends on {name}; it belongs behind the feature `ui`"))
    })
}
