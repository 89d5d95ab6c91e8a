//! Which indicators can be projected at all, and to what: the answer to figures just entered,
//! before there is any target.

use crate::engine::{Draws, Output, Program};
use crate::model::{Model, VariableId};
use crate::plan::Settings;
use crate::region::Region;
use crate::sampling::{self, Summary};

/// An indicator's outlook in one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Glimpse {
    /// Position in the model's variables.
    pub variable: VariableId,
    /// What is likely, or the ids of the figures that are missing; none of them where a draw
    /// has no finite value.
    pub outlook: Result<Summary, Vec<String>>,
}

/// The outlooks of all indicators of the model in the calendar year `year`.
#[must_use]
pub fn glimpses(model: &Model, region: &Region, year: i32, draws: usize) -> Vec<Glimpse> {
    let variables = model.variables.iter_enumerated();
    let indicators: Vec<VariableId> =
        variables.filter(|(_, known)| known.direction.is_some()).map(|(at, _)| at).collect();
    let wanted: Vec<Output> = indicators.iter().map(|&at| Output::Outlook(at)).collect();
    let program = Program::compile(model, region, &wanted);
    let run = program.run(&Draws::sample(&program, draws), &Settings::present());
    let t = usize::try_from(year - region.base_year).unwrap_or_default();
    let simulated = (1..=program.years() as usize).contains(&t);
    let glimpse = |(output, &variable): (usize, &VariableId)| {
        let missing = if simulated { program.missing_in(output, t) } else { Vec::new() };
        let values = run.values(output, t).filter(|_| simulated);
        let summary = values.and_then(|values| sampling::summarise(values).ok());
        Glimpse { variable, outlook: summary.ok_or(missing) }
    };
    indicators.iter().enumerate().map(glimpse).collect()
}
