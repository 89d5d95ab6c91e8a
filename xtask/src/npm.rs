//! Tools from npm, as the lock file names them.

use std::path::PathBuf;
use std::process::Command;

use crate::run::{Outcome, ask, is_done, program, read, root, run, step, write};

/// Installs the tools if the lock file has changed since.
pub(crate) fn ready() -> Outcome {
    let lock = read(&root().join("package-lock.json"))?;
    let stamp = root().join("node_modules/.tuiyan-stamp");
    if is_done(&stamp, &lock) {
        return Ok(());
    }
    if ask(program("npm").arg("--version")).is_none() {
        return Err("npm is missing; install Node.js 18 or newer with npm".into());
    }
    step("tools from npm", || {
        let mut command = program("npm");
        run(command.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]))?;
        write(&stamp, &lock)
    })
}

/// A tool that npm installed.
pub(crate) fn tool(name: &str) -> Command {
    program(path(name))
}

fn path(name: &str) -> PathBuf {
    root().join("node_modules/.bin").join(name)
}
