//! What every part of the screen needs: what is given, the source of entries, what is open.

use std::rc::Rc;

use yew::prelude::*;

use crate::desk::place::FigurePlace;
use crate::desk::source::{EntrySource, LeftBehind};
use crate::locale::Locale;
use crate::model::Model;
use crate::region::{Datum, Region};
use crate::ui::state::given::Given;
use crate::ui::widgets::heading::heading;
use crate::unit::Unit;
use crate::wording::{Measure, Phrase, read_optional};

/// What every part of the screen needs.
pub(super) struct Scope<'s> {
    pub(super) given: &'s Given,
    /// Where what is entered next comes from.
    pub(super) source: &'s UseStateHandle<EntrySource>,
    /// The figure whose origin is open to be changed.
    pub(super) open: &'s UseStateHandle<Option<FigurePlace>>,
    /// What the last new source did not take over.
    pub(super) left: &'s UseStateHandle<Option<LeftBehind>>,
}

impl Scope<'_> {
    pub(super) fn locale(&self) -> Locale {
        self.given.scene.locale
    }

    pub(super) fn model(&self) -> &Model {
        &self.given.scene.model
    }

    /// The plan's own region, without what scenarios assume.
    pub(super) fn region(&self) -> &Region {
        &self.given.plan.region
    }

    /// How a number of this unit is written and read: with as many digits as it has.
    pub(super) fn measure(&self, unit: &Unit, value: Option<f64>) -> Measure {
        let measure = Measure::of(unit, &self.model().units, 0, self.locale());
        value.into_iter().fold(measure, Measure::showing).without_padding()
    }

    /// A value in base units as the digits of its field, empty where there is none.
    pub(super) fn digits(&self, unit: &Unit, value: Option<f64>) -> String {
        let measure = self.measure(unit, value);
        value.map_or(String::new(), |value| measure.digits(value))
    }

    /// The unit as headings have it.
    pub(super) fn heading(&self, unit: &Unit) -> String {
        self.measure(unit, None).heading()
    }

    /// Takes a number in base units, nothing where the field was cleared, from what is typed.
    pub(super) fn reading(
        &self,
        unit: &Unit,
        take: impl Fn(Option<f64>) -> Result<(), String> + 'static,
    ) -> Callback<String, Option<String>> {
        let (measure, unit) = (self.measure(unit, None), unit.clone());
        let (model, locale) = (self.given.scene.model.clone(), self.locale());
        let take: Rc<dyn Fn(Option<f64>) -> Result<(), String>> = Rc::new(take);
        Callback::from(move |text: String| {
            let problem = match read_optional(&text, &unit, &measure, &model.units) {
                Ok(value) => take(value).err()?,
                Err(error) => error.clause(locale),
            };
            Some(Phrase::ENTRY_KEPT.with(locale, &[("problem", &problem)]))
        })
    }

    /// Puts what is typed at `place`; `fits` says why a value in base units cannot be there.
    pub(super) fn putting(
        &self,
        place: &FigurePlace,
        unit: &Unit,
        fits: impl Fn(f64) -> Result<(), String> + 'static,
    ) -> Callback<String, Option<String>> {
        let (place, kept) = (place.clone(), unit.clone());
        let (source, locale) = (self.source.clone(), self.locale());
        let (old, on_action) = (place.datum(self.region()).cloned(), self.given.on_action.clone());
        self.reading(unit, move |value| {
            value.map_or(Ok(()), &fits)?;
            let datum = value.map(|value| {
                let new = source.datum(value, &kept, locale);
                source.unless_kept(new, old.as_ref())
            });
            on_action.emit(place.edit(datum).into());
            Ok(())
        })
    }

    /// Changes the origin of what is at `place`; returns why that cannot be.
    pub(super) fn amending(
        &self,
        place: &FigurePlace,
        datum: &Datum,
        edit: impl Fn(&mut Datum, &str) -> Result<(), Phrase> + 'static,
    ) -> Callback<String, Option<String>> {
        let (place, datum) = (place.clone(), datum.clone());
        let (on_action, locale) = (self.given.on_action.clone(), self.locale());
        Callback::from(move |text: String| {
            let mut changed = datum.clone();
            if let Err(problem) = edit(&mut changed, text.trim()) {
                return Some(problem.get(locale).to_owned());
            }
            on_action.emit(place.edit(Some(changed)).into());
            None
        })
    }
}

/// A part of the screen under its heading.
pub(super) fn section(id: &'static str, title: &str, remark: &str, body: Html) -> Html {
    html! {
        <section class="data-section" id={id} tabindex="-1" aria-labelledby={format!("{id}-title")}>
            { heading(&format!("{id}-title"), title, remark) }
            { body }
        </section>
    }
}
