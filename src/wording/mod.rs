//! Numbers, units and sentences in both languages, the same for the same input.

mod ask;
mod chance;
mod change;
mod comparison;
mod entry;
mod explain;
mod formula;
mod gap;
mod goal;
mod grounds;
mod finding;
#[cfg(test)]
mod manual;
mod measure;
mod number;
mod phrase;
mod promise;
mod terms;
mod texts;
mod verdict;
mod written;

pub use ask::{
    ask, comparison_word, floor_words, has_number, judged_measure, lever_measure, range_words,
    settings_measure, target_kind_word, target_name,
};
pub use chance::{chance, chance_error, share};
pub use change::{change_words, lever_steps, scenario_name, scenario_title, status_word};
pub use comparison::{ComparedScenario, comparison_sentences, comparison_title};
pub use entry::{EntryError, fault_words, read_funds, read_number, read_optional, read_share};
pub use explain::{
    kind_word, not_finite_words, origin_word, role_word, uncertainty_words, user_words,
};
pub use finding::{finding_words, fix_words, severity_word};
pub use formula::{FormulaPart, FormulaText, FormulaWriter, Naming, Script, Values};
pub use gap::gap_words;
pub use goal::GoalWords;
pub use grounds::{
    datum_origin, datum_value, path_origin, readings, requirement_sentences, responsibility,
    source_text,
};
pub use measure::{Measure, decimals_of_step};
pub use number::{decimal, decimals_of, signed, unrounded};
pub use phrase::{Phrase, Sentence, SentencePart};
pub use promise::{promise, remark};
pub use terms::{
    band, class_word, cost_phrase, light_word, name, names, provenance_word, reason, setting_word,
    verb_word,
};
pub use verdict::{ScenarioKind, Tally, judged, shift_word, verdict_sentences};
pub use written::Written;
