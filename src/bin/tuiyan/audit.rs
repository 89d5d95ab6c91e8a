//! `tuiyan audit`: 目标体检, a line for each finding and for each change that would mend it.

use tuiyan::analysis::audit as findings;
use tuiyan::desk::Ground;
use tuiyan::locale::Locale;
use tuiyan::wording::{Phrase, finding_words, fix_words, severity_word};

use crate::Answer;
use crate::args::One;
use crate::input::{self, Subject};

pub(crate) fn audit(of: &One, locale: Locale) -> Answer {
    found(of, locale).unwrap_or_else(|problem| problem)
}

fn found(of: &One, locale: Locale) -> Result<Answer, Answer> {
    let library = input::library(of.model.as_deref(), locale)?;
    let Subject { plan, model, warnings } = input::plan(&of.file, &library, locale)?;
    let scenario = plan.scenarios.current();
    let workbench = Ground::new(&plan, &model).workbench(scenario);
    let report = workbench.evaluate(&scenario.settings);
    let region = &plan.region;
    let mut lines = Vec::new();
    for finding in findings(&workbench, &report, plan.thresholds) {
        let severity = severity_word(finding.severity).get(locale);
        let words = finding_words(&finding, &model, region, locale);
        let gaps = [("label", severity), ("text", &*words)];
        lines.push(Phrase::COMMAND_LINE.with(locale, &gaps));
        let fixes = finding.fixes.iter().map(|fix| fix_words(fix, &model, region, locale));
        lines.extend(fixes.map(|words| format!("  - {words}")));
    }
    if lines.is_empty() {
        lines.push(Phrase::COMMAND_NO_FINDING.with(locale, &[("file", &of.file)]));
    }
    lines.push(String::new());
    Ok(Answer { err: warnings, ..Answer::done(lines.join("\n")) })
}
