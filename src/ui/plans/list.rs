//! The plans that this browser keeps: open, rename, download, delete, clear.

use yew::prelude::*;

use crate::browser::store::{self, KeepingStatus, SaveProblem, Saving};
use crate::browser::{clock, save_file};
use crate::desk::{Bring, Request};
use crate::exchange::file_name::file_name;
use crate::exchange::plan_file::EXTENSION;
use crate::library::Kept;
use crate::locale::Locale;
use crate::session::{Action, Edit};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::name_field::NameField;
use crate::ui::widgets::notice::{Tone, notice};
use crate::wording::Phrase;

/// Properties of [`PlanList`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// How the plan in hand is kept.
    pub status: KeepingStatus,
    /// Its name.
    pub name: AttrValue,
    /// Id of its city.
    pub city: AttrValue,
    /// Language.
    pub locale: Locale,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
    /// Called with the plan that a person opens.
    pub on_request: Callback<Request>,
    /// Called when the list has done its service.
    pub on_close: Callback<()>,
}

/// What the list is asked to show or do.
#[derive(Clone, PartialEq)]
enum Wish {
    Plans,
    Versions,
    Rename,
    Remove(Kept),
    Clear(Vec<String>),
    Cleared(bool),
}

/// The list with what can be done.
#[component]
pub fn PlanList(props: &Props) -> Html {
    let Props { status, locale, .. } = *props;
    let entries = use_state(|| None::<Vec<Kept>>);
    let wish = use_state(|| Wish::Plans);
    let on_wish = {
        let wish = wish.setter();
        Callback::from(move |next: Wish| wish.set(next))
    };
    {
        let setter = entries.setter();
        let is_of_versions = *wish == Wish::Versions;
        let asked = use_mut_ref(|| 0_u32);
        use_effect_with((status, (*wish).clone()), move |_| {
            *asked.borrow_mut() += 1;
            let ticket = *asked.borrow();
            // An answer that comes after a newer question is old.
            let told = move |list| {
                if *asked.borrow() == ticket {
                    setter.set(Some(list));
                }
            };
            if is_of_versions { store::versions(told) } else { store::list(told) }
        });
    }
    let rows = entries.iter().flatten().enumerate();
    html! {
        <section class="plans-panel" aria-label={Phrase::SAVE_NOTHING.get(locale)}>
            { advice(status, locale) }
            { name(props, &wish, &on_wish) }
            <ul>{ for rows.map(|entry| row(props, entry, &wish, &on_wish)) }</ul>
            if status.saving != Saving::Apart && entries.as_ref().is_some_and(Vec::is_empty) {
                <p class="plans-note">{ Phrase::PLANS_EMPTY.get(locale) }</p>
            }
            { foot(props, &wish, &on_wish) }
        </section>
    }
}

/// What a person should know of how the plan is kept.
fn advice(status: KeepingStatus, locale: Locale) -> Html {
    let phrase = match status {
        KeepingStatus { saving: Saving::Failed(SaveProblem::Cleared), .. } => {
            Phrase::SAVE_ADVICE_CLEARED
        }
        KeepingStatus { saving: Saving::Failed(SaveProblem::Unreadable), .. } => {
            Phrase::SAVE_ADVICE_UNREADABLE
        }
        KeepingStatus { saving: Saving::Failed(SaveProblem::NoHost), .. } => {
            Phrase::SAVE_ADVICE_NO_HOST
        }
        KeepingStatus { saving: Saving::Failed(_), .. } => Phrase::SAVE_ADVICE,
        KeepingStatus { saving: Saving::Apart, .. } => Phrase::SAVE_ADVICE_APART,
        KeepingStatus { elsewhere: true, .. } => Phrase::SAVE_ADVICE_ELSEWHERE,
        KeepingStatus { copied: true, .. } => Phrase::SAVE_ADVICE_COPIED,
        _ => Phrase::PLANS_NOTE,
    };
    let copy = |_: MouseEvent| store::copy();
    let resume = |_: MouseEvent| store::resume();
    html! {
        <div class="plans-advice">
            <p>{ phrase.get(locale) }</p>
            if phrase == Phrase::SAVE_ADVICE_ELSEWHERE {
                { quiet(Phrase::SAVE_COPY, locale, copy) }
            }
            if phrase == Phrase::SAVE_ADVICE_CLEARED {
                { quiet(Phrase::SAVE_AGAIN, locale, resume) }
            }
        </div>
    }
}

fn quiet(phrase: Phrase, locale: Locale, onclick: impl Into<Callback<MouseEvent>>) -> Html {
    button(Kind::Quiet, phrase.get(locale), onclick).draw()
}

/// The name of the plan in hand, to be changed.
fn name(props: &Props, wish: &Wish, on_wish: &Callback<Wish>) -> Html {
    let Props { locale, name, on_action, .. } = props;
    if *wish != Wish::Rename {
        let rename = on_wish.reform(|_: MouseEvent| Wish::Rename);
        return html! {
            <div class="plans-name"><b>{ name.clone() }</b>{ quiet(Phrase::RENAME_SCENARIO, *locale, rename) }</div>
        };
    }
    let (on_wish, on_action) = (on_wish.clone(), on_action.clone());
    let on_done = Callback::from(move |name: Option<String>| {
        on_wish.emit(Wish::Plans);
        if let Some(name) = name {
            on_action.emit(Edit::RenamePlan(name).into());
        }
    });
    html! {
        <div class="plans-name">
            <NameField name={name.to_string()} label={Phrase::PLANS_NAME_FIELD.get(*locale)} {on_done} />
        </div>
    }
}

fn row(
    props: &Props,
    (position, entry): (usize, &Kept),
    wish: &Wish,
    on_wish: &Callback<Wish>,
) -> Html {
    let is_version = *wish == Wish::Versions;
    let locale = props.locale;
    // What is no entry any more has no time.
    let time = if entry.time > 0.0 { clock(entry.time) } else { String::new() };
    let label = |phrase: Phrase| phrase.with(locale, &[("name", &entry.name), ("time", &time)]);
    let is_in_hand = if is_version { position == 0 } else { entry.is_current };
    let open = {
        let (entry, props) = (entry.clone(), props.clone());
        move |_: MouseEvent| {
            props.on_close.emit(());
            props.on_request.emit(Request::Bring(Bring::Kept(entry.clone())));
        }
    };
    let download = {
        let entry = entry.clone();
        move |_: MouseEvent| download(&entry)
    };
    let removed = entry.clone();
    let remove = on_wish.reform(move |_: MouseEvent| Wish::Remove(removed.clone()));
    let tag = |phrase: Phrase| html! { <span class="plans-tag">{ phrase.get(locale) }</span> };
    let named = html! { <><span>{ &entry.name }</span><time>{ &time }</time></> };
    html! {
        <li key={format!("{position} {}", entry.time)}>
            { button(Kind::Bare, named, open).class("plans-open").label(label(Phrase::PLANS_OPEN_OF)).disabled(is_in_hand).draw() }
            if entry.is_copy { { tag(Phrase::PLANS_COPY) } }
            if is_in_hand { { tag(Phrase::PLANS_CURRENT) } }
            { button(Kind::Quiet, Phrase::PLANS_DOWNLOAD.get(locale), download).label(label(Phrase::PLANS_DOWNLOAD_OF)).draw() }
            if !is_version && !is_in_hand {
                { button(Kind::Quiet, Phrase::PLANS_REMOVE.get(locale), remove).label(label(Phrase::PLANS_REMOVE_OF)).draw() }
            }
        </li>
    }
}

/// The plan file, which stands below the seal; of a damaged entry all there is.
fn download(entry: &Kept) {
    let text = entry.snapshot.split_once('\n').map_or(&*entry.snapshot, |(_, text)| text);
    // A browser that refuses downloads says so itself.
    let _ = save_file(&file_name(&entry.name, EXTENSION), "application/json", text.as_bytes());
}

/// What else can be done, or what is to be confirmed.
fn foot(props: &Props, wish: &Wish, on_wish: &Callback<Wish>) -> Html {
    let locale = props.locale;
    match wish {
        Wish::Plans | Wish::Versions | Wish::Rename => ways(props, wish, on_wish),
        Wish::Remove(entry) => {
            let (entry, asked) = (entry.clone(), Phrase::PLANS_REMOVE_ASK);
            let question = html! { <p>{ asked.with(locale, &[("name", &entry.name)]) }</p> };
            let on_wish_done = on_wish.clone();
            let done = move |_: MouseEvent| {
                let on_wish = on_wish_done.clone();
                store::remove(&entry, move || on_wish.emit(Wish::Plans));
            };
            confirmation(
                question,
                Phrase::PLANS_CONFIRM_REMOVE,
                Callback::from(done),
                locale,
                on_wish,
            )
        }
        Wish::Clear(names) => {
            let names = names.iter().map(|name| html! { <li><code>{ name }</code></li> });
            let question =
                html! { <><p>{ Phrase::PLANS_CLEAR_ASK.get(locale) }</p><ul>{ for names }</ul></> };
            let on_wish_done = on_wish.clone();
            let done = move |_: MouseEvent| {
                let on_wish = on_wish_done.clone();
                store::clear(move |all| on_wish.emit(Wish::Cleared(all)));
            };
            confirmation(
                question,
                Phrase::PLANS_CONFIRM_CLEAR,
                Callback::from(done),
                locale,
                on_wish,
            )
        }
        Wish::Cleared(all) => {
            let phrase = if *all { Phrase::PLANS_CLEARED } else { Phrase::PLANS_NOT_CLEARED };
            notice(Tone::Status, "plans-foot", phrase.get(locale))
        }
    }
}

fn ways(props: &Props, wish: &Wish, on_wish: &Callback<Wish>) -> Html {
    let locale = props.locale;
    let (other, to_other) = match wish {
        Wish::Versions => (Wish::Plans, Phrase::PLANS_ALL),
        _ => (Wish::Versions, Phrase::PLANS_VERSIONS),
    };
    let to = on_wish.reform(move |_: MouseEvent| other.clone());
    let begin = {
        let props = props.clone();
        move |_: MouseEvent| {
            props.on_close.emit(());
            props.on_request.emit(Request::Bring(Bring::City(props.city.to_string())));
        }
    };
    let on_wish = on_wish.clone();
    let clear = move |_: MouseEvent| {
        let on_wish = on_wish.clone();
        store::kept_names(move |names| on_wish.emit(Wish::Clear(names)));
    };
    html! {
        <div class="plans-foot">
            { quiet(Phrase::PLANS_NEW, locale, begin) }
            { quiet(to_other, locale, to) }
            { quiet(Phrase::PLANS_CLEAR, locale, clear) }
        </div>
    }
}

/// A question with a way to go on and a way back.
fn confirmation(
    question: Html,
    go: Phrase,
    onclick: Callback<MouseEvent>,
    locale: Locale,
    on_wish: &Callback<Wish>,
) -> Html {
    let keep = on_wish.reform(|_: MouseEvent| Wish::Plans);
    html! {
        <div class="plans-ask" role="group">
            { question }
            { button(Kind::Bare, go.get(locale), onclick).class("plans-confirm").draw() }
            { quiet(Phrase::PLANS_KEEP, locale, keep) }
        </div>
    }
}
