//! The plans of this browser, kept by the page's shell.
//!
//! The shell (`shell/store.js`) is plain JavaScript and owns every snapshot, so
//! that what a person entered survives an instance of this program that died.
//! This is the edge to it. Where there is no shell, nothing is kept and
//! everything else works.

use js_sys::{Array, Promise};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::browser::shell::{Entry, Listed, Status, Store, leave, once_kept, shell};
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
    store().map(|store| store.fresh()).unwrap_or_default()
}

/// Has the shell ask `source` for the plan once a change has come to rest; a later call replaces
/// an earlier one.
pub fn on_ask(source: impl Fn() -> Option<Offer> + 'static) {
    let Some(store) = store() else { return };
    let asked = Closure::new(move || source().map_or(JsValue::UNDEFINED, parts));
    store.source(&asked);
    leave(asked);
}

/// Tells that the plan changed.
pub fn changed() {
    tell(Store::changed);
}

/// Has the shell ask now for a change that has not come to rest.
pub fn hurry() {
    tell(Store::hurry);
}

/// What to open the page with: the newest snapshots of the last plan, newest first.
#[must_use]
pub fn found() -> Vec<Kept> {
    store().map(|store| entries(&store.found())).unwrap_or_default()
}

/// Hands over what else is kept, where nothing of [`found`] can be opened: newest first.
pub fn older(told: impl FnOnce(Vec<Kept>) + 'static) {
    entries_later(Store::older, told);
}

/// Tells that the page is there with its first results.
pub fn shown() {
    if let Some(shell) = shell() {
        shell.shown();
    }
}

/// Tells that something else than the plan in hand is about to be opened; that plan is not to blame where the
/// program ends on it.
pub fn trying() {
    tell(Store::trying);
}

/// Goes on with the plan of an entry; the key for it.
#[must_use]
pub fn adopt(entry: &Kept) -> String {
    store().zip(known(entry)).map(|(store, entry)| store.adopt(entry)).unwrap_or_default()
}

/// Calls `told` with the status now and at every change of it; a later call replaces an earlier one.
pub fn on_status(told: impl Fn(KeepingStatus) + 'static) {
    let Some(store) = store() else {
        let saving = Saving::Failed(SaveProblem::Absent);
        return told(KeepingStatus { saving, ..KeepingStatus::default() });
    };
    told(parsed_status(&store.status()));
    let told = Closure::new(move |status: Status| told(parsed_status(&status)));
    store.on_status(&told);
    leave(told);
}

/// Hands over the newest snapshot of every plan, newest first.
pub fn list(told: impl FnOnce(Vec<Kept>) + 'static) {
    entries_later(Store::list, told);
}

/// Hands over the snapshots of the plan in hand, newest first.
pub fn versions(told: impl FnOnce(Vec<Kept>) + 'static) {
    entries_later(Store::versions, told);
}

/// Removes the plan of an entry with all its versions.
pub fn remove(entry: &Kept, done: impl FnOnce() + 'static) {
    match store().zip(known(entry)) {
        Some((store, entry)) => {
            once_kept(&store.remove(&entry.slot()), Box::new(move |_| done()));
        }
        None => done(),
    }
}

/// Goes on with the plan in hand as a copy.
pub fn copy() {
    tell(Store::copy);
}

/// Keeps the plan in hand again, after what was kept is gone.
pub fn resume() {
    tell(Store::resume);
}

/// The names under which this program keeps anything in the browser.
pub fn kept_names(told: impl FnOnce(Vec<String>) + 'static) {
    later(Store::names, move |list| {
        told(Array::from(&list).iter().filter_map(|name| name.as_string()).collect());
    });
}

/// Removes everything this program keeps in the browser, and nothing else; says whether all went.
pub fn clear(told: impl FnOnce(bool) + 'static) {
    later(Store::clear, move |all| told(all.is_truthy()));
}

fn store() -> Option<Store> {
    shell().map(|shell| shell.store())
}

fn tell(what: fn(&Store)) {
    if let Some(store) = store() {
        what(&store);
    }
}

/// Where there is no shell the answer is an empty list.
fn later(ask: fn(&Store) -> Promise, told: impl FnOnce(JsValue) + 'static) {
    match store() {
        Some(store) => once_kept(&ask(&store), Box::new(told)),
        None => told(Array::new().into()),
    }
}

fn entries_later(ask: fn(&Store) -> Promise, told: impl FnOnce(Vec<Kept>) + 'static) {
    later(ask, move |list| told(entries(list.unchecked_ref())));
}

/// As `shell.d.ts` has an offer.
fn parts(offer: Offer) -> JsValue {
    let snapshot = offer.snapshot.map_or(JsValue::UNDEFINED, JsValue::from);
    let parts = [offer.key.into(), offer.name.into(), snapshot, offer.is_changed.into()];
    parts.into_iter().collect::<Array>().into()
}

fn parsed_status(status: &Status) -> KeepingStatus {
    let saving = match status.state().as_str() {
        "nothing" => Saving::Nothing,
        "apart" => Saving::Apart,
        "saving" => Saving::Pending,
        "saved" => Saving::Saved { time: status.time() },
        "full" => Saving::Failed(SaveProblem::Full),
        "silent" => Saving::Failed(SaveProblem::Silent),
        "absent" => Saving::Failed(SaveProblem::Absent),
        "cleared" => Saving::Failed(SaveProblem::Cleared),
        "unreadable" => Saving::Failed(SaveProblem::Unreadable),
        "alone" => Saving::Failed(SaveProblem::NoHost),
        _ => Saving::Failed(SaveProblem::Forbidden),
    };
    KeepingStatus { saving, elsewhere: status.elsewhere(), copied: status.copied() }
}

fn entries(list: &Array) -> Vec<Kept> {
    list.iter().map(|entry| kept(entry.unchecked_into())).collect()
}

fn kept(entry: Entry) -> Kept {
    Kept {
        name: entry.name(),
        time: entry.order(),
        snapshot: entry.text(),
        // Only an entry of the list of plans says so.
        is_current: entry.unchecked_ref::<Listed>().current(),
        is_copy: entry.is_copy(),
        handle: Handle::new(entry),
    }
}

/// An entry as the shell knows it.
fn known(entry: &Kept) -> Option<&Entry> {
    entry.handle.known()
}
