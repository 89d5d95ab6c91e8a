//! `tuiyan explain`: where an indicator's number of a year comes from.

use tuiyan::analysis::{Numbers, Workbench, explanation, formula_in, missing_for};
use tuiyan::desk::Ground;
use tuiyan::diagnostic::nearest;
use tuiyan::formula::{Moment, Read};
use tuiyan::locale::Locale;
use tuiyan::model::{Formula, Model, Reference, VariableId};
use tuiyan::wording::{
    FormulaText, FormulaWriter, Naming, Phrase, Values, names, origin_word, user_words,
};

use crate::Answer;
use crate::args::Explain;
use crate::input::{self, Subject};

pub(crate) fn explain(of: &Explain, locale: Locale) -> Answer {
    explained(of, locale).unwrap_or_else(|problem| problem)
}

fn explained(of: &Explain, locale: Locale) -> Result<Answer, Answer> {
    let library = input::library(of.one.model.as_deref(), locale)?;
    let Subject { plan, model, warnings } = input::plan(&of.one.file, &library, locale)?;
    let variable = found(&of.indicator, &model, locale)?;
    let scenario = plan.scenarios.current();
    let workbench = Ground::new(&plan, &model).workbench(scenario);
    let region = workbench.region();
    let t = u32::try_from(of.year - region.base_year).ok();
    let t = t.filter(|t| *t <= model.horizon).ok_or_else(|| {
        let (first, last) = (region.base_year.to_string(), workbench.last_year().to_string());
        let gaps = [("first", &*first), ("last", &*last)];
        Answer::misused(Phrase::COMMAND_YEAR_RANGE.with(locale, &gaps) + "\n")
    })?;
    let subject = Reference::Variable(variable);
    let formula = formula_in(&model, region, subject, t);
    let mut declarations = vec![subject];
    for read in formula.iter().flat_map(|formula| formula.expression.reads()) {
        if !declarations.contains(&read.name) {
            declarations.push(read.name);
        }
    }
    let numbers = Numbers::of(&workbench, &scenario.settings, &declarations);
    let writer = FormulaWriter::new(&model, locale);
    let asked =
        Asked { variable, t, model: &model, workbench: &workbench, numbers, writer, locale };
    let mut lines = vec![asked.value()];
    lines.extend(formula.iter().flat_map(|formula| asked.computed(formula)));
    lines.extend(asked.grounds());
    lines.push(String::new());
    Ok(Answer { err: warnings, ..Answer::done(lines.join("\n")) })
}

/// An indicator in a year after the base year, with what was run for it.
struct Asked<'a> {
    variable: VariableId,
    t: u32,
    model: &'a Model,
    workbench: &'a Workbench,
    numbers: Numbers,
    writer: FormulaWriter<'a>,
    locale: Locale,
}

impl Asked<'_> {
    fn subject(&self) -> Reference {
        Reference::Variable(self.variable)
    }

    fn line(&self, label: Phrase, text: &str) -> String {
        let gaps = [("label", label.get(self.locale)), ("text", text)];
        Phrase::COMMAND_LINE.with(self.locale, &gaps)
    }

    /// The number, or what it lacks.
    fn value(&self) -> String {
        let &Self { variable, t, model, workbench, ref numbers, ref writer, locale } = self;
        let moment = if t == 0 { Moment::Base } else { Moment::Now };
        let read = Read { name: self.subject(), run: None, moment };
        let year = (workbench.region().base_year + t.cast_signed()).to_string();
        let name = writer.name(self.subject());
        if let Some(summary) = numbers.summary(read, t) {
            let measure = writer.measure(read, summary.p50);
            let value = measure.value(summary.p50).to_string();
            let range = measure.range(summary.p25, summary.p75);
            let gaps = [("name", name), ("year", &*year), ("value", &*value), ("range", &*range)];
            return Phrase::COMMAND_VALUE.with(locale, &gaps);
        }
        let missing = missing_for(workbench, variable, t);
        let list = names(&missing, model, locale);
        let phrase =
            if missing.is_empty() { Phrase::COMMAND_NOT_FINITE } else { Phrase::COMMAND_NO_VALUE };
        phrase.with(locale, &[("name", name), ("year", &*year), ("names", &*list)])
    }

    /// The formula in words, with values, and in symbols.
    fn computed(&self, formula: &Formula) -> [String; 3] {
        let Self { writer, numbers, .. } = self;
        let median = |read| numbers.median(read, self.t);
        let base_year = self.workbench.region().base_year;
        let values = Values { base_year, t: self.t, of: &median };
        let words = writer.equation(self.subject(), writer.in_words(&formula.expression));
        let symbols = text(&writer.in_symbols(&formula.expression, Naming::Ids));
        let symbols = format!("{} = {symbols}", self.model.variables[self.variable].id);
        [
            self.line(Phrase::HOW_TITLE, &text(&words)),
            format!("  = {}", text(&writer.with_values(&formula.expression, &values))),
            self.line(Phrase::HOW_SYMBOLS, &symbols),
        ]
    }

    /// What it means, where it comes from, and what reads it.
    fn grounds(&self) -> Vec<String> {
        let &Self { t, model, workbench, locale, .. } = self;
        let region = workbench.region();
        let about = explanation(model, region, self.subject());
        let mut lines = Vec::new();
        if let Some(definition) = about.definition {
            lines.push(self.line(Phrase::COMMAND_DEFINITION, definition.get(locale)));
        }
        let origin = origin_word(model, region, &about, t).get(locale);
        lines.push(self.line(Phrase::ORIGIN, origin));
        let sources = about.sources.iter();
        lines.extend(sources.map(|source| self.line(Phrase::SOURCES_TITLE, &source.text)));
        let users = about.users.iter().map(|user| user_words(*user, model, region, locale));
        let users: Vec<String> = users.collect();
        if !users.is_empty() {
            let list = users.join(Phrase::LIST_COMMA.get(locale));
            lines.push(self.line(Phrase::USERS_TITLE, &list));
        }
        lines
    }
}

/// The indicator of this id or name.
fn found(wanted: &str, model: &Model, locale: Locale) -> Result<VariableId, Answer> {
    let is_wanted = |position: &VariableId| {
        let variable = &model.variables[*position];
        variable.id == model.current(wanted)
            || variable.name.zh == wanted
            || variable.name.en == wanted
    };
    let mut positions = model.variables.keys();
    positions.find(is_wanted).ok_or_else(|| {
        let ids = model.variables.iter().map(|variable| &*variable.id);
        let near = nearest(wanted, ids);
        let near = near.map_or_else(String::new, |near| {
            Phrase::COMMAND_NEAREST.with(locale, &[("near", near)])
        });
        let said = Phrase::COMMAND_NO_INDICATOR.with(locale, &[("name", wanted)]);
        Answer::misused(format!("{said}{near}\n"))
    })
}

/// A formula as a line of text.
fn text(formula: &FormulaText) -> String {
    formula.parts().iter().map(|part| &*part.text).collect()
}
