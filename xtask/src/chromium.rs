//! The browser that the tests and the bench drive.

use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};

use crate::process::step;
use crate::system;

const NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// Chinese text is part of what is tested and pictured.
const DEBIAN_PACKAGES: &[&str] = &["chromium", "fonts-noto-cjk"];

/// The browser named by the variable `CHROMIUM`, else the one on the path, else Debian's.
///
/// # Errors
/// When there is none and none can be installed.
pub(crate) fn ready() -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM").map(PathBuf::from) {
        ensure!(named.is_file(), "CHROMIUM names {}, which is no file", named.display());
        return Ok(named);
    }
    let is_debian = system::on_path("dpkg-query").is_some();
    if let Some(found) =
        on_path().filter(|_| !is_debian || system::has_packages(&["fonts-noto-cjk"]))
    {
        return Ok(found);
    }
    step("Chromium and Chinese fonts", || {
        system::install(
            DEBIAN_PACKAGES,
            "the tests need Chromium: put it on the path or name it in the variable CHROMIUM",
        )
    })?;
    on_path().context("Chromium is still missing")
}

fn on_path() -> Option<PathBuf> {
    NAMES.iter().find_map(|name| system::on_path(name))
}
