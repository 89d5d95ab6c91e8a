//! The position of a target, of a type of its own.

use crate::model::position;

position! {
    /// Position of a target in [`Region::targets`](crate::region::Region::targets).
    TargetId
}
