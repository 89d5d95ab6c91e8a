//! The models and cities at hand, and what becomes of a file that is opened.

pub mod builtin;
mod file;
mod kept;
mod opened;
mod plans;
mod shelf;
mod words;

use std::rc::Rc;

use crate::library::file::{Kind, kind, model_of};
use crate::library::opened::{OpeningOutcome, refused};
use crate::library::shelf::{Document, ModelFile};
use crate::model;
use crate::plan::Plan;
use crate::shared::Shared;

pub use file::{CAP, ReadProblem, TextFile};
pub use kept::{Handle, Kept};
pub use opened::{Ending, OfferedPlan, Opened, Opening, text_file};
pub use plans::known_city;
pub use shelf::{City, Library, list_name};

impl Library {
    /// A new plan for one of the cities; `in_hand` says with which model, where it fits.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the city's document.
    pub fn choose(&self, id: &str, in_hand: Option<&Plan>) -> Result<Plan, Opened> {
        let city = self.cities.iter().find(|city| city.id == id).unwrap_or(&self.cities[0]);
        let found = in_hand.map(|plan| self.model_file(plan));
        let model = found.filter(|file| file.model.id == city.model);
        let model = model.or_else(|| self.newest(&city.model)).unwrap_or(&self.models[0]);
        let file =
            self.file(city).ok_or_else(|| Opened::refused(String::new(), Ending::NotLoaded))?;
        model.plan(&file).map(|(plan, _)| plan).map_err(|diagnostics| Opened {
            name: file.name,
            ending: Ending::Faulty,
            diagnostics,
        })
    }

    /// Opens a model, region or plan file. Where it is wrong, nothing but what is told comes of it.
    #[must_use]
    pub fn open(&self, file: TextFile, in_hand: &Plan) -> Opening {
        let name = file.name.clone();
        let (ending, diagnostics, library, plan) = match kind(&file) {
            Some(Kind::Model) => self.open_model(&file, in_hand),
            Some(Kind::Region) => self.open_region(file, in_hand),
            Some(Kind::Plan) => self.open_plan(&file),
            None => refused(Ending::Unknown, Vec::new()),
        };
        Opening { told: Opened { name, ending, diagnostics }, library, plan }
    }

    /// The city in hand goes on with the model, else the first that belongs to it.
    fn open_model(&self, file: &TextFile, in_hand: &Plan) -> OpeningOutcome {
        let checked = model::read(file.source());
        let mut diagnostics = checked.diagnostics;
        let Some(model) = checked.value.map(Shared::new) else {
            return refused(Ending::Faulty, diagnostics);
        };
        let file = ModelFile { model, text: Rc::clone(&file.text), is_built_in: false };
        let id = file.model.id.clone();
        let mut library = self.clone();
        library.models.push(file.clone());
        let mut cities: Vec<&City> = self.cities.iter().filter(|city| city.model == id).collect();
        cities.sort_by_key(|city| city.id != in_hand.region.id);
        let Some(city) = cities.first() else {
            return (Ending::NoCity(id), diagnostics, Some(library), None);
        };
        let Some(city) = self.file(city) else {
            return refused(Ending::NotLoaded, diagnostics);
        };
        match file.plan(&city) {
            Ok((plan, found)) => {
                diagnostics.extend(found);
                (Ending::Runs, diagnostics, Some(library), Some(plan))
            }
            Err(found) => {
                diagnostics.extend(found);
                refused(Ending::Faulty, diagnostics)
            }
        }
    }

    fn open_region(&self, file: TextFile, in_hand: &Plan) -> OpeningOutcome {
        let wanted = model_of(&file.text).unwrap_or(&self.model(in_hand).id);
        let model = Some(self.model_file(in_hand)).filter(|file| file.model.id == wanted);
        let Some(model) = model.or_else(|| self.newest(wanted)) else {
            return refused(Ending::OtherModel(wanted.to_owned()), Vec::new());
        };
        let (plan, diagnostics) = match model.plan(&file) {
            Ok(read) => read,
            Err(diagnostics) => return refused(Ending::Faulty, diagnostics),
        };
        let mut library = self.clone();
        library.put(City {
            id: plan.region.id.clone(),
            name: list_name(&plan),
            model: model.model.id.clone(),
            document: Document::Brought(file),
        });
        (Ending::Runs, diagnostics, Some(library), Some(plan))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built_in() -> (Library, Plan) {
        let library = Library::built_in().unwrap();
        let plan = library.choose("yiyang-2020", None).unwrap();
        (library, plan)
    }

    fn edited(text: &str, from: &str, to: &str) -> TextFile {
        assert!(text.contains(from), "{from}");
        TextFile { name: "my.toml".to_owned(), text: text.replacen(from, to, 1).into() }
    }

    fn region(from: &str, to: &str) -> TextFile {
        edited(builtin::REGIONS[0].document(), from, to)
    }

    fn model(from: &str, to: &str) -> TextFile {
        edited(builtin::MODEL.text, from, to)
    }

    fn open(file: TextFile) -> Opening {
        let (library, plan) = built_in();
        library.open(file, &plan)
    }

    #[test]
    fn every_city_can_be_chosen() {
        let (library, plan) = built_in();
        for city in library.cities() {
            assert_eq!(library.choose(&city.id, Some(&plan)).unwrap().region.id, city.id);
        }
    }

    #[test]
    fn a_region_of_the_same_id_takes_the_place_of_the_other() {
        let opening = open(region("plan_year = 2020", "plan_year = 2021"));
        assert_eq!(opening.told.ending, Ending::Runs, "{:?}", opening.told.diagnostics);
        let (library, plan) = (opening.library.unwrap(), opening.plan.unwrap());
        assert_eq!(library.cities().len(), built_in().0.cities().len());
        assert_eq!(library.cities()[0].name.zh, "益阳市2021年");
        assert_eq!(library.choose("yiyang-2020", Some(&plan)).unwrap().region.plan_year, 2021);
    }

    #[test]
    fn another_region_comes_last() {
        let library = open(region("\"yiyang-2020\"", "\"mine\"")).library.unwrap();
        assert_eq!(library.cities().last().unwrap().id, "mine");
    }

    #[test]
    fn errors_name_the_file_and_nothing_changes() {
        let opening = open(region("provenance = \"derived\"", "provenance = \"derive\""));
        assert_eq!(opening.told.ending, Ending::Faulty);
        assert_eq!(opening.told.diagnostics[0].place.file, "my.toml");
        assert!(opening.library.is_none() && opening.plan.is_none());
    }

    #[test]
    fn what_is_neither_is_said() {
        let file = TextFile { name: "notes.txt".to_owned(), text: "hello".into() };
        assert_eq!(open(file).told.ending, Ending::Unknown);
    }

    #[test]
    fn bytes_that_are_no_text_are_said() {
        let told = text_file("gbk.toml".to_owned(), Ok(vec![0xd2, 0xe6])).unwrap_err();
        let Ending::NotText(what) = told.ending else { panic!("{:?}", told.ending) };
        assert!(what.zh.contains("GBK"), "{}", what.zh);
        assert_eq!(&*text_file(String::new(), Ok(b"\xef\xbb\xbfa".to_vec())).unwrap().text, "a");
    }

    #[test]
    fn a_model_waits_for_a_city_that_belongs_to_it() {
        let (_, plan) = built_in();
        let opening = open(model("id = \"city-sti\"", "id = \"other\""));
        assert_eq!(opening.told.ending, Ending::NoCity("other".to_owned()));
        let city = || region("model = \"city-sti\"", "model = \"other\"");
        assert_eq!(open(city()).told.ending, Ending::OtherModel("other".to_owned()));
        let library = opening.library.unwrap();
        let opening = library.open(city(), &plan);
        let (library, plan) = (opening.library.unwrap(), opening.plan.unwrap());
        assert_eq!(library.model(&plan).id, "other");
    }

    #[test]
    fn a_changed_model_keeps_the_city_in_hand() {
        let (library, _) = built_in();
        let plan = library.choose("xiangxi-2022", None).unwrap();
        let opening = library.open(model("horizon = 10", "horizon = 8"), &plan);
        let (changed, opened) = (opening.library.unwrap(), opening.plan.unwrap());
        assert_eq!((changed.model(&opened).horizon, &*opened.region.id), (8, "xiangxi-2022"));
        // The plan from before still computes with the model it had.
        assert_eq!(changed.model(&plan).horizon, 10);
    }
}
