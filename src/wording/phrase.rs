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

/// A stretch of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentencePart<'s> {
    /// Words, and what is as plain as they are.
    Words(&'s str),
    /// A value, which a screen sets apart.
    Value(&'s str),
}

/// A phrase with what fills its gaps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    phrase: Phrase,
    values: Vec<Value>,
}

/// What fills a gap.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Value {
    gap: &'static str,
    text: String,
    is_plain: bool,
}

impl Sentence {
    /// A phrase without gaps.
    #[must_use]
    pub fn plain(phrase: Phrase) -> Self {
        Self { phrase, values: Vec::new() }
    }

    /// Fills a gap with a value, which a screen sets apart.
    #[must_use]
    pub fn fill(mut self, gap: &'static str, value: impl Into<String>) -> Self {
        self.values.push(Value { gap, text: value.into(), is_plain: false });
        self
    }

    /// Fills a gap with what a screen leaves as plain as the words: a year, a count of years.
    #[must_use]
    pub fn fill_plain(mut self, gap: &'static str, value: impl Into<String>) -> Self {
        self.values.push(Value { gap, text: value.into(), is_plain: true });
        self
    }

    /// The sentence as text.
    ///
    /// # Panics
    ///
    /// As [`Sentence::parts`].
    #[must_use]
    #[track_caller]
    pub fn text(&self, locale: Locale) -> String {
        let parts = self.parts(locale).into_iter();
        parts.map(|(SentencePart::Words(text) | SentencePart::Value(text))| text).collect()
    }

    /// The sentence in parts, for a screen that sets values apart.
    ///
    /// # Panics
    ///
    /// In builds with debug assertions, where a gap has no value: a misspelt name of a gap fails the first test that
    /// says or shows the sentence.
    #[must_use]
    #[track_caller]
    pub fn parts(&self, locale: Locale) -> Vec<SentencePart<'_>> {
        let parts = self.phrase.parts(locale);
        debug_assert!(
            parts.iter().all(|part| part.gap().is_none_or(|gap| self.value(gap).is_some())),
            "nothing fills a gap of “{}”; there is {:?}",
            self.phrase.zh,
            self.values
        );
        parts.into_iter().map(|part| self.part(part)).collect()
    }

    fn part(&self, part: PhrasePart) -> SentencePart<'_> {
        let value = part.gap().and_then(|gap| self.value(gap));
        let text = value.map_or("", |value| &value.text);
        match part {
            PhrasePart::Words(words) => SentencePart::Words(words),
            // Grammar agrees with the number as it is written: 1 firm, but 1.0 firms.
            PhrasePart::Form { one, many, .. } => {
                SentencePart::Words(if text == "1" { one } else { many })
            }
            PhrasePart::Gap(_) if value.is_some_and(|value| value.is_plain) => {
                SentencePart::Words(text)
            }
            PhrasePart::Gap(_) => SentencePart::Value(text),
        }
    }

    fn value(&self, gap: &str) -> Option<&Value> {
        self.values.iter().find(|value| value.gap == gap)
    }
}

impl PhrasePart {
    /// The gap whose value it needs.
    fn gap(self) -> Option<&'static str> {
        match self {
            PhrasePart::Words(_) => None,
            PhrasePart::Gap(gap) | PhrasePart::Form { gap, .. } => Some(gap),
        }
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

    /// What fills the gaps of a text that this phrase made, the last first; `None` of any other text. A plan's file
    /// keeps names as text, and so a name that the page gave is known again.
    #[must_use]
    pub fn read(self, text: &str, locale: Locale) -> Option<Vec<&str>> {
        let (mut rest, mut found, mut is_open) = (text, Vec::new(), false);
        for part in self.parts(locale).into_iter().rev() {
            match part {
                PhrasePart::Words(words) if is_open => {
                    let (before, value) = rest.rsplit_once(words)?;
                    found.push(value);
                    (rest, is_open) = (before, false);
                }
                PhrasePart::Words(words) => rest = rest.strip_suffix(words)?,
                PhrasePart::Gap(_) | PhrasePart::Form { .. } => is_open = true,
            }
        }
        if is_open {
            found.push(rest);
        }
        (is_open || rest.is_empty()).then_some(found)
    }

    /// The phrase cut at its gaps.
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
    fn a_sentence_tells_its_values_from_what_is_as_plain_as_its_words() {
        let sentence = Sentence::plain(Phrase::NAME_OF_YEAR).fill("name", "GDP");
        let sentence = sentence.fill_plain("year", "2020");
        let parts = sentence.parts(Locale::Zh);
        let values = parts.iter().filter(|part| matches!(part, SentencePart::Value(_)));
        assert_eq!(values.collect::<Vec<_>>(), [&SentencePart::Value("GDP")]);
        assert!(parts.contains(&SentencePart::Words("2020")));
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic = "nothing fills a gap"]
    fn a_sentence_with_an_empty_gap_is_not_shown() {
        let _ = Sentence::plain(Phrase::NAME_OF_YEAR).fill("nmae", "GDP").parts(Locale::En);
    }

    #[test]
    fn a_text_that_a_phrase_made_is_read_again() {
        for locale in [Locale::Zh, Locale::En] {
            let made = Phrase::SCENARIO_COPY.with(locale, &[("name", "甲"), ("number", "12")]);
            assert_eq!(Phrase::SCENARIO_COPY.read(&made, locale), Some(vec!["12", "甲"]));
            assert_eq!(Phrase::SCENARIO_NUMBERED.read(&made, locale), None);
            assert_eq!(Phrase::NAME_OF_DRAFT.read(&made, locale), None);
        }
        assert_eq!(Phrase::SCENARIO_NUMBERED.read("新方案3", Locale::Zh), None);
    }

    #[test]
    fn gaps_are_filled_by_name() {
        let text = Phrase::ENTRY_OUT_OF_RANGE.with(Locale::En, &[("high", "9"), ("low", "0")]);
        assert_eq!(text, "Enter a number between 0 and 9");
    }
}
