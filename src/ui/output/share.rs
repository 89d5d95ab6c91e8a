//! The link to share: what goes along with it is the person's choice.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::browser::{copy_text, page_address};
use crate::exchange::link::{self, COMFORTABLE_CHARACTERS, Figures, LinkError};
use crate::library::known_city;
use crate::locale::Locale;
use crate::model::Model;
use crate::plan::Plan;
use crate::region::Region;
use crate::shared::Shared;
use crate::ui::output::saving::copied;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::check::check;
use crate::wording::Phrase;

/// Properties of [`Share`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct Props {
    /// What the link brings.
    pub plan: Shared<Plan>,
    /// The model that computes it.
    pub model: Shared<Model>,
    /// Language.
    pub locale: Locale,
    /// Called with what came of a copy.
    pub say: Callback<String>,
}

/// What there is to share.
#[derive(PartialEq)]
struct Sharing {
    fragment: Result<String, LinkError>,
    /// Whether the receiver would compute with other figures.
    differs: bool,
}

/// Note, choice, link, copy.
#[component]
pub(super) fn Share(props: &Props) -> Html {
    let included = use_state(|| false);
    let address = use_state(String::new);
    {
        let address = address.setter();
        use_effect_with((), move |()| address.set(page_address()));
    }
    let reasons = (props.plan.clone(), props.model.clone(), *included);
    let sharing = use_memo(reasons, |(plan, model, included)| {
        sharing(plan, model, if *included { Figures::Included } else { Figures::Left })
    });
    let locale = props.locale;
    let on_turn = {
        let included = included.setter();
        Callback::from(move |is_on| included.set(is_on))
    };
    let figures = check(Phrase::SHARE_FIGURES.get(locale), *included, on_turn);
    html! {
        <section class="output-part" id="share" aria-labelledby="share-title">
            <h2 id="share-title">{ Phrase::SHARE_TITLE.get(locale) }</h2>
            <p>{ Phrase::SHARE_NOTE.get(locale) }</p>
            { figures.class("output-check").note("share-figures-note").draw() }
            <p class="output-note" id="share-figures-note">{ Phrase::SHARE_FIGURES_NOTE.get(locale) }</p>
            if sharing.differs && !*included {
                <p class="output-warning">{ Phrase::SHARE_CHANGED_FIGURES.get(locale) }</p>
            }
            { match &sharing.fragment {
                Ok(fragment) => offered(format!("{}#{fragment}", *address), props),
                Err(error) => html! { <p class="output-warning" role="alert">{ error.sentence(locale) }</p> },
            } }
        </section>
    }
}

fn sharing(plan: &Plan, model: &Model, figures: Figures) -> Sharing {
    // A built-in region without figures is the beginning of an own one: without them the receiver would have nothing.
    let known = known_city(plan, model).filter(|known| !known.figures.is_empty());
    let differs = known.as_ref().is_some_and(|known| {
        let Region { plan_year, targets, .. } = (*plan.region).clone();
        *plan.region != Region { plan_year, targets, ..known.clone() }
    });
    Sharing { fragment: link::encode(plan, model, known.as_ref(), figures), differs }
}

/// The link in a field, so that it can be copied by hand where the browser forbids the button.
fn offered(link: String, props: &Props) -> Html {
    let Props { locale, say, .. } = props;
    let locale = *locale;
    let count = link.chars().count();
    let is_local = link.starts_with("file:");
    let select = Callback::from(|event: FocusEvent| {
        event.target_unchecked_into::<HtmlTextAreaElement>().select();
    });
    let copy = {
        let link = link.clone();
        say.reform(move |_: MouseEvent| {
            copied(&|| copy_text(&link), Phrase::SHARE_TITLE.get(locale), locale)
        })
    };
    let limit = COMFORTABLE_CHARACTERS.to_string();
    html! {
        <>
            <textarea class="share-link" readonly={true} rows="3" aria-label={Phrase::SHARE_LINK.get(locale)}
                spellcheck="false" value={link} onfocus={select} />
            <div class="output-buttons">
                { button(Kind::Large, Phrase::SHARE_COPY.get(locale), copy).draw() }
                <small>{ Phrase::SHARE_LENGTH.with(locale, &[("count", &count.to_string())]) }</small>
            </div>
            if count > COMFORTABLE_CHARACTERS {
                <p class="output-warning">{ Phrase::SHARE_LONG.with(locale, &[("limit", &limit)]) }</p>
            }
            if is_local {
                <p class="output-warning">{ Phrase::SHARE_LOCAL.get(locale) }</p>
            }
        </>
    }
}
