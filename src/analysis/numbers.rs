//! What declarations are worth, year by year: under some settings, in the outlook, and the
//! difference, in the draws of the workbench.
//!
//! The workbench runs what its targets ask about; whoever asks why needs the numbers behind.

use std::sync::Arc;

use crate::analysis::{Projection, Sampling, Workbench, YearSummary};
use crate::engine::{BadValueOrigin, Basis, Chance, Ensemble, Output, Program};
use crate::formula::{Moment, OtherRun, Read};
use crate::model::{Model, Reference, VariableId};
use crate::plan::Settings;
use crate::region::Region;
use crate::sampling::{self, Summary};

/// Draws that tell the parts of a spread to two digits.
const DRAWS_OF_SPREAD: usize = 1024;

/// A run of some declarations.
#[derive(Debug)]
pub struct Numbers {
    declarations: Vec<Reference>,
    settings: Settings,
    program: Program,
    run: Ensemble,
    /// By declaration: years since the base year, below 0, and base units.
    earlier: Vec<Vec<(i32, f64)>>,
}

impl Numbers {
    /// Runs `declarations` under `settings`.
    #[must_use]
    pub fn of(workbench: &Workbench, settings: &Settings, declarations: &[Reference]) -> Self {
        Self::drawn(workbench, settings, declarations, workbench.sampling())
    }

    /// The same with nothing left to chance: 中间值测算.
    #[must_use]
    pub fn central(workbench: &Workbench, settings: &Settings, declarations: &[Reference]) -> Self {
        Self::drawn(workbench, settings, declarations, Sampling::central())
    }

    fn drawn(
        workbench: &Workbench,
        settings: &Settings,
        declarations: &[Reference],
        sampling: Sampling,
    ) -> Self {
        let (model, region) = (workbench.model(), workbench.region());
        let case = workbench.case();
        let program = Program::compile_declarations(case, (model, region), declarations);
        let basis = Arc::new(Basis::new(&program, &sampling.draws(&program), case));
        let run = program.run_all(&basis, settings);
        let earlier = declarations.iter().map(|name| earlier(model, region, *name)).collect();
        let (declarations, settings) = (declarations.to_vec(), settings.clone());
        Self { declarations, settings, program, run, earlier }
    }

    /// The values of a read in the year `t` after the base year, one a draw; `None` where there
    /// are none, or only one number is known.
    #[must_use]
    pub fn values(&self, read: Read<Reference>, t: u32) -> Option<Vec<f64>> {
        let position = self.position(read.name)?;
        let years = match read.moment {
            Moment::Now => t..=t,
            Moment::Ago(years) => {
                let year = t.checked_sub(years)?;
                year..=year
            }
            Moment::Base => 0..=0,
            Moment::ToDate => 1..=t,
        };
        let mut sum = vec![0.0; self.run.count()];
        for year in years.filter(|year| *year <= self.program.years()) {
            let of_run =
                |outlook| self.run.values(2 * position + usize::from(outlook), year as usize);
            for (position, sum) in sum.iter_mut().enumerate() {
                *sum += match read.run {
                    None => of_run(false)?[position],
                    Some(OtherRun::Outlook) => of_run(true)?[position],
                    Some(OtherRun::Extra) => of_run(false)?[position] - of_run(true)?[position],
                };
            }
        }
        Some(sum)
    }

    /// Quantiles of a read; `None` where a draw has no finite value.
    #[must_use]
    pub fn summary(&self, read: Read<Reference>, t: u32) -> Option<Summary> {
        sampling::summarise(&self.values(read, t)?).ok()
    }

    /// The median of a read, or the number of a year before the base year.
    #[must_use]
    pub fn median(&self, read: Read<Reference>, t: u32) -> Option<f64> {
        let year = match read.moment {
            Moment::Ago(years) => i64::from(t) - i64::from(years),
            _ => 0,
        };
        if year < 0 {
            let known = &self.earlier[self.position(read.name)?];
            return known.iter().find(|(t, _)| i64::from(*t) == year).map(|(_, value)| *value);
        }
        self.summary(read, t).map(|summary| summary.p50)
    }

    /// What the settings add to a declaration in a year: the mean of the draws' differences. In
    /// most draws a small step moves no whole firm, so that the median would be 0.
    #[must_use]
    pub fn added(&self, name: Reference, t: u32) -> Option<f64> {
        let read = Read { name, run: Some(OtherRun::Extra), moment: Moment::Now };
        self.summary(read, t).map(|added| added.mean)
    }

    /// A variable's way through the years; `None` where a year has no value.
    #[must_use]
    pub fn projection(&self, workbench: &Workbench, variable: VariableId) -> Option<Projection> {
        let name = Reference::Variable(variable);
        let years = |run| {
            let summary = |t| self.summary(Read { name, run, moment: Moment::Now }, t);
            let year =
                |t| YearSummary { year: self.program.base_year() + t as i32, summary: summary(t) };
            (1..=self.program.years()).map(year).collect::<Vec<_>>()
        };
        let scenario = years(None);
        let base = self.summary(Read { name, run: None, moment: Moment::Base }, 0);
        scenario.iter().all(|year| year.summary.is_some()).then(|| {
            workbench.projected(
                variable,
                base.map(|base| base.p50),
                scenario,
                years(Some(OtherRun::Outlook)),
            )
        })
    }

    /// The first formula on the way to a value that is not finite; `None` where all are, or
    /// where figures are missing.
    #[must_use]
    pub fn origin(
        &self,
        workbench: &Workbench,
        variable: VariableId,
        t: u32,
    ) -> Option<BadValueOrigin> {
        let read = Read { name: Reference::Variable(variable), run: None, moment: Moment::Now };
        let values = self.values(read, t)?;
        let draw = values.iter().position(|value| !value.is_finite())?;
        let (model, region) = (workbench.model(), workbench.region());
        let asked = (workbench.case(), &self.settings);
        self.program.origin((model, region), (self.run.draws(), draw), asked, (variable, t))
    }

    fn position(&self, name: Reference) -> Option<usize> {
        self.declarations.iter().position(|declared| *declared == name)
    }
}

/// Ids of the figures that a variable lacks in the year `t` after the base year; for the base
/// year, those that it lacks in any year.
#[must_use]
pub fn missing_for(workbench: &Workbench, variable: VariableId, t: u32) -> Vec<String> {
    let wanted = [Output::Scenario(variable)];
    let (case, subject) = (workbench.case(), (workbench.model(), workbench.region()));
    let program = Program::compile_for(case, subject, &wanted);
    match t {
        0 => program.missing(0).unwrap_or_default(),
        t => program.missing_in(0, t as usize),
    }
}

/// What a region knows of the years before its base year.
fn earlier(model: &Model, region: &Region, name: Reference) -> Vec<(i32, f64)> {
    let known = region.history.get(model.id_of(name)).map(Vec::as_slice).unwrap_or_default();
    known.iter().map(|known| (known.year - region.base_year, known.datum.value)).collect()
}

/// How far a number spreads over the draws, and how far if only one thing were left to chance:
/// standard deviations in base units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// As it is.
    pub total: f64,
    /// With all but one thing at its median.
    pub parts: [(Chance, f64); 3],
}

/// Where the uncertainty of a declaration in the year `t` comes from; `None` where a draw has
/// no finite value, or nothing varies.
#[must_use]
pub fn spread(
    workbench: &Workbench,
    settings: &Settings,
    name: Reference,
    t: u32,
) -> Option<Spread> {
    let count = workbench.draws().min(DRAWS_OF_SPREAD);
    let all = Numbers::drawn(workbench, settings, &[name], Sampling::random(count));
    let deviation = |run: &Ensemble| deviation(run.values(0, t as usize)?);
    let total = deviation(&all.run).filter(|total| *total > 0.0)?;
    let part = |chance| {
        let run = all.program.run(&all.run.draws().only(&all.program, chance), settings);
        (chance, deviation(&run).unwrap_or(0.0))
    };
    Some(Spread { total, parts: [Chance::Years, Chance::BaseYear, Chance::Parameters].map(part) })
}

/// Standard deviation; `None` where a value is not finite.
fn deviation(values: &[f64]) -> Option<f64> {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    let squares = values.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>();
    let deviation = (squares / count).sqrt();
    // What rounding leaves where all draws are the same.
    let rounding = 1e-12 * mean.abs();
    deviation.is_finite().then_some(if deviation > rounding { deviation } else { 0.0 })
}
