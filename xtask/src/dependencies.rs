//! What the project takes from others: that it may, where it comes from, and
//! the notices that go with the page.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::paths;
use crate::process::{locked_cargo, output};
use crate::stamp::{self, Fingerprint};

/// What may be combined with our own licences and given away with the page.
const LICENCES: &[&str] =
    &["0BSD", "Apache-2.0", "BSL-1.0", "CC0-1.0", "ISC", "MIT", "Unicode-3.0", "Unlicense", "Zlib"];
/// A tool is not in the page, so that a file may also stay under its own licence.
const LICENCES_OF_TOOLS: &[&str] = &["Apache-2.0", "CC0-1.0", "MIT", "MPL-2.0"];
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Every crate has a licence of the list and comes from crates.io, or is ours; every npm tool has
/// a licence of its list and a digest.
///
/// # Errors
/// Naming all that do not.
pub(crate) fn check() -> Result<()> {
    let mut found: Vec<String> = crates()?.iter().filter_map(objection).collect();
    let lock: Value = serde_json::from_slice(&stamp::read(&paths::root("package-lock.json"))?)?;
    let tools = lock["packages"].as_object().context("package-lock.json names no packages")?;
    let tools = tools.iter().filter(|(name, _)| !name.is_empty());
    found.extend(tools.filter_map(|(name, tool)| objection_to_tool(name, tool)));
    ensure!(found.is_empty(), "\n{}", found.join("\n"));
    Ok(())
}

fn objection(package: &Value) -> Option<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let licence = package["license"].as_str().unwrap_or_default();
    if !allows(licence, LICENCES) {
        return Some(format!("crate {name}: licence {licence:?} is not in the list"));
    }
    let ours =
        package["source"].is_null() && package["publish"].as_array().is_some_and(Vec::is_empty);
    let foreign = !ours && package["source"].as_str() != Some(REGISTRY);
    foreign.then(|| format!("crate {name} comes from {}", package["source"]))
}

fn objection_to_tool(name: &str, tool: &Value) -> Option<String> {
    let licence = tool["license"].as_str().unwrap_or_default();
    if !allows(licence, LICENCES_OF_TOOLS) {
        return Some(format!("{name}: licence {licence:?} is not in the list"));
    }
    let elsewhere = tool["resolved"]
        .as_str()
        .is_some_and(|from| !from.starts_with("https://registry.npmjs.org/"));
    let unsealed = !tool["integrity"].as_str().is_some_and(|digest| digest.starts_with("sha512-"));
    (elsewhere || unsealed).then(|| format!("{name} is not pinned to what npm's registry has"))
}

/// Somebody else's crate that is linked into the page.
pub(crate) struct Part {
    name: String,
    licence: String,
    manifest: PathBuf,
}

impl Part {
    /// Name, version and licence.
    pub(crate) fn line(&self) -> String {
        format!("{} ({})", self.name, self.licence)
    }
}

/// Of all that decides what the page contains of others.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn print() -> Result<Fingerprint> {
    let files = ["Cargo.lock", "Cargo.toml"].into_iter();
    files.map(paths::root).try_fold(Fingerprint::default(), |print, file| print.path(&file))
}

/// Everything that the page contains of others, by name.
///
/// # Errors
/// When cargo fails.
pub(crate) fn parts_of_page() -> Result<Vec<Part>> {
    let linked = crates_of_page()?;
    let part = |package: &Value| {
        let field = |name: &str| package[name].as_str().unwrap_or_default().to_owned();
        let name = format!("{} {}", field("name"), field("version"));
        Part { name, licence: field("license"), manifest: field("manifest_path").into() }
    };
    let foreign = crates()?.into_iter().filter(|package| !package["source"].is_null());
    let parts = foreign.map(|package| part(&package));
    let mut parts: Vec<Part> = parts.filter(|part| linked.contains(&part.name)).collect();
    parts.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(parts)
}

/// A list of the crates that the page consists of, and their notices, each once.
///
/// # Errors
/// When cargo fails or a notice cannot be read.
pub(crate) fn notices() -> Result<String> {
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let parts = parts_of_page()?;
    for part in &parts {
        for text in notices_in(&part.manifest)? {
            texts.entry(text).or_default().push(part.name.clone());
        }
    }
    let list: Vec<String> = parts.iter().map(Part::line).collect();
    let mut all = format!("{HEAD}{}\n\n", list.join("\n"));
    for (text, names) in texts {
        all.extend(["---- ", &names.join(", "), "\n\n", &text, "\n\n"]);
    }
    Ok(all)
}

const HEAD: &str = "Tuiyan 推演: MIT OR Apache-2.0. The page contains the Rust standard library (MIT OR \
    Apache-2.0, The Rust Project\nContributors) and the crates listed here, each under the licence beside \
    its name; their notices follow.\n\n";

/// `name version` of every crate that is linked into the page.
fn crates_of_page() -> Result<BTreeSet<String>> {
    let mut tree = locked_cargo("tree");
    tree.args(["--package", "tuiyan", "--edges", "normal,no-proc-macro", "--prefix", "none"]);
    let tree = output(tree.args(["--target", "wasm32-unknown-unknown", "--format", "{p}"]))?;
    let name = |line: &str| {
        let mut words = line.split(' ');
        Some(format!("{} {}", words.next()?, words.next()?.strip_prefix('v')?))
    };
    Ok(tree.lines().filter_map(name).collect())
}

fn crates() -> Result<Vec<Value>> {
    let metadata = output(locked_cargo("metadata").args(["--format-version", "1"]))?;
    let mut metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array_mut().context("cargo names no packages")?;
    Ok(std::mem::take(packages))
}

/// The notices beside a manifest. Where there is a choice, those of MIT are enough.
fn notices_in(manifest: &Path) -> Result<Vec<String>> {
    let folder = manifest.parent().context("a manifest stands in a folder")?;
    let mut files = Vec::new();
    for entry in folder.read_dir()? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        let is_notice = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];
        if path.is_file() && is_notice.iter().any(|start| name.starts_with(start)) {
            files.push((name, path));
        }
    }
    files.sort();
    if files.iter().any(|(name, _)| name.contains("MIT")) {
        files.retain(|(name, _)| name.contains("MIT"));
    }
    let text = |(_, path): &(String, PathBuf)| {
        Ok(String::from_utf8_lossy(&stamp::read(path)?).replace("\r\n", "\n").trim().to_owned())
    };
    files.iter().map(text).collect()
}

/// Whether an SPDX expression can be met with these licences alone. A slash is an old way to write `OR`; an exception is
/// a licence of its own, which the list would have to name.
fn allows(expression: &str, licences: &[&str]) -> bool {
    Expression::parse_mode(expression, ParseMode::LAX).is_ok_and(|expression| {
        expression.evaluate(|asked| {
            asked.addition.is_none()
                && asked.license.id().is_some_and(|licence| licences.contains(&licence.name))
        })
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_expression_is_met_by_one_choice_and_by_every_part() {
        for met in ["MIT", "MIT/GPL-3.0", "GPL-3.0 OR Zlib", "(MIT OR GPL-3.0) AND Unicode-3.0"] {
            assert!(allows(met, LICENCES), "{met}");
        }
        for not in [
            "",
            "GPL-3.0",
            "MIT AND GPL-3.0",
            "Apache-2.0 WITH LLVM-exception",
            "MIT)",
            "(MIT",
            "MIT MIT",
        ] {
            assert!(!allows(not, LICENCES), "{not}");
        }
    }

    #[test]
    fn a_crate_from_elsewhere_is_an_objection() {
        let package = |source: &str| json!({ "name": "x", "license": "MIT", "source": source, "publish": null });
        assert_eq!(objection(&package(REGISTRY)), None);
        assert!(objection(&package("git+https://example.org/x")).is_some());
        assert!(objection(&json!({ "name": "x", "license": "MIT", "source": null })).is_some());
    }

    #[test]
    fn a_tool_without_a_digest_is_an_objection() {
        assert_eq!(
            objection_to_tool("x", &json!({ "license": "MIT", "integrity": "sha512-0" })),
            None
        );
        assert!(objection_to_tool("x", &json!({ "license": "MIT" })).is_some());
        let elsewhere = json!({ "license": "MIT", "integrity": "sha512-0", "resolved": "https://example.org/x.tgz" });
        assert!(objection_to_tool("x", &elsewhere).is_some());
    }

    #[test]
    fn the_page_brings_its_notices() {
        let notices = notices().unwrap();
        assert!(notices.contains("\nyew ") && notices.contains("Permission is hereby granted"));
        assert!(!notices.contains("wasm-bindgen-cli-support"), "a tool is not in the page");
    }
}
