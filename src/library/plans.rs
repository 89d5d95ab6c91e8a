//! Plan files and links: whole plans, which bring their own model where it is not built in.

use std::rc::Rc;

use crate::diagnostic::SourceFile;
use crate::exchange::link::{self, LinkError, Received};
use crate::exchange::plan_file::{self, BuiltInModel};
use crate::library::opened::{OfferedPlan, OpeningOutcome, refused};
use crate::library::shelf::{Document, ModelFile};
use crate::library::{City, Ending, Library, Opened, TextFile, builtin, list_name};
use crate::model::{self, Model};
use crate::plan::Plan;
use crate::region::{self, Region};
use crate::shared::Shared;

impl Library {
    pub(super) fn open_plan(&self, file: &TextFile) -> OpeningOutcome {
        let checked = self
            .with_built_in(|built_in| plan_file::read(&file.name, file.text.as_bytes(), built_in));
        let Some(opened) = checked.value else {
            return refused(Ending::Faulty, checked.diagnostics);
        };
        let library = self.with_plan(&opened.plan);
        (Ending::PlanRuns, checked.diagnostics, Some(library), Some(opened.plan))
    }

    /// What the fragment of an address brings; none where it brings no plan.
    #[must_use]
    pub fn receive(&self, fragment: &str) -> Option<Opened> {
        let decoded = self
            .with_built_in(|built_in| link::decode(fragment, built_in, &built_in_cities(built_in)));
        let opened = |ending, diagnostics| Opened { name: String::new(), ending, diagnostics };
        Some(match decoded? {
            Ok(received) => {
                let warnings = received.warnings.clone();
                opened(Ending::Offered(Box::new(self.offer(received))), warnings)
            }
            Err(LinkError::Plan(found)) => {
                opened(Ending::NoLink(LinkError::Plan(found.clone())), found)
            }
            Err(error) => opened(Ending::NoLink(error), Vec::new()),
        })
    }

    fn offer(&self, received: Received) -> OfferedPlan {
        let Received { plan, before, .. } = received;
        let before = before.unwrap_or_else(|| {
            Plan::new(plan.name.clone(), plan.model.clone(), Rc::clone(&plan.region))
        });
        let model = self.with_plan(&plan).model(&plan).clone();
        OfferedPlan { plan: Rc::new(plan), before: Rc::new(before), model }
    }

    /// With the plan's model and city at hand.
    #[must_use]
    pub fn with_plan(&self, plan: &Plan) -> Self {
        let mut library = self.clone();
        if let Some(text) = &plan.own_model
            && !library.models.iter().any(|file| file.text == *text)
        {
            let name = format!("{}.toml", plan.model.id);
            let own = model::read(SourceFile { name: &name, text }).value;
            let own = own.map(Shared::new);
            let file = |model| ModelFile { model, text: Rc::clone(text), is_built_in: false };
            library.models.extend(own.map(file));
        }
        if !library.cities.iter().any(|city| city.id == plan.region.id) {
            let model = library.model(plan).clone();
            let text = Rc::from(region::write(&plan.region, &model));
            let name = format!("{}.toml", plan.region.id);
            library.put(City {
                id: plan.region.id.clone(),
                name: list_name(plan),
                model: model.id.clone(),
                document: Document::Brought(TextFile { name, text }),
            });
        }
        library
    }

    fn with_built_in<T>(&self, work: impl FnOnce(&[BuiltInModel<'_>]) -> T) -> T {
        let file = &self.models[0];
        work(&[BuiltInModel { identity: &file.identity(), model: &file.model }])
    }
}

fn built_in_cities(built_in: &[BuiltInModel<'_>]) -> Vec<Rc<Region>> {
    let read = |city: &builtin::BuiltIn| builtin_region(city, built_in.first()?.model);
    builtin::REGIONS.iter().filter_map(read).map(Rc::new).collect()
}

fn builtin_region(city: &builtin::BuiltIn, model: &Model) -> Option<Region> {
    region::read(SourceFile { name: city.id, text: city.document() }, model).value
}

/// The city of the plan as the program brings it, for links that leave it out.
#[must_use]
pub fn known_city(plan: &Plan, model: &Model) -> Option<Region> {
    let built_in = plan.own_model.is_none().then(|| builtin::find(&plan.region.id))??;
    builtin_region(built_in, model)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::link::Figures;
    use crate::plan::{LeverPath, ScenarioId};
    use crate::unit::InUnit;

    fn library() -> Library {
        Library::built_in().unwrap()
    }

    fn moved(library: &Library) -> Plan {
        let mut plan = library.choose("tongren-2020", None).unwrap();
        let id = plan.scenarios.add(ScenarioId(1), "甲".to_owned()).unwrap();
        let scenario = plan.scenarios.get_mut(id).unwrap();
        scenario.settings.set("hnte_award", LeverPath::Constant(InUnit(30.0)));
        plan
    }

    fn saved(name: &str, library: &Library, plan: &Plan) -> TextFile {
        let text = plan_file::write(plan, library.model(plan)).into();
        TextFile { name: name.to_owned(), text }
    }

    #[test]
    fn a_saved_plan_opens_as_it_was() {
        let library = library();
        let plan = moved(&library);
        let in_hand = library.choose("yiyang-2020", None).unwrap();
        let opening = library.open(saved("甲.tuiyan.json", &library, &plan), &in_hand);
        assert_eq!(opening.told.ending, Ending::PlanRuns, "{:?}", opening.told.diagnostics);
        assert_eq!(opening.told.diagnostics, []);
        assert_eq!(opening.plan, Some(plan));
    }

    #[test]
    fn a_plan_brings_its_own_model_and_its_own_city() {
        let library = library();
        let own = builtin::MODEL.text.replacen("horizon = 10", "horizon = 8", 1);
        let plan = library.choose("yiyang-2020", None).unwrap();
        let file = TextFile { name: "own.toml".to_owned(), text: own.into() };
        let mine = library.open(file, &plan);
        let (theirs, mut plan) = (mine.library.unwrap(), mine.plan.unwrap());
        plan.region = Rc::new(Region { id: "mine".to_owned(), ..(*plan.region).clone() });
        let opening = library.open(saved("a.json", &theirs, &plan), &plan);
        let opened = opening.library.unwrap();
        assert_eq!(opened.model(&opening.plan.unwrap()).horizon, 8);
        assert_eq!(opened.cities().last().unwrap().id, "mine");
        assert_eq!(opened.choose("mine", None).unwrap().region.id, "mine");
    }

    #[test]
    fn a_faulty_plan_file_is_told_with_its_place() {
        let library = library();
        let plan = moved(&library);
        let mut file = saved("甲.tuiyan.json", &library, &plan);
        file.text = file.text.replacen("\"effort\": 0.4", "\"effort\": true", 1).into();
        let opening = library.open(file, &plan);
        assert_eq!(opening.told.ending, Ending::Faulty);
        assert!(opening.told.diagnostics[0].place.line > 1);
        assert!(opening.plan.is_none() && opening.library.is_none());
    }

    #[test]
    fn a_link_is_an_offer_and_a_bad_one_is_told() {
        let library = library();
        let plan = moved(&library);
        let model = library.model(&plan);
        let known = known_city(&plan, model);
        let fragment = link::encode(&plan, model, known.as_ref(), Figures::Left).unwrap();
        let told = library.receive(&fragment).unwrap();
        let Ending::Offered(offer) = told.ending else { panic!("{:?}", told.ending) };
        assert_eq!(offer.plan.scenarios, plan.scenarios);
        assert!(offer.before.scenarios.all().len() == 1);
        let told = library.receive("s=1.broken").unwrap();
        assert_eq!(told.ending, Ending::NoLink(LinkError::Incomplete));
        assert_eq!(library.receive("indicator-Y1"), None);
    }
}
