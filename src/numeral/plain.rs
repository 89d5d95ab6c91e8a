//! Full width and half width, and the many signs for the same thing.

use crate::limits;

/// Half-width forms, with a plain minus, plain quotes and plain blanks; zero-width characters go,
/// line breaks stay.
#[must_use]
pub fn half_width(text: &str) -> String {
    let plain: String = text.chars().filter_map(character).collect();
    plain.trim().to_owned()
}

/// The same on one line, for names and heads.
#[must_use]
pub fn one_line(text: &str) -> String {
    half_width(text).replace('\n', " ")
}

fn character(character: char) -> Option<char> {
    match character {
        // The wave is a range in either width.
        '～' => Some('～'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0),
        '−' | '\u{2010}'..='\u{2015}' | '﹣' => Some('-'),
        '﹢' => Some('+'),
        '﹪' => Some('%'),
        '。' => Some('.'),
        '‘' | '’' => Some('\''),
        '￥' => Some('¥'),
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
        _ if character.is_whitespace() => Some(' '),
        // What turns the direction changes what is seen, and stays to be refused.
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some(character),
        _ if limits::is_hidden(character) => None,
        _ => Some(character),
    }
}
