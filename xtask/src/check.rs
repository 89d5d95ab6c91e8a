//! The fast gate: what can be known without running anything.

use std::process::Command;

use anyhow::{Result, ensure};

use crate::compat::Compat;
use crate::process::{cargo, locked_cargo, output, run, step};
use crate::{css, dependencies, paths, raw_lengths, sheets, shell, stamp, types};

/// Crates that only the feature `ui` may bring in.
const BROWSER_CRATES: &[&str] = &["web-sys", "js-sys", "wasm-bindgen", "yew", "gloo", "plotters"];
const CORE: &str = "--no-default-features";

/// Format, lints, a core without a browser, styles that old browsers know, scripts that keep to their types.
///
/// # Errors
/// At the first that does not hold.
pub(crate) fn check() -> Result<()> {
    step("format", || run(cargo("fmt").args(["--all", "--check"])))?;
    step("styles know Chromium 69", styles)?;
    step("style sheets stand by what draws them", sheets_by_name)?;
    step("scripts neither run text nor lead out", shell::check)?;
    step("scripts keep to their types", types::check)?;
    step("licences and sources", dependencies::check)?;
    step("the core and the command line need no browser", core_needs_no_browser)?;
    step("lints of the core", || run(&mut clippy(&[CORE, "--lib"])))?;
    let all = ["--workspace", "--all-targets", "--features", "tuiyan/cli"];
    step("lints of the page, the command line and the tools", || run(&mut clippy(&all)))
}

fn clippy(selection: &[&str]) -> Command {
    let mut command = locked_cargo("clippy");
    command.args(selection).args(["--quiet", "--", "-D", "warnings"]);
    command
}

fn core_needs_no_browser() -> Result<()> {
    let mut tree = locked_cargo("tree");
    tree.args(["--package", "tuiyan", CORE, "--features", "cli"]);
    tree.args(["--edges", "normal", "--prefix", "none"]);
    let tree = output(tree.args(["--format", "{p}"]))?;
    for line in tree.lines() {
        let name = line.split(' ').next().unwrap_or_default();
        ensure!(!BROWSER_CRATES.contains(&name), "without the feature `ui` the core needs {name}");
    }
    Ok(())
}

fn sheets_by_name() -> Result<()> {
    let found = sheets::misplaced()?;
    ensure!(found.is_empty(), "\n{}", found.join("\n"));
    Ok(())
}

fn styles() -> Result<()> {
    let compat = Compat::read()?;
    let mut found = Vec::new();
    let tokens = String::from_utf8(stamp::read(&paths::root("styles/tokens.css"))?)?;
    let tokens = raw_lengths::Tokens::of(&tokens);
    let own = stamp::files(&paths::root("styles"))?;
    // The pages for portals stand alone, without the page's tokens.
    for file in own.iter().chain([&paths::root("embed/pages.css")]) {
        let text = String::from_utf8(stamp::read(file)?)?;
        let name = file.strip_prefix(paths::root(""))?.display().to_string();
        if own.contains(file) {
            found.extend(tokens.raw_in(&text).into_iter().map(|raw| format!("{name}:{raw}")));
        }
        let too_new = css::too_new(&text, &compat, css::OLDEST);
        found.extend(too_new.into_iter().map(|problem| format!("{name}:{problem}")));
    }
    ensure!(found.is_empty(), "\n{}", found.join("\n"));
    Ok(())
}
