//! Every path that a document for developers names is there.

use std::fs;
use std::path::Path;

const DOCUMENTS: [&str; 4] = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "docs/adding.md"];

/// Folders at the root; a word between back-ticks that begins with one is a path.
const ROOTS: [&str; 12] = [
    "src/", "styles/", "tests/", "models/", "regions/", "xtask/", "shell/", "embed/", "kernel/",
    "docs/", "deploy/", "split/",
];

/// What stands between back-ticks, without a place in it such as `mod.rs:12`.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

#[test]
fn documents_name_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut missing, mut seen) = (Vec::new(), 0);
    for document in DOCUMENTS {
        let text = fs::read_to_string(root.join(document)).unwrap();
        for path in quoted(&text) {
            let is_path = ROOTS.iter().any(|root| path.starts_with(root));
            if is_path && !path.contains([' ', '*', '{', '…', '<']) {
                seen += 1;
                if !root.join(path).exists() {
                    missing.push(format!("{document}: {path}"));
                }
            }
        }
    }
    assert!(seen > 50, "only {seen} paths were found");
    assert_eq!(missing, Vec::<String>::new());
}
