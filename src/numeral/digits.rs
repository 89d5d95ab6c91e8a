//! The digits of a number with their sign, point, separators and exponent.

use crate::numeral::{Fault, parse_f64};

/// What may stand between groups of three digits; `.` and `_` only to be refused by name.
const SEPARATORS: [char; 5] = [',', ' ', '\'', '_', '.'];

/// Where the digits end.
pub(super) fn end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut end = 0;
    while let Some(&byte) = bytes.get(end) {
        let before = end.checked_sub(1).map(|at| bytes[at]);
        let is_part = match byte {
            b'0'..=b'9' | b'.' => true,
            b',' | b'\'' | b' ' | b'_' => before.is_some() && digit_follows(&bytes[end + 1..]),
            b'+' | b'-' => matches!(before, None | Some(b'e' | b'E')),
            b'e' | b'E' => {
                before.is_some_and(|before| before.is_ascii_digit() || before == b'.')
                    && exponent_follows(&bytes[end + 1..])
            }
            _ => false,
        };
        if !is_part {
            break;
        }
        end += 1;
    }
    end
}

/// Whether digits go on after a separator, or after several of them.
fn digit_follows(rest: &[u8]) -> bool {
    let mut rest = rest.iter().skip_while(|byte| matches!(byte, b',' | b'\'' | b' ' | b'_'));
    rest.next().is_some_and(u8::is_ascii_digit)
}

fn exponent_follows(rest: &[u8]) -> bool {
    let digits = rest.strip_prefix(b"+").or(rest.strip_prefix(b"-")).unwrap_or(rest);
    digits.first().is_some_and(u8::is_ascii_digit)
}

/// The value of the digits; separators only between thousands, and one kind of them.
pub(super) fn value(head: &str) -> Result<f64, Fault> {
    let unsigned = head.trim_start_matches(['+', '-']);
    let sign_ends = head.len() - unsigned.len();
    let has_digit = unsigned.bytes().any(|byte| byte.is_ascii_digit());
    if sign_ends > 1 || !has_digit {
        return Err(Fault::NotANumber);
    }
    let mantissa = unsigned.split(['e', 'E']).next().unwrap_or_default();
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if !is_grouped(integer) || fraction.contains(SEPARATORS) {
        return Err(Fault::Separators);
    }
    let digits: String = head.chars().filter(|c| !matches!(c, ',' | ' ' | '\'')).collect();
    parse_f64(&digits).ok_or(Fault::NotANumber)
}

fn is_grouped(integer: &str) -> bool {
    let Some(separator) = integer.chars().find(|character| SEPARATORS.contains(character)) else {
        return true;
    };
    let mut groups = integer.split(separator);
    let first = groups.next().unwrap_or_default();
    let is_number = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    separator != '_'
        && (1..=3).contains(&first.len())
        // 「0,800」 is a decimal comma.
        && !first.starts_with('0')
        && is_number(first)
        && groups.all(|group| group.len() == 3 && is_number(group))
}
