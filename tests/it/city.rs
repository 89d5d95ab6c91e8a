//! The built-in model and regions, for the tests that need them.

use std::fs;
use std::path::Path;

use tuiyan::diagnostic::{Checked, SourceFile};
use tuiyan::locale::Locale;
use tuiyan::model::{self, Model};
use tuiyan::region::{self, Region};

/// The built-in cities; the blank region besides has no figures.
pub(crate) const REGIONS: [&str; 5] =
    ["yiyang-2020", "xiangxi-2022", "tongren-2020", "changde-2019", "shiyan-2020"];

/// Text of a file of the project.
pub(crate) fn text(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

#[track_caller]
fn accept<T>(checked: Checked<T>) -> T {
    let said: String =
        checked.diagnostics.iter().map(|diagnostic| diagnostic.render(Locale::En)).collect();
    checked.value.unwrap_or_else(|| panic!("{said}"))
}

/// The built-in model.
pub(crate) fn model() -> Model {
    let path = "models/city-sti/model.toml";
    accept(model::read(SourceFile { name: path, text: &text(path) }))
}

/// A built-in region.
pub(crate) fn region(model: &Model, id: &str) -> Region {
    let path = format!("regions/{id}.toml");
    accept(region::read(SourceFile { name: &path, text: &text(&path) }, model))
}

/// Ids of the built-in regions, sorted.
pub(crate) fn region_ids() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("regions");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let documents = files.filter(|file| file.extension().is_some_and(|end| end == "toml"));
    let mut ids: Vec<String> =
        documents.map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    ids.sort();
    ids
}

/// All built-in regions.
pub(crate) fn regions(model: &Model) -> Vec<Region> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("regions");
    let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = paths.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    let mut ids: Vec<String> =
        files.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    ids.sort();
    ids.iter().map(|id| self::region(model, id)).collect()
}
