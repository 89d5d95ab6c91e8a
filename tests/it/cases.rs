//! Cases of bad input: each file has what comes in and, below a line `---`, the answer.
//! `UPDATE_GOLDEN=1` rewrites the answers.

use std::fs;
use std::path::{Path, PathBuf};

/// Compares the answer to every case of a folder; there must be at least so many.
#[track_caller]
pub(crate) fn check(folder: &str, at_least: usize, answer: impl Fn(&str) -> String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = files.collect();
    paths.sort();
    assert!(paths.len() >= at_least, "only {} cases were found", paths.len());
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let (input, expected) = text.split_once("\n---\n").unwrap_or((&text, ""));
        let found = answer(input);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, format!("{input}\n---\n{found}")).unwrap();
        } else {
            assert_eq!(found, expected, "{}", path.display());
        }
    }
}
