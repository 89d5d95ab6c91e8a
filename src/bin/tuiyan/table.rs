//! `tuiyan table`: what a table gives that is pasted into the page.

use std::time::SystemTime;

use tuiyan::exchange::paste::{Origin, PastedCell, read};
use tuiyan::locale::Locale;
use tuiyan::region::Provenance;
use tuiyan::wording::{Phrase, datum_value, name};

use crate::args::Table;
use crate::input::{self, told};
use crate::{Answer, Ending};

pub(crate) fn table(of: &Table, locale: Locale) -> Answer {
    given(of, locale).unwrap_or_else(|problem| problem)
}

fn given(of: &Table, locale: Locale) -> Result<Answer, Answer> {
    let library = input::library(of.one.model.as_deref(), locale)?;
    let model = library.model(&input::first_plan(&library, locale)?).clone();

    let file = input::read(&of.one.file).map_err(|opened| Answer::faulty(told(&opened, locale)))?;
    let source = file.name.clone();
    let origin = Origin { provenance: Provenance::Assumed, source, vintage: None };
    let pasted = read(&file.text, &model, of.year.unwrap_or_else(last_year), &origin)
        .map_err(|error| Answer::faulty(error.sentence().get(locale).to_owned() + "\n"))?;

    let (mut lines, mut bad, mut empty) = (Vec::new(), 0, 0);
    for cell in &pasted.cells {
        let PastedCell { row, column, label, id, year, outcome, warning } = cell;
        let place = Phrase::COMMAND_CELL
            .with(locale, &[("row", &row.to_string()), ("column", &column.to_string())]);
        let said = match (outcome, id) {
            (Err(problem), _) => problem.get(locale).to_owned(),
            (Ok(None), _) => {
                empty += 1;
                continue;
            }
            (Ok(Some(_)), None) => Phrase::COMMAND_TABLE_UNKNOWN.with(locale, &[("name", label)]),
            (Ok(Some(datum)), Some(id)) => {
                let year = year.map_or_else(String::new, |year| format!(" {year}"));
                let value = datum_value(datum, &model, locale);
                let doubt = warning.as_ref().map(|doubt| format!(" ({})", doubt.get(locale)));
                let doubt = doubt.unwrap_or_default();
                format!("{}{year} = {value}{doubt}", name(id, &model, locale))
            }
        };
        bad += usize::from(outcome.is_err() || id.is_none());
        lines.push(Phrase::COMMAND_LINE.with(locale, &[("label", &place), ("text", &said)]));
    }
    let count = (pasted.cells.len() - bad - empty).to_string();
    let gaps = [("count", &*count), ("bad", &*bad.to_string()), ("empty", &*empty.to_string())];
    lines.push(Phrase::COMMAND_TABLE_COUNT.with(locale, &gaps));
    lines.push(String::new());
    let ending = if bad == 0 { Ending::Done } else { Ending::Faulty };
    Ok(Answer { ending, ..Answer::done(lines.join("\n")) })
}

/// The newest year of which there can be figures, by the machine's clock.
#[expect(clippy::disallowed_methods, reason = "there is a clock where there is no browser")]
fn last_year() -> i32 {
    /// Of the Gregorian calendar on average.
    const SECONDS_IN_YEAR: u64 = 31_556_952;
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    1969 + i32::try_from(since.as_secs() / SECONDS_IN_YEAR).unwrap_or_default()
}
