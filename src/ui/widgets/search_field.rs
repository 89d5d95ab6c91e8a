//! A field that searches while one types.

use gloo::events::EventListener;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`SearchField`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// Its id.
    pub id: AttrValue,
    /// What is searched for.
    pub label: AttrValue,
    /// Called with every query; the words of an input method only once they are there.
    pub on_query: Callback<String>,
    /// What was found, in words.
    pub found: AttrValue,
}

/// The field after its label, and before how much was found.
#[component]
pub fn SearchField(props: &Props) -> Html {
    let field = use_node_ref();
    let typed = use_state(String::new);
    use_composed(&field, props.on_query.clone());
    let oninput = {
        let (typed, on_query) = (typed.setter(), props.on_query.clone());
        move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            if !event.is_composing() {
                on_query.emit(text.clone());
            }
            typed.set(text);
        }
    };
    html! {
        <p class="search">
            <label for={&props.id}>{ &props.label }</label>
            <input ref={field} id={&props.id} type="search" value={(*typed).clone()} {oninput} autocomplete="off" />
            <span role="status">{ &props.found }</span>
        </p>
    }
}

/// The words of the input method are searched once they are there; the browser tells of their end after
/// their last `input`.
#[hook]
fn use_composed(field: &NodeRef, on_query: Callback<String>) {
    let field = field.clone();
    use_effect_with((), move |()| {
        let element = field.cast::<HtmlInputElement>();
        let listener = element.map(|element| {
            let ended = element.clone();
            EventListener::new(&element, "compositionend", move |_| on_query.emit(ended.value()))
        });
        move || drop(listener)
    });
}
