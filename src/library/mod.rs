//! The models and cities at hand, and what becomes of a file that is opened.

pub mod builtin;
mod file;
mod kept;
mod opened;
mod plans;
mod words;

use std::rc::Rc;

use crate::diagnostic::Diagnostic;
use crate::library::builtin::BuiltIn;
use crate::library::file::{Kind, kind, model_of};
use crate::locale::Text;
use crate::model::{self, Model};
use crate::plan::{ModelIdentity, Plan};
use crate::region;
use crate::shared::Shared;

pub use file::{CAP, ReadProblem, TextFile, text_file};
pub use kept::{Handle, Kept};
pub use opened::{Ending, Opened, Opening};
pub use plans::{Offer, known_city};

/// Models and cities to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// The built-in one first.
    models: Vec<ModelFile>,
    cities: Vec<City>,
    documents: Documents,
}

/// Gives the document of a built-in region; none where that part of the program is not there yet.
#[derive(Clone, Copy, Debug)]
struct Documents(fn(&'static BuiltIn) -> Option<&'static str>);

impl PartialEq for Documents {
    fn eq(&self, _: &Self) -> bool {
        // A program has one place for its documents.
        true
    }
}

/// A model that was read without errors.
#[derive(Clone, Debug, PartialEq)]
struct ModelFile {
    model: Shared<Model>,
    text: Rc<str>,
    is_built_in: bool,
}

/// A region document, read again whenever it is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// Id of the region.
    pub id: String,
    /// What to call it in a list: city and plan year.
    pub name: Text,
    /// Id of the model that it belongs to.
    model: String,
    document: Document,
}

/// Where a city's document is.
#[derive(Clone, Debug, PartialEq)]
enum Document {
    /// In the program.
    BuiltIn(&'static BuiltIn),
    /// Brought by a person.
    Brought(TextFile),
}

impl Library {
    /// The built-in model and cities.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the model.
    pub fn built_in() -> Result<Self, Vec<Diagnostic>> {
        Self::with_documents(|region| Some(region.document()))
    }

    /// The built-in model and cities, of which `documents` gives the documents: for a program that has them in
    /// parts. It gives none where the part is not there.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the model.
    pub fn with_documents(
        documents: fn(&'static BuiltIn) -> Option<&'static str>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let checked = model::read(builtin::MODEL);
        let model = Shared::new(checked.value.ok_or(checked.diagnostics)?);
        let city = |region: &'static BuiltIn| City {
            id: region.id.to_owned(),
            name: Text::new(region.zh, region.en),
            model: model.id.clone(),
            document: Document::BuiltIn(region),
        };
        let cities = builtin::REGIONS.iter().map(city).collect();
        let text = Rc::from(builtin::MODEL.text);
        let models = vec![ModelFile { model, text, is_built_in: true }];
        Ok(Self { models, cities, documents: Documents(documents) })
    }

    /// The cities to choose from.
    #[must_use]
    pub fn cities(&self) -> &[City] {
        &self.cities
    }

    /// The model that a plan of this library computes with.
    #[must_use]
    pub fn model(&self, plan: &Plan) -> &Shared<Model> {
        &self.model_file(plan).model
    }

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
    fn open_model(&self, file: &TextFile, in_hand: &Plan) -> Outcome {
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

    fn open_region(&self, file: TextFile, in_hand: &Plan) -> Outcome {
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

    /// Adds a city, or puts it in the place of that with the same id.
    fn put(&mut self, city: City) {
        match self.cities.iter_mut().find(|known| known.id == city.id) {
            Some(known) => *known = city,
            None => self.cities.push(city),
        }
    }

    fn file(&self, city: &City) -> Option<TextFile> {
        Some(match &city.document {
            Document::BuiltIn(region) => TextFile {
                name: format!("regions/{}.toml", region.id),
                text: Rc::from((self.documents.0)(region)?),
            },
            Document::Brought(file) => file.clone(),
        })
    }

    fn model_file(&self, plan: &Plan) -> &ModelFile {
        let own = plan.own_model.as_ref();
        let own = own.and_then(|text| self.models.iter().find(|file| file.text == *text));
        own.unwrap_or(&self.models[0])
    }

    fn newest(&self, id: &str) -> Option<&ModelFile> {
        self.models.iter().rev().find(|file| file.model.id == id)
    }
}

impl ModelFile {
    /// A new plan for the city of `file`, with warnings.
    fn plan(&self, file: &TextFile) -> Result<(Plan, Vec<Diagnostic>), Vec<Diagnostic>> {
        let checked = region::read(file.source(), &self.model);
        let Some(region) = checked.value else { return Err(checked.diagnostics) };
        let identity = ModelIdentity::of(&self.model, &self.text);
        // A region without a document is called by its name and year.
        let name = if region.document.is_empty() {
            format!("{}{}年", region.name.zh, region.plan_year)
        } else {
            region.document.clone()
        };
        let plan = Plan::new(name, identity, Rc::new(region));
        let own_model = (!self.is_built_in).then(|| Rc::clone(&self.text));
        Ok((Plan { own_model, ..plan }, checked.diagnostics))
    }
}

type Outcome = (Ending, Vec<Diagnostic>, Option<Library>, Option<Plan>);

fn refused(ending: Ending, diagnostics: Vec<Diagnostic>) -> Outcome {
    (ending, diagnostics, None, None)
}

/// What to call a plan's city in a list: city and plan year.
#[must_use]
pub fn list_name(plan: &Plan) -> Text {
    let (name, year) = (&plan.region.name, plan.region.plan_year);
    Text::new(format!("{}{year}年", name.zh), format!("{} {year}", name.en))
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
