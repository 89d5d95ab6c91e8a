//! The last word of a field: what is wrong with its last entry, where the field goes away with its screen before
//! anybody could read it. The page says it then.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser::{presses, watch_presses};
use crate::desk::Request;
use crate::library::{Ending, Opened};

/// Where the page is told of it.
#[derive(Clone, PartialEq)]
pub struct Tell(pub Callback<Request>);

/// What takes an entry, and returns why it cannot be taken.
type Enter = Callback<String, Option<String>>;

/// What a field would leave behind.
#[derive(Default)]
struct Behind {
    tell: Option<Tell>,
    /// The field's name, what is being typed, and what takes it.
    typing: Option<(String, String, Enter)>,
    /// The field's name, what was wrong with its last entry, and how many presses there had been by then.
    said: Option<(String, String, u32)>,
}

impl Behind {
    /// Enters what is being typed; tells what is wrong with the last entry unless somebody could read it.
    fn go(self) {
        let said = match self.typing {
            Some((field, entry, enter)) => enter.emit(entry).map(|problem| (field, problem)),
            // A press after the one that left the field was made with the sentence on screen.
            None => self
                .said
                .filter(|(.., press)| *press == presses())
                .map(|(field, problem, _)| (field, problem)),
        };
        if let Some(((field, problem), Tell(tell))) = said.zip(self.tell) {
            tell.emit(Request::Tell(Opened::refused(field, Ending::NotEntered(problem))));
        }
    }
}

/// What a field said of its last entry.
#[derive(Clone)]
pub struct LastWord(Rc<RefCell<Behind>>);

impl LastWord {
    /// What is being typed into the field of this name counts when the field goes away without being left.
    pub fn is_typing(&self, field: &str, draft: Option<String>, enter: Enter) {
        self.0.borrow_mut().typing = draft.map(|draft| (field.to_owned(), draft, enter));
    }

    /// The last entry into the field of this name was taken, or this is wrong with it.
    pub fn says(&self, field: &str, problem: Option<&str>) {
        let mut behind = self.0.borrow_mut();
        behind.typing = None;
        behind.said = problem.map(|problem| (field.to_owned(), problem.to_owned(), presses()));
    }
}

/// The last word of a field, or of several that stand and go together.
#[hook]
pub fn use_last_word() -> LastWord {
    let tell = use_context::<Tell>();
    let word = use_memo((), |()| LastWord(Rc::default()));
    word.0.borrow_mut().tell = tell;
    {
        let word = (*word).clone();
        use_effect_with((), move |()| {
            watch_presses();
            move || word.0.take().go()
        });
    }
    (*word).clone()
}
