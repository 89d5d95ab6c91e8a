//! Bad files and the messages they get: `tests/cases/*.case` hold edits of the worked
//! example's model and the expected messages. `UPDATE_GOLDEN=1` rewrites them.

use std::fs;
use std::path::Path;

use tuiyan::diagnostic::SourceFile;
use tuiyan::locale::Locale;
use tuiyan::{model, region};

use crate::city;

/// What a right region file may be told: targets that are only recorded, figures that
/// nobody has found.
const EXPECTED: [&str; 2] = ["unknown-indicator", "missing-figure"];

/// A case is `file`, a line to replace, what replaces it, then the messages.
struct Case {
    edit: String,
    expected: String,
}

fn cases() -> Vec<(String, Case)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<(String, Case)> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "case"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let (edit, expected) = text.split_once("\n---\n").unwrap_or((&text, ""));
            let case = Case { edit: edit.to_owned(), expected: expected.to_owned() };
            (path.display().to_string(), case)
        })
        .collect();
    cases.sort_by(|left, right| left.0.cmp(&right.0));
    cases
}

/// The messages of the built-in file after the edit, in both languages.
fn messages(edit: &str) -> String {
    let mut lines = edit.splitn(3, '\n');
    let (file, old, new) =
        (lines.next().unwrap(), lines.next().unwrap(), lines.next().unwrap_or_default());
    let text = city::text(file);
    assert!(text.contains(old), "{file} does not contain {old}");
    let text = text.replacen(old, new, 1);
    let source = SourceFile { name: file, text: &text };
    let diagnostics = if file.starts_with("models/") {
        model::read(source).diagnostics
    } else {
        region::read(source, &city::model()).diagnostics
    };
    let known = |text: &&String| EXPECTED.iter().any(|code| text.contains(&format!("[{code}]")));
    let render = |locale| {
        let all = diagnostics.iter().map(move |diagnostic| diagnostic.render(locale));
        all.filter(|text| !known(&text)).collect::<String>()
    };
    format!("{}{}", render(Locale::En), render(Locale::Zh))
}

#[test]
fn bad_files_get_the_expected_messages() {
    let cases = cases();
    assert!(cases.len() >= 12, "only {} cases were found", cases.len());
    for (path, Case { edit, expected }) in cases {
        let found = messages(&edit);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, format!("{edit}\n---\n{found}")).unwrap();
        } else {
            assert_eq!(found, expected, "{path}");
        }
    }
}

#[test]
fn the_built_in_files_have_no_errors() {
    let model = city::model();
    for id in city::REGIONS.into_iter().chain(["blank"]) {
        let path = format!("regions/{id}.toml");
        let region = region::read(SourceFile { name: &path, text: &city::text(&path) }, &model);
        let said: Vec<&str> =
            region.diagnostics.iter().map(|diagnostic| diagnostic.code.as_str()).collect();
        assert!(said.iter().all(|code| EXPECTED.contains(code)), "{id}: {said:?}");
    }
}
