//! Every cap on what comes from outside, in one place.

/// Bytes of a model or region file.
pub const FILE_BYTES: usize = 1_000_000;
/// Characters of a formula.
pub const FORMULA_CHARACTERS: usize = 2_000;
/// Nodes of a formula's syntax tree.
pub const FORMULA_NODES: usize = 500;
/// Nesting of a formula.
pub const FORMULA_DEPTH: usize = 32;
/// Years that `previous` may look back.
pub const PREVIOUS_YEARS: u32 = 10;
/// Numbers in formulas stay below this.
pub const NUMBER: f64 = 1e15;
/// Characters of a name.
pub const NAME_CHARACTERS: usize = 60;
/// Years that a run may compute.
pub const HORIZON_YEARS: u32 = 30;
