//! Where a number of the region stands, and what the region asks for.

use crate::locale::Text;
use crate::model::{Figure, Formula, Model, Start, Variable, VariableId};
use crate::region::{DatedValue, Datum, Region};
use crate::session::Edit;
use crate::unit::Unit;

/// Years before the base year that the table offers whether or not they have figures.
const OFFERED_YEARS: i32 = 4;

/// Where a number of the region stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigurePlace {
    /// Of the base year, by id.
    Figure(String),
    /// Of another year, by id of the variable.
    Dated(String, i32),
    /// A lever's present setting, by id.
    Present(String),
}

impl FigurePlace {
    /// The place of a figure in a calendar year.
    #[must_use]
    pub fn of(id: &str, year: i32, region: &Region) -> Self {
        if year == region.base_year {
            Self::Figure(id.to_owned())
        } else {
            Self::Dated(id.to_owned(), year)
        }
    }

    /// The calendar year of the number; none for a setting, which stands for no year of its own.
    #[must_use]
    pub fn year(&self, region: &Region) -> Option<i32> {
        match self {
            Self::Figure(_) => Some(region.base_year),
            Self::Dated(_, year) => Some(*year),
            Self::Present(_) => None,
        }
    }

    /// What the region has there.
    #[must_use]
    pub fn datum<'r>(&self, region: &'r Region) -> Option<&'r Datum> {
        match self {
            Self::Figure(id) => region.figures.get(id),
            Self::Present(lever) => region.present.get(lever),
            Self::Dated(id, year) => {
                let dated =
                    if *year < region.base_year { &region.history } else { &region.outcomes };
                let found = |value: &&DatedValue| value.year == *year;
                dated.get(id)?.iter().find(found).map(|value| &value.datum)
            }
        }
    }

    /// Putting `datum` there, or taking away what is there.
    #[must_use]
    pub fn edit(&self, datum: Option<Datum>) -> Edit {
        match self.clone() {
            Self::Figure(id) => Edit::SetFigure { id, datum },
            Self::Dated(id, year) => Edit::SetHistory { id, year, datum },
            Self::Present(lever) => Edit::SetPresent { lever, datum },
        }
    }

    /// The id of its field on the page.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Figure(id) => format!("figure-{id}"),
            Self::Dated(id, year) => format!("{id}-{year}"),
            Self::Present(lever) => format!("present-{lever}"),
        }
    }
}

/// Something that the region may give a number for.
#[derive(Clone, Debug)]
pub struct Item<'m> {
    /// Id of the figure or variable.
    pub id: &'m str,
    /// Displayed name.
    pub name: &'m Text,
    /// The unit to ask in.
    pub unit: &'m Unit,
    /// Outside it the value is doubtful; base units.
    pub plausible: Option<[f64; 2]>,
    /// Taken where the region gives nothing.
    pub default: Option<&'m Formula>,
    /// Whether the base year's value is given and not computed.
    pub is_given: bool,
}

/// What has values of several years: variables that start from a figure, those of a target, and
/// those that the region has another year of.
#[must_use]
pub fn series<'m>(model: &'m Model, region: &Region) -> Vec<Item<'m>> {
    let is_dated =
        |id: &String| region.history.contains_key(id) || region.outcomes.contains_key(id);
    let is_target =
        |at: VariableId| region.targets.iter().any(|target| target.variable == Some(at));
    let shown = model.variables.iter_enumerated().filter(|(at, variable)| {
        variable.start == Start::Region || is_target(*at) || is_dated(&variable.id)
    });
    let item = |(_, variable): (VariableId, &'m Variable)| Item {
        id: &variable.id,
        name: &variable.name,
        unit: &variable.unit,
        plausible: variable.plausible,
        default: variable.default.as_ref(),
        is_given: variable.start == Start::Region,
    };
    shown.map(item).collect()
}

/// What has a value of the base year only.
#[must_use]
pub fn figures<'m>(model: &'m Model) -> Vec<Item<'m>> {
    let item = |figure: &'m Figure| Item {
        id: &figure.id,
        name: &figure.name,
        unit: &figure.unit,
        plausible: figure.plausible,
        default: figure.default.as_ref(),
        is_given: true,
    };
    model.figures.iter().map(item).collect()
}

/// The years of the table: the base year, some before it, and all that the region has figures of.
#[must_use]
pub fn years(region: &Region) -> Vec<i32> {
    let dated = region.history.values().chain(region.outcomes.values()).flatten();
    let mut years: Vec<i32> = dated.map(|value| value.year).collect();
    years.extend(region.base_year - OFFERED_YEARS..=region.base_year);
    years.sort_unstable();
    years.dedup();
    years
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::library::builtin;
    use crate::session::Session;

    fn session() -> Session {
        Session::new(Library::built_in().unwrap().choose("yiyang-2020", None).unwrap())
    }

    #[test]
    fn what_is_put_at_a_place_is_found_there() {
        let session = session();
        let datum = session.plan().region.figures["gdp"].clone();
        for place in [
            FigurePlace::of("rd", 2019, &session.plan().region),
            FigurePlace::of("rd", 2018, &session.plan().region),
            FigurePlace::of("rd", 2020, &session.plan().region),
            FigurePlace::Present("hnte_award".to_owned()),
        ] {
            let put = session.clone().after(place.edit(Some(datum.clone())));
            assert_eq!(place.datum(&put.plan().region), Some(&datum), "{place:?}");
            let removed = put.after(place.edit(None));
            assert_eq!(place.datum(&removed.plan().region), None, "{place:?}");
        }
    }

    #[test]
    fn the_table_has_the_base_year_years_before_it_and_every_year_with_figures() {
        let (model, region) = builtin::load(&builtin::REGIONS[0]).unwrap();
        let years = years(&region);
        assert!(years.is_sorted());
        for year in [2015, 2016, 2019, 2022] {
            assert!(years.contains(&year), "{year}");
        }
        let rows = series(&model, &region);
        let is_row = |id: &str| rows.iter().any(|item| item.id == id);
        assert!(is_row("gdp") && is_row("rd_intensity"));
        assert!(!rows.iter().find(|item| item.id == "rd_intensity").unwrap().is_given);
    }
}
