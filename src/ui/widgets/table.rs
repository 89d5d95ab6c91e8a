//! Tables: their head, the way through their columns by keyboard, and the region in which they scroll.

use yew::prelude::*;

use crate::browser::focus_in_column;

/// A table before it is drawn, see [`table`].
#[must_use]
pub struct Table {
    class: &'static str,
    head: Html,
    body: Html,
    caption: Option<Html>,
    is_by_columns: bool,
    is_grouped: bool,
}

/// A table of rows below the rows of its head. How wide its columns are and which ones are numbers is said by the sheet
/// of the part that `class` is of; a table in a `twin` needs none, see `styles/widgets/disclosure.css`.
pub fn table(class: &'static str, head: Html, body: Html) -> Table {
    Table { class, head, body, caption: None, is_by_columns: false, is_grouped: false }
}

impl Table {
    /// What a reader hears that it is.
    pub fn caption(self, caption: impl Into<AttrValue>) -> Self {
        let caption: AttrValue = caption.into();
        Self { caption: Some(html! { <caption class="for-readers">{ caption }</caption> }), ..self }
    }

    /// What everybody reads that it is.
    pub fn title(self, title: impl Into<AttrValue>) -> Self {
        let title: AttrValue = title.into();
        Self { caption: Some(html! { <caption>{ title }</caption> }), ..self }
    }

    /// Enter and the arrows lead from field to field down a column.
    pub fn by_columns(self) -> Self {
        Self { is_by_columns: true, ..self }
    }

    /// Its rows stand in groups: what was given as its body is the bodies, one for each.
    pub fn in_groups(self) -> Self {
        Self { is_grouped: true, ..self }
    }

    /// The element.
    pub fn draw(self) -> Html {
        let Self { class, head, body, caption, is_by_columns, is_grouped } = self;
        let class = Some(class).filter(|class| !class.is_empty());
        let onkeydown =
            is_by_columns.then(|| Callback::from(|event: KeyboardEvent| focus_in_column(&event)));
        html! {
            <table {class} {onkeydown}>
                { caption }
                <thead>{ head }</thead>
                if is_grouped {
                    { body }
                } else {
                    <tbody>{ body }</tbody>
                }
            </table>
        }
    }
}

/// A row of heads, one for each column.
pub fn columns(names: impl IntoIterator<Item = impl Into<Html>>) -> Html {
    row(names.into_iter().map(Into::into).collect())
}

fn row(names: Vec<Html>) -> Html {
    let head = |name: Html| html! { <th scope="col">{ name }</th> };
    html! { <tr>{ for names.into_iter().map(head) }</tr> }
}

/// Where what is too wide scrolls by itself; the keyboard can scroll it too.
pub fn scrolling(class: &'static str, label: impl Into<AttrValue>, content: Html) -> Html {
    let label: AttrValue = label.into();
    html! { <div {class} tabindex="0" role="region" aria-label={label}>{ content }</div> }
}
