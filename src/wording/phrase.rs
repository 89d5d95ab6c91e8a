//! How a phrase of the table becomes text: its language, and the values in its gaps.

use crate::locale::Locale;
pub use crate::wording::texts::Phrase;

/// A stretch of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhrasePart {
    /// Words as they stand.
    Words(&'static str),
    /// A gap, by the name of what fills it.
    Gap(&'static str),
    /// A word whose form follows the number that fills a gap: `{count|figure|figures}`.
    Form {
        /// The gap whose value decides.
        gap: &'static str,
        /// For one.
        one: &'static str,
        /// For none and for more.
        many: &'static str,
    },
}

/// A phrase with what fills its gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The words.
    pub phrase: Phrase,
    /// By the name of the gap.
    pub values: Vec<(&'static str, String)>,
}

impl Sentence {
    /// A phrase without gaps.
    #[must_use]
    pub fn plain(phrase: Phrase) -> Self {
        Self { phrase, values: Vec::new() }
    }

    /// Fills a gap.
    #[must_use]
    pub fn fill(mut self, gap: &'static str, value: impl Into<String>) -> Self {
        self.values.push((gap, value.into()));
        self
    }

    /// What fills a gap; nothing where there is no such value.
    #[must_use]
    pub fn value(&self, gap: &str) -> &str {
        let found = self.values.iter().find(|(name, _)| *name == gap);
        found.map_or("", |(_, value)| value)
    }

    /// The sentence as text.
    ///
    /// # Panics
    ///
    /// In builds with debug assertions, where a gap has no value: a misspelt name of a gap fails the first test that
    /// says the sentence.
    #[must_use]
    #[track_caller]
    pub fn text(&self, locale: Locale) -> String {
        let parts = self.phrase.parts(locale).into_iter();
        debug_assert!(
            parts.clone().all(|part| self.fills(part)),
            "nothing fills a gap of “{}”; there is {:?}",
            self.phrase.zh,
            self.values
        );
        parts
            .map(|part| match part {
                PhrasePart::Words(words) => words,
                PhrasePart::Gap(gap) => self.value(gap),
                PhrasePart::Form { gap, one, many } => self.form(gap, one, many),
            })
            .collect()
    }

    fn fills(&self, part: PhrasePart) -> bool {
        match part {
            PhrasePart::Words(_) => true,
            PhrasePart::Gap(gap) | PhrasePart::Form { gap, .. } => {
                self.values.iter().any(|(name, _)| *name == gap)
            }
        }
    }

    /// The form of a word that agrees with the number in a gap.
    #[must_use]
    pub fn form(&self, gap: &str, one: &'static str, many: &'static str) -> &'static str {
        if self.value(gap) == "1" { one } else { many }
    }
}

impl Phrase {
    /// The phrase in `locale`, gaps and all.
    #[must_use]
    pub fn get(self, locale: Locale) -> &'static str {
        match locale {
            Locale::Zh => self.zh,
            Locale::En => self.en,
        }
    }

    /// The phrase with its gaps filled; each has a value, and there may be more values than gaps.
    ///
    /// # Panics
    ///
    /// As [`Sentence::text`].
    #[must_use]
    #[track_caller]
    pub fn with(self, locale: Locale, values: &[(&'static str, &str)]) -> String {
        let fill =
            |sentence: Sentence, &(gap, value): &(&'static str, &str)| sentence.fill(gap, value);
        values.iter().fold(Sentence::plain(self), fill).text(locale)
    }

    /// The phrase cut at its gaps, for a screen that sets values apart.
    #[must_use]
    pub fn parts(self, locale: Locale) -> Vec<PhrasePart> {
        let mut parts = Vec::new();
        for piece in self.get(locale).split('{') {
            match piece.split_once('}') {
                Some((name, words)) => parts.extend([gap(name), PhrasePart::Words(words)]),
                None => parts.push(PhrasePart::Words(piece)),
            }
        }
        parts.retain(|part| *part != PhrasePart::Words(""));
        parts
    }
}

/// What stands between the braces: a gap, or a word with its two forms.
fn gap(inside: &'static str) -> PhrasePart {
    let mut pieces = inside.splitn(3, '|');
    match (pieces.next(), pieces.next(), pieces.next()) {
        (Some(gap), Some(one), Some(many)) => PhrasePart::Form { gap, one, many },
        _ => PhrasePart::Gap(inside),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wording::texts::all;

    fn gaps(phrase: Phrase, locale: Locale) -> Vec<&'static str> {
        let mut gaps: Vec<_> = phrase
            .parts(locale)
            .into_iter()
            .filter_map(|part| if let PhrasePart::Gap(name) = part { Some(name) } else { None })
            .collect();
        gaps.sort_unstable();
        gaps
    }

    #[test]
    fn both_languages_have_the_same_gaps() {
        for phrase in all() {
            assert_eq!(gaps(phrase, Locale::Zh), gaps(phrase, Locale::En), "{phrase:?}");
        }
    }

    #[test]
    fn no_space_is_typed_beside_a_han_character() {
        let is_han = |character: char| ('\u{4e00}'..='\u{9fff}').contains(&character);
        for phrase in all() {
            let characters: Vec<char> = phrase.get(Locale::Zh).chars().collect();
            // The dot between parts of a title has spaces of its own.
            let spaced = characters.windows(3).any(|near| {
                near[1] == ' ' && !near.contains(&'·') && near.iter().copied().any(is_han)
            });
            assert!(!spaced, "{phrase:?}");
        }
    }

    #[test]
    fn english_words_agree_with_their_number() {
        let assumed = |count| Phrase::ASSUMED_COUNT.with(Locale::En, &[("count", count)]);
        assert_eq!(assumed("1"), "Rests on 1 assumed figure");
        assert_eq!(assumed("2"), "Rests on 2 assumed figures");
    }

    #[test]
    fn forms_follow_a_gap_that_the_text_has() {
        for phrase in all() {
            for part in phrase.parts(Locale::En) {
                if let PhrasePart::Form { gap, .. } = part {
                    let known = gaps(phrase, Locale::En).contains(&gap);
                    assert!(known, "{phrase:?}");
                }
            }
        }
    }

    #[test]
    fn no_text_counts_in_brackets_and_chinese_quotes_are_those_of_the_mainland() {
        for phrase in all() {
            assert!(!phrase.get(Locale::En).contains("(s)"), "{phrase:?}");
            assert!(!phrase.get(Locale::Zh).contains(['「', '」', '\'']), "{phrase:?}");
        }
    }

    #[test]
    fn gaps_are_filled_by_name() {
        let text = Phrase::ENTRY_OUT_OF_RANGE.with(Locale::En, &[("high", "9"), ("low", "0")]);
        assert_eq!(text, "Enter a number between 0 and 9");
    }
}
