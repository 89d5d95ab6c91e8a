//! A bar for each part of a difference, with a sentence: who adds what, and how much of it is real.

use yew::prelude::*;

use crate::analysis::{Contribution, Contributions, NoContributions, YearSummary};
use crate::figure::{Bar, Waterfall, WaterfallStep};
use crate::locale::Locale;
use crate::model::{CostKind, Lever, LeverId};
use crate::plan::{Change, scenario_changes};
use crate::ui::compare::chosen::Pair;
use crate::ui::compare::compared::Compared;
use crate::ui::state::given::Given;
use crate::ui::state::work::Working;
use crate::wording::{Measure, Phrase, lever_steps};

/// What came of dividing a difference.
pub(super) type Found = Result<Contributions, NoContributions>;

/// The bars, or why there are none.
pub(super) fn parts(given: &Given, pair: &Pair<'_>, working: &Working<Found>) -> Html {
    let locale = given.scene.locale;
    let plain = |text: String| html! { <p class="parts-note">{ text }</p> };
    if pair.is_same() {
        return plain(Phrase::PARTS_NONE.get(locale).to_owned());
    }
    match working.result() {
        None => working.notice(locale),
        Some(Err(NoContributions::NotComputed)) => {
            plain(Phrase::PARTS_NOT_COMPUTED.get(locale).to_owned())
        }
        Some(Err(NoContributions::TooManyParts(count))) => {
            plain(Phrase::PARTS_TOO_MANY.with(locale, &[("count", &count.to_string())]))
        }
        Some(Ok(found)) => bars(&Writer::new(given, pair, found)),
    }
}

/// A bar with its words.
struct Line {
    name: String,
    step: WaterfallStep,
    sentences: Vec<String>,
}

struct Writer<'w> {
    given: &'w Given,
    pair: &'w Pair<'w>,
    found: &'w Contributions,
    measure: Measure,
    locale: Locale,
}

impl<'w> Writer<'w> {
    fn new(given: &'w Given, pair: &'w Pair<'w>, found: &'w Contributions) -> Self {
        let (model, locale) = (pair.to.workbench.model(), given.scene.locale);
        let variable = &model.variables[pair.variable];
        // Parts are smaller than the whole: a digit more.
        let measure = Measure::of(&variable.unit, &model.units, variable.decimals, locale);
        Self { given, pair, found, measure: measure.with_more_decimals(1), locale }
    }

    /// The largest first.
    fn lines(&self) -> Vec<Line> {
        let parts = self.found.parts.iter().map(|part| self.line(part));
        let mut lines: Vec<Line> = self.assumptions().into_iter().chain(parts).collect();
        lines.sort_by(|one, other| other.step.share.abs().total_cmp(&one.step.share.abs()));
        lines
    }

    /// What other assumptions bring, the levers as they were in the first scenario.
    fn assumptions(&self) -> Option<Line> {
        let Pair { from, to, variable, year, .. } = *self.pair;
        if from.scenario.assumptions == to.scenario.assumptions {
            return None;
        }
        let projection = from.report.projection(variable)?;
        let median = |years: &[YearSummary]| {
            let found = years.iter().find(|found| found.year == year)?;
            found.summary.map(|summary| summary.p50)
        };
        let real = projection.real.as_deref().and_then(median).zip(self.found.real);
        let share = self.found.from - median(&projection.scenario)?;
        let real = real.map(|(before, [after, _])| after - before);
        let sentences = vec![Phrase::PARTS_ASSUMPTIONS_NOTE.get(self.locale).to_owned()];
        let name = Phrase::PARTS_ASSUMPTIONS.get(self.locale).to_owned();
        Some(Line { name, step: WaterfallStep { share, real, alone: None }, sentences })
    }

    fn line(&self, part: &Contribution) -> Line {
        let model = self.pair.to.workbench.model();
        let levers: Vec<&Lever> = part.levers.iter().map(|lever| &model.levers[*lever]).collect();
        let name = match levers.as_slice() {
            [lever] => &lever.name,
            _ => &model.groups[levers[0].group].name,
        };
        let Contribution { shapley, alone, real, .. } = *part;
        Line {
            name: name.get(self.locale).to_owned(),
            step: WaterfallStep { share: shapley, real, alone: Some(alone) },
            sentences: self.sentences(part),
        }
    }

    /// What was moved: the names of several levers, or from what to what one was moved.
    fn moved(&self, levers: &[LeverId]) -> String {
        let (Pair { from, to, .. }, locale) = (self.pair, self.locale);
        let model = to.workbench.model();
        let names: Vec<&str> =
            levers.iter().map(|lever| model.levers[*lever].name.get(locale)).collect();
        let changes = scenario_changes(&from.scenario, &to.scenario);
        let steps = |change: &Change| match change {
            Change::Lever { lever, from, to, .. } if model.lever(lever) == Some(levers[0]) => {
                let (lever, ends) = (&model.levers[levers[0]], [from.as_ref(), to.as_ref()]);
                Some(lever_steps(lever, ends, &self.given.plan, model, locale))
            }
            _ => None,
        };
        match (names.as_slice(), changes.iter().find_map(steps)) {
            // The row has the lever's name already.
            ([_], Some(steps)) => steps,
            _ => names.join(Phrase::LIST_COMMA.get(locale)),
        }
    }

    fn sentences(&self, part: &Contribution) -> Vec<String> {
        let moved = self.moved(&part.levers);
        let mut sentences = vec![Phrase::PARTS_CHANGES.with(self.locale, &[("changes", &moved)])];
        let kinds =
            [(CostKind::Cash, Phrase::PARTS_COST), (CostKind::Forgone, Phrase::PARTS_FORGONE)];
        for (kind, phrase) in kinds {
            let funds = Measure::funds(self.locale).change(self.cost(&part.levers, kind));
            if !funds.is_nothing() {
                let (year, value) = (self.pair.year.to_string(), funds.to_string());
                let values = [("year", year.as_str()), ("value", value.as_str())];
                sentences.push(phrase.with(self.locale, &values));
            }
        }
        sentences.extend(part.real.map(|real| self.say(Phrase::PARTS_REAL, real)));
        sentences.push(self.say(Phrase::PARTS_ALONE, part.alone));
        sentences
    }

    /// Money of a kind that the levers cost in the year, less that of the first scenario, 元.
    fn cost(&self, levers: &[LeverId], kind: CostKind) -> f64 {
        let Pair { from, to, year, .. } = self.pair;
        let year =
            usize::try_from(year - to.workbench.region().base_year - 1).unwrap_or(usize::MAX);
        let of = |one: &Compared, lever: LeverId| {
            let cost = one.report.lever_cost.get(lever).and_then(|years| years.get(year));
            cost.copied().unwrap_or(0.0)
        };
        let declared = &to.workbench.model().levers;
        let levers = levers.iter().filter(|lever| declared[**lever].cost_kind == kind);
        levers.map(|&lever| of(to, lever) - of(from, lever)).sum()
    }

    fn say(&self, phrase: Phrase, value: f64) -> String {
        let value = self.measure.change(value).to_string();
        phrase.with(self.locale, &[("value", &value)])
    }

    fn interaction(&self) -> String {
        let together = self.found.to - self.found.from;
        let alone = self.measure.change(together - self.found.interaction).to_string();
        let together = self.measure.change(together).to_string();
        Phrase::PARTS_INTERACTION_NOTE
            .with(self.locale, &[("alone", &alone), ("together", &together)])
    }

    fn total(&self, before: f64) -> String {
        let year = self.pair.year.to_string();
        let [from, to] = [before, self.found.to].map(|value| self.measure.value(value).to_string());
        Phrase::PARTS_TOTAL_NOTE.with(self.locale, &[("year", &year), ("from", &from), ("to", &to)])
    }
}

fn bars(writer: &Writer<'_>) -> Html {
    let (found, locale) = (writer.found, writer.locale);
    let lines = writer.lines();
    let steps: Vec<WaterfallStep> = lines.iter().map(|line| line.step).collect();
    let share: f64 = steps.iter().map(|step| step.share).sum();
    let real: Option<f64> = steps.iter().map(|step| step.real).sum();
    let picture = Waterfall::of(&steps, real);
    let space = Phrase::SENTENCE_SPACE.get(locale);
    let value = |value: f64| writer.measure.stated_change(value, locale);
    let line = |(line, bar): (&Line, &Bar)| {
        item(
            "part",
            &line.name,
            Some(drawn(bar, picture.zero)),
            value(line.step.share),
            &line.sentences.join(space),
        )
    };
    let mut told = vec![writer.total(found.to - share)];
    told.extend(real.map(|real| writer.say(Phrase::PARTS_REAL, real)));
    html! {
        <>
            { key(writer) }
            <ul class="parts">
                { for lines.iter().zip(&picture.bars).map(line) }
                { item("part part-interaction", Phrase::PARTS_INTERACTION.get(locale), None, value(found.interaction), &writer.interaction()) }
                { item("part part-total", Phrase::PARTS_TOTAL.get(locale), Some(drawn(&picture.total, picture.zero)), value(share), &told.join(space)) }
            </ul>
        </>
    }
}

fn item(class: &'static str, name: &str, bar: Option<Html>, value: String, words: &str) -> Html {
    html! {
        <li {class}>
            <b class="part-name">{ name.to_owned() }</b>
            <span class="part-bar">{ bar }</span>
            <b class="part-value">{ value }</b>
            <p>{ words.to_owned() }</p>
        </li>
    }
}

/// Solid what is real, pale with an outline what is only reported, a mark where it would end alone.
fn drawn(bar: &Bar, zero: f64) -> Html {
    let upright = |class: &'static str, place: f64| {
        html! { <line {class} x1={percent(place)} x2={percent(place)} y1="0" y2="100%" /> }
    };
    let block = |class: &'static str, from: f64, to: f64| {
        html! {
            <rect {class} x={percent(from.min(to))} width={percent((to - from).abs())} y="15%" height="70%" />
        }
    };
    html! {
        <svg class="waterfall" aria-hidden="true" focusable="false">
            { upright("waterfall-zero", zero) }
            { block("waterfall-reported", bar.real, bar.to) }
            { block("waterfall-real", bar.from, bar.real) }
            { bar.alone.map(|alone| upright("waterfall-alone", alone)) }
        </svg>
    }
}

fn percent(share: f64) -> String {
    format!("{:.2}%", share * 100.0)
}

fn key(writer: &Writer<'_>) -> Html {
    let (tells_real, locale) = (writer.found.real.is_some(), writer.locale);
    let solid = if tells_real { Phrase::PARTS_ALL_REAL } else { Phrase::PARTS_SHARE };
    html! {
        <p class="parts-key">
            <span><i class="key-real" />{ solid.get(locale) }</span>
            if tells_real {
                <span><i class="key-reported" />{ Phrase::PARTS_REPORTED_ONLY.get(locale) }</span>
            }
            <span><i class="key-alone" />{ Phrase::PARTS_ALONE_MARK.get(locale) }</span>
        </p>
    }
}
