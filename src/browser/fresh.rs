//! Ids that nobody else has: the only chance in what a person does, drawn here so that the core has none.

use crate::plan::ScenarioId;

/// The id of a scenario that is about to be made.
#[must_use]
pub fn fresh_scenario() -> ScenarioId {
    let mut bytes = [0; 8];
    let crypto = gloo::utils::window().crypto();
    let drawn = crypto.and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    match drawn {
        Ok(_) => ScenarioId(u64::from_le_bytes(bytes)),
        Err(_) => ScenarioId(js_sys::Math::random().to_bits()),
    }
}
