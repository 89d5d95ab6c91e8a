//! How large the release is, and that it stays as small as promised.

use anyhow::{Context as _, Result, ensure};

use crate::bundle::SECOND;
use crate::form::Form;
use crate::process::output;
use crate::{npm, paths};

/// Limits in bytes: the single file goes by mail and USB stick, the site over
/// slow intranets.
const SINGLE_FILE_LIMIT: u64 = 3_500_000;
/// Everything that is fetched until the first results are shown.
const FIRST_LOAD_LIMIT: u64 = 450_000;

const SINGLE_FILE: &str = "tuiyan.html";

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
    let single = files.iter().find(|file| file.name == SINGLE_FILE);
    let single = single.context("dist/ has no tuiyan.html")?.raw;
    let first_load = first_load(&files);
    println!("first load {first_load} bytes of brotli (limit {FIRST_LOAD_LIMIT})");
    println!("second part {} bytes of brotli", second_part(&files));
    println!("single file {single} bytes (limit {SINGLE_FILE_LIMIT})");
    require(first_load, FIRST_LOAD_LIMIT, "the first load")?;
    require(single, SINGLE_FILE_LIMIT, "tuiyan.html")
}

/// What a browser loads at the first visit: the page, and the largest form of
/// the program, of which it loads one.
fn first_load(files: &[File]) -> u64 {
    let of = |belongs: &dyn Fn(&str) -> bool| -> u64 {
        files.iter().filter(|file| belongs(&file.name)).map(|file| file.brotli).sum()
    };
    let is_form = |name: &str| Form::ALL.into_iter().any(|form| belongs_to(form, name));
    let forms = Form::ALL.into_iter().map(|form| of(&|name| belongs_to(form, name)));
    of(&|name| !is_aside(name) && !is_form(name)) + forms.max().unwrap_or_default()
}

/// What stands beside the page, or is loaded when somebody asks for it.
fn is_aside(name: &str) -> bool {
    let aside = [SINGLE_FILE, "SHA256SUMS", "licences.txt", "selfcheck.html"];
    let later = ["about-", SECOND];
    aside.contains(&name) || later.into_iter().any(|stem| name.starts_with(stem))
}

/// What it loads next: the second part of that form, the largest here.
fn second_part(files: &[File]) -> u64 {
    let seconds = files.iter().filter(|file| file.name.starts_with(SECOND));
    seconds.map(|file| file.brotli).max().unwrap_or_default()
}

/// Names of files are the form's name, a dash and a digest.
fn belongs_to(form: Form, name: &str) -> bool {
    name.split_once('-').is_some_and(|(stem, _)| stem == form.name())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_load_has_the_page_and_one_form() {
        let file = |name: &str, brotli| File { name: name.to_owned(), raw: 0, gzip: 0, brotli };
        let files = [
            file("index.html", 1),
            file("mvp-0a.js", 10),
            file("mvp-0b.wasm", 100),
            file("second-mvp-0f.wasm", 500),
            file("second-simd-0g.wasm", 400),
            file("simd-0c.js", 10),
            file("simd-0d.wasm", 200),
            file("tuiyan-0e.js", 2),
            file("tuiyan.html", 1_000),
            file("SHA256SUMS", 1_000),
        ];
        assert_eq!(first_load(&files), 213);
        assert_eq!(second_part(&files), 500);
    }
}
