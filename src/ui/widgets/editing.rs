//! Whether a person may edit, for every control that stands below.
//!
//! A page that can only be looked at has no list of what to hide: what edits asks here by itself, so that a new
//! control cannot forget it.

use yew::prelude::*;

/// Whether the page takes changes of the plan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Editing(pub bool);

/// Whether the person may edit; so where nobody says otherwise.
#[hook]
pub fn use_editing() -> bool {
    use_context::<Editing>().is_none_or(|Editing(may)| may)
}

/// Properties of [`Edits`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What edits.
    pub children: Html,
}

/// What is only there for a person who may edit.
#[component]
pub fn Edits(props: &Props) -> Html {
    if use_editing() { props.children.clone() } else { Html::default() }
}
