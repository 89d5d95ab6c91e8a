//! «Did you mean»: the candidate that differs least from what was written.

use strsim::levenshtein;

use crate::limits;

/// The candidate closest to `name`, if it is close enough to be what was meant.
pub fn nearest<'c>(name: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let length = name.chars().count();
    // A single character is like every other.
    let limit = (length / 3).max(1).min(length.saturating_sub(1));
    // No slip of the pen: what is that long was never a name.
    if length > limits::NAME_CHARACTERS {
        return None;
    }
    let candidates =
        candidates.filter(|candidate| candidate.chars().count().abs_diff(length) <= limit);
    let distances = candidates.map(|candidate| (levenshtein(name, candidate), candidate));
    let close = distances.filter(|(distance, _)| *distance <= limit);
    close.min_by_key(|(distance, _)| *distance).map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_a_slip_of_the_pen() {
        assert_eq!(
            nearest("rd_intensty", ["rd", "rd_intensity"].into_iter()),
            Some("rd_intensity")
        );
    }

    #[test]
    fn does_not_guess_wildly() {
        assert_eq!(nearest("gdp", ["hnte_new", "population"].into_iter()), None);
        assert_eq!(nearest("K", ["M", "E"].into_iter()), None);
    }
}
