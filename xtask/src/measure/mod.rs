//! Tables of the sources as they are: how long functions and files are, which files use each other in a
//! circle, which types share a name, and what the page makes by hand. Tests are not counted.

#[path = "../../../tests/it/modules.rs"]
#[allow(clippy::unwrap_used, reason = "the tests' file: what it reads has been parsed before")]
mod modules;
mod survey;
mod by_hand;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::Result;

use crate::paths;
use modules::Modules;
use survey::{File, Function, Survey, Type};

/// A crate: the folder of its sources, and its roots in there.
const CRATES: [(&str, &[&str]); 3] = [
    ("src", &["src/lib.rs", "src/bin/page.rs", "src/bin/tuiyan/main.rs"]),
    ("kernel/src", &["kernel/src/lib.rs"]),
    ("xtask/src", &["xtask/src/main.rs"]),
];

/// What the tables have a column for: a crate, or a folder of it.
const COLUMNS: [&str; 4] = ["src", "src/ui", "kernel/src", "xtask/src"];

/// How many of the longest functions are named.
const LONGEST: usize = 5;

/// Prints the tables.
///
/// # Errors
/// Naming a file that cannot be read.
pub(crate) fn measure() -> Result<()> {
    let read = |(folder, roots): (_, &[&str])| Ok((folder, Survey::of(&paths::root(""), roots)?));
    let crates: Vec<(&str, Survey)> = CRATES.into_iter().map(read).collect::<Result<_>>()?;
    println!("{}\n{}", tables(&crates), by_hand::table()?);
    Ok(())
}

fn tables(crates: &[(&str, Survey)]) -> String {
    let circles: Vec<Circle> =
        crates.iter().flat_map(|(folder, read)| circles(folder, read)).collect();
    let columns = COLUMNS.map(|column| Column::of(column, crates, &circles));
    let mut out = lengths(&columns);
    for column in &columns {
        let _ = write!(out, "\nLongest functions of {}:\n{}", column.folder, column.longest());
    }
    for circle in &circles {
        let _ = write!(out, "\n{}\n", circle.told);
    }
    for (folder, read) in crates {
        let names = shared_names(&read.types);
        if !names.is_empty() {
            let _ = write!(out, "\nTypes of one name in {folder}:\n{names}");
        }
    }
    out
}

/// Files that use each other.
struct Circle {
    files: Vec<String>,
    told: String,
}

fn circles(folder: &str, read: &Survey) -> Vec<Circle> {
    let bin = format!("{folder}/bin/");
    // Programs of their own stand above the others.
    let files = read.files.iter().filter(|file| !file.name.starts_with(&bin));
    let modules = Modules::read(files.map(|File { name, text, .. }| {
        let path = name.strip_prefix(folder).and_then(|path| path.strip_prefix('/'));
        (path.unwrap_or(name), name.as_str(), text.as_str())
    }));
    let circles = modules.circles().into_iter();
    let files = circles.map(|files| files.into_iter().map(str::to_owned).collect());
    files.zip(modules.cycles()).map(|(files, told)| Circle { files, told }).collect()
}

/// A folder with all that is in it.
struct Column<'s> {
    folder: &'static str,
    files: Vec<usize>,
    functions: Vec<&'s Function>,
    circle: usize,
}

impl<'s> Column<'s> {
    fn of(folder: &'static str, crates: &'s [(&str, Survey)], circles: &[Circle]) -> Self {
        let is_inside = |file: &str| {
            file.strip_prefix(folder).is_some_and(|path| path.starts_with('/') || path == ".rs")
        };
        let all = || crates.iter().map(|(_, read)| read);
        let files = all().flat_map(|read| &read.files).filter(|file| is_inside(&file.name));
        let functions = all().flat_map(|read| &read.functions);
        let mut functions: Vec<_> =
            functions.filter(|function| is_inside(&function.place.file)).collect();
        functions.sort_by_key(|function| function.lines);
        let mut files: Vec<usize> = files.map(|file| file.lines).collect();
        files.sort_unstable();
        let inside =
            circles.iter().filter(|circle| circle.files.iter().any(|file| is_inside(file)));
        let circle = inside.map(|circle| circle.files.len()).max().unwrap_or(0);
        Self { folder, files, functions, circle }
    }

    fn longest(&self) -> String {
        let longest = self.functions.iter().rev().take(LONGEST);
        let line = |function: &&Function| {
            let Function { name, place, lines } = function;
            format!("  {lines:>4}  {name}  {}:{}\n", place.file, place.line)
        };
        longest.map(line).collect()
    }
}

/// The table of lengths, in Markdown.
fn lengths(columns: &[Column<'_>]) -> String {
    let functions = |column: &Column<'_>| -> Vec<usize> {
        column.functions.iter().map(|function| function.lines).collect()
    };
    let row = |head: &str, cell: &dyn Fn(&Column<'_>) -> String| {
        let cells: Vec<String> = columns.iter().map(cell).collect();
        format!("| {head} | {} |\n", cells.join(" | "))
    };
    [
        row("", &|column| column.folder.to_owned()),
        row("---", &|_| "---".to_owned()),
        row("functions", &|column| column.functions.len().to_string()),
        row("lines of a function: median / p90 / p99 / most", &|column| {
            quantiles(&functions(column), &[50, 90, 99, 100])
        }),
        row("files", &|column| column.files.len().to_string()),
        row("lines of a file: median / p90 / most", &|column| {
            quantiles(&column.files, &[50, 90, 100])
        }),
        row("files in the largest circle", &|column| column.circle.to_string()),
    ]
    .concat()
}

/// The least values that so many percent of all, which are sorted, do not exceed.
fn quantiles(sorted: &[usize], percents: &[usize]) -> String {
    let at = |percent: &usize| {
        let rank = (sorted.len() * percent).div_ceil(100).max(1);
        sorted.get(rank - 1).map_or("–".to_owned(), usize::to_string)
    };
    percents.iter().map(at).collect::<Vec<_>>().join(" / ")
}

/// Names that several types have, the most frequent first, with the places.
fn shared_names(types: &[Type]) -> String {
    let mut places = BTreeMap::<&str, Vec<String>>::new();
    for Type { name, place } in types {
        places.entry(name).or_default().push(format!("{}:{}", place.file, place.line));
    }
    let mut shared: Vec<_> = places.into_iter().filter(|(_, places)| places.len() > 1).collect();
    shared.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
    let line = |(name, places): (&str, Vec<String>)| {
        format!("  {:>4}  {name}  {}\n", places.len(), places.join(" "))
    };
    shared.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_tell_lengths_circles_and_shared_names() {
        let mut read = Survey::default();
        for (name, text) in [
            ("src/lib.rs", "mod a; mod ui;"),
            ("src/a.rs", "use crate::ui::B; pub struct A; fn short() {}\nfn long() {\n\n}\n"),
            ("src/ui.rs", "use crate::a::A; pub struct B; mod c { struct A; }"),
        ] {
            read.add(name, text.to_owned()).unwrap();
        }
        let told = tables(&[("src", read)]);
        for line in [
            "| lines of a function: median / p90 / p99 / most | 1 / 3 / 3 / 3 | – / – / – / – |",
            "| lines of a file: median / p90 / most | 1 / 4 / 4 | 1 / 1 / 1 |",
            "| files in the largest circle | 2 | 2 | 0 | 0 |",
            "     3  long  src/a.rs:2",
            "2 files in a circle:\n  src/a.rs → src/ui.rs: crate::ui::B",
            "     2  A  src/a.rs:1 src/ui.rs:1",
        ] {
            assert!(told.contains(line), "{line}\n{told}");
        }
    }

    #[test]
    fn a_quantile_is_one_of_the_values() {
        let lengths: Vec<usize> = (1..=10).collect();
        assert_eq!(quantiles(&lengths, &[50, 90, 99, 100]), "5 / 9 / 10 / 10");
        assert_eq!(quantiles(&[], &[50]), "–");
    }
}
