//! Region documents: a city's figures with their origin, and its plan's targets.

mod declaration;
mod figures_read;
mod id;
mod indexes;
mod number;
mod own_growth;
mod read;
mod reader;
mod renamed;
mod settled;
mod targets;
mod warnings;
mod writer;

pub use declaration::{
    Comparison, DatedValue, Datum, OwnIndex, Path, Provenance, Region, Repetition, Target,
    TargetKind, TargetReading,
};
pub use figures_read::{Reads, When, figures_read};
pub use id::TargetId;
pub use read::{beyond_model, check, read, read_table, too_large};
pub use renamed::Renamed;
pub use settled::{settled_datum, settled_target};
pub use writer::{tree, write};
