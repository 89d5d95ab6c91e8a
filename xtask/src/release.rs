//! What a release says of itself: `shell/about/about.js` shows it.

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::dependencies::{self, Part};
use crate::memo::kept;
use crate::{paths, stamp};

/// Version, a digest of `content`, the models with theirs, and what is in it of others; as JSON.
/// The commit has no part in it: the same files have the same name.
///
/// # Errors
/// When a model cannot be read or cargo fails.
pub(crate) fn of(content: &[&[u8]]) -> Result<String> {
    let parts = kept("components", dependencies::print()?, || {
        let parts = dependencies::parts_of_page()?;
        Ok(parts.iter().map(Part::line).collect::<Vec<_>>().join("\n"))
    })?;
    let release = json!({
        "version": env!("CARGO_PKG_VERSION"),
        "build": &stamp::digest(&content.concat())[..16],
        "model": models()?.join("; "),
        "components": parts.lines().collect::<Vec<_>>(),
    });
    Ok(release.to_string())
}

fn models() -> Result<Vec<String>> {
    let files = stamp::files(&paths::root("models"))?;
    files
        .iter()
        .filter(|file| file.ends_with("model.toml"))
        .map(|file| model(&stamp::read(file)?))
        .collect()
}

/// The id and the version stand at the top of a model, and its digest tells what neither does.
fn model(file: &[u8]) -> Result<String> {
    let text = String::from_utf8_lossy(file);
    let field = |name: &str| {
        let value = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(" = "));
        value.map(|value| value.trim_matches('"')).with_context(|| format!("a model has no {name}"))
    };
    Ok(format!("{} {} (SHA-256 {})", field("id")?, field("version")?, &stamp::digest(file)[..16]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_model_is_named_with_version_and_digest() {
        let named = model(b"id = \"city\"\nversion = \"1.2.0\"\n").unwrap();
        assert!(named.starts_with("city 1.2.0 (SHA-256 "), "{named}");
        assert!(model(b"id = \"city\"\n").is_err());
    }
}
