//! The page's shell, as the program sees it: all that it may ask and tell.
//!
//! The shell is the JavaScript around the program (`shell/`), which makes the object `tuiyan` before it starts one.
//! `shell/shell.d.ts` states the same to the shell's side; `tests/it/shell.rs` holds the two against each other, so
//! that nothing here needs to look at what it is given.

use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::{Closure, WasmClosure};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Node;

// A type has the name of its interface there, a function or a property that of its member.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(thread_local_v2, js_name = tuiyan)]
    static SHELL: Option<Shell>;

    #[wasm_bindgen(js_name = Offered)]
    #[derive(Clone)]
    pub(super) type Shell;
    #[wasm_bindgen(method, getter)]
    pub(super) fn store(this: &Shell) -> Store;
    #[wasm_bindgen(method, getter)]
    pub(super) fn second(this: &Shell) -> Second;
    #[wasm_bindgen(method, getter)]
    pub(super) fn guest(this: &Shell) -> Guest;
    #[wasm_bindgen(method, getter)]
    pub(super) fn link(this: &Shell) -> Link;
    // A policy of the page may refuse the text.
    #[wasm_bindgen(method, catch)]
    pub(super) fn picture(this: &Shell, text: &str) -> Result<Option<Node>, JsValue>;
    #[wasm_bindgen(method)]
    pub(super) fn shown(this: &Shell);
    // It is there once a program was started.
    #[wasm_bindgen(method, catch)]
    fn panicked(this: &Shell, message: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_probes(this: &Shell, probes: &Object);

    pub(super) type Store;
    #[wasm_bindgen(method)]
    pub(super) fn fresh(this: &Store) -> String;
    #[wasm_bindgen(method)]
    pub(super) fn changed(this: &Store);
    #[wasm_bindgen(method)]
    pub(super) fn hurry(this: &Store);
    #[wasm_bindgen(method)]
    pub(super) fn adopt(this: &Store, entry: &Entry) -> String;
    #[wasm_bindgen(method)]
    pub(super) fn list(this: &Store) -> Promise;
    #[wasm_bindgen(method)]
    pub(super) fn versions(this: &Store) -> Promise;
    #[wasm_bindgen(method)]
    pub(super) fn older(this: &Store) -> Promise;
    #[wasm_bindgen(method)]
    pub(super) fn remove(this: &Store, slot: &str) -> Promise;
    #[wasm_bindgen(method)]
    pub(super) fn copy(this: &Store);
    #[wasm_bindgen(method)]
    pub(super) fn names(this: &Store) -> Promise;
    #[wasm_bindgen(method)]
    pub(super) fn clear(this: &Store) -> Promise;
    #[wasm_bindgen(method)]
    pub(super) fn resume(this: &Store);
    #[wasm_bindgen(method)]
    pub(super) fn trying(this: &Store);
    #[wasm_bindgen(method)]
    pub(super) fn found(this: &Store) -> Array;
    #[wasm_bindgen(method)]
    pub(super) fn source(this: &Store, asked: &Closure<dyn Fn() -> JsValue>);
    #[wasm_bindgen(method)]
    pub(super) fn status(this: &Store) -> Status;
    #[wasm_bindgen(method, js_name = onStatus)]
    pub(super) fn on_status(this: &Store, listener: &Closure<dyn Fn(Status)>);

    pub(super) type Entry;
    #[wasm_bindgen(method, getter)]
    pub(super) fn slot(this: &Entry) -> String;
    #[wasm_bindgen(method, getter)]
    pub(super) fn order(this: &Entry) -> f64;
    #[wasm_bindgen(method, getter)]
    pub(super) fn name(this: &Entry) -> String;
    #[wasm_bindgen(method, getter)]
    pub(super) fn text(this: &Entry) -> String;
    // Where it is missing, this and what follows is false.
    #[wasm_bindgen(method, getter, js_name = copy)]
    pub(super) fn is_copy(this: &Entry) -> bool;

    pub(super) type Listed;
    #[wasm_bindgen(method, getter)]
    pub(super) fn current(this: &Listed) -> bool;

    pub(super) type Status;
    #[wasm_bindgen(method, getter)]
    pub(super) fn state(this: &Status) -> String;
    #[wasm_bindgen(method, getter)]
    pub(super) fn time(this: &Status) -> f64;
    #[wasm_bindgen(method, getter)]
    pub(super) fn elsewhere(this: &Status) -> bool;
    #[wasm_bindgen(method, getter)]
    pub(super) fn copied(this: &Status) -> bool;

    pub(super) type Second;
    #[wasm_bindgen(method, getter, js_name = state)]
    pub(super) fn part(this: &Second) -> String;
    #[wasm_bindgen(method)]
    pub(super) fn ask(this: &Second) -> Promise;

    pub(super) type Guest;
    #[wasm_bindgen(method, js_name = isConnected)]
    pub(super) fn is_connected(this: &Guest) -> bool;
    #[wasm_bindgen(method)]
    pub(super) fn start(this: &Guest, version: &str, ask: &Closure<dyn Fn(String)>);
    #[wasm_bindgen(method)]
    pub(super) fn offer(this: &Guest, name: &str, mime: &str, base64: &str) -> bool;
    #[wasm_bindgen(method)]
    pub(super) fn tell(this: &Guest, text: &str);

    pub(super) type Link;
    #[wasm_bindgen(method, js_name = wasLeftOut)]
    pub(super) fn was_left_out(this: &Link) -> bool;
}

/// The shell; none where nobody made one, as natively: then nothing is kept, and everything else works.
pub(super) fn shell() -> Option<Shell> {
    if cfg!(target_family = "wasm") { SHELL.with(Clone::clone) } else { None }
}

/// Leaves a function with the shell, which calls it as long as it likes.
pub(super) fn leave<F: WasmClosure + ?Sized>(function: Closure<F>) {
    drop(function.into_js_value());
}

/// Calls `told` with what a promise of the shell brings. It always keeps, so there is no failure to wait for.
pub(super) fn once_kept(promise: &Promise, told: Box<dyn FnOnce(JsValue)>) {
    let told = Closure::once(told);
    // What comes of it is nobody's.
    let _ = promise.then(&told);
    leave(told);
}

/// Tells the shell why the program is about to die, so that it can say so.
///
/// For `yew::set_custom_panic_hook`: a hook of the standard library is replaced by Yew's.
pub fn report_panic(message: &str) {
    if let Some(shell) = shell() {
        // There is nobody left to tell that telling failed.
        let _ = shell.panicked(message);
    }
}

/// Answers one question of the shell with a text.
pub type Probe = Box<dyn Fn() -> String>;

/// Offers `probes` to the shell by name, as `window.tuiyan.probes`.
///
/// They serve the self-check and the tests: the same bits in every form, what
/// happens after a panic.
pub fn offer_probes(probes: Vec<(&str, Probe)>) {
    // Without the shell nobody asks.
    let Some(shell) = shell() else { return };
    let offered = Object::new();
    for (name, probe) in probes {
        let probe = Closure::<dyn Fn() -> String>::wrap(probe).into_js_value();
        // A new object of our own takes every property.
        let _ = Reflect::set(&offered, &name.into(), &probe);
    }
    shell.set_probes(&offered);
}
