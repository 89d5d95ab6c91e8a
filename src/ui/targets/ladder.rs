//! 目标建议: what can be promised with which confidence, the verb for it, and the sentence.

use yew::prelude::*;

use crate::analysis::{CHANCES, Judgement, Ladder, Rung};
use crate::browser::{copy_text, focus};
use crate::locale::Locale;
use crate::plan::Verb;
use crate::region::{Comparison, Target};
use crate::session::Edit;
use crate::ui::state::given::Given;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::table::{columns, table};
use crate::wording::{Phrase, chance, floor_words, promise, target_name, verb_word};

/// What the rungs are called, the safest first.
const RUNGS: [Phrase; 4] =
    [Phrase::RUNG_SAFE, Phrase::RUNG_STEADY, Phrase::RUNG_AMBITIOUS, Phrase::RUNG_SPRINT];

/// A table of all ladders, each with the target that it was made for. `copied` is the id of the target whose sentence
/// was copied last.
pub fn ladders(
    given: &Given,
    ladders: &[(Target, Ladder)],
    copied: Option<&str>,
    on_copied: &Callback<String>,
) -> Html {
    let locale = given.scene.locale;
    let rung = |(name, wanted): (Phrase, f64)| {
        let percent = format!("{:.0}%", 100.0 * wanted);
        html! { <>{ name.get(locale) }<small>{ percent }</small></> }
    };
    let names = [Phrase::BOARD_TARGET, Phrase::LADDER_PRESENT_FLOOR];
    let names = names.map(|name| Html::from(name.get(locale))).into_iter();
    let head = columns(names.chain(RUNGS.into_iter().zip(CHANCES).map(rung)));
    let bodies =
        ladders.iter().filter_map(|ladder| Some(rows(&Row::of(given, ladder)?, copied, on_copied)));
    table("rows ladder-table", head, bodies.collect()).in_groups().draw()
}

/// A ladder with its target and verdict.
struct Row<'r> {
    given: &'r Given,
    ladder: &'r Ladder,
    target: &'r Target,
    name: String,
    /// None where the floor is zero.
    judgement: Option<&'r Judgement>,
}

impl<'r> Row<'r> {
    /// None where the target is gone, or asks about something else by now.
    fn of(given: &'r Given, (of, ladder): &'r (Target, Ladder)) -> Option<Self> {
        let is_of = |target: &Target| {
            target.id == of.id && target.indicator == of.indicator && target.kind == of.kind
        };
        let targets = &given.scene.region.targets;
        let position = targets.position(is_of)?;
        let target = &targets[position];
        let assessment = given.run.outcome.report.assessments.get(position);
        let judgement = assessment.and_then(|assessment| assessment.verdict.as_ref().ok());
        let name = target_name(target, given.scene.locale).into_owned();
        Some(Self { given, ladder, target, name, judgement })
    }

    fn locale(&self) -> Locale {
        self.given.scene.locale
    }

    fn name(&self) -> &str {
        &self.name
    }

    /// The verb that the present floor deserves.
    fn verb(&self) -> Option<Verb> {
        let judgement = self.judgement?;
        Some(self.given.plan.thresholds.verb(judgement.probability))
    }

    /// The target with another floor; a stretch value that is none any more goes.
    fn with_floor(&self, floor: f64) -> Target {
        let is_beyond = |stretch: &f64| match self.target.comparison {
            Comparison::AtMost => *stretch < floor,
            _ => *stretch > floor,
        };
        Target { floor, stretch: self.target.stretch.filter(is_beyond), ..self.target.clone() }
    }

    /// A floor as the plan would write it.
    fn words(&self, floor: f64) -> String {
        floor_words(&self.with_floor(floor), &self.given.scene.model, self.locale())
    }

    fn put(&self, target: Target) -> Callback<MouseEvent> {
        let (on_action, row) = (self.given.on_action.clone(), self.id());
        Callback::from(move |_: MouseEvent| {
            on_action.emit(Edit::PutTarget(Box::new(target.clone())).into());
            // The button goes away with what it did.
            focus(&row);
        })
    }

    fn id(&self) -> String {
        format!("ladder-{}", self.target.id)
    }
}

/// Two rows: the values, and the sentence for the present floor.
fn rows(row: &Row<'_>, copied: Option<&str>, on_copied: &Callback<String>) -> Html {
    html! {
        <tbody key={row.target.id.clone()} data-ladder={row.target.id.clone()}>
            <tr>
                <th scope="row" id={row.id()} tabindex="-1"><b>{ row.name().to_owned() }</b><small>{ row.target.year }</small></th>
                { present(row) }
                { for RUNGS.into_iter().zip(&row.ladder.rungs).map(|(name, rung)| cell(row, name, rung)) }
            </tr>
            <tr class="ladder-promise"><td colspan="6">{ sentence(row, copied, on_copied) }</td></tr>
        </tbody>
    }
}

fn present(row: &Row<'_>) -> Html {
    let locale = row.locale();
    let chance = row.judgement.map(|judgement| chance(judgement.probability));
    html! {
        <td data-label={Phrase::LADDER_PRESENT_FLOOR.get(locale)}>
            <b data-value="floor">{ row.words(row.target.floor) }</b>
            <small>{ for chance.map(|chance| html! { { chance } }) }{ for row.verb().map(|verb| html! { <>{ " · " }{ verb_word(verb).get(locale) }</> }) }</small>
        </td>
    }
}

fn cell(row: &Row<'_>, name: Phrase, rung: &Rung) -> Html {
    let locale = row.locale();
    let value = row.words(rung.value);
    let is_floor = value == row.words(row.target.floor);
    let label = [("name", row.name()), ("value", value.as_str())];
    html! {
        <td data-label={name.get(locale)}>
            <b>{ &value }</b>
            <small>{ verb_word(rung.verb).get(locale) }</small>
            if is_floor {
                <small>{ Phrase::LADDER_IS_FLOOR.get(locale) }</small>
            } else {
                { button(Kind::Quiet, Phrase::LADDER_ADOPT.get(locale), row.put(row.with_floor(rung.value)))
                    .label(Phrase::LADDER_ADOPT_OF.with(locale, &label)).edits().draw() }
            }
        </td>
    }
}

/// What a document may say of the present floor; a plan with another verb can take this one.
fn sentence(row: &Row<'_>, copied: Option<&str>, on_copied: &Callback<String>) -> Html {
    let locale = row.locale();
    let Some(verb) = row.verb() else { return Html::default() };
    let Some(words) = promise(row.target, verb, &row.given.scene.model, locale) else {
        return html! { <p>{ Phrase::PROMISE_NONE.get(locale) }</p> };
    };
    let said = words.clone();
    let (id, on_copied) = (row.target.id.clone(), on_copied.clone());
    let copy = move |_: MouseEvent| {
        if copy_text(&said) {
            on_copied.emit(id.clone());
        }
    };
    let word = if copied == Some(&*row.target.id) { Phrase::COPIED } else { Phrase::COPY };
    html! {
        <p>
            <span data-value="promise">{ words }</span>
            { button(Kind::Quiet, word.get(locale), copy).label(Phrase::PROMISE_COPY_OF.with(locale, &[("name", row.name())])).draw() }
            { other_verb(row, verb) }
        </p>
    }
}

/// The button that writes the verb into the plan, where it has another.
fn other_verb(row: &Row<'_>, verb: Verb) -> Html {
    let commitment = verb_word(verb).get(Locale::Zh);
    if row.target.commitment == commitment {
        return Html::default();
    }
    let mut target = row.target.clone();
    commitment.clone_into(&mut target.commitment);
    for repeated in &mut target.repeated {
        commitment.clone_into(&mut repeated.commitment);
    }
    let locale = row.locale();
    let values = [("verb", commitment), ("name", row.name())];
    button(Kind::Quiet, Phrase::PROMISE_VERB.with(locale, &values), row.put(target))
        .label(Phrase::PROMISE_VERB_OF.with(locale, &values))
        .edits()
        .draw()
}
