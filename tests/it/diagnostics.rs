//! Bad files and the messages they get: `tests/cases/*.case` hold edits of the small model and
//! region beside them, and the expected messages. `UPDATE_GOLDEN=1` rewrites them.

use std::fs;
use std::path::{Path, PathBuf};

use tuiyan::analysis::{failed_checks, skipped_checks};
use tuiyan::diagnostic::{Checked, Code, Diagnostic, Severity, SourceFile};
use tuiyan::engine::{Draws, Output, Program};
use tuiyan::locale::Locale;
use tuiyan::model::{self, Model};
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::region::{self, Region};
use tuiyan::unit::InUnit;

use crate::city;

const MODEL: &str = "tests/cases/model.toml";
const REGION: &str = "tests/cases/region.toml";

/// A file, a text in it, and what to put in its place; then the messages.
struct Case {
    path: String,
    edit: String,
    expected: String,
}

/// Paths of the cases in a folder, sorted.
fn paths(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let is_case = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "case");
    let mut paths: Vec<PathBuf> = files.filter(is_case).collect();
    paths.sort();
    paths
}

fn cases() -> Vec<Case> {
    let cases = paths("tests/cases").into_iter().map(|path| {
        let text = fs::read_to_string(&path).unwrap();
        let (edit, expected) = text.split_once("\n---\n").unwrap();
        let path = path.display().to_string();
        Case { path, edit: edit.to_owned(), expected: expected.to_owned() }
    });
    cases.collect()
}

/// The file that a case edits, after the edit; `\xBA` stands for a byte.
fn edited(edit: &str) -> (&str, Vec<u8>) {
    let (file, change) = edit.split_once("\n<<<\n").unwrap();
    let (old, new) = change.split_once("\n>>>\n").unwrap();
    let text = city::text(file);
    assert!(text.contains(old), "{file} does not contain {old}");
    let text = text.replacen(old, new, 1);
    let mut parts = text.split("\\x");
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend_from_slice(&part.as_bytes()[2..]);
    }
    (file, bytes)
}

fn read_model(bytes: &[u8]) -> Checked<Model> {
    match SourceFile::from_bytes(MODEL, bytes) {
        Ok(source) => model::read(source),
        Err(diagnostic) => Checked::failed(vec![diagnostic]),
    }
}

fn read_region(bytes: &[u8], model: &Model) -> Checked<Region> {
    match SourceFile::from_bytes(REGION, bytes) {
        Ok(source) => region::read(source, model),
        Err(diagnostic) => Checked::failed(vec![diagnostic]),
    }
}

fn small_model() -> Model {
    read_model(city::text(MODEL).as_bytes()).value.unwrap()
}

/// What a model that can be read does wrong when it is run.
fn broken_promises(model: &Model, text: &str) -> Vec<Diagnostic> {
    let region = read_region(city::text(REGION).as_bytes(), model).value.unwrap();
    let source = SourceFile { name: MODEL, text };
    let problems = failed_checks(model, &region, 16);
    problems.into_iter().map(|problem| source.locate(problem)).collect()
}

fn diagnostics(edit: &str) -> Vec<Diagnostic> {
    let (file, bytes) = edited(edit);
    if file == REGION {
        return read_region(&bytes, &small_model()).diagnostics;
    }
    let Checked { value, mut diagnostics } = read_model(&bytes);
    if let Some(model) = value {
        diagnostics.extend(broken_promises(&model, std::str::from_utf8(&bytes).unwrap()));
    }
    diagnostics
}

/// The messages in both languages.
fn messages(edit: &str) -> String {
    let diagnostics = diagnostics(edit);
    let render = |locale| diagnostics.iter().map(move |diagnostic| diagnostic.render(locale));
    render(Locale::En).chain(render(Locale::Zh)).collect()
}

#[test]
fn bad_files_get_the_expected_messages() {
    for Case { path, edit, expected } in cases() {
        let found = messages(&edit);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, format!("{edit}\n---\n{found}")).unwrap();
        } else {
            assert_eq!(found, expected, "{path}");
        }
    }
}

#[test]
fn every_code_has_a_case() {
    let folders = ["tests/cases", "tests/cases/plan", "tests/cases/plan/format-2"];
    let all: String =
        folders.into_iter().flat_map(paths).map(|path| fs::read_to_string(path).unwrap()).collect();
    let codes = Code::ALL.iter().map(|code| code.as_str());
    let lacking: Vec<&str> = codes.filter(|code| !all.contains(&format!("[{code}]"))).collect();
    assert_eq!(lacking, Vec::<&str>::new());
}

#[test]
fn the_files_that_the_cases_edit_are_right() {
    let model = read_model(city::text(MODEL).as_bytes());
    assert_eq!(model.diagnostics, []);
    let model = model.value.unwrap();
    assert_eq!(read_region(city::text(REGION).as_bytes(), &model).diagnostics, []);
    assert_eq!(broken_promises(&model, &city::text(MODEL)), []);
}

#[test]
fn the_built_in_files_have_no_errors() {
    let path = "models/city-sti/model.toml";
    let mut all = model::read(SourceFile { name: path, text: &city::text(path) }).diagnostics;
    let model = city::model();
    for id in city::region_ids() {
        let path = format!("regions/{id}.toml");
        let text = city::text(&path);
        all.extend(region::read(SourceFile { name: &path, text: &text }, &model).diagnostics);
    }
    let errors = all.iter().filter(|diagnostic| diagnostic.severity() == Severity::Error);
    let errors: String = errors.map(|diagnostic| diagnostic.render(Locale::En)).collect();
    assert_eq!(errors, "");
}

#[test]
fn a_truth_without_data_is_said_to_be_skipped() {
    let model = small_model();
    let text = city::text(REGION);
    let region = |text: &str| read_region(text.as_bytes(), &model).value.unwrap();
    assert_eq!(skipped_checks(&model, &region(&text)), []);
    let share = text.lines().find(|line| line.starts_with("share = ")).unwrap();
    let lacking = region(&text.replace(share, ""));
    assert_eq!(failed_checks(&model, &lacking, 16), []);
    let skipped = skipped_checks(&model, &lacking);
    assert_eq!(skipped.len(), 1);
    assert_eq!(
        (skipped[0].name.en.as_str(), &skipped[0].missing[..]),
        ("Account", &["share".to_owned()][..])
    );
}

#[test]
fn a_regions_items_replace_the_models() {
    let model = small_model();
    let own =
        "[index.strength]\nitems = [{ of = \"rd_intensity\", goal = \"5 %\", weight = 80 }]\n";
    let text = city::text(REGION).replace("[[target]]", &format!("{own}\n[[target]]"));
    let region = read_region(text.as_bytes(), &model);
    assert_eq!(region.diagnostics, []);
    let region = region.value.unwrap();
    let wanted =
        ["strength", "rd_intensity"].map(|id| Output::Scenario(model.variable(id).unwrap()));
    let program = Program::compile(&model, &region, &wanted);
    let mut settings = Settings::present();
    settings.set("subsidy", LeverPath::Constant(InUnit(5000.0)));
    let run = program.run(&Draws::sample(&program, 8), &settings);
    let values = |output, t| run.values(output, t).unwrap();
    for draw in 0..8 {
        let [start, now] = [0, 3].map(|t| values(1, t)[draw]);
        let expected = 40.0 + 80.0 * (now - start) / 0.05;
        assert!((values(0, 3)[draw] - expected).abs() < 1e-9);
    }
}
