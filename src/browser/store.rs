//! The plan's snapshots, kept by the page's shell.
//!
//! The shell (`shell/store.js`) is plain JavaScript and owns every snapshot, so
//! that what a person entered survives an instance of this program that died.
//! This is the edge to it. Where there is no shell, nothing is kept and
//! everything else works.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// What became of the newest snapshot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Saving {
    /// Nothing was handed over yet.
    Nothing,
    /// It is being written.
    Pending,
    /// It was written and read back.
    Saved {
        /// When, in milliseconds since 1970.
        time: f64,
    },
    /// It is in memory only; the person should download a file.
    Failed(SaveProblem),
}

/// Why a snapshot could not be written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SaveProblem {
    /// The browser forbids storage here: a sandboxed frame, or by its settings.
    Forbidden,
    /// There is no room left.
    Full,
    /// The storage did not answer within three seconds.
    Silent,
}

/// What is known of the store.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Status {
    /// Of this page's newest snapshot.
    pub saving: Saving,
    /// Whether another tab keeps snapshots as well; both are kept, neither overwrites the other.
    pub elsewhere: bool,
}

/// An earlier snapshot.
#[derive(Clone, Debug, PartialEq)]
pub struct Version {
    /// When it was handed over, in milliseconds since 1970.
    pub time: f64,
    /// Whether it comes from this page, not from another tab or an earlier visit.
    pub own: bool,
    /// The snapshot.
    pub snapshot: String,
}

/// Hands a snapshot over. It is safe from a dead program at once and written within half a second.
pub fn save(snapshot: &str) {
    call("save", &[snapshot.into()]);
}

/// The newest whole snapshot that was found when the page opened.
///
/// None in [`safe_mode`], where it is only offered for download.
#[must_use]
pub fn newest() -> Option<String> {
    call("newest", &[])?.as_string()
}

/// Whether the newest snapshot ended the program twice and was therefore not opened.
#[must_use]
pub fn safe_mode() -> bool {
    call("safeMode", &[]).is_some_and(|answer| answer.is_truthy())
}

/// The status now.
#[must_use]
pub fn status() -> Status {
    call("status", &[]).map_or(
        Status { saving: Saving::Failed(SaveProblem::Forbidden), elsewhere: false },
        |status| parsed_status(&status),
    )
}

/// Calls `told` at every change of the status; a later call replaces an earlier one.
pub fn on_status(told: impl Fn(Status) + 'static) {
    let told = Closure::<dyn Fn(JsValue)>::new(move |status: JsValue| told(parsed_status(&status)));
    call("onStatus", &[told.into_js_value()]);
}

/// Hands over the earlier versions, newest first, of this and other tabs, as far as they are whole.
pub fn versions(told: impl FnOnce(Vec<Version>) + 'static) {
    later("versions", move |list| {
        told(Array::from(&list).iter().filter_map(|entry| parsed_version(&entry)).collect());
    });
}

/// The names under which this program keeps anything in the browser.
pub fn kept_names(told: impl FnOnce(Vec<String>) + 'static) {
    later("names", move |list| {
        told(Array::from(&list).iter().filter_map(|name| name.as_string()).collect());
    });
}

/// Removes everything this program keeps in the browser, and nothing else; says whether all went.
pub fn clear(told: impl FnOnce(bool) + 'static) {
    later("clear", move |all| told(all.is_truthy()));
}

fn shell() -> Option<JsValue> {
    let shell = Reflect::get(&gloo::utils::window(), &"tuiyan".into()).ok()?;
    let store = Reflect::get(&shell, &"store".into()).ok()?;
    store.is_object().then_some(store)
}

fn call(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let store = shell()?;
    let function: Function = Reflect::get(&store, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(&store, &arguments.iter().collect::<Array>()).ok()
}

/// The shell's promises always keep; where there is no shell the answer is empty.
fn later(name: &str, told: impl FnOnce(JsValue) + 'static) {
    match call(name, &[]).and_then(|answer| answer.dyn_into::<Promise>().ok()) {
        Some(promise) => {
            let told = Closure::once_into_js(told);
            // The shell answers in every case, so there is no failure to wait for.
            let _ = Reflect::get(&promise, &"then".into())
                .and_then(|then| then.unchecked_into::<Function>().call1(&promise, &told));
        }
        None => told(JsValue::UNDEFINED),
    }
}

fn parsed_status(status: &JsValue) -> Status {
    let state = text(status, "state");
    let saving = match state.as_deref() {
        Some("nothing") => Saving::Nothing,
        Some("pending") => Saving::Pending,
        Some("saved") => Saving::Saved { time: number(status, "time").unwrap_or(f64::NAN) },
        Some("full") => Saving::Failed(SaveProblem::Full),
        Some("silent") => Saving::Failed(SaveProblem::Silent),
        _ => Saving::Failed(SaveProblem::Forbidden),
    };
    Status { saving, elsewhere: truth(status, "elsewhere") }
}

fn parsed_version(entry: &JsValue) -> Option<Version> {
    Some(Version {
        time: number(entry, "time")?,
        own: truth(entry, "own"),
        snapshot: text(entry, "text")?,
    })
}

fn field(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok()
}

fn text(object: &JsValue, name: &str) -> Option<String> {
    field(object, name)?.as_string()
}

fn number(object: &JsValue, name: &str) -> Option<f64> {
    field(object, name)?.as_f64()
}

fn truth(object: &JsValue, name: &str) -> bool {
    field(object, name).is_some_and(|value| value.is_truthy())
}
