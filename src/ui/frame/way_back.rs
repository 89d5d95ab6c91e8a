//! Back and Forward go through the screens and numbers of the page, and each change of screen is told.
//!
//! In a frame nothing is added to the history: it is that of the page around.

use yew::prelude::*;

use crate::browser::{add_entry, focus, is_framed, mark_entry, name_document, on_entry};
use crate::desk::Scene;
use crate::session::{Action, Screen, ScreenPlace, View};
use crate::ui::frame::screen::name;
use crate::wording::{FormulaWriter, Phrase};

/// Properties of [`WayBack`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Screen, number, language.
    pub view: View,
    /// Called with where a person goes back to.
    pub on_action: Callback<Action>,
}

/// The name of the document, the entries of the history, and a line for screen readers.
#[component]
pub fn WayBack(props: &Props) -> Html {
    let Props { scene, view, on_action } = props;
    let place = ScreenPlace::of(view);
    let title = title(&place, scene);
    let full = full_title(&place, &title, scene);
    use_effect_with((full, scene.locale), |(title, locale)| name_document(*locale, title));
    use_entries(&place, view, on_action);
    // The page tells of itself when it opens.
    let first = use_mut_ref(|| Some(place.clone()));
    let has_moved = first.borrow().as_ref() != Some(&place);
    if has_moved {
        *first.borrow_mut() = None;
    }
    html! { <p class="for-readers" role="status">if has_moved { { title } }</p> }
}

/// What is on screen: the number that is asked about, else the screen.
fn title(place: &ScreenPlace, scene: &Scene) -> String {
    let asked = place.number().and_then(|id| scene.model.reference(id));
    match asked {
        Some(asked) => FormulaWriter::new(&scene.model, scene.locale).name(asked).to_owned(),
        None => name(place.screen()).get(scene.locale).to_owned(),
    }
}

/// The document's title, what differs first: tabs show little more.
fn full_title(place: &ScreenPlace, title: &str, scene: &Scene) -> String {
    if place.screen() == Screen::Board {
        return Phrase::DOCUMENT_TITLE.get(scene.locale).to_owned();
    }
    format!("{title} · {}", Phrase::PRODUCT.get(scene.locale))
}

/// Adds an entry for each new place, and goes where Back and Forward lead.
#[hook]
fn use_entries(place: &ScreenPlace, view: &View, on_action: &Callback<Action>) {
    let shown = use_mut_ref(|| None::<ScreenPlace>);
    let now = use_mut_ref(View::default);
    *now.borrow_mut() = view.clone();
    {
        let shown = shown.clone();
        use_effect_with(place.clone(), move |place| {
            if is_framed() {
                return;
            }
            let before = shown.borrow_mut().replace(place.clone());
            match before {
                None => mark_entry(&place.text()),
                Some(before) if before != *place => add_entry(&place.text()),
                Some(_) => (),
            }
        });
    }
    use_effect_with(on_action.clone(), move |on_action| {
        let on_action = on_action.clone();
        let listener = (!is_framed()).then(|| {
            on_entry(move |text| {
                let view = now.borrow().clone();
                let Some(place) = text.as_deref().and_then(ScreenPlace::read) else {
                    // A way within the page, such as the one to its levers.
                    return mark_entry(&ScreenPlace::of(&view).text());
                };
                *shown.borrow_mut() = Some(place.clone());
                if place != ScreenPlace::of(&view) {
                    on_action.emit(Action::SetView(place.seen_as(&view)));
                    focus_screen();
                }
            })
        });
        move || drop(listener)
    });
}

/// What had the keyboard is no longer on the page.
fn focus_screen() {
    gloo::timers::callback::Timeout::new(0, || focus("screen")).forget();
}
