//! Names for files that a person saves.

use crate::limits;

/// A name for a file: `stem` without what file systems refuse, cut so that it has at most 80
/// characters with `ending`, which stays whole; never empty.
#[must_use]
pub fn file_name(stem: &str, ending: &str) -> String {
    const REFUSED: &str = "\\/:*?\"<>|";
    const LONGEST: usize = 80;
    let is_refused = |c: char| REFUSED.contains(c) || c.is_control();
    let kept = stem.chars().filter(|&c| c.is_control() || !limits::is_hidden(c));
    let kept: String = kept.map(|c| if is_refused(c) { '_' } else { c }).collect();
    let room = LONGEST - ending.chars().count().min(LONGEST - 1);
    let kept: String = kept.trim_matches(['.', ' ']).chars().take(room).collect();
    let kept = kept.trim_end_matches(['.', ' ']);
    match kept {
        "" => format!("tuiyan{ending}"),
        kept if is_reserved(kept) => format!("_{kept}{ending}"),
        kept => format!("{kept}{ending}"),
    }
}

/// Names that Windows keeps for devices, whatever the ending.
fn is_reserved(stem: &str) -> bool {
    let name = stem.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let numbered = |device: &str| {
        name.strip_prefix(device)
            .is_some_and(|rest| rest.len() == 1 && rest != "0" && rest.parse::<u8>().is_ok())
    };
    ["CON", "PRN", "AUX", "NUL"].contains(&name.as_str()) || numbered("COM") || numbered("LPT")
}

#[cfg(test)]
mod tests {
    use super::file_name;

    #[test]
    fn a_file_name_is_safe_everywhere() {
        assert_eq!(file_name("a/b:c?", ".json"), "a_b_c_.json");
        assert_eq!(file_name("..\\..\\x\u{0}", ""), "_.._x_");
        assert_eq!(file_name(" . ", ".csv"), "tuiyan.csv");
        assert_eq!(file_name("甲\u{202e}gpj", ".csv"), "甲gpj.csv");
        assert_eq!(file_name("con", ".csv"), "_con.csv");
        assert_eq!(file_name("com1.甲", ".csv"), "_com1.甲.csv");
        assert_eq!(file_name("company", ".csv"), "company.csv");
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = file_name(&"方".repeat(200), ".tuiyan.json");
        assert_eq!(name.chars().count(), 80);
        assert!(name.ends_with("方.tuiyan.json"));
    }
}
