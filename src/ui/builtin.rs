//! The model and the city that the page opens with.

use crate::diagnostic::{Diagnostic, SourceFile};
use crate::model::Model;
use crate::region::Region;

/// Reads the built-in model and region.
///
/// # Errors
///
/// Everything that is wrong with them, in the order of the files.
pub fn load() -> Result<(Model, Region), Vec<Diagnostic>> {
    let model = crate::model::read(SourceFile {
        name: "models/city-sti/model.toml",
        text: include_str!("../../models/city-sti/model.toml"),
    });
    let model = model.value.ok_or(model.diagnostics)?;
    let file = SourceFile {
        name: "regions/yiyang-2020.toml",
        text: include_str!("../../regions/yiyang-2020.toml"),
    };
    let region = crate::region::read(file, &model);
    let region = region.value.ok_or(region.diagnostics)?;
    Ok((model, region))
}
