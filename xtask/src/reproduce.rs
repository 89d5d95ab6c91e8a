//! Proves that the release depends on sources and compiler alone: builds it a
//! second time, from a copy in another folder, and compares every file.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::process::{output, program, run, step};
use crate::{bundle, paths, stamp};

/// Builds twice and compares.
///
/// # Errors
/// When a build fails or the two differ; the error names the files.
pub(crate) fn reproduce() -> Result<()> {
    bundle::ready()?;
    let copy = paths::target("reproduced");
    step("a copy of the sources", || copy_sources(&copy))?;
    step("the same release, built there", || run(&mut second_build(&copy)?))?;
    let sums = |folder: &Path| {
        let file = folder.join("dist").join(bundle::SUMS);
        Ok::<_, anyhow::Error>(String::from_utf8(stamp::read(&file)?)?)
    };
    let (first, second) = (sums(&paths::root(""))?, sums(&copy)?);
    let differing = differing(&first, &second);
    ensure!(differing.is_empty(), "two builds of the same sources differ:\n{differing}");
    println!("two builds, the same {} files", first.lines().count());
    fs::remove_dir_all(&copy).context("the copy cannot be removed")
}

/// Ourselves, made to work in the copy.
fn second_build(copy: &Path) -> Result<Command> {
    let mut build = program(std::env::current_exe()?);
    build.arg("build").env(paths::OTHER_ROOT, copy);
    Ok(build)
}

/// What git knows of, and what it would take in.
fn copy_sources(copy: &Path) -> Result<()> {
    if copy.exists() {
        fs::remove_dir_all(copy)?;
    }
    let mut list = program("git");
    list.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    for name in output(&mut list)?.split_terminator('\0') {
        let (from, to) = (paths::root(name), copy.join(name));
        // Removed, and not yet committed so.
        if from.is_file() {
            fs::create_dir_all(to.parent().context("invariant: it is inside the copy")?)?;
            fs::copy(from, to)?;
        }
    }
    Ok(())
}

/// The lines that only one of the two has.
fn differing(first: &str, second: &str) -> String {
    let only = |mark: &str, these: &str, those: &str| -> Vec<String> {
        let missing = these.lines().filter(|line| !those.lines().any(|other| other == *line));
        missing.map(|line| format!("{mark} {line}")).collect()
    };
    [only("first ", first, second), only("second", second, first)].concat().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_with_another_sum_and_a_missing_one_are_named() {
        assert_eq!(differing("1  a\n2  b\n", "1  a\n2  b\n"), "");
        assert_eq!(differing("1  a\n2  b\n", "1  a\n3  b\n"), "first  2  b\nsecond 3  b");
        assert_eq!(differing("1  a\n", ""), "first  1  a");
    }
}
