//! Programs of the machine: found on the path or, on Debian, installed after
//! the command was printed.

use std::path::PathBuf;
use std::process::Stdio;

use anyhow::{Result, bail};

use crate::process::{output, program, run};

/// The program `name` on the path.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(name)).find(|file| file.is_file())
}

/// Whether Debian's package manager has these packages installed.
pub(crate) fn has_packages(packages: &[&str]) -> bool {
    let mut query = program("dpkg-query");
    query.args(["--show", "--showformat=${db:Status-Status}\n"]).args(packages);
    let answer = query.stderr(Stdio::null()).output();
    answer.is_ok_and(|answer| {
        let states = String::from_utf8_lossy(&answer.stdout);
        answer.status.success() && states.lines().all(|state| state == "installed")
    })
}

/// Installs Debian packages. `otherwise` says what to do where that is impossible.
///
/// # Errors
/// Without `apt-get`, without the rights, or when the installation fails.
pub(crate) fn install(packages: &[&str], otherwise: &str) -> Result<()> {
    if on_path("apt-get").is_none() {
        bail!("{otherwise}");
    }
    let line = format!("apt-get install -y --no-install-recommends {}", packages.join(" "));
    eprintln!("  needs system packages:\n    apt-get update && {line}");
    if output(program("id").arg("-u"))?.trim() != "0" {
        bail!("run the command above as root, then repeat this one");
    }
    run(program("apt-get").args(["update", "-qq"]))?;
    let mut install = program("apt-get");
    install.env("DEBIAN_FRONTEND", "noninteractive");
    run(install.args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages))
}
