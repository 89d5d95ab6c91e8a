//! The head of a section: what it is called, and a sentence about it.

use yew::prelude::*;

/// The head of a section. `id` is that of the title, for the section that it labels; where it is empty the title has
/// none, and where `remark` is empty no sentence follows.
pub fn heading(id: &str, title: &str, remark: &str) -> Html {
    let id = Some(id.to_owned()).filter(|id| !id.is_empty());
    html! {
        <header class="section-head">
            <h2 {id}>{ title.to_owned() }</h2>
            if !remark.is_empty() {
                <p>{ remark.to_owned() }</p>
            }
        </header>
    }
}
