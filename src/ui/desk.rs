//! The workbench with its state: what a person does goes in, results come out.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::Workbench;
use crate::browser::{Appearance, name_document, next_frame, on_appearance_change, timed};
use crate::plan::Settings;
use crate::session::{Action, Session};
use crate::ui::dock::Dock;
use crate::ui::foot::Foot;
use crate::ui::indicator_card::IndicatorCard;
use crate::ui::lever_panel::LeverPanel;
use crate::ui::not_judged::NotJudgedList;
use crate::ui::reach_board::ReachBoard;
use crate::ui::scene::{Outcome, Scene, Shared};
use crate::ui::top_bar::TopBar;
use crate::ui::verdict::Verdict;
use crate::wording::{Phrase, judged};

/// Name of a run in the browser's user timing.
const RUN: &str = "tuiyan:run";

/// Properties of [`Desk`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What computes.
    pub workbench: Shared<Workbench>,
}

/// The state as Yew keeps it.
#[derive(Default, PartialEq)]
struct Held(Session);

impl Reducible for Held {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        Rc::new(Self(self.0.clone().after(action)))
    }
}

/// A finished run.
#[derive(Clone, PartialEq)]
struct Run {
    /// Counted from 1.
    number: usize,
    settings: Settings,
    outcome: Outcome,
}

impl Run {
    fn new(number: usize, workbench: &Workbench, settings: &Settings) -> Self {
        let report = Shared::new(timed(RUN, || workbench.evaluate(settings)));
        let outcome = Outcome { report, at_present: settings.is_present() };
        Self { number, settings: settings.clone(), outcome }
    }
}

/// Everything on screen.
#[component]
pub fn Desk(props: &Props) -> Html {
    let workbench = &props.workbench;
    let held = use_reducer(Held::default);
    let Session { settings, locale } = &held.0;
    let run = use_run(workbench, settings);
    let appearance = use_appearance();
    let ready = use_state(|| false);
    let declared = use_memo(workbench.clone(), |workbench| {
        let levers = 0..workbench.model().levers.len();
        let present: Vec<f64> = levers.map(|lever| workbench.present(lever)).collect();
        let region = Shared::new(workbench.region().clone());
        (Shared::new(workbench.model().clone()), region, Shared::new(present))
    });
    let (model, region, present) = (*declared).clone();
    let scene = Scene { model, region, locale: *locale };
    use_document_name(&scene);
    {
        let ready = ready.clone();
        use_effect_with((), move |()| ready.set(true));
    }
    let on_action = {
        let held = held.dispatcher();
        use_callback((), move |action: Action, ()| held.dispatch(action))
    };
    let outcome = &run.outcome;
    html! {
        <div class="page" data-ready={ready.then_some("true")} data-run={run.number.to_string()}>
            <TopBar scene={scene.clone()} on_action={on_action.clone()} />
            <main class="sheet" id="targets" tabindex="-1">
                <Verdict scene={scene.clone()} outcome={outcome.clone()} />
                <ReachBoard scene={scene.clone()} outcome={outcome.clone()} />
                { cards(&scene, outcome, *appearance) }
                <NotJudgedList scene={scene.clone()} report={outcome.report.clone()} />
            </main>
            <LeverPanel scene={scene.clone()} {present} settings={settings.clone()} outcome={outcome.clone()} {on_action} />
            <Foot scene={scene.clone()} report={outcome.report.clone()} />
            <Dock scene={scene.clone()} outcome={outcome.clone()} settings={settings.clone()} />
        </div>
    }
}

fn cards(scene: &Scene, outcome: &Outcome, appearance: Appearance) -> Html {
    let locale = scene.locale;
    let years =
        [("from", &*scene.region.base_year.to_string()), ("to", &*scene.end_year().to_string())];
    let card = |(target, judgement): (usize, &crate::analysis::Judgement)| {
        html! {
            <IndicatorCard key={target} scene={scene.clone()} outcome={outcome.clone()} {target}
                judgement={judgement.clone()} {appearance} />
        }
    };
    html! {
        <section class="indicators" aria-labelledby="indicators-title">
            <header class="section-head">
                <h2 id="indicators-title">{ Phrase::CardsTitle.with(locale, &years) }</h2>
                <p>{ Phrase::CardsNote.get(locale) }</p>
            </header>
            <div class="indicator-grid">{ for judged(&outcome.report).map(card) }</div>
        </section>
    }
}

/// Results of the settings in hand; at most one run a frame while a lever moves.
#[hook]
fn use_run(workbench: &Shared<Workbench>, settings: &Settings) -> Run {
    let run = use_state(|| Run::new(1, workbench, settings));
    {
        let (run, workbench) = (run.clone(), workbench.clone());
        use_effect_with((settings.clone(), run.settings.clone()), move |(wanted, known)| {
            let wanted = (wanted != known).then(|| wanted.clone());
            let frame = wanted.map(|wanted| {
                next_frame(move || run.set(Run::new(run.number + 1, &workbench, &wanted)))
            });
            move || drop(frame)
        });
    }
    (*run).clone()
}

/// How the screen is, kept up to date.
#[hook]
fn use_appearance() -> UseStateHandle<Appearance> {
    let appearance = use_state(Appearance::current);
    {
        let setter = appearance.setter();
        use_effect_with((), move |()| {
            let listeners = on_appearance_change(move |current| setter.set(current));
            move || drop(listeners)
        });
    }
    appearance
}

/// The document's language and title follow the screen's.
#[hook]
fn use_document_name(scene: &Scene) {
    let names =
        [("city", scene.region.name.get(scene.locale)), ("document", &*scene.region.document)];
    let title = Phrase::DocumentTitle.with(scene.locale, &names);
    use_effect_with((scene.locale, title), |(locale, title)| name_document(*locale, title));
}
