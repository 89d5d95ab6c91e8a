//! A run of a workbench as a report.

use crate::analysis::Report;
use crate::analysis::reading::Reading;
use crate::analysis::workbench::Workbench;
use crate::engine::{Ensemble, Output};
use crate::model::CostKind;
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
        let indices = 0..self.region.targets.len();
        let lever_cost: Vec<Vec<f64>> =
            (0..self.model.levers.len()).map(|lever| reading.lever_cost(lever)).collect();
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
    fn forgone(&self, lever_cost: &[Vec<f64>]) -> Vec<f64> {
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
