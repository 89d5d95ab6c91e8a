//! The plans of this browser, kept by the page's shell.
//!
//! The shell (`shell/store.js`) is plain JavaScript and owns every snapshot, so
//! that what a person entered survives an instance of this program that died.
//! This is the edge to it. Where there is no shell, nothing is kept and
//! everything else works.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::library::{Handle, Kept};

/// What became of the newest snapshot.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Saving {
    /// Nothing was handed over yet.
    #[default]
    Nothing,
    /// The browser keeps nothing of this page, as its address asks for; the page around does.
    Apart,
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
    /// The storage did not answer in time.
    Silent,
    /// The browser has no storage.
    Absent,
    /// What was kept is gone: another tab or the browser cleared it.
    Cleared,
    /// The address says that a page around keeps the plan, and there is none.
    NoHost,
    /// It was read back and is not the plan in hand; the version before is kept.
    Unreadable,
}

/// What is known of the plan in hand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct KeepingStatus {
    /// Of its newest snapshot.
    pub saving: Saving,
    /// Whether another tab has the plan open as well; neither overwrites the other.
    pub elsewhere: bool,
    /// Whether it goes on as a copy, since the plan that was opened has something newer.
    pub copied: bool,
}

/// What the program hands over.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// The name under which the shell knows the plan: of [`fresh`] or [`adopt`].
    pub key: String,
    /// The plan's name.
    pub name: String,
    /// The text, sealed; none where it would not open again.
    pub snapshot: Option<String>,
    /// Whether it was changed since it was opened.
    pub is_changed: bool,
}

/// A key for a plan that is not kept yet.
#[must_use]
pub fn fresh() -> String {
    call("fresh", &[]).and_then(|key| key.as_string()).unwrap_or_default()
}

/// Has the shell ask `source` for the plan once a change has come to rest; a later call replaces
/// an earlier one.
pub fn on_ask(source: impl Fn() -> Option<Offer> + 'static) {
    let asked = Closure::<dyn Fn() -> JsValue>::new(move || {
        source().map_or(JsValue::UNDEFINED, |offer| {
            let snapshot = offer.snapshot.map_or(JsValue::UNDEFINED, JsValue::from);
            let parts = [offer.key.into(), offer.name.into(), snapshot];
            parts.into_iter().chain([JsValue::from(offer.is_changed)]).collect::<Array>().into()
        })
    });
    call("source", &[asked.into_js_value()]);
}

/// Tells that the plan changed.
pub fn changed() {
    call("changed", &[]);
}

/// Has the shell ask now for a change that has not come to rest.
pub fn hurry() {
    call("hurry", &[]);
}

/// What to open the page with: the newest snapshots of the last plan, newest first.
#[must_use]
pub fn found() -> Vec<Kept> {
    call("found", &[]).map(|list| entries(&list)).unwrap_or_default()
}

/// Hands over what else is kept, where nothing of [`found`] can be opened: newest first.
pub fn older(told: impl FnOnce(Vec<Kept>) + 'static) {
    later("older", &[], move |list| told(entries(&list)));
}

/// Tells that the page is there with its first results.
pub fn shown() {
    if let Some(shown) = shell("shown").and_then(|shown| shown.dyn_into::<Function>().ok()) {
        // The shell's own function does not fail.
        let _ = shown.call0(&JsValue::NULL);
    }
}

/// Tells that something else than the plan in hand is about to be opened; that plan is not to blame where the
/// program ends on it.
pub fn trying() {
    call("trying", &[]);
}

/// Goes on with the plan of an entry; the key for it.
#[must_use]
pub fn adopt(entry: &Kept) -> String {
    call("adopt", &[value(entry)]).and_then(|key| key.as_string()).unwrap_or_default()
}

/// Calls `told` with the status now and at every change of it; a later call replaces an earlier one.
pub fn on_status(told: impl Fn(KeepingStatus) + 'static) {
    let now = call("status", &[]);
    told(now.as_ref().map_or(
        KeepingStatus { saving: Saving::Failed(SaveProblem::Absent), ..KeepingStatus::default() },
        parsed_status,
    ));
    let told = Closure::<dyn Fn(JsValue)>::new(move |status: JsValue| told(parsed_status(&status)));
    call("onStatus", &[told.into_js_value()]);
}

/// Hands over the newest snapshot of every plan, newest first.
pub fn list(told: impl FnOnce(Vec<Kept>) + 'static) {
    later("list", &[], move |list| told(entries(&list)));
}

/// Hands over the snapshots of the plan in hand, newest first.
pub fn versions(told: impl FnOnce(Vec<Kept>) + 'static) {
    later("versions", &[], move |list| told(entries(&list)));
}

/// Removes the plan of an entry with all its versions.
pub fn remove(entry: &Kept, done: impl FnOnce() + 'static) {
    let slot = field(&value(entry), "slot").unwrap_or_default();
    later("remove", &[slot], move |_| done());
}

/// Goes on with the plan in hand as a copy.
pub fn copy() {
    call("copy", &[]);
}

/// Keeps the plan in hand again, after what was kept is gone.
pub fn resume() {
    call("resume", &[]);
}

/// The names under which this program keeps anything in the browser.
pub fn kept_names(told: impl FnOnce(Vec<String>) + 'static) {
    later("names", &[], move |list| {
        told(Array::from(&list).iter().filter_map(|name| name.as_string()).collect());
    });
}

/// Removes everything this program keeps in the browser, and nothing else; says whether all went.
pub fn clear(told: impl FnOnce(bool) + 'static) {
    later("clear", &[], move |all| told(all.is_truthy()));
}

fn shell(part: &str) -> Option<JsValue> {
    let shell = Reflect::get(&gloo::utils::window(), &"tuiyan".into()).ok()?;
    let part = Reflect::get(&shell, &part.into()).ok()?;
    (part.is_object() || part.is_function()).then_some(part)
}

fn call(name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let store = shell("store")?;
    let function: Function = Reflect::get(&store, &name.into()).ok()?.dyn_into().ok()?;
    function.apply(&store, &arguments.iter().collect::<Array>()).ok()
}

/// The shell's promises always keep; where there is no shell the answer is empty.
fn later(name: &str, arguments: &[JsValue], told: impl FnOnce(JsValue) + 'static) {
    match call(name, arguments).and_then(|answer| answer.dyn_into::<Promise>().ok()) {
        Some(promise) => {
            let told = Closure::once_into_js(told);
            // The shell answers in every case, so there is no failure to wait for.
            let _ = Reflect::get(&promise, &"then".into())
                .and_then(|then| then.unchecked_into::<Function>().call1(&promise, &told));
        }
        None => told(Array::new().into()),
    }
}

fn parsed_status(status: &JsValue) -> KeepingStatus {
    let state = text(status, "state");
    let saving = match state.as_deref() {
        Some("nothing") => Saving::Nothing,
        Some("apart") => Saving::Apart,
        Some("saving") => Saving::Pending,
        Some("saved") => Saving::Saved { time: number(status, "time").unwrap_or(f64::NAN) },
        Some("full") => Saving::Failed(SaveProblem::Full),
        Some("silent") => Saving::Failed(SaveProblem::Silent),
        Some("absent") => Saving::Failed(SaveProblem::Absent),
        Some("cleared") => Saving::Failed(SaveProblem::Cleared),
        Some("unreadable") => Saving::Failed(SaveProblem::Unreadable),
        Some("alone") => Saving::Failed(SaveProblem::NoHost),
        _ => Saving::Failed(SaveProblem::Forbidden),
    };
    KeepingStatus { saving, elsewhere: truth(status, "elsewhere"), copied: truth(status, "copied") }
}

fn entries(list: &JsValue) -> Vec<Kept> {
    Array::from(list).iter().filter_map(parsed_entry).collect()
}

fn parsed_entry(entry: JsValue) -> Option<Kept> {
    Some(Kept {
        name: text(&entry, "name")?,
        time: number(&entry, "order")?,
        snapshot: text(&entry, "text")?,
        is_current: truth(&entry, "current"),
        is_copy: truth(&entry, "copy"),
        handle: Handle::new(entry),
    })
}

/// An entry as the shell knows it.
fn value(entry: &Kept) -> JsValue {
    entry.handle.known::<JsValue>().cloned().unwrap_or_default()
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
