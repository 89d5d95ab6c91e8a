//! Copying for other programs, also where the page is not in a secure context.
//!
//! `navigator.clipboard` is missing on plain http, so the copy goes through the
//! `copy` event, which every kernel has and which carries several flavours.

use std::cell::Cell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast as _;
use web_sys::{ClipboardEvent, HtmlDocument, HtmlTextAreaElement};

/// Puts a text on the clipboard; says whether the browser let it.
///
/// Call it while a click or a key is being handled, or browsers refuse.
#[must_use]
pub fn copy_text(text: &str) -> bool {
    copy(text, None)
}

/// Puts a table on the clipboard: `html` for documents, `tsv` for spreadsheets and plain text.
///
/// Call it while a click or a key is being handled, or browsers refuse.
#[must_use]
pub fn copy_table(html: &str, tsv: &str) -> bool {
    copy(tsv, Some(html))
}

fn copy(text: &str, html: Option<&str>) -> bool {
    let document = gloo::utils::document();
    let (text, html) = (text.to_owned(), html.map(str::to_owned));
    let selected = text.clone();
    // A browser may say that it copied and have asked nobody what.
    let is_taken = Rc::new(Cell::new(false));
    let took = Rc::clone(&is_taken);
    let options = EventListenerOptions::enable_prevent_default();
    let _while_copying =
        EventListener::new_with_options(&document, "copy", options, move |event| {
            let Some(clipboard) =
                event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)
            else {
                return;
            };
            let mut taken = clipboard.set_data("text/plain", &text).is_ok();
            if let Some(html) = &html {
                taken &= clipboard.set_data("text/html", html).is_ok();
            }
            if taken {
                event.prevent_default();
            }
            took.set(taken);
        });
    let says_so =
        with_selection(&selected, |document| document.exec_command("copy").unwrap_or(false));
    says_so.unwrap_or(false) && is_taken.get()
}

/// Some kernels copy only while something is selected: a text area out of sight.
fn with_selection<T>(text: &str, work: impl FnOnce(&HtmlDocument) -> T) -> Option<T> {
    let document: HtmlDocument = gloo::utils::document().dyn_into().ok()?;
    let focused = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    area.set_read_only(true);
    area.set_class_name("copied");
    document.body()?.append_child(&area).ok()?;
    area.select();
    let result = work(&document);
    area.remove();
    if let Some(focused) =
        focused.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // The element had the focus before, so it can take it again.
        let _ = focused.focus();
    }
    Some(result)
}
