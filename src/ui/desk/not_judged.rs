//! Targets without a verdict: what lacks figures, what the model lacks, what a person records.

use yew::prelude::*;

use crate::analysis::{NotJudged, Report};
use crate::desk::Scene;
use crate::plan::Recorded;
use crate::region::{Target, TargetId};
use crate::session::Action;
use crate::shared::Shared;
use crate::sorted::Map;
use crate::ui::desk::status_field::StatusField;
use crate::ui::widgets::light::Light;
use crate::ui::widgets::section::section;
use crate::wording::{Phrase, ask, has_number, readings, reason, responsibility, target_name};

/// Properties of [`NotJudgedList`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Its results.
    pub report: Shared<Report>,
    /// What a person has recorded, by the target's id.
    pub statuses: Map<String, Recorded>,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// Why a group of targets has no verdict.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Missing,
    NotComputed,
    Recorded,
}

impl Kind {
    const ALL: [Kind; 3] = [Kind::Missing, Kind::NotComputed, Kind::Recorded];

    fn of(reason: &NotJudged) -> Self {
        match reason {
            NotJudged::MissingFigures(_) => Kind::Missing,
            NotJudged::Recorded | NotJudged::ZeroFloor => Kind::Recorded,
            NotJudged::NotInModel | NotJudged::OutsideYears | NotJudged::NotComputable(_) => {
                Kind::NotComputed
            }
        }
    }

    fn words(self) -> (&'static str, Phrase, Phrase) {
        match self {
            Kind::Missing => ("targets-missing", Phrase::MISSING_TITLE, Phrase::MISSING_NOTE),
            Kind::NotComputed => {
                ("not-judged-title", Phrase::NOT_JUDGED_TITLE, Phrase::NOT_JUDGED_NOTE)
            }
            Kind::Recorded => ("targets-recorded", Phrase::RECORDED_TITLE, Phrase::RECORDED_NOTE),
        }
    }
}

/// What the plan asks for, where it says so, and why there is no verdict; a section for each reason.
#[component]
pub fn NotJudgedList(props: &Props) -> Html {
    html! { <>{ for Kind::ALL.into_iter().map(|kind| group(props, kind)) }</> }
}

fn group(props: &Props, kind: Kind) -> Html {
    let locale = props.scene.locale;
    let assessments = props.report.assessments.iter();
    let without = assessments
        .filter_map(|assessment| Some((assessment.target, assessment.verdict.as_ref().err()?)));
    let rows: Vec<(TargetId, &NotJudged)> =
        without.filter(|(_, reason)| Kind::of(reason) == kind).collect();
    if rows.is_empty() {
        return Html::default();
    }
    let (title_id, title, remark) = kind.words();
    let count = rows.len().to_string();
    let title = title.with(locale, &[("count", &count)]);
    let list = html! {
        <ul class="not-judged-list">
            { for rows.iter().map(|(target, why)| item(props, *target, why)) }
        </ul>
    };
    section("not-judged", title_id, &title, remark.get(locale), list)
}

fn item(props: &Props, position: TargetId, why: &NotJudged) -> Html {
    let Props { scene, .. } = props;
    let target = &scene.region.targets[position];
    let head = match why {
        NotJudged::Recorded | NotJudged::ZeroFloor => html! {
            <StatusField target={target.id.clone()} name={target.name.get(scene.locale).to_owned()}
                recorded={props.statuses.get(&target.id).cloned()} locale={scene.locale}
                on_action={props.on_action.clone()} />
        },
        _ => html! { <Light light={None} locale={scene.locale} /> },
    };
    html! {
        <li key={target.id.clone()} data-target={target.id.clone()}>
            <div class="card-head"><h3>{ target_name(target, scene.locale).into_owned() }</h3>{ head }</div>
            { words(scene, target, why) }
        </li>
    }
}

fn words(scene: &Scene, target: &Target, why: &NotJudged) -> Html {
    let locale = scene.locale;
    let asked = ask(target, &scene.model, locale);
    let section = match target.section.as_str() {
        "" => String::new(),
        section => Phrase::SECTION_OF.with(locale, &[("section", section)]),
    };
    // A rank or a rule without a number asks for nothing that a sentence could say.
    let says_nothing = *why == NotJudged::Recorded && !has_number(target);
    let more = [readings(target, locale), responsibility(target, locale)];
    html! {
        <>
            if says_nothing {
                <p><small>{ section }</small></p>
            } else {
                <p>{ Phrase::NOT_JUDGED_TARGET.with(locale, &[("ask", &asked)]) }<small>{ section }</small></p>
            }
            if Kind::of(why) != Kind::Recorded {
                <p>{ reason(why, &scene.model, locale) }</p>
            }
            { for more.into_iter().filter(|text| !text.is_empty()).map(|text| html! { <p><small>{ text }</small></p> }) }
            if let Some(note) = &target.note {
                <p lang="zh-CN"><small>{ Phrase::TARGET_NOTE.with(locale, &[("note", note)]) }</small></p>
            }
        </>
    }
}
