//! A part of a screen under its title.

use yew::prelude::*;

use crate::ui::widgets::heading::heading;

/// A section that its title names; `title_id` is unique on the page, and where `remark` is empty no sentence stands
/// below the title.
pub fn section(
    class: &'static str,
    title_id: &'static str,
    title: &str,
    remark: &str,
    content: Html,
) -> Html {
    html! {
        <section {class} aria-labelledby={title_id}>
            { heading(title_id, title, remark) }
            { content }
        </section>
    }
}
