//! No file uses another that, over whatever detours, uses the first: a reader can take the files
//! from the lowest upwards, and one can be moved or tested with only what stands below it.

use crate::architecture::{CRATES, SourceFile, sources};
use crate::modules::Modules;

/// All of a crate's folder; programs of their own stand above them.
fn modules_of(folder: &str) -> Modules {
    let files = sources(folder);
    Modules::read(files.iter().filter(|file| !file.belongs_to("bin")).map(|file| {
        let SourceFile { path, name, text } = file;
        (path.to_str().unwrap(), name.as_str(), text.as_str())
    }))
}

fn modules(files: &[(&str, &str)]) -> Modules {
    Modules::read(files.iter().map(|(path, text)| (*path, *path, *text)))
}

#[test]
fn files_do_not_use_each_other_in_circles() {
    let found: Vec<String> =
        CRATES.into_iter().flat_map(|folder| modules_of(folder).cycles()).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn a_name_is_followed_to_the_file_that_defines_it() {
    let modules = modules(&[
        ("lib.rs", "pub mod a; pub mod b;"),
        (
            "a/mod.rs",
            "mod x; mod y; #[cfg(test)] mod tests; pub use x::{X, one as two}; pub struct A;",
        ),
        ("a/x.rs", "use super::y; pub struct X; pub fn one() { y::help() }"),
        ("a/y.rs", "use crate::a::A; #[cfg(test)] mod tests { use crate::a::X; }"),
        ("a/tests.rs", "use crate::b::B;"),
        ("b.rs", "use crate::{a::{self, two}}; fn b() { html! { <p>{ a::X::new() }</p> } }"),
    ]);
    let uses: Vec<_> =
        modules.uses().into_keys().map(|(from, to)| format!("{from} → {to}")).collect();
    assert_eq!(uses, ["a/x.rs → a/y.rs", "a/y.rs → a/mod.rs", "b.rs → a/x.rs"]);
}

#[test]
fn a_circle_is_told_with_the_names_that_make_it() {
    let modules = modules(&[
        ("lib.rs", "mod a; mod b; mod c;"),
        ("a.rs", "use crate::b::B; pub struct A;"),
        ("b.rs", "pub struct B(crate::a::A);"),
        ("c.rs", "use crate::a::A;"),
    ]);
    let told = "2 files in a circle:\n  a.rs → b.rs: crate::b::B\n  b.rs → a.rs: crate::a::A";
    assert_eq!(modules.cycles(), [told]);
}
