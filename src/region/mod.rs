//! Region documents: a city's figures with their origin, and its plan's targets.

mod declaration;
mod reader;
mod targets;

pub use declaration::{
    Comparison, DatedValue, Datum, OwnIndex, Path, Provenance, Reading, Region, Repetition, Target,
    TargetKind,
};
pub use reader::read;
