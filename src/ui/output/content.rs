//! What there is to put out of the scenario in hand.

use crate::analysis::{Projection, Report};
use crate::exchange::plan_file;
use crate::exchange::sheet::Sheet;
use crate::exchange::summary::Summary;
use crate::exchange::tables::{self, Kind, Told};
use crate::figure::FanChart;
use crate::locale::Locale;
use crate::ui::fan_figure::{fan_figure, pictured};
use crate::ui::output::saving::{Subject, city_and_year};
use crate::ui::scene::Shared;
use crate::ui::screen::Given;
use crate::wording::{scenario_name, target_name};

/// What a screen is given, read for output.
#[derive(Clone)]
pub(super) struct Content {
    pub(super) given: Given,
}

/// A chart with what stands around it.
pub(super) struct Picture {
    pub(super) chart: FanChart,
    pub(super) subject: Subject,
}

impl Content {
    pub(super) fn of(given: &Given) -> Self {
        Self { given: given.clone() }
    }

    pub(super) fn locale(&self) -> Locale {
        self.given.scene.locale
    }

    /// What the scenario in hand is called.
    pub(super) fn scenario(&self) -> String {
        let plan = &self.given.plan;
        scenario_name(plan, plan.scenarios.current().id, self.locale())
    }

    /// City and plan year.
    pub(super) fn city(&self) -> String {
        city_and_year(&self.given.plan.region, self.locale())
    }

    /// What a file with `what` is called, without its ending.
    pub(super) fn stem(&self, what: &str) -> String {
        format!("{}-{}-{what}", self.city(), self.scenario())
    }

    fn told<'t>(&'t self, report: &'t Report) -> Told<'t> {
        let (plan, model) = (&*self.given.plan, &*self.given.scene.model);
        Told { plan, model, report, locale: self.locale() }
    }

    pub(super) fn report(&self) -> &Report {
        &self.given.run.outcome.report
    }

    pub(super) fn plan_file(&self) -> String {
        plan_file::write(&self.given.plan, &self.given.scene.model)
    }

    pub(super) fn summary(&self) -> Summary {
        Summary::of(&self.given.plan, &self.given.scene.model, self.report(), self.locale())
    }

    pub(super) fn verdicts(&self) -> Sheet {
        tables::verdicts(self.told(self.report()))
    }

    pub(super) fn sheet(&self, kind: Kind) -> Sheet {
        let told = self.told(self.report());
        match kind {
            Kind::Targets => tables::targets(told),
            Kind::Indicators => tables::indicators(told),
            Kind::Scenarios => self.scenarios(),
            Kind::Levers => tables::levers(told),
            Kind::Budget => tables::budget(told),
            Kind::Figures => tables::figures(told.plan, told.model, told.locale),
        }
    }

    /// Runs every other scenario once.
    fn scenarios(&self) -> Sheet {
        let Given { plan, ground, run, .. } = &self.given;
        let current = plan.scenarios.current().id;
        let report = |scenario: &crate::plan::Scenario| {
            if scenario.id == current {
                return run.outcome.report.clone();
            }
            Shared::new(ground.workbench(scenario).evaluate(&scenario.settings))
        };
        let reports: Vec<Shared<Report>> = plan.scenarios.all().iter().map(report).collect();
        let reports: Vec<&Report> = reports.iter().map(|report| &**report).collect();
        tables::scenarios(self.told(self.report()), &reports)
    }

    /// One for each indicator that has a verdict, in the order of the targets.
    pub(super) fn pictures(&self) -> Vec<Picture> {
        let Given { scene, run, .. } = &self.given;
        let picture = |(position, projection): (usize, &Projection)| {
            let target = &scene.region.targets[position];
            let judgement = self.report().judgement(position);
            let asked = Some((target, judgement));
            let chart = fan_figure(scene, asked, projection, run.outcome.scenario);
            let title = target_name(target, self.locale());
            let subject = Subject::new(&title, &scene.region, &self.scenario(), self.locale());
            Picture { chart, subject }
        };
        pictured(self.report(), &scene.region).into_iter().map(picture).collect()
    }
}
