//! What is held of a person's work: the session, what can be opened, and what became of the last file.

use std::rc::Rc;

use crate::diagnostic::Diagnostic;
use crate::library::{Ending, Kept, Library, Opened, Opening, TextFile, builtin};
use crate::plan::Plan;
use crate::session::{Action, Edit, Refusal, Session};

/// Everything that outlives a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Workspace {
    /// What a person has done.
    pub session: Session,
    /// Models and cities to choose from.
    pub library: Library,
    /// What to tell of the last file.
    pub opened: Option<Opened>,
    /// The last plan that was opened from what is kept, and what it was opened from.
    pub restored: Option<(Rc<Plan>, Kept)>,
    /// The fragment of the address that the plan in hand came with.
    pub shown_link: Option<String>,
}

/// What a person asks for.
#[derive(Clone, Debug)]
pub enum Request {
    /// Change the plan or how it is looked at.
    Act(Action),
    /// Go on with something else.
    Bring(Bring),
    /// Tell of a file that could not be read.
    Tell(Opened),
    /// Take away what was told of a file.
    Dismiss,
}

/// What a person wants to go on with. Reading it takes more of the program than what is at hand already does.
#[derive(Clone, Debug)]
pub enum Bring {
    /// A plan for the city with this id.
    City(String),
    /// A model, region or plan file.
    File(TextFile),
    /// Several at once, or what to tell of those that could not be read.
    Files(Vec<Result<TextFile, Opened>>),
    /// What the fragment of the address brings: to look at.
    Link(String),
    /// The plan that a link brought: to take.
    Offer,
    /// A plan that is kept.
    Kept(Kept),
}

impl Bring {
    /// Whether another plan takes the place of a person's; to look at another city is no such thing.
    #[must_use]
    pub fn replaces_the_plan(&self) -> bool {
        matches!(self, Bring::File(_) | Bring::Files(_) | Bring::Offer | Bring::Kept(_))
    }
}

impl Workspace {
    /// The first city of the library.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the built-in files.
    pub fn first(library: Library) -> Result<Self, Vec<Diagnostic>> {
        let plan = library.choose(builtin::REGIONS[0].id, None);
        let session = Session::new(plan.map_err(|opened| opened.diagnostics)?);
        Ok(Self { session, library, opened: None, restored: None, shown_link: None })
    }

    /// The newest of the `kept` that can be read; where there is none, what there was, and why.
    #[must_use]
    pub fn reopened(mut self, kept: &[Kept]) -> Self {
        for (failed, entry) in kept.iter().enumerate() {
            match self.library.read_snapshot(&entry.name, &entry.snapshot) {
                Ok((library, plan)) => {
                    self.session = Session::new(plan);
                    let opened = Rc::clone(self.session.opened());
                    if let Some(told) = &mut self.opened {
                        told.ending = Ending::Older { failed, time: entry.time };
                    }
                    return Self { library, restored: Some((opened, entry.clone())), ..self };
                }
                Err(told) => self.opened = self.opened.or(Some(told)),
            }
        }
        self
    }

    /// The state after `request`.
    #[must_use]
    pub fn after(self, request: Request) -> Self {
        match request {
            Request::Act(action) => self.acted(action),
            Request::Bring(bring) => self.brought(bring),
            Request::Tell(opened) => self.told(Some(opened)),
            Request::Dismiss => self.told(None),
        }
    }

    /// The state that tells this of the last file.
    #[must_use]
    pub fn told(self, opened: Option<Opened>) -> Self {
        Self { opened, ..self }
    }

    /// The state after an action.
    #[must_use]
    pub fn acted(mut self, action: Action) -> Self {
        self.act(action);
        self
    }

    /// The state that goes on with what a person wants, or that says why it does not.
    #[must_use]
    pub fn brought(mut self, bring: Bring) -> Self {
        match bring {
            Bring::City(city) => self.choose(&city),
            Bring::File(file) => self.open(file),
            Bring::Files(files) => self.open_all(files),
            Bring::Link(fragment) => self.receive(&fragment),
            Bring::Offer => self.take(),
            Bring::Kept(entry) => self.restore(entry),
        }
        self
    }

    /// Does what a person wants, or says why it cannot be done.
    fn act(&mut self, action: Action) {
        if let Err(refusal) = self.attempt(action) {
            self.opened = Some(Opened::refused(String::new(), Ending::Refused(refusal)));
        }
    }

    /// What was told of the file behind the plan goes with that plan, and what could not be done
    /// with the next thing that can.
    fn attempt(&mut self, action: Action) -> Result<(), Refusal> {
        let plan = match &action {
            Action::Edit(Edit::ChooseCity(plan) | Edit::OpenPlan(plan)) => plan,
            _ => self.session.plan(),
        };
        let model = self.library.model(plan).clone();
        let after = self.session.attempt(action, &model)?;
        let is_other = !Rc::ptr_eq(self.session.opened(), after.opened());
        let is_changed = after.plan() != self.session.plan();
        self.opened = self.opened.take().filter(|opened| match opened.ending {
            Ending::Runs | Ending::PlanRuns | Ending::Several(_) => !is_other,
            Ending::Refused(_) | Ending::NotEntered(_) => !is_changed,
            _ => true,
        });
        self.session = after;
        Ok(())
    }

    /// A link waits to be taken, except where there is no plan of a person that it would replace.
    fn receive(&mut self, fragment: &str) {
        if self.shown_link.as_deref() == Some(fragment) {
            return;
        }
        self.opened = self.library.receive(fragment).or(self.opened.take());
        if self.session.view().is_read_only {
            self.take();
        }
    }

    fn choose(&mut self, city: &str) {
        match self.library.choose(city, Some(self.session.plan())) {
            Ok(plan) => {
                self.opened = None;
                self.act(Edit::ChooseCity(Rc::new(plan)).into());
            }
            Err(opened) => self.opened = Some(opened),
        }
    }

    fn restore(&mut self, entry: Kept) {
        match self.library.read_snapshot(&entry.name, &entry.snapshot) {
            Ok((library, plan)) => {
                let plan = Rc::new(plan);
                let name = entry.name.clone();
                if self.bring(Some(library), Some(Rc::clone(&plan)), name, None) {
                    self.restored = Some((plan, entry));
                }
            }
            Err(told) => self.opened = Some(told),
        }
    }

    pub(super) fn open(&mut self, file: TextFile) {
        let Opening { told, library, plan } = self.library.open(file, self.session.plan());
        self.bring(library, plan.map(Rc::new), told.name.clone(), Some(told));
    }

    /// Goes on with what `name` brought, unless it could not be saved so that it opens again.
    fn bring(
        &mut self,
        library: Option<Library>,
        plan: Option<Rc<Plan>>,
        name: String,
        told: Option<Opened>,
    ) -> bool {
        let before = library.map(|library| std::mem::replace(&mut self.library, library));
        let done = plan.map_or(Ok(()), |plan| self.attempt(Edit::OpenPlan(plan).into()));
        if let Err(refusal) = done {
            self.library = before.unwrap_or_else(|| self.library.clone());
            self.opened = Some(Opened::refused(name, Ending::Refused(refusal)));
            return false;
        }
        self.opened = told;
        true
    }

    fn take(&mut self) {
        let (name, offer, diagnostics) = match self.opened.take() {
            Some(Opened { name, ending: Ending::Offered(offer), diagnostics }) => {
                (name, offer, diagnostics)
            }
            told => return self.opened = told,
        };
        let library = self.library.with_plan(&offer.plan);
        let told = Opened { name: name.clone(), ending: Ending::PlanRuns, diagnostics };
        self.bring(Some(library), Some(offer.plan), name, Some(told));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::link;
    use crate::exchange::snapshot;
    use crate::locale::Locale;
    use crate::plan::{LeverPath, ScenarioId};
    use crate::session::{Screen, View};
    use crate::unit::InUnit;

    fn workspace() -> Workspace {
        Workspace::first(Library::built_in().unwrap()).unwrap()
    }

    fn add(id: u64, name: Option<&str>) -> Action {
        Edit::AddScenario { id: ScenarioId(id), name: name.map(str::to_owned) }.into()
    }

    fn city(workspace: &Workspace) -> &str {
        &workspace.session.plan().region.id
    }

    #[test]
    fn choosing_a_city_is_a_step_that_can_be_undone() {
        let chosen = workspace().after(Request::Bring(Bring::City("tongren-2020".to_owned())));
        assert_eq!(city(&chosen), "tongren-2020");
        assert_eq!(city(&chosen.after(Request::Act(Action::Undo))), "yiyang-2020");
    }

    #[test]
    fn a_drag_past_the_present_setting_is_one_step() {
        let lever = || "hnte_award".to_owned();
        let drag = [
            Edit::SetLever { lever: lever(), value: InUnit(20.0), fresh: ScenarioId(1) }.into(),
            Edit::ResetLever(lever()).into(),
            Edit::SetLever { lever: lever(), value: InUnit(10.0), fresh: ScenarioId(1) }.into(),
            Action::Rest,
        ];
        let acts = drag.into_iter().map(Request::Act);
        let dragged = acts.fold(workspace(), Workspace::after);
        assert_eq!(dragged.session.history().past().count(), 1);
    }

    fn kept(lever: f64) -> Kept {
        let act = Edit::SetLever {
            lever: "hnte_award".to_owned(),
            value: InUnit(lever),
            fresh: ScenarioId(1),
        }
        .into();
        let moved = workspace().after(Request::Act(act));
        let plan = moved.session.plan();
        let snapshot = snapshot::encode(plan, moved.library.model(plan));
        Kept { name: "kept".to_owned(), snapshot, ..Kept::default() }
    }

    fn setting(workspace: &Workspace) -> Option<&LeverPath> {
        workspace.session.settings().changed().next().map(|(_, path)| path)
    }

    #[test]
    fn the_page_opens_on_what_was_kept_as_a_plan_without_a_past() {
        let opening = workspace().reopened(&[kept(20.0), kept(10.0)]);
        assert_eq!(setting(&opening), Some(&LeverPath::Constant(InUnit(20.0))));
        assert_eq!(opening.session.history().undoable(), None);
        assert!(opening.opened.is_none());
        let (plan, entry) = opening.restored.as_ref().unwrap();
        assert!(
            Rc::ptr_eq(plan, opening.session.opened()) && entry.snapshot == kept(20.0).snapshot
        );
    }

    #[test]
    fn a_damaged_snapshot_is_told_and_the_one_before_opens() {
        let mut damaged = kept(20.0);
        damaged.snapshot.pop();
        let opening = workspace().reopened(&[damaged.clone(), kept(10.0)]);
        assert_eq!(setting(&opening), Some(&LeverPath::Constant(InUnit(10.0))));
        assert!(matches!(opening.opened.unwrap().ending, Ending::Older { failed: 1, .. }));
        let nothing = workspace().reopened(&[damaged]);
        assert_eq!((city(&nothing), setting(&nothing)), ("yiyang-2020", None));
        assert!(nothing.restored.is_none() && nothing.opened.is_some());
    }

    #[test]
    fn a_kept_plan_that_is_opened_can_be_undone_and_a_damaged_one_changes_nothing() {
        let before = workspace().after(Request::Bring(Bring::City("tongren-2020".to_owned())));
        let after = before.clone().after(Request::Bring(Bring::Kept(kept(20.0))));
        assert_eq!(city(&after), "yiyang-2020");
        assert_eq!(city(&after.after(Request::Act(Action::Undo))), "tongren-2020");
        let damaged = Kept { snapshot: "tuiyan".to_owned(), ..kept(20.0) };
        assert_eq!(
            before.clone().after(Request::Bring(Bring::Kept(damaged))).session,
            before.session
        );
    }

    #[test]
    fn what_cannot_be_saved_again_is_refused_and_said() {
        let before = workspace();
        let mut target = before.session.plan().region.targets.first().unwrap().clone();
        target.floor = f64::MAX;
        let refused = before.clone().after(Request::Act(Edit::PutTarget(Box::new(target)).into()));
        assert_eq!(refused.session, before.session);
        let told = refused.opened.as_ref().unwrap();
        assert_eq!(told.ending, Ending::Refused(Refusal::Number));
        let noted = refused.after(Request::Act(Edit::WriteNotes("n".to_owned()).into()));
        assert!(noted.opened.is_none(), "the sentence goes with the next thing that is done");
    }

    #[test]
    fn no_scenario_takes_the_name_of_the_one_without_changes() {
        let before = workspace().after(Request::Act(add(1, None)));
        let id = before.session.plan().scenarios.current().id;
        for name in ["现状延续", " Baseline "] {
            let rename = Edit::RenameScenario(id, name.to_owned()).into();
            let refused = before.clone().after(Request::Act(rename));
            assert_eq!(refused.session, before.session);
            let Ending::Refused(refusal) = refused.opened.unwrap().ending else { panic!("{name}") };
            assert!(refusal.sentence(Locale::Zh).contains(name.trim()));
        }
        let rename = Edit::RenameScenario(id, "现状延续甲".to_owned()).into();
        assert!(before.after(Request::Act(rename)).opened.is_none());
    }

    #[test]
    fn what_was_told_of_an_entry_outlives_a_change_of_screen_and_goes_with_the_next_deed() {
        let told = Opened::refused("lever".to_owned(), Ending::NotEntered("reason".to_owned()));
        let before = workspace().after(Request::Tell(told.clone()));
        let view = View { screen: Screen::Data, ..View::default() };
        let seen = before.after(Request::Act(Action::SetView(view)));
        assert_eq!(seen.opened, Some(told));
        let noted = seen.after(Request::Act(Edit::WriteNotes("n".to_owned()).into()));
        assert!(noted.opened.is_none());
    }

    #[test]
    fn what_was_told_of_a_file_goes_when_its_plan_goes() {
        let (before, entry) = (workspace(), kept(20.0));
        let text = crate::exchange::snapshot::plan_text(&entry.snapshot).unwrap();
        let file = TextFile { name: "a.tuiyan.json".to_owned(), text: text.into() };
        let opened = before.clone().after(Request::Bring(Bring::File(file)));
        assert_eq!(opened.opened.as_ref().unwrap().ending, Ending::PlanRuns);
        let noted = opened.after(Request::Act(Edit::WriteNotes("n".to_owned()).into()));
        assert!(noted.opened.is_some());
        let back = noted.after(Request::Act(Action::Undo)).after(Request::Act(Action::Undo));
        assert_eq!(back.session.plan(), before.session.plan());
        assert!(back.opened.is_none());
    }

    #[test]
    fn a_faulty_file_is_told_and_the_plan_stays() {
        let file = TextFile { name: "a.toml".to_owned(), text: "[region]\nid = 1".into() };
        let before = workspace();
        let after = before.clone().after(Request::Bring(Bring::File(file)));
        assert_eq!(after.session, before.session);
        assert!(!after.opened.unwrap().diagnostics.is_empty());
    }

    #[test]
    fn a_link_waits_until_it_is_taken_and_a_bad_one_changes_nothing() {
        use crate::exchange::link::Figures;
        let before = workspace();
        let theirs = before.clone().after(Request::Act(add(2, Some("甲"))));
        let plan = theirs.session.plan();
        let model = theirs.library.model(plan);
        let link = link::encode(plan, model, Some(&before.session.plan().region), Figures::Left);
        let offered = before.clone().after(Request::Bring(Bring::Link(link.unwrap())));
        assert_eq!(offered.session, before.session);
        let taken = offered.clone().after(Request::Bring(Bring::Offer));
        assert_eq!(taken.session.plan().scenarios, plan.scenarios);
        assert_eq!(taken.opened.as_ref().unwrap().ending, Ending::PlanRuns);
        assert_eq!(taken.after(Request::Act(Action::Undo)).session.plan(), before.session.plan());
        let bad = before.clone().after(Request::Bring(Bring::Link("s=9.x".to_owned())));
        assert_eq!(bad.session, before.session);
        assert!(matches!(bad.opened.unwrap().ending, Ending::NoLink(_)));
        let other = offered.clone().after(Request::Bring(Bring::Link("levers".to_owned())));
        assert_eq!(other, offered, "a place in the page is no link");
    }
}
