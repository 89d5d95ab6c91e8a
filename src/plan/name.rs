//! Names that people give: free text without what could disguise it.

use crate::limits;

/// The name without control, direction and zero-width characters, trimmed and cut to
/// [`limits::NAME_CHARACTERS`]; `None` if nothing is left.
#[must_use]
pub fn clean_name(name: &str) -> Option<String> {
    let visible = name.chars().filter(|&character| !is_hidden(character));
    let joined: String = visible.collect();
    let cut: String = joined.trim().chars().take(limits::NAME_CHARACTERS).collect();
    let cut = cut.trim_end();
    (!cut.is_empty()).then(|| cut.to_owned())
}

/// A remark without hidden characters but line breaks, cut to [`limits::NOTE_CHARACTERS`].
#[must_use]
pub fn clean_note(note: &str) -> String {
    let kept = note.chars().filter(|&character| character == '\n' || !is_hidden(character));
    kept.take(limits::NOTE_CHARACTERS).collect()
}

/// Characters that show nothing but change what is shown.
pub(crate) fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{61c}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{2069}'
                | '\u{feff}'
                | '\u{fff9}'..='\u{fffb}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hidden_characters_go_and_the_rest_stays() {
        assert_eq!(clean_name(" 甲\u{202e}乙\u{200b}\u{0} "), Some("甲乙".to_owned()));
        assert_eq!(clean_name("<img src=x>𠮷"), Some("<img src=x>𠮷".to_owned()));
        assert_eq!(clean_name(" \u{feff}\n"), None);
    }

    #[test]
    fn a_name_is_cut_by_characters() {
        let name = clean_name(&"长".repeat(limits::NAME_CHARACTERS + 1)).unwrap();
        assert_eq!(name.chars().count(), limits::NAME_CHARACTERS);
    }
}
