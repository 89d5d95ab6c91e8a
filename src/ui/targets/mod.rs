//! The screen 目标: the plan's targets, what could be promised, what it would take, the audit.

pub mod audit;
pub mod editor;
pub mod goal;
pub mod ladder;
pub mod table;
pub mod thresholds;
mod unfinished;

pub use goal::{Goal, Props as GoalProps};

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::{Ladder, Workbench, ladder as ladder_of};
use crate::browser::focus;
use crate::desk::Work;
use crate::desk::target::blank;
use crate::limits;
use crate::plan::{Settings, Thresholds};
use crate::region::Target;
use crate::session::Edit;
use crate::shared::Shared;
use crate::ui::state::given::Given;
use crate::ui::state::work::{Begins, Working, use_shown_work};
use crate::ui::targets::audit::Audit;
use crate::ui::targets::editor::{Editor, SAVE};
use crate::ui::targets::table::{Calls, edit_id, table};
use crate::ui::targets::thresholds::ThresholdFields;
use crate::ui::targets::unfinished::left_open;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::notice::{Tone, notice};
use crate::ui::widgets::section::section;
use crate::wording::{Phrase, scenario_name, target_name};

/// Id of the button that adds a target.
const ADD: &str = "target-add";

/// What a person is at.
#[derive(Clone, Default, PartialEq)]
struct Doing {
    /// Id of the target whose form is open; the empty id is that of a new one.
    editing: Option<String>,
    /// Whether another form was asked for while something stood in the open one.
    is_in_the_way: bool,
    /// Id of the target that goal seek is about.
    sought: Option<String>,
    /// Id of the target whose sentence was copied last.
    copied: Option<String>,
    /// What to tell of the last deed.
    told: Option<String>,
}

/// The whole screen.
#[component]
pub fn Targets(given: &Given) -> Html {
    let doing = use_state(|| Doing { editing: left_open(&given.scene.region), ..Doing::default() });
    // Each ladder is shown as long as its target asks the same.
    let ladders =
        use_shown_work(Begins::AtOnce, Some(Laddered::of(given)), Laddered::work, |_, _| true);
    // Elements that take the focus may only be there after the next picture.
    let goal = use_mut_ref(|| None::<String>);
    {
        let goal = goal.clone();
        use_effect(move || {
            if let Some(goal) = goal.take() {
                focus(&goal);
            }
        });
    }
    let is_typed = use_memo((), |()| Cell::new(false));
    let screen = Held { given, doing: &doing, goal: &goal, is_typed: &is_typed };
    let locale = given.scene.locale;
    html! {
        <main class="screen targets" id="screen" tabindex="-1">
            <p class="kicker"><b>{ scenario_name(&given.plan, given.plan.scenarios.current().id, locale) }</b>if !given.scene.region.document.is_empty() { { " · " }{ &given.scene.region.document } }</p>
            <h1>{ Phrase::SCREEN_TARGETS.get(locale) }</h1>
            { notice(Tone::Status, "for-readers", doing.told.clone().unwrap_or_default()) }
            <div class="targets-grid">
                <div class="targets-main">
                    { screen.plan() }
                    { screen.ladders(&ladders) }
                    { screen.goal() }
                </div>
                <Audit scene={given.scene.clone()} findings={given.findings.clone()} on_action={given.on_action.clone()} />
            </div>
        </main>
    }
}

/// What the ladders are made of.
#[derive(Clone, PartialEq)]
struct Laddered {
    workbench: Shared<Workbench>,
    settings: Settings,
    rule: Thresholds,
}

impl Laddered {
    fn of(given: &Given) -> Self {
        let run = &given.run;
        let (workbench, settings) = (run.workbench.clone(), run.settings.clone());
        Self { workbench, settings, rule: given.plan.thresholds }
    }

    /// The ladders of all targets that are judged.
    fn work(self) -> Work<Vec<(Target, Ladder)>> {
        Work::once(move || {
            let Self { workbench, settings, rule } = &self;
            let run = workbench.run(settings);
            let targets = workbench.region().targets.iter_enumerated();
            let ladders = targets.filter_map(|(position, target)| {
                Some((target.clone(), ladder_of(workbench, &run, position, *rule).ok()?))
            });
            ladders.collect()
        })
    }
}

struct Held<'h> {
    given: &'h Given,
    doing: &'h UseStateHandle<Doing>,
    goal: &'h Rc<std::cell::RefCell<Option<String>>>,
    /// Whether something stands in the open form that would be lost.
    is_typed: &'h Rc<Cell<bool>>,
}

impl Held<'_> {
    /// Goes on as `change` says, with the focus on the element that it names.
    fn step<T: 'static>(
        &self,
        change: impl Fn(&mut Doing, T) -> Option<String> + 'static,
    ) -> Callback<T> {
        let (doing, goal) = (self.doing.clone(), Rc::clone(self.goal));
        Callback::from(move |what| {
            let mut next = (*doing).clone();
            let focused = change(&mut next, what);
            goal.replace(focused);
            doing.set(next);
        })
    }

    /// Opens the form of a target, or closes it where it is that one; nothing takes the place of a form in which
    /// something stands.
    fn on_open(&self) -> Callback<String> {
        let is_typed = Rc::clone(self.is_typed);
        self.step(move |doing, id: String| {
            let is_open = doing.editing.as_ref() == Some(&id);
            doing.is_in_the_way = !is_open && is_typed.get();
            if doing.is_in_the_way {
                return Some(SAVE.to_owned());
            }
            doing.editing = Some(id.clone()).filter(|_| !is_open);
            is_open.then(|| edit_id(&id))
        })
    }

    fn calls(&self) -> Calls {
        Calls {
            on_edit: self.on_open(),
            is_typed: Rc::clone(self.is_typed),
            is_in_the_way: self.doing.is_in_the_way,
            on_delete: self.on_delete(),
            on_done: self.on_done(),
        }
    }

    /// A kept target is one step that can be undone; the focus goes back to where it came from.
    fn on_done(&self) -> Callback<Option<Target>> {
        let on_action = self.given.on_action.clone();
        self.step(move |doing, target: Option<Target>| {
            doing.is_in_the_way = false;
            let editing = doing.editing.take().filter(|id| !id.is_empty());
            if let Some(target) = target {
                on_action.emit(Edit::PutTarget(Box::new(target)).into());
            }
            Some(editing.map_or(ADD.to_owned(), |id| edit_id(&id)))
        })
    }

    /// The focus goes to the target that takes the place of the deleted one.
    fn on_delete(&self) -> Callback<String> {
        let (on_action, region) = (self.given.on_action.clone(), self.given.scene.region.clone());
        let locale = self.given.scene.locale;
        self.step(move |doing, id: String| {
            let targets = &region.targets.raw;
            let position = targets.iter().position(|target| target.id == id)?;
            let name = targets[position].name.get(locale);
            doing.told = Some(Phrase::TARGET_DELETED.with(locale, &[("name", name)]));
            doing.editing = doing.editing.take().filter(|editing| *editing != id);
            on_action.emit(Edit::DeleteTarget(id).into());
            let next = targets
                .get(position + 1)
                .or(position.checked_sub(1).map(|before| &targets[before]));
            Some(next.map_or(ADD.to_owned(), |next| edit_id(&next.id)))
        })
    }

    fn plan(&self) -> Html {
        let Given { scene, .. } = self.given;
        let locale = scene.locale;
        let count = scene.region.targets.len();
        let editing = self.doing.editing.as_deref();
        let add = self.on_open().reform(|_: MouseEvent| String::new());
        let is_full = count >= limits::TARGETS;
        let title = Phrase::PLAN_TARGETS.with(locale, &[("count", &count.to_string())]);
        let content = html! {
            <>
                if count == 0 {
                    <p class="empty">{ Phrase::PLAN_TARGETS_NONE.get(locale) }</p>
                } else {
                    { table(self.given, editing, &self.calls()) }
                }
                if editing == Some("") {
                    <Editor scene={scene.clone()} target={blank(&scene.region)} is_typed={Rc::clone(self.is_typed)}
                        is_in_the_way={self.doing.is_in_the_way} on_done={self.on_done()} />
                } else if is_full {
                    <p class="side-note">{ Phrase::PLAN_TARGETS_FULL.with(locale, &[("count", &count.to_string())]) }</p>
                } else {
                    { button(Kind::Primary, Phrase::TARGET_ADD.get(locale), add).id(ADD).edits().draw() }
                }
            </>
        };
        section("", "plan-targets", &title, Phrase::PLAN_TARGETS_NOTE.get(locale), content)
    }

    fn ladders(&self, working: &Working<Vec<(Target, Ladder)>>) -> Html {
        let locale = self.given.scene.locale;
        let on_copied = self.step(move |doing, id: String| {
            doing.copied = Some(id);
            doing.told = Some(Phrase::COPIED.get(locale).to_owned());
            None
        });
        let (title, remark) = (Phrase::LADDER_TITLE.get(locale), Phrase::LADDER_NOTE.get(locale));
        let content = html! {
            <>
                <ThresholdFields rule={self.given.plan.thresholds} {locale} on_action={self.given.on_action.clone()} />
                { match working.latest() {
                    None => working.notice(locale),
                    Some(ladders) if ladders.is_empty() => html! {
                        <p class="empty">{ Phrase::LADDER_NONE.get(locale) }</p>
                    },
                    Some(ladders) => ladder::ladders(self.given, ladders, self.doing.copied.as_deref(), &on_copied),
                } }
            </>
        };
        section("", "ladder-title", title, remark, content)
    }

    /// Goal seek for one of the targets that are computed.
    fn goal(&self) -> Html {
        let Given { scene, run, on_action, .. } = self.given;
        let locale = scene.locale;
        let targets = scene.region.targets.iter();
        let asked: Vec<&Target> = targets.filter(|target| target.kind.is_computed()).collect();
        let is_sought = |target: &&&Target| Some(&target.id) == self.doing.sought.as_ref();
        let Some(target) = asked.iter().find(is_sought).or(asked.first()) else {
            return Html::default();
        };
        let position = scene.region.targets.position(|known| known.id == target.id);
        let options = asked
            .iter()
            .map(|target| (target.id.clone(), target_name(target, locale).into_owned()));
        let on_choose = self.step(|doing, id| {
            doing.sought = Some(id);
            None
        });
        let (title, remark) = (Phrase::GOAL_TITLE.get(locale), Phrase::GOAL_NOTE.get(locale));
        let content = html! {
            <>
                <Choice label={Phrase::GOAL_TARGET.get(locale)} options={options.collect::<Vec<_>>()}
                    value={target.id.clone()} {on_choose} />
                if let Some(position) = position {
                    <Goal key={target.id.clone()} scene={scene.clone()} run={run.clone()} target={position} on_action={on_action.clone()} />
                }
            </>
        };
        section("", "goal-title", title, remark, content)
    }
}
