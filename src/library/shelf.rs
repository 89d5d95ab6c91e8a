//! Models and cities at hand.

use std::rc::Rc;

use crate::diagnostic::Diagnostic;
use crate::library::builtin::{self, BuiltIn};
use crate::library::file::TextFile;
use crate::locale::Text;
use crate::model::{self, Model};
use crate::plan::{ModelIdentity, Plan};
use crate::region;
use crate::shared::Shared;

/// Models and cities to choose from.
#[derive(Clone, Debug, PartialEq)]
pub struct Library {
    /// The built-in one first.
    pub(super) models: Vec<ModelFile>,
    pub(super) cities: Vec<City>,
    pub(super) documents: Documents,
}

/// Gives the document of a built-in region; none where that part of the program is not there yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Documents(fn(&'static BuiltIn) -> Option<&'static str>);

impl PartialEq for Documents {
    fn eq(&self, _: &Self) -> bool {
        // A program has one place for its documents.
        true
    }
}

/// A model that was read without errors.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ModelFile {
    pub(super) model: Shared<Model>,
    pub(super) text: Rc<str>,
    pub(super) is_built_in: bool,
}

/// A region document, read again whenever it is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct City {
    /// Id of the region.
    pub id: String,
    /// What to call it in a list: city and plan year.
    pub name: Text,
    /// Id of the model that it belongs to.
    pub(super) model: String,
    pub(super) document: Document,
}

/// Where a city's document is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Document {
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

    /// Adds a city, or puts it in the place of that with the same id.
    pub(super) fn put(&mut self, city: City) {
        match self.cities.iter_mut().find(|known| known.id == city.id) {
            Some(known) => *known = city,
            None => self.cities.push(city),
        }
    }

    pub(super) fn file(&self, city: &City) -> Option<TextFile> {
        Some(match &city.document {
            Document::BuiltIn(region) => TextFile {
                name: format!("regions/{}.toml", region.id),
                text: Rc::from((self.documents.0)(region)?),
            },
            Document::Brought(file) => file.clone(),
        })
    }

    pub(super) fn model_file(&self, plan: &Plan) -> &ModelFile {
        let own = plan.own_model.as_ref();
        let own = own.and_then(|text| self.models.iter().find(|file| file.text == *text));
        own.unwrap_or(&self.models[0])
    }

    pub(super) fn newest(&self, id: &str) -> Option<&ModelFile> {
        self.models.iter().rev().find(|file| file.model.id == id)
    }
}

impl ModelFile {
    /// What a plan says that was made with it.
    pub(super) fn identity(&self) -> ModelIdentity {
        if self.is_built_in {
            return builtin::identity(&self.model);
        }
        ModelIdentity::of(&self.model, &self.text)
    }

    /// A new plan for the city of `file`, with warnings.
    pub(super) fn plan(&self, file: &TextFile) -> Result<(Plan, Vec<Diagnostic>), Vec<Diagnostic>> {
        let checked = region::read(file.source(), &self.model);
        let Some(region) = checked.value else { return Err(checked.diagnostics) };
        let identity = self.identity();
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

/// What to call a plan's city in a list: city and plan year.
#[must_use]
pub fn list_name(plan: &Plan) -> Text {
    let (name, year) = (&plan.region.name, plan.region.plan_year);
    Text::new(format!("{}{year}年", name.zh), format!("{} {year}", name.en))
}
