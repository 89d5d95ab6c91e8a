//! 逐层展开: what a number is made of, line by line, with values, origins and sources.

use yew::prelude::*;

use crate::analysis::{Explanation, Unfolded, ValueOrigin, in_short};
use crate::formula::Moment;
use crate::model::Reference;
use crate::ui::explain::behind::{Page, now};
use crate::ui::widgets::evidence::badge;
use crate::ui::widgets::figure::figure;
use crate::ui::widgets::heading::heading;
use crate::ui::widgets::table::{columns, scrolling, table};
use crate::wording::{FormulaPart, Phrase, datum_origin, origin_word, path_origin, source_text};

/// The sources of a page, numbered as they are first cited.
pub(super) struct Cited {
    /// As a person would cite them, with where they can be read.
    pub(super) sources: Vec<(String, Option<String>)>,
}

impl Cited {
    /// The sources of the number and of its lines.
    pub(super) fn of(page: &Page<'_>) -> Self {
        let mut cited = Self { sources: Vec::new() };
        cited.add(page, &page.about);
        for line in &page.behind.lines {
            cited.add(page, &about(page, line.read.name));
        }
        cited
    }

    fn add(&mut self, page: &Page<'_>, about: &Explanation<'_>) {
        for source in cited_by(page, about) {
            if !self.sources.contains(&source) {
                self.sources.push(source);
            }
        }
    }

    /// The numbers of what a declaration cites.
    fn numbers(&self, page: &Page<'_>, about: &Explanation<'_>) -> String {
        let numbers = cited_by(page, about).into_iter().filter_map(|source| {
            let position = self.sources.iter().position(|known| *known == source)?;
            Some((position + 1).to_string())
        });
        numbers.collect::<Vec<_>>().join(Phrase::COMMA.get(page.scene.locale))
    }
}

fn about<'p>(page: &Page<'p>, name: Reference) -> Explanation<'p> {
    in_short(&page.scene.model, &page.scene.region, name)
}

/// What the model's author cites, and the origin of the region's figure.
fn cited_by(page: &Page<'_>, about: &Explanation<'_>) -> Vec<(String, Option<String>)> {
    let locale = page.scene.locale;
    let cited = about
        .sources
        .iter()
        .map(|source| (source_text(&source.text, locale).to_owned(), source.url.clone()));
    let origin = match about.origin {
        ValueOrigin::Given(datum) => Some(datum_origin(datum, locale)),
        ValueOrigin::Path(path) => Some(path_origin(path, locale)),
        _ => None,
    };
    cited.chain(origin.map(|origin| (origin, None))).collect()
}

/// The table; nothing where no formula gives the number.
pub(super) fn unfolded(page: &Page<'_>, cited: &Cited) -> Html {
    let locale = page.scene.locale;
    if page.behind.lines.is_empty() {
        return Html::default();
    }
    let year = page.year().to_string();
    let head = columns([
        Phrase::UNFOLD_NAME.get(locale).to_owned(),
        Phrase::YEAR_OF.with(locale, &[("year", &year)]),
        Phrase::UNFOLD_ORIGIN.get(locale).to_owned(),
        Phrase::UNFOLD_CLASS.get(locale).to_owned(),
        Phrase::UNFOLD_SOURCES.get(locale).to_owned(),
    ]);
    let first = Unfolded { read: now(page.about.subject), level: 0 };
    let behind = page.behind.lines.iter().copied();
    let body =
        std::iter::once(first).chain(behind).map(|unfolded| line(page, unfolded, cited)).collect();
    html! {
        <section>
            { heading("", Phrase::UNFOLD_TITLE.get(locale), Phrase::UNFOLD_NOTE.get(locale)) }
            { scrolling("twin-scroll", Phrase::UNFOLD_TITLE.get(locale), table("unfolded", head, body).draw()) }
        </section>
    }
}

fn line(page: &Page<'_>, unfolded: Unfolded, cited: &Cited) -> Html {
    let Unfolded { read, level } = unfolded;
    let locale = page.scene.locale;
    let about = about(page, read.name);
    let value = page.behind.numbers.median(read, page.t);
    let t = match read.moment {
        Moment::Now | Moment::ToDate => page.t,
        Moment::Ago(years) => page.t.saturating_sub(years),
        Moment::Base => 0,
    };
    let origin = origin_word(&page.scene.model, &page.scene.region, &about, t);
    let is_assumed = matches!(origin, Phrase::ORIGIN_GENERAL | Phrase::PROVENANCE_ASSUMED);
    html! {
        <tr>
            <th scope="row" data-level={level.to_string()}>{ name(page, unfolded) }</th>
            <td>{ value.map(|value| figure(&page.writer.value(read, value))) }</td>
            <td><span class={classes!(is_assumed.then_some("origin-assumed"))}>{ origin.get(locale) }</span></td>
            <td>{ about.class.map(|class| badge(class, locale)) }</td>
            <td>{ cited.numbers(page, &about) }</td>
        </tr>
    }
}

/// What is read, in words around the name that opens: 上年的…
fn name(page: &Page<'_>, unfolded: Unfolded) -> Html {
    if unfolded.level == 0 {
        return html! { <b>{ page.writer.name(page.about.subject) }</b> };
    }
    let text = page.writer.read_unquoted(unfolded.read);
    let part = |part: &FormulaPart| match part.name {
        Some(name) => page.link(name),
        None => html! { { &part.text } },
    };
    text.parts().iter().map(part).collect()
}
