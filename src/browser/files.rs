//! Files that a person saves, opens or drops. Nothing of them leaves the machine.

use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, File, FileList, FileReader, HtmlAnchorElement,
    HtmlCanvasElement, HtmlInputElement, Url,
};

/// How long a download may take to begin before its address is given back.
const ADDRESS_LIVES_MS: u32 = 60_000;

/// Why a file could not be read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ReadProblem {
    /// It has more bytes than the cap; nothing was read.
    TooLarge {
        /// What it has.
        bytes: u64,
        /// What was allowed.
        cap: u64,
    },
    /// The browser could not read it: a folder, or a file that is gone.
    Unreadable,
}

/// Offers `content` as a download; says whether the browser took it.
///
/// `name` becomes the file's name as [`safe_name`] makes it; `media_type` is for example
/// `application/json`.
#[must_use]
pub fn save_file(name: &str, media_type: &str, content: &[u8]) -> bool {
    let parts = Array::of1(&Uint8Array::from(content));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
        .and_then(|blob| download(name, &blob))
        .is_ok()
}

/// Offers what a canvas shows as a PNG file.
///
/// # Errors
///
/// When the browser refuses to read the canvas.
pub fn save_png(name: &str, canvas: &HtmlCanvasElement) -> Result<(), JsValue> {
    let name = name.to_owned();
    let made = wasm_bindgen::closure::Closure::once_into_js(move |blob: JsValue| {
        if let Some(blob) = blob.dyn_ref::<Blob>() {
            // Without an address for it there is nothing to offer.
            let _ = download(&name, blob);
        }
    });
    canvas.to_blob(made.unchecked_ref())
}

fn download(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = gloo::utils::document();
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(&safe_name(name));
    let body = document.body().ok_or(JsValue::NULL)?;
    body.append_child(&link)?;
    link.click();
    link.remove();
    gloo::timers::callback::Timeout::new(ADDRESS_LIVES_MS, move || {
        // An address that is unknown by then needs no giving back.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// `name` without what file systems refuse, at most 80 characters, never empty.
#[must_use]
pub fn safe_name(name: &str) -> String {
    const REFUSED: &str = "\\/:*?\"<>|";
    let is_refused = |c: char| REFUSED.contains(c) || c.is_control();
    let kept: String = name.chars().map(|c| if is_refused(c) { '_' } else { c }).collect();
    let kept: String = kept.trim_matches(['.', ' ']).chars().take(80).collect();
    if kept.is_empty() { "tuiyan".to_owned() } else { kept }
}

/// The files chosen in a file field.
#[must_use]
pub fn chosen_files(field: &HtmlInputElement) -> Vec<File> {
    listed(field.files().as_ref())
}

/// The files dropped on the page; none when something else was dropped.
#[must_use]
pub fn dropped_files(event: &DragEvent) -> Vec<File> {
    listed(event.data_transfer().and_then(|transfer| transfer.files()).as_ref())
}

fn listed(files: Option<&FileList>) -> Vec<File> {
    let count = files.map_or(0, FileList::length);
    (0..count).filter_map(|index| files?.get(index)).collect()
}

/// Reads a file of at most `cap` bytes and hands its content to `told`, later.
///
/// A larger file is refused before it is read.
pub fn read_file(file: &File, cap: u64, told: impl FnOnce(Result<Vec<u8>, ReadProblem>) + 'static) {
    let bytes = file.size() as u64;
    if bytes > cap {
        return told(Err(ReadProblem::TooLarge { bytes, cap }));
    }
    let Ok(reader) = FileReader::new() else { return told(Err(ReadProblem::Unreadable)) };
    let read = reader.clone();
    EventListener::once(&reader, "loadend", move |_| {
        let buffer =
            read.result().ok().filter(|result| !result.is_null() && !result.is_undefined());
        let content = buffer.map(|buffer| Uint8Array::new(&buffer).to_vec());
        told(content.ok_or(ReadProblem::Unreadable));
    })
    .forget();
    // A refusal here ends in `loadend` as well.
    let _ = reader.read_as_array_buffer(file);
}

#[cfg(test)]
mod tests {
    use super::safe_name;

    #[test]
    fn a_file_name_is_safe_everywhere() {
        assert_eq!(safe_name("a/b:c?.json"), "a_b_c_.json");
        assert_eq!(safe_name("..\\..\\x\u{0}"), "_.._x_");
        assert_eq!(safe_name(" . "), "tuiyan");
        assert_eq!(safe_name(&"方".repeat(200)).chars().count(), 80);
    }
}
