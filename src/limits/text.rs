//! Characters that no text from outside keeps, since they show nothing or cover what is beside them.

use crate::limits::MARKS_OF_A_LETTER;

/// Characters that show nothing but change what is shown, or pass for a name: control, direction,
/// zero width, fillers, tags. No text from outside keeps them, line breaks aside.
#[must_use]
pub fn is_hidden(character: char) -> bool {
    character.is_control()
        || matches!(
            character,
            '\u{ad}'
                | '\u{34f}'
                | '\u{61c}'
                | '\u{115f}'
                | '\u{1160}'
                | '\u{17b4}'
                | '\u{17b5}'
                | '\u{180b}'..='\u{180f}'
                | '\u{200b}'..='\u{200f}'
                | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}'
                | '\u{2800}'
                | '\u{3164}'
                | '\u{feff}'
                | '\u{ffa0}'
                | '\u{fff9}'..='\u{fffc}'
                | '\u{1d173}'..='\u{1d17a}'
                | '\u{e0000}'..='\u{e00ff}'
        )
}

/// Whether a character stands on the one before it: accents, marks of other scripts, and what
/// selects the form of a character.
fn is_mark(character: char) -> bool {
    matches!(
        character,
        '\u{300}'..='\u{36f}'
            | '\u{483}'..='\u{489}'
            | '\u{591}'..='\u{5bd}'
            | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}'
            | '\u{6d6}'..='\u{6ed}'
            | '\u{e31}'
            | '\u{e34}'..='\u{e3a}'
            | '\u{e47}'..='\u{e4e}'
            | '\u{f71}'..='\u{f84}'
            | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}'
            | '\u{302a}'..='\u{302f}'
            | '\u{3099}'
            | '\u{309a}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{fe20}'..='\u{fe2f}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// The text without marks that stand on nothing or pile up over a letter.
#[must_use]
pub fn without_piles(text: &str) -> String {
    // A mark at the beginning or after a blank stands on nothing.
    let mut marks = MARKS_OF_A_LETTER;
    let kept = text.chars().filter(|&character| {
        marks = match character {
            _ if is_mark(character) => marks + 1,
            _ if character.is_whitespace() => MARKS_OF_A_LETTER,
            _ => 0,
        };
        !is_mark(character) || marks <= MARKS_OF_A_LETTER
    });
    kept.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_do_not_pile_up() {
        assert_eq!(
            without_piles(&format!("e{}x", "\u{301}".repeat(78))),
            "e\u{301}\u{301}\u{301}x"
        );
        assert_eq!(without_piles("\u{fe0f} \u{301}"), " ");
        assert_eq!(without_piles("Việt 葛\u{e0100}城 ❤\u{fe0f}"), "Việt 葛\u{e0100}城 ❤\u{fe0f}");
    }

    #[test]
    fn what_passes_for_a_name_and_shows_nothing_is_hidden() {
        for character in ['\u{3164}', '\u{2800}', '\u{34f}', '\u{180e}', '\u{e0041}', '\u{ffa0}'] {
            assert!(is_hidden(character), "{character:?}");
        }
        for character in ['益', 'e', '\u{301}', ' ', '\u{3000}'] {
            assert!(!is_hidden(character), "{character:?}");
        }
    }
}
