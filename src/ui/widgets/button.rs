//! A button: what it says, what it does, and how it looks.
//!
//! A function that draws and no component: nothing of a button is remembered between two drawings, and a component
//! of its own would cost properties, a comparison and a scope for each of them. The markup stands here once; a call
//! only fills in what differs.

use yew::prelude::*;

use crate::ui::widgets::editing::Edits;

/// How a button looks; the rules are those of `styles/widgets/button.css`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// As its place says: a tab, a row, a step.
    Bare,
    /// Underlined words in the run of a text.
    Quiet,
    /// Bordered.
    Plain,
    /// What most people came for.
    Primary,
    /// Beside a primary one: the other way out.
    Secondary,
    /// Bordered, as large as the text around: the only thing to do in its part of a screen.
    Large,
}

impl Kind {
    fn class(self) -> &'static str {
        match self {
            Kind::Bare => "",
            Kind::Quiet => "quiet",
            Kind::Plain => "deed",
            Kind::Primary => "push",
            Kind::Secondary => "push plain",
            Kind::Large => "output-button",
        }
    }
}

/// A button before it is drawn, see [`button`].
#[must_use]
pub struct Button {
    kind: Kind,
    content: Html,
    onclick: Callback<MouseEvent>,
    node: NodeRef,
    class: Classes,
    id: Option<AttrValue>,
    label: Option<AttrValue>,
    title: Option<AttrValue>,
    lang: Option<&'static str>,
    opens: Option<&'static str>,
    is_expanded: Option<bool>,
    is_pressed: Option<bool>,
    current: Option<&'static str>,
    is_disabled: bool,
    is_editing: bool,
    submits: bool,
}

/// A button of a kind, with its words or what else stands on it, and what a press does.
#[inline]
pub fn button(
    kind: Kind,
    content: impl Into<Html>,
    onclick: impl Into<Callback<MouseEvent>>,
) -> Button {
    bare(kind, content.into(), onclick.into())
}

fn bare(kind: Kind, content: Html, onclick: Callback<MouseEvent>) -> Button {
    Button {
        kind,
        content,
        onclick,
        node: NodeRef::default(),
        class: Classes::new(),
        id: None,
        label: None,
        title: None,
        lang: None,
        opens: None,
        is_expanded: None,
        is_pressed: None,
        current: None,
        is_disabled: false,
        is_editing: false,
        submits: false,
    }
}

#[expect(clippy::fn_params_excessive_bools, reason = "the name of the method says what is true")]
impl Button {
    /// What a reader hears in place of the words.
    pub fn label(self, label: impl Into<AttrValue>) -> Self {
        Self { label: Some(label.into()), ..self }
    }

    /// What shows when the mouse rests on it.
    pub fn title(self, title: impl Into<AttrValue>) -> Self {
        Self { title: Some(title.into()), ..self }
    }

    /// Its id, for what leads the keyboard there.
    pub fn id(self, id: impl Into<AttrValue>) -> Self {
        Self { id: Some(id.into()), ..self }
    }

    /// A name for the place's own rules.
    pub fn class(self, class: impl Into<Classes>) -> Self {
        Self { class: class.into(), ..self }
    }

    /// Where the element can be found once it is drawn.
    pub fn node(self, node: &NodeRef) -> Self {
        Self { node: node.clone(), ..self }
    }

    /// The language of its words, where it is not the page's.
    pub fn lang(self, lang: &'static str) -> Self {
        Self { lang: Some(lang), ..self }
    }

    /// What the shell opens at a press, before the page answers.
    pub fn opens(self, opens: &'static str) -> Self {
        Self { opens: Some(opens), ..self }
    }

    /// Whether what it unfolds is open.
    pub fn expanded(self, is_expanded: bool) -> Self {
        Self { is_expanded: Some(is_expanded), ..self }
    }

    /// Whether it is on, for one that stays down.
    pub fn pressed(self, is_pressed: bool) -> Self {
        Self { is_pressed: Some(is_pressed), ..self }
    }

    /// Whether it leads to where the person is.
    pub fn current(self, is_current: bool) -> Self {
        Self { current: is_current.then_some("page"), ..self }
    }

    /// Whether it does nothing now.
    pub fn disabled(self, is_disabled: bool) -> Self {
        Self { is_disabled, ..self }
    }

    /// It changes the plan, and is not there where nobody may.
    pub fn edits(self) -> Self {
        Self { is_editing: true, ..self }
    }

    /// It sends the form that it stands in.
    pub fn submits(self) -> Self {
        Self { submits: true, ..self }
    }

    /// The element.
    pub fn draw(self) -> Html {
        let Button { content, onclick, node, class, id, label, title, lang, opens, .. } = self;
        let class = classes!(self.kind.class(), class);
        let word = |is: bool| if is { "true" } else { "false" };
        let drawn = html! {
            <button ref={node} type={if self.submits { "submit" } else { "button" }} {id} {class} {title} {lang} aria-label={label}
                aria-expanded={self.is_expanded.map(word)} aria-pressed={self.is_pressed.map(word)}
                aria-current={self.current} data-opens={opens} disabled={self.is_disabled} {onclick}>
                { content }
            </button>
        };
        if self.is_editing {
            return html! { <Edits>{ drawn }</Edits> };
        }
        drawn
    }
}
