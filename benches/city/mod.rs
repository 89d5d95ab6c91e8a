//! A lever move on the built-in city, as the page does it.

use tuiyan::analysis::{Report, Workbench};
use tuiyan::diagnostic::SourceFile;
use tuiyan::engine::{Case, Run};
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::sorted::Map;
use tuiyan::{model, region};

const MODEL: &str = include_str!("../../models/city-sti/model.toml");
const REGION: &str = include_str!("../../regions/yiyang-2020.toml");

/// The built-in city with every lever moved.
pub(crate) struct City {
    workbench: Workbench,
    settings: Settings,
    run: Run,
}

impl City {
    /// Reads the documents and draws.
    pub(crate) fn new(draws: usize) -> Self {
        let model = model::read(SourceFile { name: "model.toml", text: MODEL });
        let model = model.value.expect("the built-in model is right");
        let region = region::read(SourceFile { name: "yiyang-2020.toml", text: REGION }, &model);
        let region = region.value.expect("the built-in region is right");
        let settings = every_lever_moved(&model);
        let workbench = Workbench::new(model, region, draws);
        let run = workbench.begin(&settings);
        Self { workbench, settings, run }
    }

    /// Number of equations.
    pub(crate) fn equations(&self) -> usize {
        self.workbench.model().variables.len()
    }

    /// Runs all draws anew.
    pub(crate) fn run(&mut self) {
        self.workbench.restart(&mut self.run, &self.settings);
        self.workbench.advance(&mut self.run, self.workbench.draws());
    }

    /// Moves an assumption, as a hand does that drags it, and runs and summarises all draws.
    pub(crate) fn assume(&mut self, growth: f64) -> Report {
        let year = self.workbench.region().base_year + 1;
        let assumptions = Map::from([("gdp_growth_real".to_owned(), Map::from([(year, growth)]))]);
        let case = Case { assumptions, ..Case::default() };
        self.workbench = self.workbench.under(&case).expect("the region lists the next year");
        self.workbench.evaluate(&self.settings)
    }

    /// The statistics of the last run.
    pub(crate) fn summarise(&self) -> Report {
        self.workbench.summarise(self.run.ensemble())
    }
}

fn every_lever_moved(model: &model::Model) -> Settings {
    let mut settings = Settings::present();
    for lever in &model.levers {
        let [low, high] = lever.range;
        settings.set(&lever.id, LeverPath::Constant(low + (high - low) * 0.6));
    }
    settings
}
