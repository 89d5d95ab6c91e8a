//! What the lever under the pointer or the focus moves, and by how much.

use yew::prelude::*;

use crate::analysis::{Effect, Workbench, lever_effects};
use crate::browser::next_frame;
use crate::plan::Settings;
use crate::ui::scene::{Scene, Shared};
use crate::wording::{Measure, Phrase, lever_measure};

/// Indicators that are named.
const NAMED: usize = 3;

/// Properties of [`LeverEffects`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// What computes.
    pub workbench: Shared<Workbench>,
    /// Settings in hand.
    pub settings: Settings,
    /// Position of the lever in the model; none while no lever is pointed at.
    pub lever: Option<usize>,
}

/// Three indicators, those moved most against their own spread, in the plan year and the last.
#[component]
pub fn LeverEffects(props: &Props) -> Html {
    let found = use_state(|| None::<(Props, Vec<Effect>)>);
    {
        let setter = found.setter();
        use_effect_with(props.clone(), move |props| {
            // Not while a lever is dragged: the next change takes this frame back.
            let props = props.clone();
            let frame = next_frame(move || {
                setter.set(props.lever.map(|lever| (props.clone(), strongest(&props, lever))));
            });
            move || drop(frame)
        });
    }
    let locale = props.scene.locale;
    let content = match (&*found, props.lever) {
        (Some((of, effects)), Some(lever)) if of.lever == Some(lever) => said(of, lever, effects),
        _ => html! { <p>{ Phrase::EFFECTS_HINT.get(locale) }</p> },
    };
    html! { <div class="lever-effects" id="lever-effects">{ content }</div> }
}

fn strongest(props: &Props, lever: usize) -> Vec<Effect> {
    let Props { scene, workbench, settings, .. } = props;
    let mut variables: Vec<usize> = Vec::new();
    for variable in scene.region.targets.iter().filter_map(|target| target.variable) {
        if !variables.contains(&variable) {
            variables.push(variable);
        }
    }
    let years = [scene.region.plan_year, scene.end_year()];
    let effects = lever_effects(workbench, settings, lever, &variables, &years);
    let strength = |variable: &usize| {
        let of = effects.iter().filter(|effect| effect.variable == *variable);
        of.map(Effect::strength).fold(0.0, f64::max)
    };
    variables.retain(|variable| strength(variable) > 0.0);
    let mut named: Vec<(f64, usize)> =
        variables.into_iter().map(|variable| (strength(&variable), variable)).collect();
    named.sort_by(|one, other| other.0.total_cmp(&one.0));
    named.truncate(NAMED);
    let of = |(_, variable): (f64, usize)| {
        effects.iter().filter(move |effect| effect.variable == variable).cloned()
    };
    named.into_iter().flat_map(of).collect()
}

fn said(props: &Props, lever: usize, effects: &[Effect]) -> Html {
    let (scene, locale) = (&props.scene, props.scene.locale);
    let declared = &scene.model.levers[lever];
    let name = declared.name.get(locale);
    let Some(first) = effects.first() else {
        return html! { <p>{ Phrase::EFFECTS_NONE.with(locale, &[("name", name)]) }</p> };
    };
    let measure = lever_measure(declared, &scene.model, locale);
    let setting = measure.value(declared.unit.to_base(first.setting)).to_string();
    let row = |pair: &[Effect]| {
        let variable = &scene.model.variables[pair[0].variable];
        let measure = Measure::of(
            &variable.unit,
            &scene.model.units,
            // Small steps of a lever show in the next digit.
            variable.decimals + 1,
            locale,
        );
        html! {
            <tr>
                <th scope="row">{ variable.name.get(locale) }</th>
                { for pair.iter().map(|effect| html! { <td>{ measure.change(effect.reported.p50).to_string() }</td> }) }
            </tr>
        }
    };
    let mut years: Vec<i32> = effects.iter().map(|effect| effect.year).collect();
    years.dedup();
    years.truncate(2);
    let rows = effects.chunk_by(|one, other| one.variable == other.variable);
    html! {
        <table>
            <caption>{ Phrase::EFFECTS_TITLE.with(locale, &[("name", name), ("setting", &setting)]) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ Phrase::EFFECTS_INDICATOR.get(locale) }</th>
                    { for years.iter().map(|year| html! { <th scope="col">{ *year }</th> }) }
                </tr>
            </thead>
            <tbody>{ for rows.map(row) }</tbody>
        </table>
    }
}
