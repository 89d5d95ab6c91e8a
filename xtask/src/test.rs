//! Every test, with its counts: the core natively, the page in browsers.

use std::fs;
use std::ops::AddAssign;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

use crate::process::{Transcript, locked_cargo, output, run, step, transcript};
use crate::{bundle, check, chromium, embed, nginx, npm, paths, reproduce, serve, sizes, stamp};

/// How much is tested.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Extent {
    Usual,
    All,
}

impl Extent {
    /// The kernels of Chromium, besides the current one, that the page runs in.
    fn old_kernels(self) -> &'static [&'static str] {
        match self {
            Self::Usual => &["69"],
            Self::All => &["69", "78", "83", "86", "92", "109"],
        }
    }
}

/// Cases of each property of `tests/it/round_trip.rs` with `--all`: two or three minutes.
const CASES: &str = "5000";

/// Runs the tests and prints their counts on the last line.
///
/// # Errors
/// When a test fails, or something that the tests need cannot be had.
pub(crate) fn test(extent: Extent) -> Result<()> {
    check::check()?;
    let mut tally = step("tests of the core and the tools", || native(None))?;
    tally += step("the store of plans", the_store)?;
    step("embed.js and its types", embed::check)?;
    bundle::ready()?;
    sizes::report()?;
    let chromium = chromium::ready()?;
    let fingerprint = step("the bits that a native run gives", native_fingerprint)?;
    if extent == Extent::All {
        step("the parts of screens, as pages", widgets)?;
    }
    let in_current = || in_chromium(&chromium, paths::dist(), extent, &fingerprint, |_| ());
    tally += step("the page in Chromium", in_current)?;
    let in_old = || in_old_chromium(&fingerprint, extent.old_kernels());
    tally += step("the page in old Chromium", in_old)?;
    if extent == Extent::All {
        tally += step("what is saved opens again, in many cases", many_cases)?;
        tally += step("what was kept survives a kill", || alone("kill.mjs", &chromium))?;
        tally += step("two hours of work take no more memory", || alone("soak.mjs", &chromium))?;
        tally += step("the page behind nginx", || behind_nginx(&chromium))?;
        step("a second build gives the same files", reproduce::reproduce)?;
        tally.passed += 1;
    }
    tally.print()
}

/// Runs the tests of the core and the tools, or those whose name contains `name`.
///
/// # Errors
/// When a test fails or does not compile.
pub(crate) fn core(name: Option<&str>) -> Result<()> {
    step("tests of the core and the tools", || native(name))?.print()
}

/// Runs the tests of the page in the current Chromium, or those of which file or title contain `name`: with `is_draft`
/// on a draft of the page, as a site alone.
///
/// # Errors
/// When a test fails, or something that the tests need cannot be had.
pub(crate) fn page(name: Option<&str>, is_draft: bool) -> Result<()> {
    let folder = if is_draft {
        bundle::draft()?
    } else {
        bundle::ready()?;
        paths::dist()
    };
    let chromium = chromium::ready()?;
    let fingerprint = step("the bits that a native run gives", native_fingerprint)?;
    let tally = step("the page in Chromium", || {
        in_chromium(&chromium, folder, Extent::Usual, &fingerprint, |playwright| {
            playwright.args(is_draft.then_some(["--project", "served"]).into_iter().flatten());
            playwright.args(name.map(|name| ["--grep", name]).into_iter().flatten());
        })
    })?;
    tally.print()
}

/// Runs the page in the old kernels of Chromium: these, or all that are promised.
///
/// # Errors
/// When a test fails, or something that the tests need cannot be had.
pub(crate) fn kernels(wanted: &[&str]) -> Result<()> {
    bundle::ready()?;
    let fingerprint = step("the bits that a native run gives", native_fingerprint)?;
    let wanted = if wanted.is_empty() { Extent::All.old_kernels() } else { wanted };
    step("the page in old Chromium", || in_old_chromium(&fingerprint, wanted))?.print()
}

#[derive(Debug, Default, PartialEq)]
struct Tally {
    passed: u64,
    failed: u64,
    /// What could not be tested on this machine.
    skipped: u64,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl Tally {
    /// Prints the counts.
    ///
    /// # Errors
    /// When a test failed.
    fn print(&self) -> Result<()> {
        println!("\n{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped);
        ensure!(self.failed == 0, "{} tests failed", self.failed);
        Ok(())
    }
}

fn native(name: Option<&str>) -> Result<Tally> {
    let all = ["--workspace", "--features", "tuiyan/cli", "--no-fail-fast", "--quiet"];
    cargo_tests(locked_cargo("test").args(all).args(name))
}

/// Files and actions that nobody would think of, many times as many as in the usual run.
fn many_cases() -> Result<Tally> {
    let mut tests = locked_cargo("test");
    tests.args(["--package", "tuiyan", "--test", "it", "--quiet", "--", "round_trip"]);
    cargo_tests(tests.env("TUIYAN_CASES", CASES))
}

fn cargo_tests(command: &mut Command) -> Result<Tally> {
    let tests = transcript(command)?;
    let mut tally = Tally::default();
    for line in &tests.lines {
        if let Some(counts) = counts_of_cargo(line) {
            tally += counts;
        }
    }
    ensure!(tests.success || tally.failed > 0, "the tests do not compile or were cut short");
    Ok(tally)
}

/// What keeps the plans outlives the program, so that it is JavaScript and has tests of its own.
fn the_store() -> Result<Tally> {
    npm::ready()?;
    let tests = transcript(&mut npm::node_tests("tests/store/store.test.mjs"))?;
    let tally = counts_of_node(&tests.lines).context("the tests were cut short")?;
    ensure!(tests.success || tally.failed > 0, "the tests ended with a failure");
    Ok(tally)
}

/// The tests of the page in `folder`.
fn in_chromium(
    chromium: &Path,
    folder: PathBuf,
    extent: Extent,
    fingerprint: &str,
    select: impl FnOnce(&mut Command),
) -> Result<Tally> {
    playwright(chromium, |playwright| {
        let elsewhere = match extent {
            // What walks over everything, for minutes each, carries the tag @long.
            Extent::Usual => "@nginx|@screenshots|@pictures|@long",
            Extent::All => "@nginx",
        };
        playwright.args(["--grep-invert", elsewhere]);
        playwright.env("TUIYAN_ADDRESS", serve::aside(folder)?);
        playwright.env("TUIYAN_FINGERPRINT", fingerprint);
        select(playwright);
        Ok(())
    })
}

/// The documented configuration, where the distribution's nginx can be had.
fn behind_nginx(chromium: &Path) -> Result<Tally> {
    let Some(nginx) = nginx::serve()? else {
        eprintln!("\n  SKIPPED: there is no nginx, so that deploy/nginx.conf was not tested\n");
        return Ok(Tally { skipped: 1, ..Tally::default() });
    };
    let mut tally = playwright(chromium, |playwright| {
        playwright.args(["--project", "served", "--grep", "@nginx"]);
        playwright.env("TUIYAN_NGINX", &nginx.address);
        Ok(())
    })?;
    tally += counted(npm::node("tests/browser/load.mjs").arg(&nginx.address))?;
    Ok(tally)
}

fn playwright(
    chromium: &Path,
    configure: impl FnOnce(&mut Command) -> Result<()>,
) -> Result<Tally> {
    let report = paths::target("playwright/report.json");
    remove_file(&report)?;
    let mut playwright = npm::node("node_modules/@playwright/test/cli.js");
    playwright.args(["test", "--config", "tests/browser/playwright.config.ts"]);
    playwright.env("CHROMIUM", chromium).env("TUIYAN_SINGLE_FILE", paths::single_file());
    configure(&mut playwright)?;
    // Failed tests make it end with a failure; the report says which it was.
    let outcome = run(&mut playwright);
    let text = stamp::read(&report).with_context(|| format!("no test ran: {outcome:?}"))?;
    let tally = counts_of_playwright(&serde_json::from_slice(&text)?)?;
    ensure!(outcome.is_ok() || tally.failed > 0, "Playwright was cut short");
    Ok(tally)
}

/// Writes the pages with every part that screens are made of, `target/widgets/`.
///
/// # Errors
/// When they do not compile or cannot be written.
pub(crate) fn widgets() -> Result<()> {
    run(locked_cargo("run").args(["--quiet", "--example", "widgets"]))
}

/// Takes the pictures of the manual, `docs/images/`.
///
/// # Errors
/// When the page cannot be built, or a picture is too large or not taken.
pub(crate) fn pictures() -> Result<()> {
    bundle::ready()?;
    let chromium = chromium::ready()?;
    let tally = step("the pictures of the manual", || {
        playwright(&chromium, |playwright| {
            playwright.args(["--project", "served", "--grep", "@pictures"]);
            playwright.env("TUIYAN_ADDRESS", serve::aside(paths::dist())?);
            playwright.env("TUIYAN_PICTURES", paths::root("docs/images"));
            Ok(())
        })
    })?;
    ensure!(tally.failed == 0, "{} pictures were not taken", tally.failed);
    Ok(())
}

fn in_old_chromium(fingerprint: &str, kernels: &[&str]) -> Result<Tally> {
    let mut script = npm::node("tests/browser/old-kernels.mjs");
    script.arg(paths::dist()).arg(fingerprint).args(kernels);
    counted(&mut script)
}

/// A script that starts its browser itself and is given the address of the page.
fn alone(script: &str, chromium: &Path) -> Result<Tally> {
    let mut script = npm::node(&format!("tests/browser/{script}"));
    counted(script.arg(serve::aside(paths::dist())?).env("CHROMIUM", chromium))
}

/// Runs a script whose last line has its counts.
fn counted(script: &mut Command) -> Result<Tally> {
    let Transcript { lines, success } = transcript(script)?;
    let tally = lines.last().and_then(|line| counts_of_script(line));
    let tally = tally.context("the script was cut short")?;
    ensure!(success || tally.failed > 0, "the script ended with a failure");
    Ok(tally)
}

/// The bits that every form of the page must compute.
fn native_fingerprint() -> Result<String> {
    let mut example = locked_cargo("run");
    Ok(output(example.args(["--quiet", "--example", "fingerprint"]))?.trim().to_owned())
}

/// Reads `test result: ok. 5 passed; 0 failed; …`.
fn counts_of_cargo(line: &str) -> Option<Tally> {
    let (_, counts) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let count = |name: &str| {
        let part = counts.split("; ").find_map(|part| part.strip_suffix(name));
        part.and_then(|number| number.trim().parse().ok())
    };
    Some(Tally { passed: count("passed")?, failed: count("failed")?, skipped: 0 })
}

/// Reads `5 passed, 0 failed`, and `1 skipped` after it.
fn counts_of_script(line: &str) -> Option<Tally> {
    let mut tally = Tally::default();
    for part in line.split(", ") {
        let (count, name) = part.split_once(' ')?;
        let place = match name {
            "passed" => &mut tally.passed,
            "failed" => &mut tally.failed,
            "skipped" => &mut tally.skipped,
            _ => return None,
        };
        *place = count.parse().ok()?;
    }
    Some(tally)
}

/// Reads the lines `# pass 5`, `# fail 0`, `# cancelled 0` and `# skipped 0` of Node.js.
fn counts_of_node(lines: &[String]) -> Option<Tally> {
    let count = |name: &str| {
        let mut found = lines.iter().rev().filter_map(|line| line.strip_prefix(name));
        found.next()?.trim().parse::<u64>().ok()
    };
    let failed = count("# fail ")? + count("# cancelled ")?;
    Some(Tally { passed: count("# pass ")?, failed, skipped: count("# skipped ")? })
}

fn counts_of_playwright(report: &Value) -> Result<Tally> {
    let count = |name: &str| report["stats"][name].as_u64().context("the report has no counts");
    let tally = Tally {
        passed: count("expected")?,
        // A test that passes only at times is a failure.
        failed: count("unexpected")? + count("flaky")?,
        skipped: count("skipped")?,
    };
    ensure!(tally.passed + tally.failed > 0, "Playwright ran no tests");
    Ok(tally)
}

fn remove_file(file: &Path) -> Result<()> {
    if file.exists() {
        fs::remove_file(file)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_counts_of_cargo_and_of_scripts() {
        let line =
            "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        let counts = |passed, failed| Some(Tally { passed, failed, skipped: 0 });
        assert_eq!(counts_of_cargo(line), counts(12, 3));
        assert_eq!(counts_of_cargo("running 3 tests"), None);
        assert_eq!(counts_of_script("4 passed, 1 failed"), counts(4, 1));
        let skipped = Tally { passed: 4, failed: 0, skipped: 2 };
        assert_eq!(counts_of_script("4 passed, 0 failed, 2 skipped"), Some(skipped));
        assert_eq!(counts_of_script("done"), None);
    }

    #[test]
    fn reads_the_counts_of_node() {
        let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
        let text = "ok 1 - a\n1..1\n# tests 7\n# pass 4\n# fail 1\n# cancelled 2\n# skipped 0\n";
        let tally = Tally { passed: 4, failed: 3, skipped: 0 };
        assert_eq!(counts_of_node(&lines(text)), Some(tally));
        assert_eq!(counts_of_node(&lines("ok 1 - a")), None);
    }

    #[test]
    fn flaky_tests_count_as_failed_and_no_tests_as_an_error() {
        let report = |expected: u64| -> Value {
            serde_json::json!({ "stats": { "expected": expected, "unexpected": 1, "flaky": 1, "skipped": 2 } })
        };
        assert_eq!(
            counts_of_playwright(&report(5)).unwrap(),
            Tally { passed: 5, failed: 2, skipped: 2 }
        );
        let none = serde_json::json!({ "stats": { "expected": 0, "unexpected": 0, "flaky": 0, "skipped": 1 } });
        assert!(counts_of_playwright(&none).is_err());
    }
}
