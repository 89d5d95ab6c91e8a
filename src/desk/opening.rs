//! What the page's address asks to be shown.

use std::rc::Rc;

use crate::desk::workspace::Workspace;
use crate::library::{Ending, Opened};
use crate::plan::Plan;
use crate::session::{Address, IgnoredParameter, Session};

/// The workspace as the parameters of the address ask for it; `fragment` is empty where there is none. What cannot
/// be followed is told, and everything else is.
#[must_use]
pub fn follow(workspace: &Workspace, parameters: &[(String, String)], fragment: &str) -> Workspace {
    let mut workspace = workspace.clone();
    let mut address = Address::read(parameters, workspace.session.view().clone());
    workspace.session = workspace.session.with_view(address.view.clone());
    if let Some(city) = address.city.take()
        && !show_city(&mut workspace, &city)
    {
        address.ignored.push(IgnoredParameter::new("city", &city));
    }
    // Elsewhere a link is offered: here there is no plan of a person that it would take the place of.
    if address.is_apart {
        show_link(&mut workspace, fragment);
    }
    if let Some(number) = address.scenario
        && !show_scenario(&mut workspace, number)
    {
        address.ignored.push(IgnoredParameter::new("scenario", &number.to_string()));
    }
    if !address.ignored.is_empty() && workspace.opened.is_none() {
        let ending = Ending::Ignored(address.ignored);
        workspace.opened = Some(Opened::refused(String::new(), ending));
    }
    workspace
}

/// Says whether there is such a city. One that is open already stays as it was kept.
fn show_city(workspace: &mut Workspace, city: &str) -> bool {
    if workspace.session.plan().region.id == city {
        return true;
    }
    if workspace.library.cities().iter().all(|known| known.id != city) {
        return false;
    }
    match workspace.library.choose(city, None) {
        Ok(plan) => show(workspace, plan),
        Err(told) => workspace.opened = Some(told),
    }
    true
}

fn show_link(workspace: &mut Workspace, fragment: &str) {
    let told = workspace.library.receive(fragment);
    if let Some(Opened { ending: Ending::Offered(offer), diagnostics, name }) = told {
        workspace.library = workspace.library.with_plan(&offer.plan);
        show(workspace, (*offer.plan).clone());
        let warns = !diagnostics.is_empty();
        workspace.shown_link = Some(fragment.to_owned());
        workspace.opened = warns.then_some(Opened { name, ending: Ending::PlanRuns, diagnostics });
    } else {
        workspace.opened = told.or(workspace.opened.take());
    }
}

/// Says whether the plan has that many scenarios.
fn show_scenario(workspace: &mut Workspace, number: usize) -> bool {
    let plan = workspace.session.plan();
    let Some(scenario) = number.checked_sub(1).and_then(|at| plan.scenarios.all().get(at)) else {
        return false;
    };
    let (id, mut plan) = (scenario.id, (**plan).clone());
    plan.scenarios.select(id);
    let restored = workspace.restored.take();
    show(workspace, plan);
    let opened = Rc::clone(workspace.session.opened());
    workspace.restored = restored.map(|(_, entry)| (opened, entry));
    true
}

/// Opens a plan as if the page had begun with it.
fn show(workspace: &mut Workspace, plan: Plan) {
    let view = workspace.session.view().clone();
    workspace.session = Session::new(plan).with_view(view);
    workspace.restored = None;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::workspace::Request;
    use crate::exchange::link::{self, Figures};
    use crate::library::Library;
    use crate::plan::ScenarioId;
    use crate::session::{Edit, Screen};

    fn follow_text(
        workspace: &Workspace,
        parameters: &[(&str, &str)],
        link: Option<&str>,
    ) -> Workspace {
        let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let parameters: Vec<_> = parameters.iter().map(owned).collect();
        follow(workspace, &parameters, link.unwrap_or_default())
    }

    fn plain() -> Workspace {
        Workspace::first(Library::built_in().unwrap()).unwrap()
    }

    #[test]
    fn a_city_and_a_screen_open_as_if_the_page_had_begun_with_them() {
        let shown = follow_text(&plain(), &[("city", "tongren-2020"), ("view", "targets")], None);
        assert_eq!(shown.session.plan().region.id, "tongren-2020");
        assert_eq!(shown.session.view().screen, Screen::Targets);
        assert!(shown.session.history().undoable().is_none() && shown.opened.is_none());
    }

    #[test]
    fn what_does_not_exist_is_told_and_the_page_opens_all_the_same() {
        let shown = follow_text(&plain(), &[("city", "atlantis"), ("scenario", "9")], None);
        assert_eq!(shown.session.plan().region.id, plain().session.plan().region.id);
        let ignored =
            vec![IgnoredParameter::new("city", "atlantis"), IgnoredParameter::new("scenario", "9")];
        assert_eq!(shown.opened.unwrap().ending, Ending::Ignored(ignored));
    }

    #[test]
    fn a_link_opens_at_once_where_nothing_of_a_person_is_in_the_way() {
        let theirs = plain().after(Request::Act(
            Edit::AddScenario { id: ScenarioId(1), name: Some("甲".to_owned()) }.into(),
        ));
        let plan = theirs.session.plan();
        let own = plain();
        let known = Some(&*own.session.plan().region);
        let link = link::encode(plan, theirs.library.model(plan), known, Figures::Left).unwrap();
        let shown = follow_text(&own, &[("readonly", "1"), ("scenario", "1")], Some(&link));
        assert_eq!(shown.session.plan().scenarios.all().len(), 2);
        assert!(shown.session.plan().scenarios.current().is_present());
        let waiting = follow_text(&own, &[("lang", "en")], Some(&link));
        assert_eq!(waiting.session.plan(), own.session.plan());
        let faulty = follow_text(&own, &[("readonly", "1")], Some("s=1.broken"));
        assert!(matches!(faulty.opened.unwrap().ending, Ending::NoLink(_)));
    }
}
