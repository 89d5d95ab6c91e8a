//! Which figures of the region an outlook rests on, and which of them are assumed.

use crate::model::{Model, Reference, VariableId};
use crate::region::{Provenance, Reads, Region, When, figures_read};

/// Ids of the region's figures that a variable's outlook is computed from and
/// that nobody has found yet, sorted.
///
/// The outlook is what counts: a figure that enters only through what levers add
/// does not make today's verdict doubtful.
pub(super) fn assumed_figures(model: &Model, region: &Region, variable: VariableId) -> Vec<String> {
    let mut figures = figures_behind(model, region, variable);
    figures.retain(|id| is_assumed(region, id));
    figures
}

/// Ids of all figures of the region that a variable's outlook is computed from, sorted; also
/// those that the region does not give and the model has a default for.
#[must_use]
pub fn figures_behind(model: &Model, region: &Region, variable: VariableId) -> Vec<String> {
    let of = Reference::Variable(variable);
    figures_read(model, region, of, (Reads::OfOutlook, When::Later)).into_iter().collect()
}

/// The figures that a declaration's outlook is computed from and that nobody has found yet.
pub(super) fn assumed_behind(model: &Model, region: &Region, of: Reference) -> Vec<Reference> {
    let figures = figures_read(model, region, of, (Reads::OfOutlook, When::Later));
    let assumed = figures.iter().filter(|id| is_assumed(region, id));
    assumed.filter_map(|id| model.reference(id)).collect()
}

/// Whether nobody has found the figure: the region says so, or takes the model's default.
fn is_assumed(region: &Region, id: &str) -> bool {
    region.figures.get(id).is_none_or(|datum| datum.provenance == Provenance::Assumed)
}

/// The weakest provenance among the figures that a base-year value is computed from; a figure
/// that the region does not give is assumed.
pub(super) fn weakest_provenance(model: &Model, region: &Region, of: Reference) -> Provenance {
    let figures = figures_read(model, region, of, (Reads::OfOutlook, When::Base));
    let provenance =
        |id: &String| region.figures.get(id).map_or(Provenance::Assumed, |datum| datum.provenance);
    figures.iter().map(provenance).max().unwrap_or(Provenance::Document)
}
