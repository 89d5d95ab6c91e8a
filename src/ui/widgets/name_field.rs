//! A field for a name, in the place of the name itself.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::limits;

/// Properties of [`NameField`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The old name.
    pub name: String,
    /// What it is the name of.
    pub label: AttrValue,
    /// Called with the new name, or with none when the old one stays.
    pub on_done: Callback<Option<String>>,
}

/// A field for a name: Enter or leaving it takes the name over, Escape does not.
#[component]
pub fn NameField(props: &Props) -> Html {
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                // A field without focus can still be clicked.
                let _ = field.focus();
                field.select();
            }
        });
    }
    // The page may draw the field anew while somebody types.
    let draft = use_state(|| props.name.clone());
    // A field that is taken away loses the focus as well; only the first end counts.
    let is_done = use_mut_ref(|| false);
    let done = {
        let on_done = props.on_done.clone();
        move |name: Option<String>| {
            if !is_done.replace(true) {
                on_done.emit(name);
            }
        }
    };
    let onkeydown = {
        let done = done.clone();
        move |event: KeyboardEvent| {
            let entry = event.target_unchecked_into::<HtmlInputElement>().value();
            match event.key().as_str() {
                // These belong to the input method while it composes.
                _ if event.is_composing() => return,
                "Enter" => done(Some(entry)),
                "Escape" => done(None),
                _ => return,
            }
            // What is around has keys of its own.
            event.stop_propagation();
        }
    };
    // Left in any way, the page's end among them.
    let onchange = done.clone();
    let onchange = move |event: Event| {
        onchange(Some(event.target_unchecked_into::<HtmlInputElement>().value()));
    };
    let onblur = move |event: FocusEvent| {
        done(Some(event.target_unchecked_into::<HtmlInputElement>().value()));
    };
    let oninput = {
        let draft = draft.setter();
        move |event: InputEvent| {
            draft.set(event.target_unchecked_into::<HtmlInputElement>().value());
        }
    };
    html! {
        <input ref={field} class="scenario-field" type="text" autocomplete="off" maxlength={limits::NAME_CHARACTERS.to_string()} data-escape="true" value={(*draft).clone()}
            aria-label={props.label.clone()} {onkeydown} {onchange} {onblur} {oninput} />
    }
}
