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
use crate::library::ReadProblem;

/// How long a download may take to begin before its address is given back.
const ADDRESS_LIVES_MS: u32 = 60_000;

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
