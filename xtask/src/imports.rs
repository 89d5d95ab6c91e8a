//! Names of what the program imports from its glue, without digits that nobody reads.
//!
//! The binding names each import after its function and a number of sixteen digits, writes that into the module and
//! into the glue, and no compression makes it smaller: the digits are more than a hundredth of what the page loads.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::iter;
use std::path::Path;

use anyhow::{Result, ensure};
use walrus::Module;

use crate::stamp;

/// Digits that the binding puts behind a name.
const DIGITS: usize = 16;

/// Gives the imports of a bound module short names, there and in its glue.
///
/// # Errors
/// When the glue does not have each name once.
pub(crate) fn shorten(module: &mut Module, glue: &Path) -> Result<()> {
    let long: Vec<String> = module.imports.iter().map(|import| import.name.clone()).collect();
    let short = short_names(&long);
    for import in module.imports.iter_mut() {
        import.name.clone_from(&short[import.name.as_str()]);
    }
    let text = String::from_utf8(stamp::read(glue)?)?;
    Ok(fs::write(glue, renamed(&text, &short)?)?)
}

/// For each name one without digits; where another is called like that, a small number is added.
fn short_names(long: &[String]) -> BTreeMap<&str, String> {
    let mut taken = BTreeSet::new();
    let mut short = BTreeMap::new();
    for name in long {
        let stem = stem(name);
        let numbered = (2..).map(|number| format!("{stem}_{number}"));
        let mut names = iter::once(stem.to_owned()).chain(numbered);
        short.extend(
            names.find(|name| taken.insert(name.clone())).map(|free| (name.as_str(), free)),
        );
    }
    short
}

fn stem(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((stem, end))
            if end.len() == DIGITS && end.bytes().all(|digit| digit.is_ascii_hexdigit()) =>
        {
            stem
        }
        _ => name,
    }
}

/// `text` with other names for the words of `names`, each of which it must have once.
fn renamed(text: &str, names: &BTreeMap<&str, String>) -> Result<String> {
    let mut seen = BTreeSet::new();
    let (mut result, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(start) = rest.find(is_part) {
        let (before, after) = rest.split_at(start);
        let end = after.find(|letter| !is_part(letter)).unwrap_or(after.len());
        let (word, behind) = after.split_at(end);
        let name = names.get(word);
        ensure!(name.is_none() || seen.insert(word), "the glue has `{word}` twice");
        result.extend([before, name.map_or(word, String::as_str)]);
        rest = behind;
    }
    result.push_str(rest);
    ensure!(seen.len() == names.len(), "the glue has {} of {} imports", seen.len(), names.len());
    Ok(result)
}

/// Whether `letter` may stand in a name of JavaScript.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '$')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn long() -> Vec<String> {
        let names = ["a_0123456789abcdef", "b_0123456789abcdef", "a_2", "a_fedcba9876543210", "c"];
        names.map(str::to_owned).to_vec()
    }

    #[test]
    fn names_lose_their_digits_and_stay_different() {
        let long = long();
        let short = short_names(&long);
        let short: Vec<&str> = long.iter().map(|name| short[name.as_str()].as_str()).collect();
        assert_eq!(short, ["a", "b", "a_2", "a_3", "c"]);
    }

    #[test]
    fn whole_words_are_renamed() {
        let long = long();
        let names = short_names(&long[..2]);
        let glue = "x = { a_0123456789abcdef: f, b_0123456789abcdef: $a_0123456789abcdef };";
        assert_eq!(renamed(glue, &names).unwrap(), "x = { a: f, b: $a_0123456789abcdef };");
    }

    #[test]
    fn a_glue_that_does_not_have_each_name_once_is_an_error() {
        let long = long();
        let names = short_names(&long[..2]);
        assert!(renamed("a_0123456789abcdef", &names).is_err());
        let twice = "a_0123456789abcdef b_0123456789abcdef a_0123456789abcdef";
        assert!(renamed(twice, &names).is_err());
    }
}
