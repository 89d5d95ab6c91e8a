//! A model bound to a region, compiled for the outputs that somebody wants.

use typed_index_collections::TiVec;

use crate::engine::availability::{Availability, Missing};
use crate::engine::builder::Builder;
use crate::engine::case::Case;
use crate::engine::division::{OutputNodes, Place, divide};
use crate::engine::graph::NodeId;
use crate::engine::inputs::{Input, Inputs};
use crate::engine::output::Output;
use crate::engine::pin::{self, Pin, Pinned};
use crate::engine::schedule::schedule;
use crate::engine::stage::Stage;
use crate::engine::tape::Tape;
use crate::model::{LeverId, Model, Reference, VariableId};
use crate::plan::Settings;
use crate::region::Region;
use crate::sampling::ShockDistribution;
use crate::unit::InUnit;

/// A compiled model. Settings and draws vary from run to run; the program does not.
#[derive(Debug)]
pub struct Program {
    /// What is computed once for all settings.
    lasting: Tape,
    /// What is computed under every group of settings.
    moving: Tape,
    /// By output that can be computed.
    places: Vec<Place>,
    inputs: Inputs,
    years: u32,
    base_year: i32,
    /// By output as asked for.
    outputs: Vec<Sought>,
    /// By lever: id, present setting and factor to base units.
    levers: TiVec<LeverId, (String, InUnit, crate::unit::Unit)>,
    /// By assumption: id, then the region's values by simulated year; NaN where it lists none.
    assumptions: Vec<(String, Vec<f64>)>,
    pins: Vec<Pin>,
}

/// What became of an output that was asked for.
#[derive(Debug)]
struct Sought {
    /// In `places`; none if no year of it can be computed.
    position: Option<usize>,
    /// What is missing, by simulated year from the first.
    missing: Vec<Missing>,
}

impl Program {
    /// Compiles a model for a region and the outputs that are wanted.
    #[must_use]
    pub fn compile(model: &Model, region: &Region, wanted: &[Output]) -> Self {
        Self::compile_for(&Case::default(), (model, region), wanted)
    }

    /// The same for cases that know values of the same variables as `case`, and that list assumptions in
    /// the years in which the region does.
    #[must_use]
    pub fn compile_for(case: &Case, (model, region): (&Model, &Region), wanted: &[Output]) -> Self {
        let pinned = pinned(case, model);
        let mut builder = Builder::new(model, region, &pinned);
        let mut availability = Availability::new(model, region);
        let mut nodes = Vec::new();
        let outputs = (wanted.iter())
            .map(|output| {
                let missing = availability.missing(*output);
                if missing.iter().all(|missing| !missing.is_empty()) {
                    return Sought { position: None, missing };
                }
                let yearly = yearly_node(&mut builder, *output);
                nodes.push((base_node(&mut builder, &mut availability, *output), yearly));
                Sought { position: Some(nodes.len() - 1), missing }
            })
            .collect();
        Self::new(builder, &nodes, outputs, &pinned)
    }

    /// Compiles a model for any of its declarations: output `2 i` is declaration `i` under the
    /// settings, output `2 i + 1` the same in the outlook. NaN where something is missing.
    #[must_use]
    pub fn compile_declarations(
        case: &Case,
        (model, region): (&Model, &Region),
        declarations: &[Reference],
    ) -> Self {
        let pinned = pinned(case, model);
        let mut builder = Builder::new(model, region, &pinned);
        let mut nodes: Vec<OutputNodes> = Vec::new();
        let mut outputs = Vec::new();
        let nothing = vec![Missing::new(); model.horizon as usize];
        for name in declarations {
            let base = Some(builder.value(Stage::Base, *name));
            for stage in [Stage::Scenario, Stage::Outlook] {
                let wanted = (base, builder.value(stage, *name));
                // What no lever reaches is stored once.
                let known = nodes.iter().position(|nodes| *nodes == wanted);
                let position = Some(known.unwrap_or(nodes.len()));
                outputs.push(Sought { position, missing: nothing.clone() });
                if known.is_none() {
                    nodes.push(wanted);
                }
            }
        }
        Self::new(builder, &nodes, outputs, &pinned)
    }

    fn new(
        mut builder: Builder<'_>,
        nodes: &[OutputNodes],
        outputs: Vec<Sought>,
        pinned: &[VariableId],
    ) -> Self {
        let pinned_nodes: Vec<NodeId> =
            pinned.iter().map(|variable| builder.variable(Stage::Outlook, *variable)).collect();
        let Builder { model, region, graph, inputs, .. } = builder;
        let shocks = pin::shocks(&graph, &pinned_nodes, &inputs.shocks);
        let pins = pinned.iter().zip(shocks).enumerate().map(|(row, (variable, shock))| {
            let id = model.variables[*variable].id.clone();
            Pin { id, row, shock }
        });
        let pins = pins.collect();
        let division = divide(&graph, nodes, &pinned_nodes);
        let lasting = schedule(&graph, &division.lasting);
        let moving = schedule(&division.moving(graph), &division.moved);
        Self {
            lasting,
            moving,
            places: division.places,
            inputs,
            years: model.horizon,
            base_year: region.base_year,
            outputs,
            levers: (model.levers.iter())
                .map(|lever| (lever.id.clone(), region.present_setting(lever), lever.unit.clone()))
                .collect(),
            assumptions: listed_assumptions(model, region),
            pins,
        }
    }

    /// Ids of what is missing for an output in some year, by its position in the list asked for.
    #[must_use]
    pub fn missing(&self, output: usize) -> Option<Vec<String>> {
        let by_year = &self.outputs.get(output)?.missing;
        let all: Missing = by_year.iter().flatten().cloned().collect();
        (!all.is_empty()).then(|| all.into_iter().collect())
    }

    /// Ids of what is missing for an output in the `t`-th simulated year.
    #[must_use]
    pub fn missing_in(&self, output: usize, t: usize) -> Vec<String> {
        let missing = self.outputs.get(output).and_then(|sought| sought.missing.get(t - 1));
        missing.into_iter().flatten().cloned().collect()
    }

    /// The inputs of a draw that have one value.
    #[must_use]
    pub fn inputs(&self) -> &[Input] {
        &self.inputs.columns
    }

    /// The inputs of a draw that have a value each year.
    #[must_use]
    pub fn shocks(&self) -> &[(String, ShockDistribution)] {
        &self.inputs.shocks
    }

    /// Simulated years.
    #[must_use]
    pub fn years(&self) -> u32 {
        self.years
    }

    /// The year before the first simulated one.
    #[must_use]
    pub fn base_year(&self) -> i32 {
        self.base_year
    }

    pub(super) fn lasting(&self) -> &Tape {
        &self.lasting
    }

    pub(super) fn moving(&self) -> &Tape {
        &self.moving
    }

    /// By output as asked for, then by year from the base year: where its values stand.
    pub(super) fn places(&self) -> Vec<Vec<Option<Place>>> {
        let years = |sought: &Sought| {
            let place = sought.position.map(|position| self.places[position]);
            let known = sought.missing.iter().map(Missing::is_empty);
            [true].into_iter().chain(known).map(|known| place.filter(|_| known)).collect()
        };
        self.outputs.iter().map(years).collect()
    }

    /// A lever's setting in year `t` less `ago`, in base units.
    pub(super) fn setting(&self, lever: LeverId, t: u32, ago: u32, settings: &Settings) -> f64 {
        let (id, present, unit) = &self.levers[lever];
        let path = settings.get(id).filter(|_| t > ago);
        unit.to_base(path.and_then(|path| path.at(t - ago)).unwrap_or(*present))
    }

    /// How many years after the first simulated one a calendar year is; none where it is before.
    pub(super) fn simulated(&self, year: i32) -> Option<usize> {
        usize::try_from(year.checked_sub(self.base_year)?.checked_sub(1)?).ok()
    }

    /// Listed assumptions in a case, by simulated year: the region's where the case has no other. A year that
    /// the region does not list has the model's default, which is compiled in.
    pub(super) fn assumptions(&self, case: &Case) -> Vec<Vec<f64>> {
        let listed = self.assumptions.iter().map(|(id, values)| {
            let mut values = values.clone();
            for (year, value) in case.assumptions.get(id).into_iter().flat_map(|path| path.iter()) {
                if let Some(listed) = self.simulated(*year).and_then(|t| values.get_mut(t)) {
                    *listed = *value;
                }
            }
            values
        });
        listed.collect()
    }

    pub(super) fn pins(&self) -> &[Pin] {
        &self.pins
    }

    /// What a run of a case has to meet.
    pub(super) fn pinned(&self, case: &Case) -> Vec<Pinned> {
        let pins = self.pins.iter().enumerate().map(|(position, pin)| {
            let mut values = vec![f64::NAN; self.years as usize];
            for (year, value) in case.known.get(&pin.id).into_iter().flat_map(|known| known.iter())
            {
                if let Some(known) = self.simulated(*year).and_then(|t| values.get_mut(t)) {
                    *known = *value;
                }
            }
            Pinned::new(&self.lasting, position, pin, values)
        });
        pins.collect()
    }
}

fn yearly_node(builder: &mut Builder<'_>, output: Output) -> usize {
    match output {
        Output::Scenario(variable) => builder.variable(Stage::Scenario, variable),
        Output::Outlook(variable) => builder.variable(Stage::Outlook, variable),
        Output::Cost => builder.cost(None),
        Output::LeverCost(lever) => builder.cost(Some(lever)),
    }
}

fn base_node(
    builder: &mut Builder<'_>,
    availability: &mut Availability<'_>,
    output: Output,
) -> Option<usize> {
    match output {
        Output::Scenario(variable) | Output::Outlook(variable) => {
            availability.has_base_value(variable).then(|| builder.variable(Stage::Base, variable))
        }
        Output::Cost | Output::LeverCost(_) => None,
    }
}

/// The variables of which a case knows values.
fn pinned(case: &Case, model: &Model) -> Vec<VariableId> {
    case.known.keys().filter_map(|id| model.variable(id)).collect()
}

fn listed_assumptions(model: &Model, region: &Region) -> Vec<(String, Vec<f64>)> {
    let years = 1..=model.horizon as i32;
    let listed = model.assumptions.iter().map(|assumption| {
        let path = region.assumptions.get(&assumption.id);
        let value = |t: i32| path.and_then(|path| path.by_year.get(&(region.base_year + t)));
        let values = years.clone().map(|t| value(t).copied().unwrap_or(f64::NAN)).collect();
        (assumption.id.clone(), values)
    });
    listed.collect()
}
