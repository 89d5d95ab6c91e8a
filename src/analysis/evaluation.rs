//! A run of a workbench as a report.

use typed_index_collections::{TiSlice, TiVec};

use crate::analysis::Report;
use crate::analysis::reading::Reading;
use crate::analysis::workbench::Workbench;
use crate::engine::{Ensemble, Output};
use crate::model::{CostKind, LeverId};
use crate::plan::Settings;

impl Workbench {
    /// What happens under these settings.
    #[must_use]
    pub fn evaluate(&self, settings: &Settings) -> Report {
        self.summarise(&self.run(settings))
    }

    /// Quantiles, probabilities and lights of a run.
    #[must_use]
    pub fn summarise(&self, run: &Ensemble) -> Report {
        let reading = Reading::new(self, run);
        let indices = self.region.targets.keys();
        let lever_cost: TiVec<LeverId, Vec<f64>> =
            self.model.levers.keys().map(|lever| reading.lever_cost(lever)).collect();
        Report {
            draws: run.count(),
            equations: self.model.variables.len(),
            assessments: indices.map(|target| reading.assess(target)).collect(),
            projections: reading.projections(),
            cost: reading.years(Output::Cost).unwrap_or_default(),
            forgone: self.forgone(&lever_cost),
            lever_cost,
        }
    }

    /// What is not collected, by simulated year.
    fn forgone(&self, lever_cost: &TiSlice<LeverId, Vec<f64>>) -> Vec<f64> {
        let mut years: Vec<f64> = Vec::new();
        for lever in self.model.levers_that_cost(CostKind::Forgone) {
            years.resize(lever_cost[lever].len(), 0.0);
            for (year, cost) in years.iter_mut().zip(&lever_cost[lever]) {
                *year += cost;
            }
        }
        years
    }
}
