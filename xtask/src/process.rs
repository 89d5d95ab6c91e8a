//! Runs other programs: shown as named steps, checked, from the repository's root.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context as _, Result, ensure};

use crate::paths;

/// Says what is being done, does it, and says how long it took.
pub(crate) fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("▸ {name}");
    let start = Instant::now();
    let result = work().with_context(|| format!("{name} failed"))?;
    eprintln!("  done in {:.1} s", start.elapsed().as_secs_f64());
    Ok(result)
}

/// A program that will run in the repository's root.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(paths::root("")).stdin(Stdio::null());
    command
}

/// The cargo that runs us.
pub(crate) fn cargo(subcommand: &str) -> Command {
    let mut command = program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.arg(subcommand);
    command
}

/// The same, leaving the lock file as it is.
pub(crate) fn locked_cargo(subcommand: &str) -> Command {
    let mut command = cargo(subcommand);
    command.arg("--locked");
    command
}

/// Runs to the end with its output shown.
///
/// # Errors
/// When it cannot be started or ends with a failure.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status =
        command.status().with_context(|| format!("{} cannot be started", shown(command)))?;
    ensure!(status.success(), "`{}` ended with {status}", shown(command));
    Ok(())
}

/// Runs to the end and returns what it wrote; its complaints go to the terminal.
///
/// # Errors
/// When it cannot be started, ends with a failure or writes something else than text.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("{} cannot be started", shown(command)))?;
    ensure!(output.status.success(), "`{}` ended with {}", shown(command), output.status);
    Ok(String::from_utf8(output.stdout)?)
}

/// Gives the program a text and returns what it makes of it.
///
/// # Errors
/// As [`output`].
pub(crate) fn filter(command: &mut Command, input: String) -> Result<String> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut stdin = child.stdin.take().context("invariant: its input is a pipe")?;
    // Written from aside, or both programs could wait for each other.
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output()?;
    ensure!(output.status.success(), "`{}` ended with {}", shown(command), output.status);
    writer.join().ok().context("writing to it panicked")??;
    Ok(String::from_utf8(output.stdout)?)
}

/// What a program wrote while it was shown, and whether it succeeded.
pub(crate) struct Transcript {
    pub(crate) lines: Vec<String>,
    pub(crate) success: bool,
}

/// Runs to the end, showing its output line by line and keeping it.
///
/// # Errors
/// When it cannot be started; a failure of the program itself is in the transcript.
pub(crate) fn transcript(command: &mut Command) -> Result<Transcript> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("{} cannot be started", shown(command)))?;
    let stdout = child.stdout.take().context("invariant: its output is a pipe")?;
    let mut lines = Vec::new();
    for line in BufReader::new(stdout).lines() {
        let line = line?;
        println!("{line}");
        lines.push(line);
    }
    Ok(Transcript { lines, success: child.wait()?.success() })
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
