//! Files that a person reads and a test compares; `UPDATE_GOLDEN=1` rewrites them.

use std::fs;
use std::path::Path;

/// Compares `text` with a file of the project, or rewrites the file.
#[track_caller]
pub(crate) fn compare(path: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(file, text).unwrap();
        return;
    }
    let expected = fs::read_to_string(file).unwrap_or_default();
    let differs = expected.lines().zip(text.lines()).find(|(expected, found)| expected != found);
    assert!(
        expected == text,
        "{path} differs ({differs:?}); run with UPDATE_GOLDEN=1 and read the difference"
    );
}

/// Compares `text` with the part of a document between the comments that name it, or
/// rewrites that part.
#[track_caller]
pub(crate) fn compare_part(path: &str, name: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let document = fs::read_to_string(&file).unwrap();
    let (start, end) = (format!("<!-- {name}：开始 -->\n"), format!("<!-- {name}：结束 -->"));
    let (before, rest) = document.split_once(&start).unwrap();
    let (found, after) = rest.split_once(&end).unwrap();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(file, format!("{before}{start}{text}{end}{after}")).unwrap();
    } else {
        assert_eq!(found, text, "{path}: UPDATE_GOLDEN=1 rewrites the part");
    }
}
