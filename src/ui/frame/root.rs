//! The page's state: what a person asks goes in, results come out.

use std::rc::Rc;

use yew::prelude::*;

use typed_index_collections::TiVec;

use crate::analysis::Workbench;
use crate::browser::{
    Appearance, ask_for_second_part, is_framed, on_appearance_change, on_fragment, remember_look,
    root_size, second_part, store, wear,
};
use crate::desk::{Bring, Request, Scene, Workspace};
use crate::exchange::link;
use crate::library::{Ending, Library, Opened, builtin, list_name};
use crate::locale::Locale;
use crate::model::{LeverId, Model};
use crate::plan::{Plan, Settings};
use crate::region::Region;
use crate::session::{Action, Session, Step, TextSize, Theme, View};
use crate::shared::Shared;
use crate::ui::charts::fan_canvas::{PictureToSave, SavePicture};
use crate::ui::desk::scenario_strip::{Tab, tabs};
use crate::ui::frame::guest;
use crate::ui::frame::history_keys::{Steps, use_history_keys};
use crate::ui::frame::last_word::Tell;
use crate::ui::frame::page::Page;
use crate::ui::frame::top_bar::Head;
use crate::ui::frame::way_back::WayBack;
use crate::ui::plans::keeping::use_keeping;
use crate::ui::seam;
use crate::ui::second::later::Later;
use crate::ui::second::part::Part;
use crate::ui::state::findings::use_findings;
use crate::ui::state::given::Given;
use crate::ui::state::reports::use_tallies;
use crate::ui::state::{State, use_completion};
use crate::ui::widgets::editing::Editing;
use crate::unit::InUnit;
use crate::wording::Phrase;

/// Properties of [`Root`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What the page opens with.
    pub opening: Shared<Workspace>,
}

/// Holds the state and shows the page.
#[component]
pub fn Root(props: &Props) -> Html {
    let opening = props.opening.clone();
    let held = use_reducer(move || State::new((*opening).clone()));
    use_completion(&held);
    let State { ground, run, .. } = &*held;
    let Workspace { session, library, opened, .. } = &**held;
    let (plan, view) = (session.plan(), session.view());
    let tallies = use_tallies(ground, run, plan);
    let findings = use_findings(run, plan.thresholds);
    let appearance = use_appearance();
    let ready = use_ready();
    use_keeping(&held);
    let is_example = *use_memo(Shared::from(Rc::clone(plan)), |plan| is_example(library, plan));
    let (model, region, present) = (*use_declared(&run.workbench)).clone();
    let root_size = use_look(view, *appearance);
    let saves = SavePicture(use_callback((), |picture, ()| save(picture)));
    let (on_request, on_action) = use_requests(&held);
    let head = Head { is_example, ..head(&held) };
    let steps = Steps { undo: head.undo.clone(), redo: head.redo.clone() };
    let steps = (!view.is_read_only).then_some(steps);
    let undone = use_history_keys(&on_action, steps, view.locale);
    use_links(&on_request);
    let scenarios: Vec<Tab> = tabs(&plan.scenarios, &tallies, view.locale);
    let given = Given {
        scene: Scene { model, region, thresholds: plan.thresholds, locale: view.locale },
        plan: Shared::from(Rc::clone(plan)),
        declared: library.model(plan).clone(),
        ground: ground.clone(),
        run: run.clone(),
        findings,
        view: view.clone(),
        appearance: seen(*appearance, root_size, view),
        on_action,
        on_request,
    };
    html! {
        <>
        <ContextProvider<SavePicture> context={saves}>
        <ContextProvider<Tell> context={Tell(given.on_request.clone())}>
        <ContextProvider<Editing> context={Editing(!view.is_read_only)}>
        { guest(&held, &given, &present) }
        { undone }
        <WayBack scene={given.scene.clone()} view={view.clone()} on_action={given.on_action.clone()} />
        <Page {given} {present} opened_settings={opened_settings(session)} {head} {scenarios} has_room={plan.scenarios.has_room()}
            opened={opened.clone()} {ready} />
        </ContextProvider<Editing>>
        </ContextProvider<Tell>>
        </ContextProvider<SavePicture>>
        </>
    }
}

/// Serves the page around, where there is one.
fn guest(
    held: &UseReducerHandle<State>,
    given: &Given,
    present: &Shared<TiVec<LeverId, InUnit>>,
) -> Html {
    if !is_framed() {
        return Html::default();
    }
    let (newest, dispatcher) = (held.clone(), held.dispatcher());
    let on_request = Callback::from(move |request: Request| dispatcher.dispatch(request.into()));
    let held = guest::Held::new(move || Workspace::clone(&newest), on_request);
    let (given, present) = (given.clone(), present.clone());
    let locale = given.view.locale;
    html! { <Later part={Part::Guest(guest::Props { held, given, present })} {locale} /> }
}

/// Whether the first results were drawn, which is told to the shell.
#[hook]
fn use_ready() -> bool {
    let ready = use_state(|| false);
    {
        let ready = ready.setter();
        use_effect_with((), move |()| {
            ready.set(true);
            store::shown();
        });
    }
    *ready
}

/// How a person's requests and actions reach the state; who may only look changes nothing.
#[hook]
fn use_requests(held: &UseReducerHandle<State>) -> (Callback<Request>, Callback<Action>) {
    let is_read_only = held.session.view().is_read_only;
    let on_request = {
        let held = held.dispatcher();
        use_callback(is_read_only, move |request: Request, is_read_only| {
            let refused = || Request::Tell(Opened::refused(String::new(), Ending::ReadOnly));
            let replaces = matches!(&request, Request::Bring(bring) if bring.replaces_the_plan());
            let is_refused = *is_read_only && replaces;
            dispatch(held.clone(), if is_refused { refused() } else { request });
        })
    };
    let on_action = {
        let held = held.dispatcher();
        use_callback(is_read_only, move |action: Action, is_read_only| {
            // Nothing on screen offers it; a key may ask for it all the same.
            if !*is_read_only || !action.changes_the_plan() {
                held.dispatch(Request::Act(action).into());
            }
        })
    };
    (on_request, on_action)
}

/// At once, or when the second part of the program is there to do it; that it did not come is told.
fn dispatch(held: UseReducerDispatcher<State>, request: Request) {
    match request {
        // A place in the page is no link.
        Request::Bring(Bring::Link(fragment)) if !link::is_in(&fragment) => {}
        Request::Bring(_) => ask_for_second_part(move |_| {
            store::trying();
            held.dispatch(request.into());
        }),
        request => held.dispatch(request.into()),
    }
}

/// Saves a picture once the second part of the program is there to do it, and has said what came of it.
fn save(picture: PictureToSave) {
    ask_for_second_part(move |here| {
        let PictureToSave { chart, subject, format, locale, say } = picture;
        say.emit(here.map_or_else(
            || Phrase::SECOND_SAVE.get(locale).to_owned(),
            |here| seam::saved(here, &chart, &subject, &format, &locale),
        ));
    });
}

/// What a step of the history did; from what to what, once that can be said.
fn step_words(step: &Step, plan: &Plan, model: &Model, locale: Locale) -> String {
    second_part().here().map_or_else(
        || step.kind.words(locale).to_owned(),
        |here| seam::step_words(here, step, plan, model, &locale),
    )
}

/// What the scenario in hand set when the plan was opened.
fn opened_settings(session: &Session) -> Settings {
    let current = session.plan().scenarios.current().id;
    let opened = session.opened().scenarios.get(current);
    opened.map(|scenario| scenario.settings.clone()).unwrap_or_default()
}

/// Whether a plan is a built-in city as it comes with the program, with or without a person who looks on.
fn is_example(library: &Library, plan: &Plan) -> bool {
    builtin::REGIONS.iter().any(|region| region.id == plan.region.id) && library.is_untouched(plan)
}

/// What the top bar shows of the workspace.
fn head(workspace: &Workspace) -> Head {
    let Workspace { session, library, .. } = workspace;
    let (plan, locale) = (session.plan(), session.view().locale);
    let model = library.model(plan);
    let named = |step: Option<&Step>| step.map(|step| step_words(step, plan, model, locale));
    let cities = library.cities().iter().map(|city| (city.id.clone(), &city.name));
    let mut cities: Vec<(String, String)> =
        cities.map(|(id, name)| (id, name.get(locale).to_owned())).collect();
    let city = plan.region.id.clone();
    // The next year of a city is no city to choose, and has a name all the same.
    if cities.iter().all(|(id, _)| *id != city) {
        cities.push((city.clone(), list_name(plan).get(locale).to_owned()));
    }
    Head {
        cities,
        city,
        plan: plan.name.clone(),
        // Found once for a plan, where the page is drawn.
        is_example: false,
        undo: named(session.history().undoable()),
        redo: named(session.history().redoable()),
    }
}

type Declared = (Shared<Model>, Shared<Region>, Shared<TiVec<LeverId, InUnit>>);

/// Model, region and present settings that a run was made with.
#[hook]
fn use_declared(workbench: &Shared<Workbench>) -> Rc<Declared> {
    use_memo(workbench.clone(), |workbench| {
        let levers = workbench.model().levers.keys();
        let present: TiVec<LeverId, InUnit> =
            levers.map(|lever| workbench.present(lever)).collect();
        let region = Shared::new(workbench.region().clone());
        (Shared::new(workbench.model().clone()), region, Shared::new(present))
    })
}

/// The plans that links bring, with the page and while it stands.
#[hook]
fn use_links(on_request: &Callback<Request>) {
    use_effect_with(on_request.clone(), |on_request| {
        let on_request = on_request.clone();
        let listener =
            on_fragment(move |fragment| on_request.emit(Request::Bring(Bring::Link(fragment))));
        move || drop(listener)
    });
}

/// Puts on the look that was chosen; gives what one rem is with it, in CSS pixels.
#[hook]
fn use_look(view: &View, appearance: Appearance) -> f64 {
    let look = (view.theme, view.text_size);
    // While this is rendered and not after: charts below measure themselves in the new size.
    let has_opened = use_mut_ref(|| false);
    let _ = use_memo(look, move |(theme, size)| {
        wear(*theme, *size);
        // What the page opened with was chosen before, or by the address.
        if has_opened.replace(true) {
            remember_look(*theme, *size);
        }
    });
    // Another look and another window may each set the page in another size.
    *use_memo((look, appearance), |_| root_size())
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

/// The screen as a picture sees it: what was chosen goes before the system's.
fn seen(appearance: Appearance, root_size: f64, view: &View) -> Appearance {
    let dark = view.is_dark().unwrap_or(appearance.dark);
    let on_wall = view.text_size == TextSize::Projector;
    let contrast = !dark && (on_wall || view.theme == Theme::HighContrast);
    let text_size = root_size * view.text_size.in_pictures();
    Appearance { dark, contrast, root_size, text_size, ..appearance }
}
