//! `dist/embed/`: what a page of another system needs to embed this one, under names that stay.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::memo::kept;
use crate::process::{output, run};
use crate::stamp::{self, Fingerprint};
use crate::{npm, paths};

/// The folder, of the sources and of the site.
pub(crate) const FOLDER: &str = "embed";

const STYLES: &str = "pages.css";

/// Copies the scripts, types and pages as they are, for people who read them; the style sheet
/// becomes one.
///
/// # Errors
/// When a file cannot be read or written.
pub(crate) fn write(site: &Path) -> Result<()> {
    let folder = site.join(FOLDER);
    fs::create_dir(&folder)?;
    for file in stamp::files(&paths::root(FOLDER))? {
        let name = file.file_name().context("invariant: a file has a name")?;
        let content =
            if name == STYLES { bundled(&file)?.into_bytes() } else { stamp::read(&file)? };
        fs::write(folder.join(name), content)?;
    }
    Ok(())
}

fn bundled(styles: &Path) -> Result<String> {
    let print = Fingerprint::default().path(&paths::root("styles"))?.path(styles)?;
    let bundle = || output(npm::esbuild().arg(styles).args(["--bundle", "--target=chrome69"]));
    kept("embed/pages.css", print, bundle)
}

/// That the scripts are ES2017, and that the guide's examples keep to the declared types.
///
/// # Errors
/// When they do not; the compiler says where.
pub(crate) fn check() -> Result<()> {
    npm::ready()?;
    let files = stamp::files(&paths::root(FOLDER))?;
    for file in files.iter().filter(|file| file.extension().is_some_and(|kind| kind == "js")) {
        // What is newer would be rewritten.
        let written = |target: &str| output(npm::plain_esbuild().arg(file).arg(target));
        let is_old = written("--target=es2017")? == written("--target=esnext")?;
        ensure!(is_old, "{} has what is newer than ES2017", file.display());
    }
    types()
}

fn types() -> Result<()> {
    let folder = paths::target("embed");
    fs::create_dir_all(&folder)?;
    let guide = String::from_utf8(stamp::read(&paths::root("docs/嵌入.md"))?)?;
    let file = folder.join("examples.js");
    fs::write(&file, examples(&guide)?)?;
    let mut tsc = npm::tsc();
    tsc.args(["--allowJs", "--checkJs", "--target", "es2017", "--lib", "dom,es2020"]);
    // A portal has a browser's types and none of Node.js, which lie among the tools.
    tsc.arg("--typeRoots").arg(&folder);
    run(tsc.arg(paths::root("embed/embed.d.ts")).arg(file))
}

/// The guide's examples in JavaScript, each in a function of its own; `simulator` is known.
fn examples(guide: &str) -> Result<String> {
    let blocks = guide.split("\n```js\n").skip(1);
    let blocks: Vec<&str> = blocks.filter_map(|rest| Some(rest.split_once("\n```")?.0)).collect();
    ensure!(!blocks.is_empty(), "docs/嵌入.md has no example");
    let known = "/** @type {Tuiyan.Simulator} */ let simulator;\n".to_owned();
    let functions = blocks.iter().map(|block| format!("(async () => {{\n{block}\n}})();\n"));
    Ok(known + &functions.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_says_the_version_of_the_release() {
        let script = fs::read_to_string(paths::root("embed/embed.js")).unwrap();
        assert!(script.contains(&format!("const VERSION = '{}';", env!("CARGO_PKG_VERSION"))));
    }

    #[test]
    fn each_example_is_a_function() {
        let found = examples("a\n```js\nb();\n```\n```html\nc\n```\n```js\nd();\n```\n").unwrap();
        assert!(found.ends_with("\n(async () => {\nb();\n})();\n(async () => {\nd();\n})();\n"));
        assert!(examples("none").is_err());
    }
}
