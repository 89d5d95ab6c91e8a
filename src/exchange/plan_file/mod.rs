//! `.tuiyan.json`: a plan as a file.
//!
//! The region stands in it as a region document, so that one reader checks figures wherever they come
//! from. Numbers are written so that they read back to the last bit. A file of an older format is carried
//! over step by step; one of a newer format is refused. Fields that a newer version put into this format
//! are kept and written back. `docs/规划文件.md` describes every field.

mod encoding;
mod fields;
mod migrate;
mod reader;
mod scenarios;
mod seal;
mod writer;

use crate::plan::Status;

pub use encoding::text;
pub use reader::{BuiltInModel, ReadPlan, read};
pub use seal::{Unreadable, seal};
pub use writer::write;

pub(super) use reader::read_tree;
pub(super) use writer::tree;

/// The format that is written.
pub const FORMAT: u32 = 2;
/// What a plan file's name ends with.
pub const EXTENSION: &str = ".tuiyan.json";

/// How something that is not computed stands, in a file's words.
const STATUSES: [(&str, Status); 4] = [
    ("not_started", Status::NotStarted),
    ("under_way", Status::UnderWay),
    ("done", Status::Done),
    ("missed", Status::Missed),
];
