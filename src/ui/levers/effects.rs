//! What the lever under the pointer or the focus moves, and by how much.

use yew::prelude::*;

use crate::analysis::{Effect, Workbench, lever_effects};
use crate::browser::next_frame;
use crate::desk::Scene;
use crate::locale::Locale;
use crate::model::{LeverId, VariableId};
use crate::plan::Settings;
use crate::shared::Shared;
use crate::ui::widgets::table::{columns, table};
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
    pub lever: Option<LeverId>,
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
    match (&*found, props.lever) {
        (Some((of, effects)), Some(lever)) if of.lever == Some(lever) => {
            frame("lever-effects", said(of, lever, effects))
        }
        _ => idle(locale),
    }
}

/// While no lever is pointed at.
pub fn idle(locale: Locale) -> Html {
    frame("lever-effects idle", html! { <p>{ Phrase::EFFECTS_HINT.get(locale) }</p> })
}

fn frame(class: &'static str, content: Html) -> Html {
    html! { <div {class} id="lever-effects">{ content }</div> }
}

/// The effects on the indicators that are moved most, and visibly.
fn strongest(props: &Props, lever: LeverId) -> Vec<Effect> {
    let Props { scene, workbench, settings, .. } = props;
    let mut variables: Vec<VariableId> = Vec::new();
    for variable in scene.region.targets.iter().filter_map(|target| target.variable) {
        if !variables.contains(&variable) {
            variables.push(variable);
        }
    }
    let years = [scene.region.plan_year, scene.end_year()];
    let effects = lever_effects(workbench, settings, lever, &variables, &years);
    let of_variables = effects.chunk_by(|one, other| one.variable == other.variable);
    let mut moved: Vec<&[Effect]> =
        of_variables.filter(|of| of.iter().any(|effect| shows(effect, scene))).collect();
    let strength = |of: &[Effect]| of.iter().map(Effect::strength).fold(0.0, f64::max);
    moved.sort_by(|one, other| strength(other).total_cmp(&strength(one)));
    moved.truncate(NAMED);
    moved.concat()
}

/// Whether an effect has a digit that is shown.
fn shows(effect: &Effect, scene: &Scene) -> bool {
    let measure = measure(effect, scene);
    measure.digits(effect.reported.p50) != measure.digits(0.0)
        && measure.digits(-effect.reported.p50) != measure.digits(0.0)
}

/// Small steps of a lever show in the next digit.
fn measure(effect: &Effect, scene: &Scene) -> Measure {
    let variable = &scene.model.variables[effect.variable];
    Measure::of(&variable.unit, &scene.model.units, variable.decimals + 1, scene.locale)
}

fn said(props: &Props, lever: LeverId, effects: &[Effect]) -> Html {
    let (scene, locale) = (&props.scene, props.scene.locale);
    let declared = &scene.model.levers[lever];
    let name = declared.name.get(locale);
    let Some(first) = effects.first() else {
        return html! { <p>{ Phrase::EFFECTS_NONE.with(locale, &[("name", name)]) }</p> };
    };
    let setting = declared.unit.to_base(first.setting);
    let own = lever_measure(declared, &scene.model, locale).showing(setting);
    let setting = own.value(setting).to_string();
    let row = |pair: &[Effect]| {
        let variable = &scene.model.variables[pair[0].variable];
        let measure = measure(&pair[0], scene);
        html! {
            <tr>
                <th scope="row">{ variable.name.get(locale) }</th>
                { for pair.iter().map(|effect| html! { <td>{ measure.stated_change(effect.reported.p50, locale) }</td> }) }
            </tr>
        }
    };
    let mut years: Vec<i32> = effects.iter().map(|effect| effect.year).collect();
    years.dedup();
    years.truncate(2);
    let rows = effects.chunk_by(|one, other| one.variable == other.variable);
    let first = Phrase::EFFECTS_INDICATOR.get(locale).to_owned();
    let head = std::iter::once(first).chain(years.iter().map(i32::to_string));
    let title = Phrase::EFFECTS_TITLE.with(locale, &[("name", name), ("setting", &setting)]);
    table("", columns(head), rows.map(row).collect()).title(title).draw()
}
