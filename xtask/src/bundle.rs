//! Puts the release together in `dist/`: a site for any static server, whose
//! files carry a digest of their content in the name, and the single file.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

use crate::page::{self, Program};
use crate::process::{filter, output, step};
use crate::stamp::{self, Fingerprint};
use crate::toolchain::Toolchain;
use crate::{npm, paths, sizes};

/// What `index.html` refers to, and its policy; each is replaced.
const STYLES: &str = r#"<link rel="stylesheet" href="styles/main.css">"#;
const ICON: &str = r#"href="shell/icon.svg""#;
const SUPPORT: &str = r#"<script src="shell/support.js"></script>"#;
const START: &str = r#"<script src="shell/start.js" data-module="tuiyan.wasm"></script>"#;
const POLICY: &str = r#"<meta http-equiv="Content-Security-Policy" content=""#;

/// The single file's policy. A `script-src` or `default-src` would have kernels
/// below 97 refuse WebAssembly; all that leads out of the file stays closed.
const SINGLE_FILE_POLICY: &str = "connect-src 'none'; img-src data: blob:; font-src data:; \
    media-src 'none'; object-src 'none'; frame-src 'none'; worker-src 'none'; \
    manifest-src 'none'; base-uri 'none'; form-action 'none'; style-src ";

/// Makes `dist/` and prints its sizes.
///
/// # Errors
/// When something cannot be built or is larger than promised.
pub(crate) fn build() -> Result<()> {
    ready()?;
    sizes::report()
}

/// Makes `dist/` unless it is current.
///
/// # Errors
/// When something cannot be built.
pub(crate) fn ready() -> Result<()> {
    npm::ready()?;
    let program = page::program(&Toolchain::ready()?)?;
    let stamp = fingerprint(&program)?;
    let stamp_file = paths::target("page/dist.stamp");
    if stamp::is_current(&stamp_file, &stamp) && paths::single_file().is_file() {
        return Ok(());
    }
    step("page: put dist/ together", || {
        let parts = Parts::collect(&program)?;
        let fresh = paths::target("page/dist.new");
        if fresh.exists() {
            fs::remove_dir_all(&fresh)?;
        }
        fs::create_dir_all(&fresh)?;
        parts.write_site(&fresh)?;
        fs::write(fresh.join("tuiyan.html"), parts.single_file()?)?;
        if paths::dist().exists() {
            fs::remove_dir_all(paths::dist())?;
        }
        fs::rename(&fresh, paths::dist())?;
        stamp::write(&stamp_file, &stamp)
    })
}

fn fingerprint(program: &Program) -> Result<String> {
    let mut print = Fingerprint::default().text(SINGLE_FILE_POLICY).text(&program.glue);
    print = print.text(&stamp::short_digest(&program.module));
    for source in ["index.html", "shell", "styles", "package-lock.json", "xtask/src/bundle.rs"] {
        print = print.path(&paths::root(source))?;
    }
    Ok(print.finish())
}

/// Everything that a page consists of, minified.
struct Parts<'a> {
    index: String,
    styles: String,
    icon: String,
    support: String,
    start: String,
    module: &'a [u8],
}

impl<'a> Parts<'a> {
    fn collect(program: &'a Program) -> Result<Self> {
        let start = program.glue.clone() + &text("shell/start.js")?;
        let mut styles = npm::esbuild();
        styles.arg(paths::root("styles/main.css")).args(["--bundle", "--target=chrome69"]);
        Ok(Self {
            index: text("index.html")?,
            styles: output(&mut styles)?.trim().to_owned(),
            icon: text("shell/icon.svg")?,
            support: script(text("shell/support.js")?, "es5")?,
            start: script(start, "chrome69")?,
            module: &program.module,
        })
    }

    fn write_site(&self, folder: &Path) -> Result<()> {
        let write = |stem: &str, extension: &str, content: &[u8]| -> Result<String> {
            let name = format!("{stem}-{}.{extension}", stamp::short_digest(content));
            fs::write(folder.join(&name), content)?;
            Ok(name)
        };
        let styles = write("tuiyan", "css", self.styles.as_bytes())?;
        let icon = write("icon", "svg", self.icon.as_bytes())?;
        let support = write("support", "js", self.support.as_bytes())?;
        let start = write("tuiyan", "js", self.start.as_bytes())?;
        let module = write("tuiyan", "wasm", self.module)?;
        let index = replaced(
            &self.index,
            &[
                (STYLES, &format!(r#"<link rel="stylesheet" href="{styles}">"#)),
                (ICON, &format!(r#"href="{icon}""#)),
                (SUPPORT, &format!(r#"<script src="{support}"></script>"#)),
                (START, &format!(r#"<script src="{start}" data-module="{module}"></script>"#)),
            ],
        )?;
        Ok(fs::write(folder.join("index.html"), index)?)
    }

    fn single_file(&self) -> Result<String> {
        for part in [&self.styles, &self.support, &self.start] {
            let inert = ["</script", "<!--", "</style"].iter().all(|end| !part.contains(end));
            ensure!(inert, "a script or style would end the element that holds it");
        }
        let index = replaced(
            &self.index,
            &[
                (STYLES, &format!("<style>{}</style>", self.styles)),
                (ICON, &format!(r#"href="data:image/svg+xml;base64,{}""#, base64(&self.icon))),
                (SUPPORT, &format!("<script>{}</script>", self.support)),
                (START, &format!("{}<script>{}</script>", self.inlined_module(), self.start)),
            ],
        )?;
        let digest = BASE64_STANDARD.encode(Sha256::digest(&self.styles));
        with_policy(&index, &format!("{SINGLE_FILE_POLICY}'sha256-{digest}'"))
    }

    fn inlined_module(&self) -> String {
        let module = base64(self.module);
        format!(r#"<script id="tuiyan-module" type="application/wasm">{module}</script>"#)
    }
}

fn script(source: String, target: &str) -> Result<String> {
    let mut esbuild = npm::esbuild();
    esbuild.args(["--loader=js", "--format=iife"]).arg(format!("--target={target}"));
    Ok(filter(&mut esbuild, source)?.trim().to_owned())
}

fn text(path: &str) -> Result<String> {
    Ok(String::from_utf8(stamp::read(&paths::root(path))?)?)
}

fn base64(content: impl AsRef<[u8]>) -> String {
    BASE64_STANDARD.encode(content)
}

/// Replaces each part, which must stand in the text exactly once.
fn replaced(index: &str, replacements: &[(&str, &str)]) -> Result<String> {
    let mut result = index.to_owned();
    for (part, replacement) in replacements {
        ensure!(index.matches(part).count() == 1, "index.html must have `{part}` once");
        result = result.replacen(part, replacement, 1);
    }
    Ok(result)
}

fn with_policy(index: &str, policy: &str) -> Result<String> {
    let (before, rest) = index.split_once(POLICY).context("index.html has no policy")?;
    let (_, after) = rest.split_once('"').context("the policy in index.html does not end")?;
    Ok(format!("{before}{POLICY}{policy}\"{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_that_is_missing_or_doubled_is_an_error() {
        assert_eq!(replaced("<a><b>", &[("<a>", "1"), ("<b>", "2")]).unwrap(), "12");
        assert!(replaced("<a>", &[("<b>", "")]).is_err());
        assert!(replaced("<a><a>", &[("<a>", "")]).is_err());
    }

    #[test]
    fn the_policy_is_replaced_as_a_whole() {
        let index = format!(r#"x{POLICY}default-src 'none'">y"#);
        assert_eq!(with_policy(&index, "p").unwrap(), format!(r#"x{POLICY}p">y"#));
    }

    #[test]
    fn the_single_file_may_compile_webassembly_on_old_kernels() {
        assert!(!SINGLE_FILE_POLICY.contains("script-src"));
        assert!(!SINGLE_FILE_POLICY.contains("default-src"));
    }

    #[test]
    fn index_html_has_the_parts_and_the_strict_policy() {
        let index = text("index.html").unwrap();
        for part in [STYLES, ICON, SUPPORT, START, POLICY] {
            assert_eq!(index.matches(part).count(), 1, "{part}");
        }
        assert!(index.contains("default-src 'none'; script-src 'self' 'wasm-unsafe-eval';"));
        assert!(!index.contains("unsafe-inline"));
    }
}
