//! What the outlook says of the region's figures in a later year: the stand-ins of the next
//! plan's base year.

use crate::engine::{Draws, Output, Program};
use crate::math::ln;
use crate::model::{Model, Start, VariableId};
use crate::plan::{Carried, Settings};
use crate::region::Region;
use crate::sampling;
use crate::sorted::Map;

/// Standard deviations between P5 and P95 of a normal distribution.
const P5_TO_P95: f64 = 3.289_707_253_902_945;

/// Projections of every variable that starts from a figure, by id, in the calendar year
/// `year`; variables without a finite, positive projection are left out.
#[must_use]
pub fn carried_to(model: &Model, region: &Region, year: i32, draws: usize) -> Map<String, Carried> {
    let started: Vec<VariableId> = model
        .variables
        .keys()
        .filter(|&variable| model.variables[variable].start == Start::Region)
        .collect();
    let wanted: Vec<Output> = started.iter().map(|&variable| Output::Outlook(variable)).collect();
    let program = Program::compile(model, region, &wanted);
    let t = usize::try_from(year - region.base_year).unwrap_or_default();
    if t == 0 || t > program.years() as usize {
        return Map::new();
    }
    let run = program.run(&Draws::sample(&program, draws), &Settings::present());
    let carried = started.iter().enumerate().filter_map(|(output, &variable)| {
        let summary = sampling::summarise(run.values(output, t)?).ok()?;
        let error = (ln(summary.p95) - ln(summary.p5)) / P5_TO_P95;
        let carried = Carried { value: summary.p50, error };
        error.is_finite().then(|| (model.variables[variable].id.clone(), carried))
    });
    carried.collect()
}
