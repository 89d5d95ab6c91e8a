//! What a screen is given, for a built-in city or for a made-up one.

use std::rc::Rc;

use tuiyan::browser::Appearance;
use tuiyan::desk::{FinishedRun, Ground, Outcome, Scene};
use tuiyan::locale::Locale;
use tuiyan::plan::{ModelIdentity, Plan};
use tuiyan::session::{Screen, View};
use tuiyan::shared::Shared;
use tuiyan::ui::state::given::Given;
use tuiyan::wording::ScenarioKind;
use yew::Callback;

use crate::city;

/// What `screen` is given for the built-in city with this id; `edit` changes its plan before it is run.
pub(crate) fn of_city(
    id: &str,
    screen: Screen,
    locale: Locale,
    edit: impl FnOnce(&mut Plan),
) -> Given {
    let model = city::model();
    let region = Rc::new(city::region(&model, id));
    let text = city::text("models/city-sti/model.toml");
    let mut plan = Plan::new(region.document.clone(), ModelIdentity::of(&model, &text), region);
    edit(&mut plan);
    let ground = Ground::new(&plan, &model);
    for scenario in plan.scenarios.all() {
        let _ = ground.computed(scenario);
    }
    let scenario = plan.scenarios.current();
    let workbench = ground.workbench(scenario);
    let outcome = Outcome {
        report: Shared::new(workbench.evaluate(&scenario.settings)),
        scenario: ScenarioKind::of(&scenario.settings),
    };
    let scene = Scene {
        model: Shared::new(workbench.model().clone()),
        region: Shared::new(workbench.region().clone()),
        thresholds: plan.thresholds,
        locale,
    };
    let run = run(&ground, &plan, outcome);
    let given = Given { declared: Shared::new(model), ..given(scene, plan, ground, run) };
    Given { view: View { screen, ..given.view.clone() }, ..given }
}

/// A run of the scenario in hand that came out as `outcome`.
pub(super) fn run(ground: &Ground, plan: &Plan, outcome: Outcome) -> FinishedRun {
    let scenario = plan.scenarios.current();
    let (workbench, settings) = (ground.workbench(scenario), scenario.settings.clone());
    FinishedRun { number: 1, workbench, settings, outcome }
}

/// What the board is given.
pub(super) fn given(scene: Scene, plan: Plan, ground: Ground, run: FinishedRun) -> Given {
    let locale = scene.locale;
    Given {
        declared: scene.model.clone(),
        scene,
        plan: Shared::new(plan),
        ground: Shared::new(ground),
        run,
        findings: None,
        view: View { locale, ..View::default() },
        appearance: Appearance {
            dark: false,
            contrast: false,
            width: 1440.0,
            density: 1.0,
            root_size: 16.0,
            text_size: 12.0,
        },
        on_action: Callback::noop(),
        on_request: Callback::noop(),
    }
}
