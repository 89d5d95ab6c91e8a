//! How large the release is, and that it stays as small as promised.

use anyhow::{Context as _, Result, ensure};

use crate::form::Form;
use crate::paths::{COMPAT_FILE, SECOND, SINGLE_FILE};
use crate::process::output;
use crate::{npm, paths};

/// Limits in bytes: the single file goes by mail and USB stick, the site over
/// slow intranets.
const SINGLE_FILE_LIMIT: u64 = 6_000_000;
const COMPAT_FILE_LIMIT: u64 = 9_000_000;
/// Everything that is fetched until the first results are shown. What checks that a plan can be read
/// again before it counts as saved, and what a hand needs, is part of it.
const FIRST_LOAD_LIMIT: u64 = 450_000;
/// The first load and what comes after it, in the largest form that comes in parts.
const ALL_PARTS_LIMIT: u64 = 1_800_000;
/// The first load where the program is JavaScript. It comes whole: `wasm2js` makes one module of one
/// WebAssembly module, and the few browsers without WebAssembly load it once and keep it.
const JAVASCRIPT_LOAD_LIMIT: u64 = 1_800_000;

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
    println!("second part {} bytes of brotli", second_part(&files));
    let raw = |name: &str| {
        let file = files.iter().find(|file| file.name == name);
        file.map(|file| file.raw).with_context(|| format!("dist/ has no {name}"))
    };
    let limits = [
        ("first load, brotli", first_load(&files, &Form::COMPILED), FIRST_LOAD_LIMIT),
        (
            "all parts together, brotli",
            first_load(&files, &Form::COMPILED) + second_part(&files),
            ALL_PARTS_LIMIT,
        ),
        (
            "first load of JavaScript, brotli",
            first_load(&files, &[Form::Javascript]),
            JAVASCRIPT_LOAD_LIMIT,
        ),
        (SINGLE_FILE, raw(SINGLE_FILE)?, SINGLE_FILE_LIMIT),
        (COMPAT_FILE, raw(COMPAT_FILE)?, COMPAT_FILE_LIMIT),
    ];
    for (what, size, limit) in limits {
        println!("{what}: {size} bytes (limit {limit})");
    }
    limits.into_iter().try_for_each(|(what, size, limit)| require(size, limit, what))
}

/// What a browser loads at the first visit: the page, and the largest of these
/// forms of the program, of which it loads one.
fn first_load(files: &[File], forms: &[Form]) -> u64 {
    let of = |belongs: &dyn Fn(&str) -> bool| -> u64 {
        files.iter().filter(|file| belongs(&file.name)).map(|file| file.brotli).sum()
    };
    let is_form = |name: &str| Form::ALL.into_iter().any(|form| belongs_to(form, name));
    let forms = forms.iter().map(|form| of(&|name| belongs_to(*form, name)));
    of(&|name| !is_aside(name) && !is_form(name)) + forms.max().unwrap_or_default()
}

/// What stands beside the page, or is loaded when somebody asks for it.
fn is_aside(name: &str) -> bool {
    let aside = [SINGLE_FILE, COMPAT_FILE, "SHA256SUMS", "licences.txt", "selfcheck.html"];
    let later = ["about-", "embed/", SECOND];
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
            file("embed/embed.js", 1_000),
            file("js-0h.js", 800),
            file("mvp-0a.js", 10),
            file("mvp-0b.wasm", 100),
            file("second-mvp-0f.wasm", 500),
            file("second-simd-0g.wasm", 400),
            file("simd-0c.js", 10),
            file("simd-0d.wasm", 200),
            file("tuiyan-0e.js", 2),
            file("tuiyan.html", 1_000),
            file("tuiyan-compat.html", 1_000),
            file("SHA256SUMS", 1_000),
        ];
        assert_eq!(first_load(&files, &Form::COMPILED), 213);
        assert_eq!(first_load(&files, &[Form::Javascript]), 803);
        assert_eq!(second_part(&files), 500);
    }
}
