//! Texts that nobody would write: parts of a good one replaced at random.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Where a text is changed, how many bytes go, and what comes.
pub(crate) type Change = (Index, usize, &'static str);

/// One to three changes that take less than `most` bytes away and put one of `inserts` there.
pub(crate) fn changes(
    most: usize,
    inserts: &'static [&'static str],
) -> impl Strategy<Value = Vec<Change>> {
    vec((any::<Index>(), 0..most, select(inserts)), 1..4)
}

/// The text after the changes.
pub(crate) fn changed(text: &str, changes: &[Change]) -> String {
    let mut text = text.to_owned();
    for (place, length, insert) in changes {
        let start = text.floor_char_boundary(place.index(text.len() + 1));
        let end = text.ceil_char_boundary((start + length).min(text.len()));
        text.replace_range(start..end, insert);
    }
    text
}
