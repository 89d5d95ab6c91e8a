//! The deliverables: a site for any web server, and one file to be opened by double-click.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::Write as _;
use std::path::Path;

use base64::Engine as _;

use crate::page::{self, Program};
use crate::run::{Outcome, read, remove, root, step, write};
use crate::style;

/// Limits of the product, in bytes.
const SINGLE_FILE: usize = 1_500_000;
const FIRST_LOAD_BROTLI: usize = 350_000;

/// Policy of the served page: its own files, no inline script, no inline style.
const SITE_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; \
    object-src 'none'; frame-src 'none'";

/// Policy of the single file: everything is in it, nothing is fetched. It names no
/// `script-src` and no `default-src`, since browsers before Chromium 97 would refuse wasm.
const FILE_POLICY: &str = "connect-src 'none'; img-src data: blob:; font-src 'none'; media-src 'none'; \
    worker-src 'none'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

/// Builds both into `dist/` and prints their sizes.
pub(crate) fn build() -> Outcome {
    let program = page::build()?;
    step("dist", || {
        let parts = Parts::read(program)?;
        let fresh = root().join("target/page/dist");
        remove(&fresh)?;
        parts.write_site(&fresh)?;
        parts.write_single_file(&fresh)?;
        let dist = root().join("dist");
        remove(&dist)?;
        fs::rename(&fresh, &dist).map_err(|error| format!("dist/ cannot be replaced: {error}"))
    })?;
    report(&root().join("dist"))
}

struct Parts {
    program: Program,
    loader: String,
    style: String,
    page: String,
    icon: String,
}

impl Parts {
    fn read(program: Program) -> Outcome<Self> {
        let file = |path: &str| read(&root().join(path));
        Ok(Self {
            program,
            loader: file("shell/loader.js")?,
            style: style::joined()?,
            page: file("index.html")?,
            icon: file("shell/icon.svg")?,
        })
    }

    /// Files whose names carry a hash of their contents, so that a server may cache them for ever.
    fn write_site(&self, dist: &Path) -> Outcome {
        let hashed = |stem: &str, extension: &str, contents: &[u8]| -> Outcome<String> {
            let name = format!("{stem}-{}.{extension}", hash(contents));
            write(&dist.join(&name), contents)?;
            Ok(name)
        };
        let wasm = hashed("tuiyan", "wasm", &self.program.wasm)?;
        let script = hashed("tuiyan", "js", self.program.glue.as_bytes())?;
        let loader = hashed("start", "js", self.loader.replace("{{wasm}}", &wasm).as_bytes())?;
        let style = hashed("tuiyan", "css", self.style.as_bytes())?;
        let icon = hashed("icon", "svg", self.icon.as_bytes())?;
        let head = format!(
            "<link rel=\"icon\" href=\"{icon}\">\n<link rel=\"stylesheet\" href=\"{style}\">\n<script src=\"{script}\" defer></script>\n<script src=\"{loader}\" defer></script>"
        );
        write(&dist.join("index.html"), self.page(SITE_POLICY, &head, ""))
    }

    fn write_single_file(&self, dist: &Path) -> Outcome {
        let base64 = base64::engine::general_purpose::STANDARD;
        let icon = format!("data:image/svg+xml;base64,{}", base64.encode(&self.icon));
        let head = format!("<link rel=\"icon\" href=\"{icon}\">\n<style>{}</style>", self.style);
        let loader = self.loader.replace("{{wasm}}", "");
        // A script's text ends at the first closing tag, wherever it stands. The loader is a
        // script of its own: it runs where the glue's syntax is not understood.
        let inline = |script: &str| script.replace("</script", "<\\/script");
        let (glue, loader) = (inline(&self.program.glue), inline(&loader));
        let module = base64.encode(&self.program.wasm);
        let tail = format!(
            "<script type=\"application/octet-stream\" id=\"module\">{module}</script>\n<script>{glue}</script>\n<script>{loader}</script>\n"
        );
        write(&dist.join("tuiyan.html"), self.page(FILE_POLICY, &head, &tail))
    }

    fn page(&self, policy: &str, head: &str, tail: &str) -> String {
        let page = self.page.replace("{{policy}}", policy).replace("{{head}}", head);
        page.replace("{{tail}}", tail)
    }
}

/// First digits of a hash of the contents; the same contents have the same name.
fn hash(contents: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    contents.hash(&mut hasher);
    format!("{:016x}", hasher.finish())[..10].to_owned()
}

/// Prints the sizes of all files and fails above the limits.
fn report(dist: &Path) -> Outcome {
    let mut names: Vec<_> = fs::read_dir(dist)
        .map_err(|error| format!("dist/ cannot be read: {error}"))?
        .filter_map(|file| Some(file.ok()?.file_name().to_string_lossy().into_owned()))
        .collect();
    names.sort();
    println!("   {:28} {:>10} {:>10} {:>10}", "dist/", "raw", "gzip", "brotli");
    let mut first_load = 0;
    let mut single = 0;
    for name in &names {
        let contents =
            fs::read(dist.join(name)).map_err(|error| format!("{name} cannot be read: {error}"))?;
        let (gzip, brotli) = (gzip(&contents)?, brotli(&contents)?);
        println!("   {name:28} {:>10} {gzip:>10} {brotli:>10}", contents.len());
        if name == "tuiyan.html" { single = contents.len() } else { first_load += brotli }
    }
    println!(
        "   first load {first_load} bytes brotli (limit {FIRST_LOAD_BROTLI}); single file {single} bytes (limit {SINGLE_FILE})"
    );
    if first_load > FIRST_LOAD_BROTLI || single > SINGLE_FILE {
        return Err("the page is larger than its limit".into());
    }
    Ok(())
}

fn gzip(contents: &[u8]) -> Outcome<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    let done = encoder.write_all(contents).and_then(|()| encoder.finish());
    done.map(|packed| packed.len()).map_err(|error| format!("gzip: {error}"))
}

fn brotli(contents: &[u8]) -> Outcome<usize> {
    let mut packed = Vec::new();
    let parameters = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &contents[..], &mut packed, &parameters)
        .map_err(|error| format!("brotli: {error}"))?;
    Ok(packed.len())
}
