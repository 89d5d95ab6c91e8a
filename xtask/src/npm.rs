//! Tools that come from npm, as `package-lock.json` pins them.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::memo::kept;
use crate::process::{filter, output, program, run, step};
use crate::stamp::{self, Fingerprint};
use crate::{paths, system};

/// The oldest Node.js that the pinned tools accept.
const OLDEST_NODE: u32 = 18;

/// Bump when the way of installing changes.
const RECIPE: &str = "2";

/// Installs the pinned tools into `node_modules/` unless they are there.
///
/// # Errors
/// Without Node.js and npm, or when the installation fails.
pub(crate) fn ready() -> Result<()> {
    require_node()?;
    let lock = paths::root("package-lock.json");
    let fingerprint = Fingerprint::default().text(RECIPE).path(&lock)?.finish();
    let stamp = paths::root("node_modules/.tuiyan-stamp");
    if stamp::is_current(&stamp, &fingerprint) {
        return Ok(());
    }
    step("npm: tools for the page and its tests", || {
        // esbuild's install script would put a native program where `node` expects a script.
        let quiet = ["--ignore-scripts", "--no-progress", "--loglevel=error"];
        run(program("npm").arg("ci").args(quiet))?;
        stamp::write(&stamp, &fingerprint)
    })
}

/// A script run by Node.js, with the installed tools at hand.
pub(crate) fn node(script: &str) -> Command {
    let mut command = program("node");
    command.arg(paths::root(script));
    command
}

/// The tests that a script holds, in the form whose counts are read.
pub(crate) fn node_tests(script: &str) -> Command {
    let mut command = program("node");
    command.args(["--test", "--test-reporter=tap"]).arg(paths::root(script));
    command
}

/// TypeScript's compiler, of which only the complaints are wanted.
pub(crate) fn tsc() -> Command {
    let mut command = node("node_modules/typescript/bin/tsc");
    command.arg("--noEmit");
    command
}

/// esbuild, which writes what it read.
pub(crate) fn plain_esbuild() -> Command {
    let mut command = node("node_modules/esbuild/bin/esbuild");
    command.arg("--log-level=warning");
    command
}

/// esbuild, set to the oldest browser that the page promises.
pub(crate) fn esbuild() -> Command {
    let mut command = plain_esbuild();
    command.args(["--minify", "--charset=utf8", "--legal-comments=none"]);
    command
}

/// A classic script that shares no names with others, for browsers that know `target`.
///
/// # Errors
/// When esbuild cannot read it.
pub(crate) fn minified(source: String, target: &str) -> Result<String> {
    let print = Fingerprint::default().text(&source);
    kept(&format!("a script for {target}"), print, || {
        let mut esbuild = esbuild();
        esbuild.args(["--loader=js", "--format=iife"]).arg(format!("--target={target}"));
        Ok(filter(&mut esbuild, source)?.trim().to_owned())
    })
}

/// Binaryen's optimiser.
pub(crate) fn wasm_opt(module: &Path, result: &Path) -> Command {
    let mut command = node("node_modules/binaryen/bin/wasm-opt");
    command.arg(module).arg("-o").arg(result);
    command
}

/// Binaryen's way from a module to JavaScript.
pub(crate) fn wasm2js(module: &Path, result: &Path) -> Command {
    let mut command = node("node_modules/binaryen/bin/wasm2js");
    command.arg(module).arg("-o").arg(result);
    command
}

fn require_node() -> Result<()> {
    for name in ["node", "npm"] {
        ensure!(
            system::on_path(name).is_some(),
            "{name} is needed (Node.js {OLDEST_NODE} or later)"
        );
    }
    let version = output(program("node").arg("--version"))?;
    let major = version.trim_start_matches('v').split('.').next().unwrap_or_default();
    let major: u32 = major.parse().with_context(|| format!("node says version {version:?}"))?;
    ensure!(major >= OLDEST_NODE, "Node.js {OLDEST_NODE} or later is needed, this is {version}");
    Ok(())
}
