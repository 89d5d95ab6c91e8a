//! The page's state: what a person does goes in, results come out.

use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::Workbench;
use crate::browser::{Appearance, name_document, next_frame, on_appearance_change, timed};
use crate::locale::Locale;
use crate::plan::Settings;
use crate::session::{Action, Session};
use crate::ui::builtin;
use crate::ui::page::Page;
use crate::ui::scene::{Outcome, Scene, Shared};
use crate::wording::{Phrase, Scenario};

/// Name of a run in the browser's user timing.
const RUN: &str = "tuiyan:run";

/// Properties of [`Desk`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What computes.
    pub workbench: Shared<Workbench>,
}

/// The state as Yew keeps it.
#[derive(PartialEq)]
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
        let outcome = Outcome { report, scenario: Scenario::of(settings) };
        Self { number, settings: settings.clone(), outcome }
    }
}

/// Holds the session, runs the model and shows the page.
#[component]
pub fn Desk(props: &Props) -> Html {
    let workbench = &props.workbench;
    let held = use_reducer(|| Held(Session::new(builtin::plan(workbench))));
    let (settings, locale) = (held.0.settings(), &held.0.view().locale);
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
    use_document_name(*locale);
    {
        let ready = ready.clone();
        use_effect_with((), move |()| ready.set(true));
    }
    let on_action = {
        let held = held.dispatcher();
        use_callback((), move |action: Action, ()| held.dispatch(action))
    };
    html! {
        <Page {scene} {present} settings={settings.clone()} outcome={run.outcome.clone()} run={run.number}
            statuses={held.0.plan().statuses.clone()}
            ready={*ready} appearance={*appearance} {on_action} />
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
fn use_document_name(locale: Locale) {
    use_effect_with(locale, |&locale| name_document(locale, Phrase::DocumentTitle.get(locale)));
}
