//! The built-in model and regions.

use crate::analysis::{self, ReferenceClass, Workbench};
use crate::diagnostic::{Diagnostic, SourceFile};
use crate::model::Model;
use crate::plan::ModelIdentity;
use crate::region::Region;

/// The built-in model's document, in which `build.rs` left remarks out; its lines have the numbers of the file.
pub const MODEL: SourceFile<'_> = SourceFile {
    name: "models/city-sti/model.toml",
    text: include_str!(concat!(env!("OUT_DIR"), "/model.toml")),
};

include!(concat!(env!("OUT_DIR"), "/model.rs"));

/// What plans are told by that they were made with `model`, which was read from [`MODEL`]: the hash is that of the file.
pub(super) fn identity(model: &Model) -> ModelIdentity {
    let (id, version) = (model.id.clone(), model.version.clone());
    ModelIdentity { id, version, hash: MODEL_HASH.to_owned() }
}

/// What other places achieved: the 31 provinces.
#[must_use]
pub fn reference_class() -> ReferenceClass {
    ReferenceClass::read(include_str!("../../regions/provinces.csv"))
}

/// A region document that is part of the program; `build.rs` finds it in `regions/`.
#[derive(Debug, PartialEq, Eq)]
pub struct BuiltIn {
    /// Id of the region.
    pub id: &'static str,
    /// What to call it in a list: city and plan year.
    pub zh: &'static str,
    /// The same in English.
    pub en: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/regions.rs"));

impl BuiltIn {
    /// The document.
    #[must_use]
    pub fn document(&self) -> &'static str {
        first_document(self).unwrap_or_else(|| other_document(self.id))
    }
}

/// The document of the region that the page opens with; none of any other. A program that has the others in a
/// part of its own reaches none of them by this.
#[must_use]
pub fn first_document(region: &BuiltIn) -> Option<&'static str> {
    (region.id == REGIONS[0].id).then_some(FIRST_DOCUMENT)
}

/// The built-in region with this id.
#[must_use]
pub fn find(id: &str) -> Option<&'static BuiltIn> {
    REGIONS.iter().find(|region| region.id == id)
}

/// Reads the built-in model and one of the regions.
///
/// # Errors
///
/// Everything that is wrong with them, in the order of the files.
pub fn load(built_in: &BuiltIn) -> Result<(Model, Region), Vec<Diagnostic>> {
    load_document(built_in.id, built_in.document())
}

fn load_document(id: &str, text: &str) -> Result<(Model, Region), Vec<Diagnostic>> {
    let model = crate::model::read(MODEL);
    let model = model.value.ok_or(model.diagnostics)?;
    let name = format!("regions/{id}.toml");
    let region = crate::region::read(SourceFile { name: &name, text }, &model);
    let region = region.value.ok_or(region.diagnostics)?;
    Ok((model, region))
}

/// The fingerprint of the built-in city in hexadecimal, to compare builds of the program with.
#[must_use]
pub fn fingerprint() -> String {
    const DRAWS: usize = 512;
    // Not through `BuiltIn::document`: whoever calls that has all cities in the first part of the program.
    load_document(REGIONS[0].id, FIRST_DOCUMENT).map_or_else(
        |diagnostics| format!("{} problems", diagnostics.len()),
        |(model, region)| {
            format!("{:016x}", analysis::fingerprint(&Workbench::new(model, region, DRAWS)))
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_models_hash_is_that_of_its_file() {
        let file = include_str!("../../models/city-sti/model.toml");
        assert_eq!(MODEL_HASH, crate::plan::fingerprint(file.as_bytes()));
        assert!(MODEL.text.len() < file.len());
        assert_eq!(MODEL.text.lines().count(), file.lines().count());
    }

    #[test]
    fn every_region_loads_under_its_own_id_and_name() {
        for built_in in REGIONS {
            let (_, region) = load(built_in).unwrap();
            assert_eq!(region.id, built_in.id);
            assert!(built_in.zh.starts_with(&region.name.zh), "{}", built_in.zh);
            assert!(built_in.en.starts_with(&region.name.en), "{}", built_in.en);
            assert_eq!(find(built_in.id), Some(built_in));
        }
    }
}
