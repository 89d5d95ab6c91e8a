//! What a program can be asked for.

use crate::model::{LeverId, VariableId};

/// Something that a run computes for every year and draw; base units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Output {
    /// A variable under the settings.
    Scenario(VariableId),
    /// A variable with all levers at present, in the same draw.
    Outlook(VariableId),
    /// Municipal cash of all levers, 元.
    Cost,
    /// Municipal cash of one lever, 元.
    LeverCost(LeverId),
}
