//! Remembers what a result was made from, so that repeating a command repeats
//! only what changed. A stamp is written last: an interrupted run leaves none.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use sha2::{Digest as _, Sha256};

/// A digest over everything that decides a result.
#[derive(Default)]
pub(crate) struct Fingerprint(Sha256);

impl Fingerprint {
    /// Adds a text, such as a compiler's version or a flag.
    pub(crate) fn text(mut self, text: &str) -> Self {
        self.0.update(text);
        self.0.update([0]);
        self
    }

    /// Adds a file's contents or, in the order of their names, a folder's files.
    ///
    /// # Errors
    /// When something cannot be read.
    pub(crate) fn path(mut self, path: &Path) -> Result<Self> {
        for file in files(path)? {
            self.0.update(read(&file)?);
            self = self.text(&file.to_string_lossy());
        }
        Ok(self)
    }

    /// The digest as 64 hexadecimal digits.
    pub(crate) fn finish(self) -> String {
        hexadecimal(&self.0.finalize())
    }
}

/// The SHA-256 of this content, as 64 hexadecimal digits.
pub(crate) fn digest(content: &[u8]) -> String {
    hexadecimal(&Sha256::digest(content))
}

/// Ten hexadecimal digits that name this content, for a file name.
pub(crate) fn short_digest(content: &[u8]) -> String {
    hexadecimal(&Sha256::digest(content)[..5])
}

/// What `sha256sum --check` reads: a line for each file of a folder and of the folders in it.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn sums(folder: &Path) -> Result<String> {
    let lines = files(folder)?.into_iter().map(|file| {
        let name = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
        Ok(format!("{}  {name}\n", digest(&read(&file)?)))
    });
    lines.collect()
}

/// Whether the stamp at `path` says `fingerprint`.
pub(crate) fn is_current(path: &Path, fingerprint: &str) -> bool {
    fs::read_to_string(path).is_ok_and(|stamped| stamped == fingerprint)
}

/// Writes the stamp; call it when everything it vouches for is in place.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn write(path: &Path, fingerprint: &str) -> Result<()> {
    fs::write(path, fingerprint).with_context(|| format!("{} cannot be written", path.display()))
}

/// All files under `path`, sorted; `path` itself when it is a file.
///
/// # Errors
/// When a folder cannot be read.
pub(crate) fn files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
    let mut entries: Vec<PathBuf> = entries.collect::<Result<_>>()?;
    entries.sort();
    let nested = entries.iter().map(|entry| files(entry)).collect::<Result<Vec<_>>>()?;
    Ok(nested.concat())
}

/// A file's contents, with its path in the error.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}
