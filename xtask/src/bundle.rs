//! Puts the release together in `dist/`: a site for any static server, whose
//! files carry a digest of their content in the name, and the single files.
//! The site has every form of the program, of which a browser loads one.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest as _, Sha256};

use crate::form::Form;
use crate::memo::kept;
use crate::page::{self, Program, Programs};
use crate::paths::{COMPAT_FILE, SECOND, SINGLE_FILE};
use crate::process::{output, step};
use crate::stamp::{self, Fingerprint};
use crate::toolchain::Toolchain;
use crate::{dependencies, embed, npm, paths, release, sizes};

/// The file that vouches for the others.
pub(crate) const SUMS: &str = "SHA256SUMS";

/// What `index.html` refers to, and its policy; each is replaced.
const STYLES: &str = r#"<link rel="stylesheet" href="styles/main.css">"#;
const ICON: &str = r#"href="shell/icon.svg""#;
const SUPPORT: &str =
    r#"<script id="support" src="shell/support.js" data-about="shell/about/about.js"></script>"#;
const ABOUT: &str = r#"<script src="shell/about/about.js"></script>"#;
const START: &str = r#"<script src="shell/start.js"></script>"#;
const POLICY: &str = r#"<meta http-equiv="Content-Security-Policy" content=""#;

/// What the policies of the single files have in common: nothing leads out of them.
const SINGLE_FILE_POLICY: &str = "connect-src 'none'; img-src data: blob:; font-src data:; \
    media-src 'none'; object-src 'none'; frame-src 'none'; worker-src 'none'; \
    manifest-src 'none'; base-uri 'none'; form-action 'none'; style-src ";

/// What `dist/` is put together from, besides the program.
const SOURCES: [&str; 11] = [
    "index.html",
    CHECK,
    "shell",
    "styles",
    embed::FOLDER,
    "models",
    "Cargo.lock",
    "package-lock.json",
    "xtask/src/bundle.rs",
    "xtask/src/embed.rs",
    "xtask/src/release.rs",
];

/// The page of the check alone.
const CHECK: &str = "selfcheck.html";

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
    let programs = page::programs(&tools()?)?;
    let stamp = fingerprint(&programs)?;
    let stamp_file = paths::target("page/dist.stamp");
    if stamp::is_current(&stamp_file, &stamp) && paths::single_file().is_file() {
        return Ok(());
    }
    assemble(&programs, &paths::dist())?;
    stamp::write(&stamp_file, &stamp)
}

/// Makes a page of the form that the browsers of today take, optimised as the release is, and gives its folder. It has no
/// single files: all forms are the business of [`build`], which takes three times as long.
///
/// # Errors
/// When something cannot be built.
pub(crate) fn served() -> Result<PathBuf> {
    let programs = page::served(&tools()?)?;
    let folder = paths::target("page/served");
    let stamp = fingerprint(&programs)?;
    let stamp_file = paths::target("page/served.stamp");
    if !stamp::is_current(&stamp_file, &stamp) {
        assemble(&programs, &folder)?;
        stamp::write(&stamp_file, &stamp)?;
    }
    Ok(folder)
}

/// Makes a draft, one form that is compiled fast, as a site, and gives its folder.
///
/// # Errors
/// When something cannot be built.
pub(crate) fn draft() -> Result<PathBuf> {
    let programs = page::draft(&tools()?)?;
    let folder = paths::target("page/draft");
    assemble(&programs, &folder)?;
    Ok(folder)
}

/// A compiler and its library and, at the same time, the tools from npm.
fn tools() -> Result<Toolchain> {
    std::thread::scope(|scope| {
        let npm = scope.spawn(npm::ready);
        let toolchain = Toolchain::ready()?;
        npm.join().ok().context("what installs the tools from npm panicked")??;
        Ok(toolchain)
    })
}

/// Puts a page together in `folder`, which it replaces.
fn assemble(programs: &Programs, folder: &Path) -> Result<()> {
    step(&format!("page: put {} together", paths::shown(folder)), || {
        let parts = Parts::collect(programs)?;
        let fresh = paths::target("page/fresh");
        remove(&fresh)?;
        fs::create_dir_all(&fresh)?;
        parts.write_site(&fresh)?;
        embed::write(&fresh)?;
        if let Some(engine) = &parts.single {
            let single = parts.single_file(engine, Policy::AnyScript)?;
            fs::write(fresh.join(SINGLE_FILE), single)?;
        }
        if let Some(engine) = parts.engines.iter().find(|engine| engine.form == Form::Javascript) {
            let compat = parts.single_file(engine, Policy::OwnScripts)?;
            fs::write(fresh.join(COMPAT_FILE), compat)?;
        }
        let notices = kept("licences.txt", dependencies::print()?, dependencies::notices)?;
        fs::write(fresh.join("licences.txt"), notices)?;
        fs::write(fresh.join(SUMS), stamp::sums(&fresh)?)?;
        remove(folder)?;
        Ok(fs::rename(&fresh, folder)?)
    })
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(())
}

fn fingerprint(programs: &Programs) -> Result<String> {
    let mut print = Fingerprint::default().text(SINGLE_FILE_POLICY);
    for program in programs.served.iter().chain(&programs.single) {
        print = print.text(&program.script);
        for module in &program.modules {
            print = print.text(&stamp::short_digest(module));
        }
    }
    for source in SOURCES {
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
    /// The check of the surroundings, loaded when somebody asks for it.
    about: String,
    /// Of the site.
    engines: Vec<Engine<'a>>,
    /// Of the single file.
    single: Option<Engine<'a>>,
}

/// A form of the program, as the page loads it.
struct Engine<'a> {
    form: Form,
    script: String,
    modules: &'a [Vec<u8>],
}

impl<'a> Parts<'a> {
    fn collect(programs: &'a Programs) -> Result<Self> {
        let mut parts = Self {
            index: text("index.html")?,
            styles: bundle("styles/main.css", &["--target=chrome69"])?,
            icon: text("shell/icon.svg")?,
            support: npm::minified(text("shell/support.js")?, "es5")?,
            start: bundle("shell/start.js", &["--target=chrome69"])?,
            about: String::new(),
            engines: programs.served.iter().map(Engine::new).collect::<Result<_>>()?,
            single: programs.single.as_ref().map(Engine::new).transpose()?,
        };
        let release = format!("--define:RELEASE={}", release::of(&parts.content())?);
        parts.about = bundle("shell/about/about.js", &["--target=es5", &release])?;
        Ok(parts)
    }

    /// What the page does and shows, for a name of this build.
    fn content(&self) -> Vec<&[u8]> {
        let shell = [&self.index, &self.styles, &self.icon, &self.support, &self.start];
        let shell = shell.into_iter().map(String::as_bytes);
        let engines = self.engines.iter().chain(&self.single);
        let engines = engines.flat_map(|engine| {
            let modules = engine.modules.iter().map(Vec::as_slice);
            [engine.script.as_bytes()].into_iter().chain(modules)
        });
        shell.chain(engines).collect()
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
        let mut forms = String::new();
        for Engine { form, script, modules } in &self.engines {
            let name = form.name();
            let mut files = vec![write(name, "js", script.as_bytes())?];
            for (stem, module) in [name.to_owned(), format!("{SECOND}{name}")].iter().zip(*modules)
            {
                files.push(write(stem, "wasm", module)?);
            }
            forms.extend([" data-", name, "=\"", &files.join(" "), "\""]);
        }
        let about = write("about", "js", self.about.as_bytes())?;
        let support =
            format!(r#"<script id="support" src="{support}" data-about="{about}"></script>"#);
        let start = format!(r#"<script src="{start}"{forms}></script>"#);
        let styles = format!(r#"<link rel="stylesheet" href="{styles}">"#);
        let icon = format!(r#"href="{icon}""#);
        let parts = [(STYLES, &*styles), (ICON, &icon), (SUPPORT, &support), (START, &start)];
        fs::write(folder.join("index.html"), replaced(&self.index, &parts)?)?;
        let about = format!(r#"<script src="{about}"></script>"#);
        let parts = [(STYLES, &*styles), (ICON, &icon), (ABOUT, &about)];
        Ok(fs::write(folder.join(CHECK), replaced(&text(CHECK)?, &parts)?)?)
    }

    /// A page with everything in it, which carries one form.
    fn single_file(&self, engine: &Engine, policy: Policy) -> Result<String> {
        let scripts = [&self.support, &self.about, &engine.script, &self.start];
        for part in scripts.into_iter().chain([&self.styles]) {
            let inert = ["</script", "<!--", "</style"].iter().all(|end| !part.contains(end));
            ensure!(inert, "a script or style would end the element that holds it");
        }
        let modules = engine.modules.iter().map(|module| {
            let (name, module) = (engine.form.name(), base64(module));
            format!(r#"<script id="tuiyan-{name}" type="application/wasm">{module}</script>"#)
        });
        let start = format!(
            r#"{}<script>{}</script><script data-{}="">{}</script>"#,
            modules.collect::<String>(),
            engine.script,
            engine.form.name(),
            self.start
        );
        let support = format!(
            r#"<script id="support">{}</script><script>{}</script>"#,
            self.support, self.about
        );
        let index = replaced(
            &self.index,
            &[
                (STYLES, &format!("<style>{}</style>", self.styles)),
                (ICON, &format!(r#"href="data:image/svg+xml;base64,{}""#, base64(&self.icon))),
                (SUPPORT, &support),
                (START, &start),
            ],
        )?;
        let mut policy_text = format!("{SINGLE_FILE_POLICY}{}", allowed(&self.styles));
        if policy == Policy::OwnScripts {
            let scripts: Vec<String> = scripts.into_iter().map(|script| allowed(script)).collect();
            policy_text =
                format!("default-src 'none'; script-src {}; {policy_text}", scripts.join(" "));
        }
        with_policy(&index, &policy_text)
    }
}

/// What a single file lets run.
#[derive(Clone, Copy, PartialEq)]
enum Policy {
    /// Any script, since a policy on scripts has kernels below 97 refuse WebAssembly. All that
    /// leads out of the file stays closed.
    AnyScript,
    /// The scripts that are in it.
    OwnScripts,
}

/// How a policy names a script or a style that stands in the page.
fn allowed(content: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(content)))
}

impl<'a> Engine<'a> {
    fn new(program: &'a Program) -> Result<Self> {
        let script = npm::minified(program.script.clone(), "chrome69")?;
        Ok(Self { form: program.form, script, modules: &program.modules })
    }
}

/// A script or style sheet with all that it names, which stands in the same folder.
fn bundle(path: &str, flags: &[&str]) -> Result<String> {
    let folder = path.split('/').next().unwrap_or_default();
    let print = Fingerprint::default().text(&flags.join(" ")).path(&paths::root(folder))?;
    kept(path, print, || {
        let mut esbuild = npm::esbuild();
        esbuild.arg(paths::root(path)).arg("--bundle").args(flags);
        Ok(output(&mut esbuild)?.trim().to_owned())
    })
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
