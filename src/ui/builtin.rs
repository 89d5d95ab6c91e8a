//! The model and the city that the page opens with.

use std::rc::Rc;

use crate::analysis::{self, Workbench};
use crate::diagnostic::{Diagnostic, SourceFile};
use crate::model::Model;
use crate::plan::{ModelIdentity, Plan};
use crate::region::Region;

const MODEL: &str = include_str!("../../models/city-sti/model.toml");

/// A plan for the workbench's city, with nothing changed.
#[must_use]
pub fn plan(workbench: &Workbench) -> Plan {
    let identity = ModelIdentity::of(workbench.model(), MODEL);
    let region = Rc::new(workbench.region().clone());
    Plan::new(region.document.clone(), identity, region)
}

/// Reads the built-in model and region.
///
/// # Errors
///
/// Everything that is wrong with them, in the order of the files.
pub fn load() -> Result<(Model, Region), Vec<Diagnostic>> {
    let model = crate::model::read(SourceFile { name: "models/city-sti/model.toml", text: MODEL });
    let model = model.value.ok_or(model.diagnostics)?;
    let file = SourceFile {
        name: "regions/yiyang-2020.toml",
        text: include_str!("../../regions/yiyang-2020.toml"),
    };
    let region = crate::region::read(file, &model);
    let region = region.value.ok_or(region.diagnostics)?;
    Ok((model, region))
}

/// The fingerprint of the built-in city in hexadecimal, to compare builds of the program with.
#[must_use]
pub fn fingerprint() -> String {
    const DRAWS: usize = 512;
    load().map_or_else(
        |diagnostics| format!("{} problems", diagnostics.len()),
        |(model, region)| {
            format!("{:016x}", analysis::fingerprint(&Workbench::new(model, region, DRAWS)))
        },
    )
}
