//! A list to choose one thing from.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::ui::widgets::editing::use_editing;

/// Properties of [`Choice`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is chosen.
    pub label: AttrValue,
    /// Value and word of each.
    pub options: Vec<(String, String)>,
    /// The value in force.
    pub value: String,
    /// Whether the choice changes the plan: it cannot be made where nobody may.
    #[prop_or_default]
    pub is_editing: bool,
    /// Whether what is chosen is only heard, and the list stands alone.
    #[prop_or_default]
    pub bare: bool,
    /// Of the list.
    #[prop_or_default]
    pub class: &'static str,
    /// Called with the value that a person chooses.
    pub on_choose: Callback<String>,
}

/// The browser's own list to choose one of; it always shows `value`, also where a choice is refused.
#[component]
pub fn Choice(props: &Props) -> Html {
    let list = use_node_ref();
    let may_edit = use_editing();
    {
        let (list, value) = (list.clone(), props.value.clone());
        use_effect(move || {
            if let Some(list) = list.cast::<HtmlSelectElement>() {
                list.set_value(&value);
            }
        });
    }
    let disabled = props.is_editing && !may_edit;
    let value = props.value.clone();
    let onchange = props.on_choose.reform(move |event: Event| {
        let list: HtmlSelectElement = event.target_unchecked_into();
        let chosen = list.value();
        list.set_value(&value);
        chosen
    });
    let class = Some(props.class).filter(|class| !class.is_empty());
    let heard = props.bare.then(|| props.label.clone());
    let list = html! {
        <select ref={list} {class} aria-label={heard} {disabled} {onchange}>
            { for props.options.iter().map(|(id, word)| {
                html! { <option value={id.clone()} selected={*id == props.value}>{ word }</option> }
            }) }
        </select>
    };
    if props.bare {
        return list;
    }
    html! { <label class="choice"><span>{ props.label.clone() }</span>{ list }</label> }
}
