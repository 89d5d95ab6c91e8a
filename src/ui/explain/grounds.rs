//! What a number stands on: its own figure, sources, uncertainty, findings, and who uses it.

use yew::prelude::*;

use crate::analysis::{Finding, Spread, User, ValueOrigin};
use crate::engine::Chance;
use crate::formula::{OtherRun, Read};
use crate::locale::Locale;
use crate::model::{Class, Reference};
use crate::region::Datum;
use crate::ui::charts::dumbbell::position;
use crate::ui::explain::behind::{Page, now};
use crate::ui::explain::unfolded::Cited;
use crate::ui::state::given::Given;
use crate::ui::widgets::evidence::badge;
use crate::ui::widgets::heading::heading;
use crate::wording::{
    Phrase, Sentence, class_word, datum_origin, datum_value, finding_words, path_origin,
    severity_word, uncertainty_words, user_words,
};

fn section(title: Phrase, remark: Option<String>, locale: Locale, body: Html) -> Html {
    html! {
        <section>
            { heading("", title.get(locale), &remark.unwrap_or_default()) }
            { body }
        </section>
    }
}

/// The figure that the region gives for it, this year and in years before, and what is assumed.
pub(super) fn datum(page: &Page<'_>) -> Html {
    let Page { scene, about, .. } = page;
    let locale = scene.locale;
    let base_year = scene.region.base_year;
    let own = match about.origin {
        ValueOrigin::Given(datum) => figure_line(page, base_year, datum),
        ValueOrigin::Path(path) => {
            let values = path.by_year.iter().map(|(year, value)| {
                let value = page.writer.value(now(about.subject), *value).to_string();
                format!("{year}{}{value}", Phrase::LABEL_SEPARATOR.get(locale))
            });
            let values: Vec<String> = values.collect();
            html! { <li>{ values.join(Phrase::SEMICOLON.get(locale)) }<small>{ path_origin(path, locale) }</small></li> }
        }
        ValueOrigin::Default => html! { <li>{ Phrase::DATUM_DEFAULT.get(locale) }</li> },
        ValueOrigin::Missing => html! { <li>{ Phrase::DATUM_NONE.get(locale) }</li> },
        ValueOrigin::Computed(_) | ValueOrigin::Model | ValueOrigin::None => Html::default(),
    };
    let history = scene.region.history.get(scene.model.id_of(about.subject));
    let earlier = history.map(Vec::as_slice).unwrap_or_default().iter();
    let earlier = earlier.map(|known| figure_line(page, known.year, &known.datum));
    let assumed = assumed(page);
    if own == Html::default() && history.is_none() && assumed == Html::default() {
        return Html::default();
    }
    let lines = html! { <><ul class="origins">{ own }{ for earlier }</ul>{ assumed }</> };
    section(Phrase::DATUM_TITLE, None, locale, lines)
}

fn figure_line(page: &Page<'_>, year: i32, datum: &Datum) -> Html {
    let locale = page.scene.locale;
    let when = match page.about.subject {
        Reference::Lever(_) => Phrase::DATUM_PRESENT.get(locale).to_owned(),
        _ => Phrase::YEAR_OF.with(locale, &[("year", &year.to_string())]),
    };
    html! {
        <li>{ when }{ " " }<b>{ datum_value(datum, &page.scene.model, locale) }</b><small>{ datum_origin(datum, locale) }</small></li>
    }
}

/// Figures that nobody has found yet, each a link.
fn assumed(page: &Page<'_>) -> Html {
    let Page { scene, about, .. } = page;
    let others: Vec<&Reference> =
        about.assumed.iter().filter(|figure| **figure != about.subject).collect();
    if others.is_empty() {
        return Html::default();
    }
    let count = others.len().to_string();
    html! {
        <p class="links">{ Phrase::ASSUMED_BEHIND.with(scene.locale, &[("count", &count)]) }
            { for others.into_iter().map(|figure| html! { <>{ page.link(*figure) }{ " " }</> }) }</p>
    }
}

/// Formulas and costs as links, identities, checks and targets by name.
pub(super) fn users(page: &Page<'_>) -> Html {
    let Page { scene, about, .. } = page;
    let locale = scene.locale;
    let user = |user: &User| {
        let words = || user_words(*user, &scene.model, &scene.region, locale);
        let linked = match user {
            User::Formula(reference) => page.link(*reference),
            User::Cost(lever) => page.opener(Reference::Lever(*lever), &words()),
            User::Identity(_) | User::Check(_) | User::Target(_) => html! { { words() } },
        };
        html! { <li>{ linked }</li> }
    };
    let body = if about.users.is_empty() {
        html! { <p class="side-note">{ Phrase::USERS_NONE.get(locale) }</p> }
    } else {
        html! { <ul class="links">{ for about.users.iter().map(user) }</ul> }
    };
    section(Phrase::USERS_TITLE, None, locale, body)
}

/// Its own distribution, and which part of chance its spread comes from.
pub(super) fn uncertainty(page: &Page<'_>) -> Html {
    let Page { scene, about, spread, writer, .. } = page;
    let locale = scene.locale;
    let own = about.uncertainty.map(|uncertainty| {
        let words = uncertainty_words(*writer, about.subject, uncertainty, locale);
        html! { <p class="side-note">{ Phrase::SPREAD_OWN.with(locale, &[("words", &words)]) }</p> }
    });
    let is_input = matches!(about.subject, Reference::Parameter(_) | Reference::Shock(_));
    let remark = Phrase::SPREAD_NOTE.with(locale, &[("year", &page.year().to_string())]);
    let (remark, bars) = match spread {
        _ if is_input => (None, Html::default()),
        Some(Some(spread)) => (Some(remark), bars(page, spread)),
        None => {
            (Some(remark), html! { <p class="side-note">{ Phrase::PARTS_WAIT.get(locale) }</p> })
        }
        Some(None) => {
            (None, html! { <p class="side-note">{ Phrase::SPREAD_NONE.get(locale) }</p> })
        }
    };
    section(Phrase::SPREAD_TITLE, remark, locale, html! { <>{ bars }{ own }</> })
}

fn bars(page: &Page<'_>, spread: &Spread) -> Html {
    let locale = page.scene.locale;
    // A standard deviation is a difference: of a share, in 百分点.
    let read = Read { run: Some(OtherRun::Extra), ..now(page.about.subject) };
    let measure = page.writer.measure(read, spread.total);
    let word = |chance: Chance| match chance {
        Chance::Years => Phrase::SPREAD_YEARS.get(locale),
        Chance::BaseYear => Phrase::SPREAD_BASE.get(locale),
        Chance::Parameters => Phrase::SPREAD_PARAMETERS.get(locale),
    };
    let bar = |&(chance, part): &(Chance, f64)| {
        html! {
            <tr>
                <th scope="row">{ word(chance) }</th>
                <td><svg class="spread-bar" aria-hidden="true" focusable="false">
                    <rect class="bar-empty" width="100%" height="100%" />
                    <rect class="bar-filled" width={position(part / spread.total)} height="100%" />
                </svg></td>
                <td>{ measure.distance(part).to_string() }</td>
            </tr>
        }
    };
    let largest = spread.parts.iter().max_by(|one, other| one.1.total_cmp(&other.1));
    let largest = largest.map(|(chance, _)| word(*chance)).unwrap_or_default();
    let total = Sentence::plain(Phrase::SPREAD_TOTAL)
        .fill("total", measure.distance(spread.total))
        .fill("largest", largest);
    html! {
        <>
            <table class="spread"><tbody>{ for spread.parts.iter().map(bar) }</tbody></table>
            <p class="side-note">{ total.text(locale) }</p>
        </>
    }
}

/// What the audit says about the targets of an indicator.
pub(super) fn findings(page: &Page<'_>, given: &Given) -> Html {
    let Page { scene, about, .. } = page;
    let locale = scene.locale;
    let Reference::Variable(variable) = about.subject else { return Html::default() };
    let concerns = |finding: &&Finding| {
        let mut targets = finding.targets.iter().map(|target| &scene.region.targets[*target]);
        targets.any(|target| target.variable == Some(variable))
    };
    let all = given.findings.as_ref().map(|findings| &***findings).unwrap_or_default();
    let found: Vec<&Finding> = all.iter().filter(concerns).collect();
    if found.is_empty() {
        return Html::default();
    }
    let line = |finding: &Finding| {
        html! {
            <li class="finding"><b>{ severity_word(finding.severity).get(locale) }</b>
                { Phrase::LABEL_SEPARATOR.get(locale) }{ finding_words(finding, &scene.model, &scene.region, locale) }</li>
        }
    };
    section(
        Phrase::AUDIT_TITLE,
        None,
        locale,
        html! { <ul>{ for found.into_iter().map(line) }</ul> },
    )
}

/// What the page cites, by number.
pub(super) fn sources(page: &Page<'_>, cited: &Cited) -> Html {
    let locale = page.scene.locale;
    let line = |(text, url): &(String, Option<String>)| {
        html! { <li>{ text }{ url.as_ref().map(|url| html! { <small>{ url }</small> }) }</li> }
    };
    let body = if cited.sources.is_empty() {
        html! { <p class="side-note">{ Phrase::SOURCES_NONE.get(locale) }</p> }
    } else {
        html! { <ol class="sources" lang="zh-CN">{ for cited.sources.iter().map(line) }</ol> }
    };
    section(Phrase::SOURCES_TITLE, None, locale, body)
}

/// What the badges mean.
pub(super) fn evidence(locale: Locale) -> Html {
    let line = |class: Class| {
        html! { <li>{ badge(class, locale) }{ " " }{ class_word(class)[1].get(locale) }</li> }
    };
    let classes = [Class::Mechanical, Class::Empirical, Class::Judgement];
    section(
        Phrase::EVIDENCE_TITLE,
        None,
        locale,
        html! { <ul class="kinds">{ for classes.map(line) }</ul> },
    )
}
