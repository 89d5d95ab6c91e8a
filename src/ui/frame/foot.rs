//! The small print: what the numbers are and what they rest on.

use yew::prelude::*;

use crate::analysis::Report;
use crate::desk::Scene;
use crate::shared::Shared;
use crate::ui::widgets::button::{Kind, button};
use crate::wording::{Phrase, chance_error, decimal, judged};

/// Properties of [`Foot`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Its results.
    pub report: Shared<Report>,
}

/// Draws, model, region, privacy.
#[component]
pub fn Foot(props: &Props) -> Html {
    let Props { scene, report } = props;
    let Scene { model, region, locale, .. } = scene;
    let locale = *locale;
    let chances = judged(report).map(|(_, judgement)| judgement.probability);
    let draws = [
        ("draws", &*decimal(report.draws as f64, 0)),
        ("equations", &*report.equations.to_string()),
    ];
    // Without a chance there is no error of one.
    let has_chances = judged(report).next().is_some();
    let error = chance_error(chances, locale);
    let is_dated = !model.edition.is_empty();
    let version = [&*model.version, &*model.edition][..=usize::from(is_dated)].join(" · ");
    let identity = [
        ("name", model.name.get(locale)),
        ("model", &*model.id),
        ("version", &*version),
        ("region", region.name.get(locale)),
        ("base", &*region.base_year.to_string()),
        ("plan", &*region.plan_year.to_string()),
    ];
    html! {
        <footer class="foot">
            if !region.figures.is_empty() {
                <p>
                    { Phrase::FOOT_DRAWS.with(locale, &draws) }
                    if has_chances {
                        { Phrase::SENTENCE_SPACE.get(locale) }{ Phrase::FOOT_ERROR.with(locale, &[("error", &error)]) }
                    }
                </p>
            }
            <p>{ Phrase::FOOT_MODEL.with(locale, &identity) }{ " " }{ Phrase::FOOT_PRIVACY.get(locale) }</p>
            // The shell opens it, so that it also opens where the program cannot start.
            <p>{ button(Kind::Bare, Phrase::FOOT_ABOUT.get(locale), Callback::<MouseEvent>::noop()).opens("about").draw() }</p>
        </footer>
    }
}
