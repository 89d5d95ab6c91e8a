//! 体检意见: what is the matter with the targets, how grave it is, and what would mend it.

use std::borrow::Cow;

use yew::prelude::*;

use crate::analysis::{Finding, FindingSeverity, Fix};
use crate::desk::Scene;
use crate::locale::Locale;
use crate::region::{Region, Target, beyond_model};
use crate::session::{Action, Edit};
use crate::shared::Shared;
use crate::ui::explain::link::{why, why_named};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::editing::Edits;
use crate::ui::widgets::section::section;
use crate::wording::{Phrase, finding_words, fix_words, severity_word, target_name};

/// Properties of [`Audit`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// The gravest first; none while they are being looked for.
    pub findings: Option<Shared<Vec<Finding>>>,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// Findings shown at once, and targets named with one of them.
const SHOWN: usize = 30;
const NAMED: usize = 6;

/// Findings by gravity; a person chooses which of them to see.
#[component]
pub fn Audit(props: &Props) -> Html {
    let locale = props.scene.locale;
    let chosen = use_state(|| None::<Vec<FindingSeverity>>);
    let most = use_state(|| SHOWN);
    let Scene { model, region, .. } = &props.scene;
    let findings = match props.findings.as_deref() {
        None => note(Phrase::AUDIT_RUNNING.get(locale)),
        Some(_) if region.targets.is_empty() => note(Phrase::AUDIT_NO_TARGETS.get(locale)),
        Some(findings) if findings.is_empty() => note(none_found(region).get(locale)),
        Some(findings) => list(props, findings, &chosen, &most),
    };
    let content = html! {
        <>
            if let Some(beyond) = beyond_model(model, region.base_year) {
                <p class="side-note" role="note">{ beyond.get(locale) }</p>
            }
            { findings }
        </>
    };
    section("audit", "audit-title", Phrase::AUDIT_TITLE.get(locale), "", content)
}

/// Targets that a person records have no numbers that could disagree.
fn none_found(region: &Region) -> Phrase {
    let is_any = region.targets.iter().any(|target| target.kind.is_computed());
    if is_any { Phrase::AUDIT_NONE } else { Phrase::AUDIT_NO_NUMBERS }
}

fn note(text: &'static str) -> Html {
    html! { <p class="side-note">{ text }</p> }
}

/// The gravest first.
const SEVERITIES: [FindingSeverity; 3] =
    [FindingSeverity::Error, FindingSeverity::Warning, FindingSeverity::Note];

/// What is only worth knowing waits until it is asked for, unless there is nothing else.
fn shown_first(findings: &[Finding]) -> Vec<FindingSeverity> {
    let has_grave = findings.iter().any(|finding| finding.severity != FindingSeverity::Note);
    let shown =
        SEVERITIES.into_iter().filter(|severity| !has_grave || *severity != FindingSeverity::Note);
    shown.collect()
}

fn list(
    props: &Props,
    findings: &[Finding],
    chosen: &UseStateHandle<Option<Vec<FindingSeverity>>>,
    most: &UseStateHandle<usize>,
) -> Html {
    let locale = props.scene.locale;
    let shown = (**chosen).clone().unwrap_or_else(|| shown_first(findings));
    let seen: Vec<&Finding> =
        findings.iter().filter(|finding| shown.contains(&finding.severity)).collect();
    html! {
        <>
            <div class="filter" role="group" aria-label={Phrase::AUDIT_FILTER.get(locale)}>
                { for SEVERITIES.into_iter().map(|severity| {
                    let count = findings.iter().filter(|finding| finding.severity == severity).count();
                    toggle(severity, count, &shown, chosen, locale)
                }) }
            </div>
            if seen.is_empty() {
                { note(Phrase::AUDIT_FILTERED.get(locale)) }
            }
            <ul class="finding-list">{ for seen.iter().take(**most).map(|finding| item(props, finding)) }</ul>
            { more(seen.len(), most, locale) }
        </>
    }
}

/// A button for the next findings, where there are more than are shown.
fn more(count: usize, most: &UseStateHandle<usize>, locale: Locale) -> Html {
    let hidden = count.saturating_sub(**most);
    if hidden == 0 {
        return Html::default();
    }
    let (next, setter) = (**most + SHOWN, most.setter());
    let onclick = move |_: MouseEvent| setter.set(next);
    let count = hidden.to_string();
    button(Kind::Quiet, Phrase::AUDIT_MORE.with(locale, &[("count", &count)]), onclick).draw()
}

/// The names of the first targets, and how many there are where there are more.
fn named(names: &[Cow<'_, str>], locale: Locale) -> String {
    let first = names[..names.len().min(NAMED)].join(Phrase::LIST_COMMA.get(locale));
    if names.len() <= NAMED {
        return first;
    }
    let count = names.len().to_string();
    Phrase::AUDIT_TARGETS.with(locale, &[("names", &first), ("count", &count)])
}

/// A button that shows or hides findings of one severity.
fn toggle(
    severity: FindingSeverity,
    count: usize,
    shown: &[FindingSeverity],
    chosen: &UseStateHandle<Option<Vec<FindingSeverity>>>,
    locale: Locale,
) -> Html {
    let is_shown = shown.contains(&severity);
    let mut next = shown.to_vec();
    next.retain(|other| *other != severity);
    if !is_shown {
        next.push(severity);
    }
    let setter = chosen.setter();
    let onclick = move |_: MouseEvent| setter.set(Some(next.clone()));
    let (word, count) = (severity_word(severity).get(locale), count.to_string());
    let words = Phrase::AUDIT_COUNT.with(locale, &[("word", word), ("count", &count)]);
    button(Kind::Bare, html! { <>{ bars(severity) }{ words }</> }, onclick).pressed(is_shown).draw()
}

fn item(props: &Props, finding: &Finding) -> Html {
    let Props { scene, on_action, .. } = props;
    let locale = scene.locale;
    let targets: Vec<_> = (finding.targets.iter())
        .map(|target| target_name(&scene.region.targets[*target], locale))
        .collect();
    let fixes = finding.fixes.iter().map(|fix| {
        let words = fix_words(fix, &scene.model, &scene.region, locale);
        let onclick = accept(scene, fix, on_action);
        html! { <li>{ button(Kind::Quiet, words, onclick).draw() }</li> }
    });
    let ways = asked_about(finding, &scene.region);
    // Beside several, the word alone would not say where each leads.
    let way = if ways.len() > 1 { why_named } else { why };
    let ways = ways
        .iter()
        .map(|target| way(&target.indicator, target.name.get(locale), locale, on_action));
    html! {
        <li class="finding">
            <p class="finding-head">
                { bars(finding.severity) }
                <b>{ severity_word(finding.severity).get(locale) }</b>{ " · " }
                { named(&targets, locale) }
                { for ways }
            </p>
            <p>{ finding_words(finding, &scene.model, &scene.region, locale) }</p>
            if !finding.fixes.is_empty() {
                <Edits>
                    <p class="side-note">{ Phrase::AUDIT_FIX.get(locale) }</p>
                    <ul>{ for fixes }</ul>
                </Edits>
            }
        </li>
    }
}

/// The first targets of a finding that have a page of their own, one for each indicator.
fn asked_about<'r>(finding: &Finding, region: &'r Region) -> Vec<&'r Target> {
    let mut asked: Vec<&Target> = Vec::new();
    for target in finding.targets.iter().map(|target| &region.targets[*target]) {
        let is_known = asked.iter().any(|known| known.indicator == target.indicator);
        if target.variable.is_some() && !is_known && asked.len() < NAMED {
            asked.push(target);
        }
    }
    asked
}

/// Makes the change; undo takes it back.
fn accept(scene: &Scene, fix: &Fix, on_action: &Callback<Action>) -> Callback<MouseEvent> {
    let (scene, fix, on_action) = (scene.clone(), fix.clone(), on_action.clone());
    Callback::from(move |_| {
        let mended = fix.applied(&scene.region);
        let pairs = mended.targets.into_iter().zip(&scene.region.targets);
        for (target, before) in pairs {
            if target != *before {
                on_action.emit(Edit::PutTarget(Box::new(target)).into());
            }
        }
    })
}

/// One to three bars in ink; the word beside them says the same.
fn bars(severity: FindingSeverity) -> Html {
    let filled = match severity {
        FindingSeverity::Note => 1,
        FindingSeverity::Warning => 2,
        FindingSeverity::Error => 3,
    };
    let bar = |position: u32| {
        let class = if position < filled { "bar-filled" } else { "bar-empty" };
        let height = 4 + 3 * position;
        html! {
            <rect {class} x={(4 * position).to_string()} y={(10 - height).to_string()} width="3"
                height={height.to_string()} />
        }
    };
    html! {
        <svg class="bars" viewBox="0 0 11 10" aria-hidden="true" focusable="false">{ for (0..3).map(bar) }</svg>
    }
}
