//! What the page around this one may ask and is told: protocol 1 of `docs/嵌入.md`, without the window
//! that carries it.
//!
//! A message is text that came from outside: it is read strictly, every request is answered, and what is
//! refused says where and why. Numbers are in the unit that stands beside them, which is the same in both
//! languages.

mod fields;
mod patch;
mod problem;
mod projection;
mod request;

pub use patch::{RequestedChange, patched};
pub use problem::{Code, RequestProblem};
pub use projection::{ProjectionMessage, projection};
pub use request::{Export, HostRequest, Method, NewPlan, read};

use serde::Serialize;
use serde_json::{Value, json};

use crate::locale::Locale;

/// The version of the protocol.
pub const PROTOCOL: u64 = 1;

/// The answer to a request that was followed.
#[must_use]
pub fn answer(id: u64, result: impl Serialize) -> String {
    // Only a map with keys that are no strings could fail.
    let result = serde_json::to_value(result).unwrap_or_default();
    json!({ "tuiyan": PROTOCOL, "type": "response", "id": id, "ok": true, "result": result })
        .to_string()
}

/// The answer to a request that was not; without an id where it had none.
#[must_use]
pub fn refusal(id: Option<u64>, problem: &RequestProblem, locale: Locale) -> String {
    let mut error = json!({ "code": problem.code.name(), "message": problem.sentence(locale) });
    if let Some(at) = &problem.at {
        error["at"] = json!(at);
    }
    if !problem.diagnostics.is_empty() {
        let found = problem.diagnostics.iter().map(|found| found.render(locale));
        error["diagnostics"] = found.collect::<Value>();
    }
    json!({ "tuiyan": PROTOCOL, "type": "response", "id": id, "ok": false, "error": error })
        .to_string()
}

/// Something that happened.
#[must_use]
pub fn event(name: &str, data: impl Serialize) -> String {
    let data = serde_json::to_value(data).unwrap_or_default();
    json!({ "tuiyan": PROTOCOL, "type": "event", "event": name, "data": data }).to_string()
}
