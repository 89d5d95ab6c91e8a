//! The runs side by side in one program: base year, outlook and scenario.

/// The run that a formula is computed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    Base,
    Outlook,
    Scenario,
}
