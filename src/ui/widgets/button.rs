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

/// A button before it is drawn, see [`button`]. It is boxed, so that each word about it passes a pointer on and not
/// all of it: calls stand all over the page.
#[must_use]
pub struct Button(Box<Parts>);

struct Parts {
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
    Button(Box::new(Parts {
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
    }))
}

#[expect(clippy::fn_params_excessive_bools, reason = "the name of the method says what is true")]
impl Button {
    /// What a reader hears in place of the words.
    pub fn label(mut self, label: impl Into<AttrValue>) -> Self {
        self.0.label = Some(label.into());
        self
    }

    /// What shows when the mouse rests on it.
    pub fn title(mut self, title: impl Into<AttrValue>) -> Self {
        self.0.title = Some(title.into());
        self
    }

    /// Its id, for what leads the keyboard there.
    pub fn id(mut self, id: impl Into<AttrValue>) -> Self {
        self.0.id = Some(id.into());
        self
    }

    /// A name for the place's own rules.
    pub fn class(mut self, class: impl Into<Classes>) -> Self {
        self.0.class = class.into();
        self
    }

    /// Where the element can be found once it is drawn.
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.node = node.clone();
        self
    }

    /// The language of its words, where it is not the page's.
    pub fn lang(mut self, lang: &'static str) -> Self {
        self.0.lang = Some(lang);
        self
    }

    /// What the shell opens at a press, before the page answers.
    pub fn opens(mut self, opens: &'static str) -> Self {
        self.0.opens = Some(opens);
        self
    }

    /// Whether what it unfolds is open.
    pub fn expanded(mut self, is_expanded: bool) -> Self {
        self.0.is_expanded = Some(is_expanded);
        self
    }

    /// Whether it is on, for one that stays down.
    pub fn pressed(mut self, is_pressed: bool) -> Self {
        self.0.is_pressed = Some(is_pressed);
        self
    }

    /// Whether it leads to where the person is.
    pub fn current(mut self, is_current: bool) -> Self {
        self.0.current = is_current.then_some("page");
        self
    }

    /// Whether it does nothing now.
    pub fn disabled(mut self, is_disabled: bool) -> Self {
        self.0.is_disabled = is_disabled;
        self
    }

    /// It changes the plan, and is not there where nobody may.
    pub fn edits(mut self) -> Self {
        self.0.is_editing = true;
        self
    }

    /// It sends the form that it stands in.
    pub fn submits(mut self) -> Self {
        self.0.submits = true;
        self
    }

    /// The element.
    pub fn draw(self) -> Html {
        let Parts { content, onclick, node, class, id, label, title, lang, opens, .. } = *self.0;
        let class = classes!(self.0.kind.class(), class);
        let word = |is: bool| if is { "true" } else { "false" };
        let drawn = html! {
            <button ref={node} type={if self.0.submits { "submit" } else { "button" }} {id} {class} {title} {lang} aria-label={label}
                aria-expanded={self.0.is_expanded.map(word)} aria-pressed={self.0.is_pressed.map(word)}
                aria-current={self.0.current} data-opens={opens} disabled={self.0.is_disabled} {onclick}>
                { content }
            </button>
        };
        if self.0.is_editing {
            return html! { <Edits>{ drawn }</Edits> };
        }
        drawn
    }
}
