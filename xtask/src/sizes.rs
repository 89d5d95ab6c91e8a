//! How large the release is, and that it stays as small as promised.

use anyhow::{Context as _, Result, ensure};

use crate::process::output;
use crate::{npm, paths};

/// Limits in bytes: the single file goes by mail and USB stick, the site over
/// slow intranets.
const SINGLE_FILE_LIMIT: u64 = 1_500_000;
const FIRST_LOAD_LIMIT: u64 = 350_000;

/// Prints the sizes of every file in `dist/`.
///
/// # Errors
/// When a limit is exceeded.
pub(crate) fn report() -> Result<()> {
    let files = measured()?;
    println!("\n{:<28} {:>10} {:>10} {:>10}", "dist/", "raw", "gzip", "brotli");
    for file in &files {
        println!("{:<28} {:>10} {:>10} {:>10}", file.name, file.raw, file.gzip, file.brotli);
    }
    let is_single = |file: &&File| file.name == "tuiyan.html";
    let single = files.iter().find(is_single).context("dist/ has no tuiyan.html")?.raw;
    let first_load = files.iter().filter(|file| !is_single(file)).map(|file| file.brotli).sum();
    println!("first load {first_load} bytes of brotli (limit {FIRST_LOAD_LIMIT})");
    println!("single file {single} bytes (limit {SINGLE_FILE_LIMIT})");
    require(first_load, FIRST_LOAD_LIMIT, "the first load")?;
    require(single, SINGLE_FILE_LIMIT, "tuiyan.html")
}

struct File {
    name: String,
    raw: u64,
    gzip: u64,
    brotli: u64,
}

fn measured() -> Result<Vec<File>> {
    output(npm::node("xtask/sizes.mjs").arg(paths::dist()))?.lines().map(parsed).collect()
}

fn parsed(line: &str) -> Result<File> {
    let mut words = line.split(' ');
    let name = words.next().unwrap_or_default().to_owned();
    let sizes = words.map(str::parse).collect::<Result<Vec<u64>, _>>()?;
    let [raw, gzip, brotli] = sizes[..] else { anyhow::bail!("sizes.mjs wrote {line:?}") };
    Ok(File { name, raw, gzip, brotli })
}

fn require(size: u64, limit: u64, what: &str) -> Result<()> {
    ensure!(size <= limit, "{what} has {size} bytes, the limit is {limit}");
    Ok(())
}
