//! 体检意见: what is the matter with the targets, how grave it is, and what would mend it.

use yew::prelude::*;

use crate::analysis::{Edit, Finding, Severity};
use crate::session::Action;
use crate::ui::explain::link::why;
use crate::ui::scene::{Scene, Shared};
use crate::wording::{Phrase, finding_words, fix_words, severity_word};

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

/// Findings by gravity, what is only worth knowing folded away.
#[component]
pub fn Audit(props: &Props) -> Html {
    let locale = props.scene.locale;
    html! {
        <section class="audit" aria-labelledby="audit-title">
            <header class="side-head"><h2 id="audit-title">{ Phrase::AUDIT_TITLE.get(locale) }</h2></header>
            { props.findings.as_ref().map_or_else(
                || note(Phrase::AUDIT_RUNNING.get(locale).to_owned()),
                |findings| list(props, findings),
            ) }
        </section>
    }
}

fn note(text: String) -> Html {
    html! { <p class="side-note">{ text }</p> }
}

fn list(props: &Props, findings: &[Finding]) -> Html {
    let locale = props.scene.locale;
    if findings.is_empty() {
        return note(Phrase::AUDIT_NONE.get(locale).to_owned());
    }
    let (notes, grave): (Vec<&Finding>, Vec<&Finding>) =
        findings.iter().partition(|finding| finding.severity == Severity::Note);
    let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    let counted = [Severity::Error, Severity::Warning, Severity::Note].map(|severity| {
        let word = severity_word(severity).get(locale);
        let count = count(severity).to_string();
        Phrase::AUDIT_COUNT.with(locale, &[("word", word), ("count", &count)])
    });
    let folded = Phrase::AUDIT_NOTES.with(locale, &[("count", &notes.len().to_string())]);
    html! {
        <>
            { note(counted.join(Phrase::COMMA.get(locale))) }
            <ul class="finding-list">{ for grave.into_iter().map(|finding| item(props, finding)) }</ul>
            if !notes.is_empty() {
                <details>
                    <summary>{ folded }</summary>
                    <ul class="finding-list">{ for notes.into_iter().map(|finding| item(props, finding)) }</ul>
                </details>
            }
        </>
    }
}

fn item(props: &Props, finding: &Finding) -> Html {
    let Props { scene, on_action, .. } = props;
    let locale = scene.locale;
    let targets: Vec<&str> = (finding.targets.iter())
        .map(|target| scene.region.targets[*target].name.get(locale))
        .collect();
    let fixes = finding.fixes.iter().map(|fix| {
        let words = fix_words(fix, &scene.model, &scene.region, locale);
        let onclick = accept(scene, fix, on_action);
        html! { <li><button type="button" class="quiet" {onclick}>{ words }</button></li> }
    });
    let asked = finding.targets.iter().map(|target| &scene.region.targets[*target]);
    let asked = asked.filter(|target| target.variable.is_some());
    let ways =
        asked.map(|target| why(&target.indicator, target.name.get(locale), locale, on_action));
    html! {
        <li class="finding">
            <p class="finding-head">
                { bars(finding.severity) }
                <b>{ severity_word(finding.severity).get(locale) }</b>{ " · " }
                { targets.join(Phrase::LIST_COMMA.get(locale)) }
                { for ways }
            </p>
            <p>{ finding_words(finding, &scene.model, &scene.region, locale) }</p>
            if !finding.fixes.is_empty() {
                <p class="side-note">{ Phrase::AUDIT_FIX.get(locale) }</p>
                <ul>{ for fixes }</ul>
            }
        </li>
    }
}

/// Makes the change; undo takes it back.
fn accept(scene: &Scene, fix: &Edit, on_action: &Callback<Action>) -> Callback<MouseEvent> {
    let (scene, fix, on_action) = (scene.clone(), fix.clone(), on_action.clone());
    Callback::from(move |_| {
        let mended = fix.applied(&scene.region);
        let pairs = mended.targets.into_iter().zip(&scene.region.targets);
        for (target, before) in pairs {
            if target != *before {
                on_action.emit(Action::PutTarget(Box::new(target)));
            }
        }
    })
}

/// One to three bars in ink; the word beside them says the same.
fn bars(severity: Severity) -> Html {
    let filled = match severity {
        Severity::Note => 1,
        Severity::Warning => 2,
        Severity::Error => 3,
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
