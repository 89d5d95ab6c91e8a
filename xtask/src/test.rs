//! Everything that a change can break.

use crate::check;
use crate::run::{Outcome, program, root, run, step};
use crate::{bundle, chromium, npm, serve};

/// Format, lints, core, page; `all` adds the screenshots of every screen.
pub(crate) fn test(all: bool) -> Outcome {
    npm::ready()?;
    check::check()?;
    step("core and components", || run(program("cargo").args(["test", "--quiet", "--workspace"])))?;
    bundle::build()?;
    let browser = chromium::current()?;
    let oldest = chromium::oldest()?;
    let server = serve::start(root().join("dist"), 0)?;
    step("page", || {
        let mut command = npm::tool("playwright");
        command.args(["test", "--config", "tests/browser/playwright.config.mjs"]);
        command
            .env("CHROMIUM", browser)
            .env("OLD_CHROMIUM", oldest)
            .env("SITE", serve::address(&server));
        command.env("SINGLE_FILE", root().join("dist/tuiyan.html"));
        if all {
            command.env("SCREENSHOTS", root().join("target/screenshots"));
        }
        run(&mut command)
    })
}
