//! A list to choose one thing from.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`Choice`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is chosen.
    pub label: AttrValue,
    /// Value and word of each.
    pub options: Vec<(String, String)>,
    /// The value in force.
    pub value: String,
    /// Called with the value that a person chooses.
    pub on_choose: Callback<String>,
}

/// The browser's own list to choose one of; it always shows `value`, also where a choice is refused.
#[component]
pub fn Choice(props: &Props) -> Html {
    let list = use_node_ref();
    {
        let (list, value) = (list.clone(), props.value.clone());
        use_effect(move || {
            if let Some(list) = list.cast::<HtmlSelectElement>() {
                list.set_value(&value);
            }
        });
    }
    let value = props.value.clone();
    let onchange = props.on_choose.reform(move |event: Event| {
        let list: HtmlSelectElement = event.target_unchecked_into();
        let chosen = list.value();
        list.set_value(&value);
        chosen
    });
    html! {
        <label class="choice">
            <span>{ props.label.clone() }</span>
            <select ref={list} {onchange}>
                { for props.options.iter().map(|(id, word)| html! { <option value={id.clone()}>{ word }</option> }) }
            </select>
        </label>
    }
}
