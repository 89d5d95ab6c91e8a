//! Targets without a verdict, each with its reason.

use yew::prelude::*;

use crate::analysis::{NotJudged, Report};
use crate::ui::light::Light;
use crate::ui::scene::{Scene, Shared};
use crate::wording::{Phrase, ask, reason};

/// Properties of [`NotJudgedList`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Its results.
    pub report: Shared<Report>,
}

/// 「本版尚不能推算」: what the plan asks for, where it says so, and why there is no verdict.
#[component]
pub fn NotJudgedList(props: &Props) -> Html {
    let Props { scene, report } = props;
    let locale = scene.locale;
    let missing: Vec<(usize, &NotJudged)> = report
        .assessments
        .iter()
        .filter_map(|assessment| Some((assessment.target, assessment.verdict.as_ref().err()?)))
        .collect();
    if missing.is_empty() {
        return Html::default();
    }
    let count = missing.len().to_string();
    html! {
        <section class="not-judged" aria-labelledby="not-judged-title">
            <header class="section-head">
                <h2 id="not-judged-title">{ Phrase::NotJudgedTitle.with(locale, &[("count", &count)]) }</h2>
                <p>{ Phrase::NotJudgedNote.get(locale) }</p>
            </header>
            <ul class="not-judged-list">
                { for missing.iter().map(|(target, why)| item(scene, *target, why)) }
            </ul>
        </section>
    }
}

fn item(scene: &Scene, position: usize, why: &NotJudged) -> Html {
    let locale = scene.locale;
    let target = &scene.region.targets[position];
    let asked = ask(target, &scene.model, locale);
    html! {
        <li key={target.id.clone()} data-target={target.id.clone()}>
            <div class="card-head">
                <h3>{ target.name.get(locale) }</h3>
                <Light light={None} {locale} />
            </div>
            <p>
                { Phrase::NotJudgedTarget.with(locale, &[("ask", &asked)]) }
                <small>{ Phrase::SectionOf.with(locale, &[("section", &target.section)]) }</small>
            </p>
            <p>{ reason(why, &scene.model, locale) }</p>
        </li>
    }
}
