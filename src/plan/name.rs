//! Names that people give: free text without what could disguise it.

use crate::limits::{self, is_hidden, without_piles};

/// The name without control, direction and zero-width characters nor piles of accents, trimmed and
/// cut to [`limits::NAME_CHARACTERS`]; `None` if nothing is left.
#[must_use]
pub fn clean_name(name: &str) -> Option<String> {
    let visible = name.chars().filter(|&character| !is_hidden(character));
    let joined = without_piles(&visible.collect::<String>());
    let cut: String = joined.trim().chars().take(limits::NAME_CHARACTERS).collect();
    let cut = cut.trim_end();
    (!cut.is_empty()).then(|| cut.to_owned())
}

/// A remark without hidden characters but line breaks, cut to [`limits::NOTE_CHARACTERS`].
#[must_use]
pub fn clean_note(note: &str) -> String {
    let kept = note.chars().filter(|&character| character == '\n' || !is_hidden(character));
    let kept: String = kept.collect();
    without_piles(&kept).chars().take(limits::NOTE_CHARACTERS).collect()
}

/// A field of a figure or target as a region document keeps it: without hidden characters but
/// breaks of lines and tabs.
#[must_use]
pub fn clean_field(text: &str) -> String {
    let keeps =
        |character: &char| matches!(character, '\n' | '\r' | '\t') || !is_hidden(*character);
    text.chars().filter(keeps).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_go_and_the_rest_stays() {
        assert_eq!(clean_name(" 甲\u{202e}乙\u{200b}\u{0} "), Some("甲乙".to_owned()));
        assert_eq!(clean_name("<img src=x>𠮷"), Some("<img src=x>𠮷".to_owned()));
        for blank in [" \u{feff}\n", "\u{3164}", "\u{2800}\u{2800}", "\u{fe0f}", "\u{e0041}"] {
            assert_eq!(clean_name(blank), None, "{blank:?}");
        }
    }

    #[test]
    fn a_name_is_cut_by_characters() {
        let length = |given: usize| clean_name(&"长".repeat(given)).unwrap().chars().count();
        assert_eq!(length(limits::NAME_CHARACTERS), limits::NAME_CHARACTERS);
        assert_eq!(length(limits::NAME_CHARACTERS + 1), limits::NAME_CHARACTERS);
    }

    #[test]
    fn a_remark_keeps_its_lines_and_is_cut_by_characters() {
        assert_eq!(clean_note("甲\n\u{202e}乙\r"), "甲\n乙");
        let length = |given: usize| clean_note(&"长".repeat(given)).chars().count();
        assert_eq!(length(limits::NOTE_CHARACTERS), limits::NOTE_CHARACTERS);
        assert_eq!(length(limits::NOTE_CHARACTERS + 1), limits::NOTE_CHARACTERS);
    }
}
