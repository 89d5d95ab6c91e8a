//! A button of the screen 输出.

use yew::prelude::*;

pub(super) fn button(words: String, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class="output-button" {onclick}>{ words }</button> }
}
