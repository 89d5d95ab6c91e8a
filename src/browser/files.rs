//! Files that a person saves, opens or drops. Nothing of them leaves the machine.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use gloo::events::EventListener;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, DragEvent, File, FileList, FileReader, HtmlAnchorElement,
    HtmlCanvasElement, HtmlInputElement, Url,
};

use crate::browser::guest::{is_connected, is_framed, offer_to_host};
use crate::limits;

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

/// Offers `content` as a download, or to the page around where that takes files; says whether it was
/// taken.
///
/// `name` is one that [`file_name`] made; `media_type` is for example
/// `application/json`.
#[must_use]
pub fn save_file(name: &str, media_type: &str, content: &[u8]) -> bool {
    if offer_to_host(name, media_type, content) {
        return true;
    }
    let parts = Array::of1(&Uint8Array::from(content));
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_u8_array_sequence_and_options(&parts, &options)
        .and_then(|blob| download(name, &blob))
        .is_ok()
}

/// Whether a download may come to nothing without a word, as in a frame that the page around does not let download.
#[must_use]
pub fn may_be_refused() -> bool {
    is_framed() && !is_connected()
}

/// What a canvas shows as the bytes of a PNG file; none where the browser refuses to read it.
#[must_use]
pub fn png(canvas: &HtmlCanvasElement) -> Option<Vec<u8>> {
    let address = canvas.to_data_url().ok()?;
    STANDARD.decode(address.strip_prefix("data:image/png;base64,")?).ok()
}

fn download(name: &str, blob: &Blob) -> Result<(), JsValue> {
    let document = gloo::utils::document();
    let address = Url::create_object_url_with_blob(blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
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

/// A name for a file: `stem` without what file systems refuse, cut so that it has at most 80
/// characters with `ending`, which stays whole; never empty.
#[must_use]
pub fn file_name(stem: &str, ending: &str) -> String {
    const REFUSED: &str = "\\/:*?\"<>|";
    const LONGEST: usize = 80;
    let is_refused = |c: char| REFUSED.contains(c) || c.is_control();
    let kept = stem.chars().filter(|&c| c.is_control() || !limits::is_hidden(c));
    let kept: String = kept.map(|c| if is_refused(c) { '_' } else { c }).collect();
    let room = LONGEST - ending.chars().count().min(LONGEST - 1);
    let kept: String = kept.trim_matches(['.', ' ']).chars().take(room).collect();
    let kept = kept.trim_end_matches(['.', ' ']);
    match kept {
        "" => format!("tuiyan{ending}"),
        kept if is_reserved(kept) => format!("_{kept}{ending}"),
        kept => format!("{kept}{ending}"),
    }
}

/// Names that Windows keeps for devices, whatever the ending.
fn is_reserved(stem: &str) -> bool {
    let name = stem.split('.').next().unwrap_or_default().to_ascii_uppercase();
    let numbered = |device: &str| {
        name.strip_prefix(device)
            .is_some_and(|rest| rest.len() == 1 && rest != "0" && rest.parse::<u8>().is_ok())
    };
    ["CON", "PRN", "AUX", "NUL"].contains(&name.as_str()) || numbered("COM") || numbered("LPT")
}

/// The files chosen in a file field.
#[must_use]
pub fn chosen_files(field: &HtmlInputElement) -> Vec<File> {
    listed(field.files().as_ref())
}

/// Calls `told` with the files that are dropped anywhere on the page, as long as the listener lives; with none
/// when something else was dropped. The shell (`shell/drop.js`) keeps the browser on the page, and leaves text
/// that is dropped into a field to the field.
pub fn on_drop(told: impl Fn(Vec<File>) + 'static) -> EventListener {
    EventListener::new(&gloo::utils::window(), "drop", move |event| {
        let event = event.dyn_ref::<DragEvent>().filter(|event| event.default_prevented());
        let transfer = event.map(DragEvent::data_transfer);
        if let Some(transfer) = transfer {
            told(listed(transfer.and_then(|transfer| transfer.files()).as_ref()));
        }
    })
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
    use super::file_name;

    #[test]
    fn a_file_name_is_safe_everywhere() {
        assert_eq!(file_name("a/b:c?", ".json"), "a_b_c_.json");
        assert_eq!(file_name("..\\..\\x\u{0}", ""), "_.._x_");
        assert_eq!(file_name(" . ", ".csv"), "tuiyan.csv");
        assert_eq!(file_name("甲\u{202e}gpj", ".csv"), "甲gpj.csv");
        assert_eq!(file_name("con", ".csv"), "_con.csv");
        assert_eq!(file_name("com1.甲", ".csv"), "_com1.甲.csv");
        assert_eq!(file_name("company", ".csv"), "company.csv");
    }

    #[test]
    fn a_long_name_keeps_its_ending() {
        let name = file_name(&"方".repeat(200), ".tuiyan.json");
        assert_eq!(name.chars().count(), 80);
        assert!(name.ends_with("方.tuiyan.json"));
    }
}
