//! Packages of the system, installed only after the command was shown.

use std::path::Path;

use crate::run::{Outcome, ask, program, run};

/// Installs Debian packages, or says what a person has to do.
pub(crate) fn install(packages: &[&str], purpose: &str) -> Outcome {
    let missing: Vec<&str> =
        packages.iter().copied().filter(|package| !is_installed(package)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    println!("   {purpose} needs system packages:");
    println!("   apt-get update && apt-get install -y --no-install-recommends {list}");
    if !Path::new("/usr/bin/apt-get").exists() {
        return Err(format!(
            "{purpose}: this system has no apt-get; install the counterparts of: {list}"
        ));
    }
    if !is_root() {
        return Err(format!("{purpose}: run the command above as root, then this one again"));
    }
    run(program("apt-get").args(["update", "-qq"]))?;
    let mut command = program("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    run(command.args(["install", "-y", "-qq", "--no-install-recommends"]).args(&missing))
}

fn is_installed(package: &str) -> bool {
    let mut query = program("dpkg-query");
    let state = ask(query.args(["-W", "-f=${Status}", package]));
    state.is_some_and(|state| state.ends_with(" installed"))
}

fn is_root() -> bool {
    ask(program("id").arg("-u")).is_some_and(|user| user.trim() == "0")
}
