//! Changes to the plan in hand, all of them or none.

use typed_index_collections::TiSlice;

use crate::host::fields::Fields;
use crate::host::problem::RequestProblem;
use crate::limits;
use crate::model::{Lever, LeverId, Model};
use crate::plan::{LeverPath, ScenarioId};
use crate::region::Target;
use crate::session::{Action, Edit, Session};
use crate::unit::InUnit;
use crate::wording::{Phrase, decimal, decimals_of_step};

/// One change, with its place in the message.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestedChange {
    place: String,
    what: What,
}

#[derive(Clone, Debug, PartialEq)]
enum What {
    /// Setting in the lever's unit; none is back to present. Without a year, of all years.
    Lever { id: String, value: Option<InUnit>, year: Option<i32> },
    /// Value in the assumption's unit; none is back to the region's.
    Assumption { id: String, year: i32, value: Option<InUnit> },
    /// 元; none is no ceiling.
    Ceiling(Option<f64>),
    /// Position in the strip, from 1.
    Scenario(i32),
    /// 底线值 in the unit that the projection gives.
    Target { id: String, value: f64 },
}

pub(super) fn read(params: &Fields<'_>) -> Result<Vec<RequestedChange>, RequestProblem> {
    let changes = params.list("changes")?;
    if changes.is_empty() || changes.len() > limits::MESSAGE_CHANGES {
        let most = limits::MESSAGE_CHANGES.to_string();
        return Err(RequestProblem::at("changes", Phrase::HOST_COUNT_OF_CHANGES).fill("most", most));
    }
    let change = |(position, change): (usize, &serde_json::Value)| {
        let place = format!("changes[{position}]");
        let Some(fields) = change.as_object() else {
            return Err(RequestProblem::at(place, Phrase::HOST_NEEDS_OBJECT));
        };
        let what = what(&Fields::of(fields, place.clone()))?;
        Ok(RequestedChange { place, what })
    };
    changes.iter().enumerate().map(change).collect()
}

fn what(fields: &Fields<'_>) -> Result<What, RequestProblem> {
    let id = |name| fields.text(name).map(str::to_owned);
    if fields.has("lever") {
        fields.only(&["lever", "value", "year"])?;
        let year = fields.has("year").then(|| fields.whole("year")).transpose()?;
        let value = fields.number_or_null("value")?.map(InUnit);
        Ok(What::Lever { id: id("lever")?, value, year })
    } else if fields.has("assumption") {
        fields.only(&["assumption", "value", "year"])?;
        let (year, value) = (fields.whole("year")?, fields.number_or_null("value")?);
        Ok(What::Assumption { id: id("assumption")?, year, value: value.map(InUnit) })
    } else if fields.has("target") {
        fields.only(&["target", "value"])?;
        Ok(What::Target { id: id("target")?, value: fields.number("value")? })
    } else if fields.has("ceiling") {
        fields.only(&["ceiling"])?;
        fields.number_or_null("ceiling").map(What::Ceiling)
    } else {
        fields.only(&["scenario"])?;
        fields.whole("scenario").map(What::Scenario)
    }
}

/// What to do so that the session is as the changes ask, one after the other. `model` is that of the
/// plan; `present` gives the present setting of a lever, by its position and in its unit; `fresh` draws the ids of
/// scenarios that are made.
///
/// # Errors
///
/// The first change that cannot be made, and why.
pub fn patched(
    changes: &[RequestedChange],
    session: &Session,
    model: &Model,
    present: &TiSlice<LeverId, InUnit>,
    fresh: fn() -> ScenarioId,
) -> Result<Vec<Action>, RequestProblem> {
    let mut after = session.clone();
    let mut actions = Vec::new();
    for change in changes {
        let edit = change.edit(&after, model, (present, fresh()))?;
        for action in [edit.into(), Action::Rest] {
            let refused = |_| change.at(change.field(), Phrase::HOST_NEEDS_NUMBER);
            after = after.attempt(action.clone(), model).map_err(refused)?;
            actions.push(action);
        }
    }
    Ok(actions)
}

impl RequestedChange {
    fn at(&self, field: &str, phrase: Phrase) -> RequestProblem {
        RequestProblem::at(format!("{}.{field}", self.place), phrase)
    }

    /// The field that holds the number.
    fn field(&self) -> &'static str {
        match self.what {
            What::Ceiling(_) => "ceiling",
            What::Scenario(_) => "scenario",
            What::Lever { .. } | What::Assumption { .. } | What::Target { .. } => "value",
        }
    }

    fn edit(
        &self,
        session: &Session,
        model: &Model,
        (present, fresh): (&TiSlice<LeverId, InUnit>, ScenarioId),
    ) -> Result<Edit, RequestProblem> {
        let region = &session.plan().region;
        match &self.what {
            What::Lever { id, value, year } => {
                let Some(position) = model.lever(id) else {
                    return Err(self.at("lever", Phrase::HOST_NO_LEVER));
                };
                let (lever, present) = (&model.levers[position], present.get(position).copied());
                let present = present.unwrap_or(lever.present);
                let step = year.map(|year| self.step(year, region.base_year, model)).transpose()?;
                self.lever(session, lever, (present, fresh), *value, step)
            }
            What::Assumption { id, year, value } => {
                let id = model.current(id);
                let known = model.assumptions.iter().find(|assumption| assumption.id == id);
                let Some(known) = known else {
                    return Err(self.at("assumption", Phrase::HOST_NO_ASSUMPTION));
                };
                self.step(*year, region.base_year, model)?;
                let value = value.map(|value| known.unit.to_base(value));
                Ok(Edit::SetAssumption { assumption: id.to_owned(), year: *year, value, fresh })
            }
            What::Ceiling(ceiling) => match ceiling {
                Some(ceiling) if *ceiling < 0.0 => {
                    Err(self.at("ceiling", Phrase::HOST_NEEDS_NUMBER))
                }
                ceiling => Ok(Edit::SetCeiling(*ceiling)),
            },
            What::Scenario(number) => {
                let scenarios = session.plan().scenarios.all();
                let position =
                    usize::try_from(*number).ok().and_then(|number| number.checked_sub(1));
                let scenario = position.and_then(|position| scenarios.get(position));
                let count = scenarios.len().to_string();
                scenario.map(|scenario| Edit::SelectScenario(scenario.id)).ok_or_else(|| {
                    self.at("scenario", Phrase::HOST_NO_SCENARIO).fill("count", count)
                })
            }
            What::Target { id, value } => {
                let target = region.targets.iter().find(|target| target.id == *id);
                let Some(target) = target else {
                    return Err(self.at("target", Phrase::HOST_NO_TARGET));
                };
                let floor = target.judged_unit(model).to_base(InUnit(*value));
                Ok(Edit::PutTarget(Box::new(Target { floor, ..target.clone() })))
            }
        }
    }

    /// Position of a year among those that are simulated, from 1.
    fn step(&self, year: i32, base_year: i32, model: &Model) -> Result<u32, RequestProblem> {
        let step = year.checked_sub(base_year).and_then(|step| u32::try_from(step).ok());
        step.filter(|step| (1..=model.horizon).contains(step)).ok_or_else(|| {
            let last = base_year + model.horizon.cast_signed();
            self.at("year", Phrase::HOST_NO_YEAR)
                .fill("first", (base_year + 1).to_string())
                .fill("last", last.to_string())
        })
    }

    fn lever(
        &self,
        session: &Session,
        lever: &Lever,
        (present, fresh): (InUnit, ScenarioId),
        value: Option<InUnit>,
        step: Option<u32>,
    ) -> Result<Edit, RequestProblem> {
        let [low, high] = lever.range;
        if value.is_some_and(|value| !(low..=high).contains(&value)) {
            let bound = |bound: InUnit| decimal(bound.0, decimals_of_step(lever.step));
            return Err(self
                .at("value", Phrase::HOST_OUT_OF_RANGE)
                .fill("low", bound(low))
                .fill("high", bound(high))
                .fill("unit", lever.unit.symbol()));
        }
        let id = lever.id.clone();
        Ok(match (value, step) {
            (value, Some(step)) => {
                let before = session.settings().get(&id);
                let path = LeverPath::with_year(before, present, step, value.unwrap_or(present));
                Edit::SetLeverPath { lever: id, path, fresh }
            }
            // As on the page, setting a lever to its present value is putting it back.
            (Some(value), None) if value != present => Edit::SetLever { lever: id, value, fresh },
            (_, None) => Edit::ResetLever(id),
        })
    }
}
