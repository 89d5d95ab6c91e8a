//! A file field that looks like a button.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::browser::chosen_files;
use crate::desk::Request;
use crate::locale::Locale;
use crate::ui::frame::file_report::open_files;
use crate::ui::widgets::editing::Edits;
use crate::wording::Phrase;

/// A file field under a label that looks like a button; the same file can be chosen twice.
pub fn open_button(label: Phrase, locale: Locale, on_request: &Callback<Request>) -> Html {
    let on_request = on_request.clone();
    let onchange = move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        open_files(&chosen_files(&field), &on_request);
        field.set_value("");
    };
    html! {
        <Edits>
            <label class="open-file" title={Phrase::OPEN_FILE_NOTE.get(locale)}>
                { label.get(locale) }
                <input type="file" class="for-readers" accept=".toml,.json" {onchange} />
            </label>
        </Edits>
    }
}
