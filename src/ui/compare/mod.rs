//! 对比: any number of scenarios side by side, what makes the difference, and what each lever does.

mod bars;
mod chosen;
mod compared;
mod contributions;
mod differences;
mod overlay;
mod ranking;

use yew::prelude::*;

use crate::plan::ScenarioId;
use crate::session::Edit;
use crate::ui::compare::chosen::{Chosen, Pair, scenario_id};
use crate::ui::compare::compared::{Compared, use_compared};
use crate::ui::state::given::Given;
use crate::ui::widgets::check::check;
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::figure::sentence;
use crate::wording::{self, Phrase, comparison_sentences, comparison_title, scenario_name};

/// The screen.
#[component]
pub fn Compare(given: &Given) -> Html {
    let chosen = Chosen::of(given);
    // Whether the last copy of the table went well; none before the first.
    let copied = use_state(|| None::<bool>);
    let found = use_compared(given, &chosen.left_out);
    let compared = found.as_deref().unwrap_or_default();
    let pair = Pair::of(given, &chosen, compared);
    let parts = contributions::use_parts(pair.as_ref());
    let indicator = chosen::indicator(&chosen, compared);
    let effects = ranking::use_effects(given, indicator);
    html! {
        <main class="screen compare" id="screen" tabindex="-1">
            { head(given, compared) }
            if given.plan.scenarios.all().len() > 1 {
                { choice(given, &chosen) }
            }
            if let Err(working) = &found {
                { working.notice(given.scene.locale) }
            } else if given.plan.scenarios.all().len() > 1 {
                { differences::section(given, compared, &copied) }
            }
            if let Some(pair) = &pair {
                { contributions::section(given, pair, compared, &parts, &chosen) }
                { overlay::section(given, compared) }
            }
            if let Some(variable) = indicator {
                { ranking::section(given, compared, variable, &effects, &chosen) }
            }
        </main>
    }
}

/// Which scenario reaches more, at what cost.
fn head(given: &Given, compared: &[Compared]) -> Html {
    let (plan, locale) = (&given.plan, given.scene.locale);
    let is_reference = |one: &&Compared| one.scenario.id == plan.scenarios.reference().id;
    let others: Vec<wording::ComparedScenario<'_>> =
        compared.iter().filter(|one| !is_reference(one)).map(Compared::words).collect();
    let Some(reference) = compared.iter().find(is_reference).map(Compared::words) else {
        return Html::default();
    };
    let paragraph = |other: &wording::ComparedScenario<'_>| {
        let sentences = comparison_sentences(plan, reference, *other, locale);
        let space = Phrase::SENTENCE_SPACE.get(locale);
        html! {
            <p class="verdict-text">{ for sentences.iter().map(|text| html! { <>{ sentence(text, locale) }{ space }</> }) }</p>
        }
    };
    html! {
        <>
            <h1>{ comparison_title(plan, reference, &others, locale) }</h1>
            { for others.iter().map(paragraph) }
            if plan.scenarios.all().len() == 1 {
                <p class="verdict-text">{ Phrase::COMPARE_NOTHING_HINT.get(locale) }</p>
            }
        </>
    }
}

/// Which scenarios are compared, and with which one.
fn choice(given: &Given, chosen: &Chosen<'_>) -> Html {
    let (plan, locale) = (&given.plan, given.scene.locale);
    let reference = plan.scenarios.reference().id;
    let toggle = chosen.choose(|chosen, value| {
        let Some(id) = scenario_id(value) else { return };
        let before = chosen.left_out.len();
        chosen.left_out.retain(|other| *other != id);
        if chosen.left_out.len() == before {
            chosen.left_out.push(id);
        }
    });
    let names: Vec<(String, String)> = (plan.scenarios.all().iter())
        .map(|scenario| (scenario.id.0.to_string(), scenario_name(plan, scenario.id, locale)))
        .collect();
    let boxes = plan.scenarios.all().iter().zip(&names).map(|(scenario, (value, name))| {
        let value = value.clone();
        let on_turn = toggle.reform(move |_: bool| value.clone());
        let is_reference = scenario.id == reference;
        let checked = is_reference || !chosen.left_out.contains(&scenario.id);
        html! {
            <key={scenario.id.0}>{ check(name, checked, on_turn).disabled(is_reference).draw() }</>
        }
    });
    let refer = given.on_action.reform(|value: String| {
        Edit::SetReference(scenario_id(&value).unwrap_or(ScenarioId::PRESENT)).into()
    });
    html! {
        <div class="compare-choice">
            <fieldset>
                <legend>{ Phrase::COMPARE_CHOOSE.get(locale) }</legend>
                { for boxes }
            </fieldset>
            <Choice label={Phrase::COMPARE_REFERENCE.get(locale)} options={names.clone()} value={reference.0.to_string()}
                on_choose={refer} />
        </div>
    }
}
