//! What there is to put out of the scenario in hand.

use crate::analysis::{Projection, Report};
use crate::desk::fan::{fan_figure, pictured};
use crate::desk::ground::Ground;
use crate::desk::run::FinishedRun;
use crate::desk::scene::Scene;
use crate::desk::subject::{Subject, city_and_year};
use crate::exchange::plan_file;
use crate::exchange::sheet::Sheet;
use crate::exchange::summary::Summary;
use crate::exchange::tables::{self, TableKind, Told};
use crate::figure::FanChart;
use crate::locale::Locale;
use crate::plan::{Plan, Scenario};
use crate::region::TargetId;
use crate::shared::Shared;
use crate::wording::{scenario_name, target_name};

/// A plan with the run of its scenario in hand, read for output.
#[derive(Clone, PartialEq)]
pub struct Content {
    /// The plan.
    pub plan: Shared<Plan>,
    /// The model with what the plan believes, its region, and the language of the words.
    pub scene: Scene,
    /// What the plan's other scenarios are computed on.
    pub ground: Shared<Ground>,
    /// The run of the scenario in hand.
    pub run: FinishedRun,
}

/// A chart with what stands around it.
pub struct ChartPicture {
    /// What is drawn.
    pub chart: FanChart,
    /// What it is a picture of.
    pub subject: Subject,
}

impl Content {
    /// Language of the words.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.scene.locale
    }

    /// What the scenario in hand is called.
    #[must_use]
    pub fn scenario(&self) -> String {
        let plan = &self.plan;
        scenario_name(plan, plan.scenarios.current().id, self.locale())
    }

    /// City and plan year.
    #[must_use]
    pub fn city(&self) -> String {
        city_and_year(&self.plan.region, self.locale())
    }

    /// What a file with `what` is called, without its ending.
    #[must_use]
    pub fn stem(&self, what: &str) -> String {
        format!("{}-{}-{what}", self.city(), self.scenario())
    }

    fn told<'t>(&'t self, report: &'t Report) -> Told<'t> {
        let (plan, model) = (&*self.plan, &*self.scene.model);
        Told { plan, model, report, locale: self.locale() }
    }

    /// What came out.
    #[must_use]
    pub fn report(&self) -> &Report {
        &self.run.outcome.report
    }

    /// The plan as a file.
    #[must_use]
    pub fn plan_file(&self) -> String {
        plan_file::write(&self.plan, &self.scene.model)
    }

    /// The plan in sentences.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary::of(&self.plan, &self.scene.model, self.report(), self.locale())
    }

    /// The table of targets as it is printed.
    #[must_use]
    pub fn verdicts(&self) -> Sheet {
        tables::verdicts(self.told(self.report()))
    }

    /// A table.
    #[must_use]
    pub fn sheet(&self, kind: TableKind) -> Sheet {
        let told = self.told(self.report());
        match kind {
            TableKind::Targets => tables::targets(told),
            TableKind::Indicators => tables::indicators(told),
            TableKind::Scenarios => self.scenarios(),
            TableKind::Levers => tables::levers(told),
            TableKind::Budget => tables::budget(told),
            TableKind::Figures => tables::figures(told.plan, told.model, told.locale),
        }
    }

    /// All scenarios; those that are not known yet are computed.
    fn scenarios(&self) -> Sheet {
        let Self { plan, ground, run, .. } = self;
        let current = plan.scenarios.current().id;
        let report = |scenario: &Scenario| match scenario.id {
            id if id == current => run.outcome.report.clone(),
            _ => ground.computed(scenario).report,
        };
        let reports: Vec<Shared<Report>> = plan.scenarios.all().iter().map(report).collect();
        let reports: Vec<&Report> = reports.iter().map(|report| &**report).collect();
        tables::scenarios(self.told(self.report()), &reports)
    }

    /// One for each indicator that has a verdict, in the order of the targets.
    #[must_use]
    pub fn pictures(&self) -> Vec<ChartPicture> {
        let Self { scene, run, .. } = self;
        let picture = |(position, projection): (TargetId, &Projection)| {
            let target = &scene.region.targets[position];
            let judgement = self.report().judgement(position);
            let asked = Some((target, judgement));
            let chart = fan_figure(scene, asked, projection, run.outcome.scenario);
            let title = target_name(target, self.locale());
            let subject = Subject::new(&title, &scene.region, &self.scenario(), self.locale());
            ChartPicture { chart, subject }
        };
        pictured(self.report(), &scene.region).into_iter().map(picture).collect()
    }
}
