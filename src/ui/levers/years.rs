//! A lever set year by year.

use yew::prelude::*;

use crate::browser::fresh_scenario;
use crate::desk::Scene;
use crate::model::LeverId;
use crate::plan::LeverPath;
use crate::session::{Action, Edit};
use crate::ui::levers::setting_field::SettingField;
use crate::ui::widgets::disclosure::disclosure;
use crate::unit::InUnit;
use crate::wording::{Phrase, lever_measure};

/// Properties of [`LeverYears`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Position of the lever in the model.
    pub lever: LeverId,
    /// Present setting, in the lever's unit.
    pub present: InUnit,
    /// Settings in hand; none at present.
    pub path: Option<LeverPath>,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// Folded away until it is asked for: a field for each simulated year.
#[component]
pub fn LeverYears(props: &Props) -> Html {
    let open = use_state(|| false);
    let locale = props.scene.locale;
    let is_by_year = matches!(props.path, Some(LeverPath::ByYear(_)));
    let word = if is_by_year { Phrase::LEVER_BY_YEAR_SET } else { Phrase::LEVER_BY_YEAR };
    let fields = open.then(|| {
        html! {
            <>
                <p>{ Phrase::LEVER_BY_YEAR_NOTE.get(locale) }</p>
                <ol>{ for (1..=props.scene.model.horizon).map(|t| field(props, t)) }</ol>
            </>
        }
    });
    let setter = open.setter();
    let on_toggle = Callback::from(move |is_open| setter.set(is_open));
    disclosure("lever-years", word.get(locale), fields.unwrap_or_default())
        .on_toggle(on_toggle)
        .draw()
}

/// The field of the `t`-th simulated year.
fn field(props: &Props, t: u32) -> Html {
    let Props { scene, present, path, .. } = props;
    let locale = scene.locale;
    let lever = &scene.model.levers[props.lever];
    let year = (scene.region.base_year + t.cast_signed()).to_string();
    let value = path.as_ref().and_then(|path| path.at(t)).unwrap_or(*present);
    let label =
        Phrase::LEVER_IN_YEAR.with(locale, &[("name", lever.name.get(locale)), ("year", &year)]);
    let on_set = {
        let (id, path, present) = (lever.id.clone(), path.clone(), *present);
        props.on_action.reform(move |value: InUnit| {
            let path = LeverPath::with_year(path.as_ref(), present, t, value);
            Edit::SetLeverPath { lever: id.clone(), path, fresh: fresh_scenario() }.into()
        })
    };
    let on_rest = props.on_action.reform(|()| Action::Rest);
    let (id, measure) =
        (format!("{}-{year}", lever.id), &lever_measure(lever, &scene.model, locale));
    let field = SettingField { lever, label, id, measure, value, locale, on_set, on_rest };
    html! {
        <li key={t}>
            <span aria-hidden="true">{ &year }</span>
            { field.draw() }
        </li>
    }
}
