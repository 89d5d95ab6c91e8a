//! Answers the page around this one, and tells it what happens. Nothing on screen.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use gloo::timers::callback::Timeout;
use serde_json::json;
use yew::prelude::*;

use typed_index_collections::TiVec;

use crate::browser::{fresh_scenario, serve_host, store, tell_host, today};
use crate::desk::{Bring, Request, Workspace, exported};
use crate::diagnostic::Diagnostic;
use crate::exchange::plan_file;
use crate::exchange::tables::Told;
use crate::host::{
    self, Code, Export, Method, NewPlan, RequestProblem, answer, event, patched, projection,
    refusal,
};
use crate::library::{Ending, TextFile};
use crate::model::LeverId;
use crate::plan::Plan;
use crate::session::{Action, View};
use crate::shared::Shared;
use crate::ui::output::Drawing;
use crate::ui::state::given::Given;
use crate::unit::InUnit;
use crate::wording::Phrase;

/// Between two events of the same kind: at most ten a second.
const CHANGE_MILLISECONDS: u32 = 100;
/// After the last change.
const AUTOSAVE_MILLISECONDS: u32 = 500;

/// The workspace as it is now, and the way to change it.
#[derive(Clone)]
pub struct Held {
    newest: Rc<dyn Fn() -> Workspace>,
    on_request: Callback<Request>,
}

impl Held {
    /// `newest` reads the workspace whenever it is asked, also right after a request.
    pub fn new(newest: impl Fn() -> Workspace + 'static, on_request: Callback<Request>) -> Self {
        Self { newest: Rc::new(newest), on_request }
    }

    fn now(&self) -> Workspace {
        (self.newest)()
    }

    fn request(&self, request: Request) {
        self.on_request.emit(request);
    }
}

impl PartialEq for Held {
    /// What is drawn of it is nothing.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Properties of [`Guest`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What requests change.
    pub held: Held,
    /// What was drawn last.
    pub given: Given,
    /// Present settings by lever, in its unit.
    pub present: Shared<TiVec<LeverId, InUnit>>,
}

/// What is known of the conversation.
struct Serving {
    /// Requests that are not answered yet, in their order.
    queue: VecDeque<String>,
    /// Counts the states of the plan.
    revision: u64,
    /// The plan of that revision.
    plan: Rc<Plan>,
    /// The plan as the page around made it last.
    hosts: Option<Rc<Plan>>,
    change: Option<Timeout>,
    autosave: Option<Timeout>,
}

/// The component.
#[component]
pub fn Guest(props: &Props) -> Html {
    let plan = Rc::clone(props.held.now().session.plan());
    let serving = use_mut_ref(|| Serving {
        queue: VecDeque::new(),
        revision: 1,
        plan,
        hosts: None,
        change: None,
        autosave: None,
    });
    let woken = use_state(|| 0_u64);
    {
        let (serving, woken) = (Rc::clone(&serving), woken.clone());
        use_effect_with((), move |()| {
            serve_host(env!("CARGO_PKG_VERSION"), move |text| {
                serving.borrow_mut().queue.push_back(text);
                woken.set(*woken + 1);
            });
        });
    }
    let props = props.clone();
    use_effect(move || {
        note(&serving, &props);
        while let Some(text) = next(&serving) {
            if !serve(&text, &serving, &props) {
                // What it asks for is on its way; it is asked again when that was drawn.
                serving.borrow_mut().queue.push_front(text);
                break;
            }
            note(&serving, &props);
        }
    });
    Html::default()
}

fn next(serving: &RefCell<Serving>) -> Option<String> {
    serving.borrow_mut().queue.pop_front()
}

/// Takes note of a plan that has changed, and has it told.
fn note(serving: &Rc<RefCell<Serving>>, props: &Props) {
    let workspace = &props.held.now();
    let mut noted = serving.borrow_mut();
    if Rc::ptr_eq(&noted.plan, workspace.session.plan()) {
        return;
    }
    noted.plan = Rc::clone(workspace.session.plan());
    noted.revision += 1;
    if noted.change.is_none() {
        let (serving, held) = (Rc::clone(serving), props.held.clone());
        noted.change = Some(Timeout::new(CHANGE_MILLISECONDS, move || {
            let mut noted = serving.borrow_mut();
            drop(noted.change.take());
            let session = &held.now().session;
            let is_hosts = noted.hosts.as_ref().is_some_and(|plan| Rc::ptr_eq(plan, &noted.plan));
            tell_host(&event(
                "change",
                json!({
                    "revision": noted.revision,
                    "source": if is_hosts { "host" } else { "person" },
                    "dirty": **session.plan() != **session.opened(),
                }),
            ));
        }));
    }
    let (serving, held) = (Rc::clone(serving), props.held.clone());
    noted.autosave = Some(Timeout::new(AUTOSAVE_MILLISECONDS, move || {
        let revision = serving.borrow().revision;
        tell_host(&event(
            "autosave",
            json!({ "revision": revision, "plan": plan_text(&held.now()) }),
        ));
    }));
}

fn plan_text(workspace: &Workspace) -> String {
    let plan = workspace.session.plan();
    plan_file::write(plan, workspace.library.model(plan))
}

/// Answers a request; says whether it could be answered now.
fn serve(text: &str, serving: &Rc<RefCell<Serving>>, props: &Props) -> bool {
    let locale = props.held.now().session.view().locale;
    let (id, outcome) = match host::read(text) {
        Ok(request) => {
            if !is_ready(&request.method, props) {
                return false;
            }
            (Some(request.id), follow(request.id, &request.method, serving, props))
        }
        Err((id, problem)) => (id, Err(problem)),
    };
    tell_host(&outcome.unwrap_or_else(|problem| refusal(id, &problem, locale)));
    true
}

/// Whether what the method needs of the plan as it is now was drawn: present settings, or a run with all
/// its draws.
fn is_ready(method: &Method, Props { held, given, .. }: &Props) -> bool {
    let is_drawn = given.plan == Shared::from(Rc::clone(held.now().session.plan()));
    match method {
        Method::Patch(_) => is_drawn,
        Method::GetProjection | Method::ExportAs(_) => is_drawn && given.run.is_complete(),
        _ => true,
    }
}

/// The answer, after what was asked is done.
fn follow(
    id: u64,
    method: &Method,
    serving: &Rc<RefCell<Serving>>,
    props: &Props,
) -> Result<String, RequestProblem> {
    let Props { held, given, present } = props;
    let revision = || {
        note(serving, props);
        serving.borrow().revision
    };
    Ok(match method {
        Method::GetPlan => {
            answer(id, json!({ "revision": revision(), "plan": plan_text(&held.now()) }))
        }
        Method::SetPlan(new) => {
            let warnings = set_plan(new, held)?;
            own(serving, &held.now());
            let locale = held.now().session.view().locale;
            let warnings: Vec<String> =
                warnings.iter().map(|warning| warning.render(locale)).collect();
            answer(id, json!({ "revision": revision(), "warnings": warnings }))
        }
        Method::Patch(changes) => {
            let Workspace { session, library, .. } = held.now();
            let model = library.model(session.plan());
            for action in patched(changes, &session, model, present, fresh_scenario)? {
                held.request(Request::Act(action));
            }
            own(serving, &held.now());
            answer(id, json!({ "revision": revision() }))
        }
        Method::GetProjection => {
            let told = Told {
                plan: &given.plan,
                model: &given.scene.model,
                report: &given.run.outcome.report,
                locale: given.scene.locale,
            };
            answer(id, projection(told, present, revision()))
        }
        Method::ExportAs(export) => file(id, *export, given)?,
        Method::SetTheme(theme) => {
            let view = View { theme: *theme, ..held.now().session.view().clone() };
            held.request(Request::Act(Action::SetView(view)));
            answer(id, json!({}))
        }
        Method::SetLanguage(locale) => {
            held.request(Request::Act(Action::SetLocale(*locale)));
            answer(id, json!({}))
        }
    })
}

/// The plan as it is now is the work of the page around.
fn own(serving: &RefCell<Serving>, workspace: &Workspace) {
    serving.borrow_mut().hosts = Some(Rc::clone(workspace.session.plan()));
}

/// Opens a plan as a person would; what is told of it goes to the page around and not on the screen.
fn set_plan(new: &NewPlan, held: &Held) -> Result<Vec<Diagnostic>, RequestProblem> {
    store::trying();
    match new {
        NewPlan::City(city) => {
            let library = held.now().library;
            let cities = library.cities();
            if cities.iter().all(|known| known.id != *city) {
                let names: Vec<&str> = cities.iter().map(|city| &*city.id).collect();
                return Err(RequestProblem::at("city", Phrase::HOST_NO_CITY)
                    .fill("names", names.join(", ")));
            }
            held.request(Request::Bring(Bring::City(city.clone())));
        }
        NewPlan::Text(text) => {
            let name = format!("plan{}", plan_file::EXTENSION);
            let file = TextFile { name, text: Rc::from(&**text) };
            held.request(Request::Bring(Bring::File(file)));
        }
    }
    let told = held.now().opened;
    held.request(Request::Dismiss);
    match told {
        None => Ok(Vec::new()),
        Some(told) if matches!(told.ending, Ending::PlanRuns | Ending::Runs) => {
            Ok(told.diagnostics)
        }
        Some(told) => {
            Err(RequestProblem::new(Code::Plan, Phrase::HOST_PLAN).found(told.diagnostics))
        }
    }
}

fn file(id: u64, export: Export, given: &Given) -> Result<String, RequestProblem> {
    let file = exported(&given.content(), export, today(), &Drawing)?;
    Ok(answer(
        id,
        json!({
            "format": export.name(),
            "name": file.name,
            "mime": file.media_type,
            "base64": STANDARD.encode(&file.content),
        }),
    ))
}
