//! Where the commands read and write.

use std::path::{Path, PathBuf};

/// The variable that names another copy of the repository to work in.
pub(crate) const OTHER_ROOT: &str = "TUIYAN_ROOT";

/// How the name of a second part begins: of the program, fetched after the first results.
pub(crate) const SECOND: &str = "second-";

/// The single files in the release: with WebAssembly, and with JavaScript alone.
pub(crate) const SINGLE_FILE: &str = "tuiyan.html";
pub(crate) const COMPAT_FILE: &str = "tuiyan-compat.html";

/// A path inside the repository.
pub(crate) fn root(path: &str) -> PathBuf {
    if let Some(other) = std::env::var_os(OTHER_ROOT) {
        return Path::new(&other).join(path);
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.expect("invariant: xtask is a folder of the repository").join(path)
}

/// A path inside `target/`, which holds everything made on the way.
pub(crate) fn target(path: &str) -> PathBuf {
    root("target").join(path)
}

/// A path as it is said to a person: from the repository on.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root("")).unwrap_or(path).display().to_string()
}

/// The release: a static site and the single file.
pub(crate) fn dist() -> PathBuf {
    root("dist")
}

/// The single file, which opens by double-click.
pub(crate) fn single_file() -> PathBuf {
    dist().join(SINGLE_FILE)
}
