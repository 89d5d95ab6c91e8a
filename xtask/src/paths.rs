//! Where the commands read and write.

use std::path::{Path, PathBuf};

/// A path inside the repository.
pub(crate) fn root(path: &str) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.expect("invariant: xtask is a folder of the repository").join(path)
}

/// A path inside `target/`, which holds everything made on the way.
pub(crate) fn target(path: &str) -> PathBuf {
    root("target").join(path)
}

/// The release: a static site and the single file.
pub(crate) fn dist() -> PathBuf {
    root("dist")
}

/// The single file, which opens by double-click.
pub(crate) fn single_file() -> PathBuf {
    dist().join("tuiyan.html")
}
