//! Every cap on what comes from outside, in one place.

mod text;

pub use text::{is_hidden, without_piles};

/// Bytes of a model or region file.
pub const FILE_BYTES: usize = 1_000_000;
/// Breaks of TOML that are reported.
pub const TOML_ERRORS: usize = 3;
/// Characters of a formula.
pub const FORMULA_CHARACTERS: usize = 2_000;
/// Nodes of a formula's syntax tree.
pub const FORMULA_NODES: usize = 500;
/// Nesting of a formula.
pub const FORMULA_DEPTH: usize = 32;
/// Steps of formulas inside formulas: twice a chain of all variables, and half of what overflows
/// the stack of the program in JavaScript.
pub const CHAIN_STEPS: usize = 1_600;
/// Years that `previous` may look back.
pub const PREVIOUS_YEARS: u32 = 10;
/// Numbers in formulas stay below this.
pub const NUMBER: f64 = 1e15;
/// Figures, targets, settings and ceilings stay below this, in base units: far above anything a
/// city counts, and still a number that a column of a table holds.
pub const VALUE: f64 = 1e18;
/// Problems of one kind that are shown with their places; of the others the number is said.
pub const PROBLEMS_OF_A_KIND: usize = 10;
/// Columns of a line that is shown around a problem.
pub const EXCERPT_COLUMNS: usize = 160;
/// Characters of a message about a problem.
pub const MESSAGE_CHARACTERS: usize = 400;
/// Names that a saved plan may bring and this model lacks, in each of its tables.
pub const FOREIGN_NAMES: usize = 400;
/// Characters of a name.
pub const NAME_CHARACTERS: usize = 80;
/// Years that a run may compute.
pub const HORIZON_YEARS: u32 = 30;
/// Index items.
pub const INDEX_ITEMS: usize = 40;
/// Declarations of each table of a model; what is not listed has no cap of its own.
pub const DECLARATIONS: [(&str, usize); 10] = [
    ("variable", 400),
    ("parameter", 300),
    ("lever", 60),
    ("shock", 60),
    ("figure", 200),
    ("assumption", 200),
    ("constant", 200),
    ("index", 20),
    ("identity", 100),
    ("check", 100),
];
/// Scenarios of a plan, 现状延续 included.
pub const SCENARIOS: usize = 50;
/// Steps that can be undone.
pub const UNDO_STEPS: usize = 200;
/// Characters of a field of a figure or target, such as its source.
pub const FIELD_CHARACTERS: usize = 1_000;
/// Marks that stand over or under one letter.
pub const MARKS_OF_A_LETTER: usize = 3;
/// Characters of a remark.
pub const NOTE_CHARACTERS: usize = 5_000;
/// Targets of a plan.
pub const TARGETS: usize = 200;
/// Calendar years that a figure may stand for.
pub const YEARS: std::ops::RangeInclusive<i32> = 1978..=2100;
/// Brackets inside brackets of a plan file.
pub const JSON_DEPTH: usize = 100;
/// Bytes of what a plan file brings from a newer version, as it is kept.
pub const KEPT_BYTES: usize = 1_000_000;
/// Bytes of a plan file.
pub const PLAN_BYTES: usize = 5_000_000;
/// Characters of the plan in a link.
pub const LINK_CHARACTERS: usize = 32_768;
/// Bytes of the plan in a link, inflated.
pub const LINK_BYTES: usize = 262_144;
/// Bytes of a message from the page around.
pub const MESSAGE_BYTES: usize = 2_000_000;
/// Nesting of a message.
pub const MESSAGE_DEPTH: usize = 32;
/// Changes in one message.
pub const MESSAGE_CHANGES: usize = 200;
/// Bytes of a pasted table.
pub const PASTE_BYTES: usize = 5_000_000;
/// Rows of a pasted table.
pub const PASTE_ROWS: usize = 20_000;
/// Columns of a pasted table.
pub const PASTE_COLUMNS: usize = 500;
/// Cells of a pasted table, those that merged cells stand for included.
pub const PASTE_CELLS: usize = 200_000;
/// Bytes of a pasted cell.
pub const CELL_BYTES: usize = 32_768;

/// Whether a number in base units is one that the program takes: finite and below [`VALUE`].
#[must_use]
pub fn is_usable(value: f64) -> bool {
    value.abs() < VALUE
}
