//! A model bound to a region, compiled for the outputs that somebody wants.

use crate::engine::builder::{Builder, Built, Missing, Stage};
use crate::engine::draws::Draws;
use crate::engine::inputs::{Input, Inputs};
use crate::engine::lanes::{LANES, Lanes, execute};
use crate::engine::tape::{Operand, ScalarNode, Tape};
use crate::model::Model;
use crate::plan::Settings;
use crate::region::Region;
use crate::sampling::ShockDistribution;

/// Something that a run computes for every year and draw; base units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Output {
    /// A variable under the settings.
    Scenario(usize),
    /// A variable with all levers at present, in the same draw.
    Outlook(usize),
    /// Municipal cash of all levers, 元.
    Cost,
    /// Municipal cash of one lever, 元.
    LeverCost(usize),
}

/// A compiled model. Settings and draws vary from run to run; the program does not.
#[derive(Debug)]
pub struct Program {
    tape: Tape,
    inputs: Inputs,
    years: u32,
    base_year: i32,
    /// By output as asked for: its position on the tape, or what is missing.
    outputs: Vec<Result<usize, Missing>>,
    /// By lever: id, present setting and factor to base units.
    levers: Vec<(String, f64, crate::unit::Unit)>,
    /// By assumption, then by simulated year; NaN where the region lists none.
    assumptions: Vec<Vec<f64>>,
}

impl Program {
    /// Compiles a model for a region and the outputs that are wanted.
    #[must_use]
    pub fn compile(model: &Model, region: &Region, wanted: &[Output]) -> Self {
        let mut builder = Builder::new(model, region);
        let mut nodes = Vec::new();
        let outputs = (wanted.iter())
            .map(|output| {
                let yearly = yearly_node(&mut builder, *output)?;
                nodes.push((base_node(&mut builder, *output), yearly));
                Ok(nodes.len() - 1)
            })
            .collect();
        Self {
            tape: Tape::new(&builder.graph, &nodes),
            inputs: builder.inputs,
            years: model.horizon,
            base_year: region.base_year,
            outputs,
            levers: (model.levers.iter())
                .map(|lever| (lever.id.clone(), region.present_setting(lever), lever.unit.clone()))
                .collect(),
            assumptions: listed_assumptions(model, region),
        }
    }

    /// Ids of what is missing for an output, by its position in the list asked for.
    #[must_use]
    pub fn missing(&self, output: usize) -> Option<Vec<String>> {
        let missing = self.outputs.get(output)?.as_ref().err()?;
        Some(missing.iter().cloned().collect())
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

    /// Instructions that are run for every year of a draw.
    #[must_use]
    pub fn yearly_instructions(&self) -> usize {
        self.tape.yearly.len()
    }

    /// Runs all draws under `settings`.
    #[must_use]
    pub fn run(&self, draws: &Draws, settings: &Settings) -> Ensemble {
        let scalars: Vec<Vec<f64>> = (1..=self.years).map(|t| self.scalars(t, settings)).collect();
        let years = self.years as usize + 1;
        let values = vec![f64::NAN; self.tape.outputs.len() * years * draws.count];
        let mut ensemble =
            Ensemble { years, count: draws.count, positions: self.positions(), values };
        let mut registers: Vec<Lanes> = vec![[0.0; LANES]; self.tape.registers];
        for first in (0..draws.count).step_by(LANES) {
            self.run_block(first, draws, &scalars, &mut registers, &mut ensemble);
        }
        ensemble
    }

    fn positions(&self) -> Vec<Option<usize>> {
        self.outputs.iter().map(|output| output.as_ref().ok().copied()).collect()
    }

    fn run_block(
        &self,
        first: usize,
        draws: &Draws,
        scalars: &[Vec<f64>],
        registers: &mut [Lanes],
        ensemble: &mut Ensemble,
    ) {
        let lanes = LANES.min(draws.count - first);
        for (register, column) in &self.tape.columns {
            registers[*register][..lanes]
                .copy_from_slice(&draws.columns[*column][first..first + lanes]);
        }
        execute(&self.tape.once, registers, &scalars[0]);
        for state in &self.tape.states {
            registers[state.register] = read(state.first, registers, &scalars[0]);
        }
        for (output, operands) in self.tape.outputs.iter().enumerate() {
            if let Some(base) = operands.base {
                let value = read(base, registers, &scalars[0]);
                ensemble.store(output, 0, first, &value[..lanes]);
            }
        }
        for (year, scalars) in scalars.iter().enumerate() {
            for (register, shock) in &self.tape.shocks {
                let values = &draws.shocks[*shock][year][first..first + lanes];
                registers[*register][..lanes].copy_from_slice(values);
            }
            execute(&self.tape.yearly, registers, scalars);
            for (output, operands) in self.tape.outputs.iter().enumerate() {
                let value = read(operands.yearly, registers, scalars);
                ensemble.store(output, year + 1, first, &value[..lanes]);
            }
            for state in &self.tape.states {
                registers[state.register] = read(state.next, registers, scalars);
            }
        }
    }

    /// Values of all scalar nodes in the `t`-th simulated year.
    fn scalars(&self, t: u32, settings: &Settings) -> Vec<f64> {
        let mut values = Vec::with_capacity(self.tape.scalars.len());
        for scalar in &self.tape.scalars {
            let value = match *scalar {
                ScalarNode::Literal(value) => value,
                ScalarNode::Time => f64::from(t),
                ScalarNode::Lever { lever, ago } => self.setting(lever, t, ago, settings),
                ScalarNode::Assumption(assumption) => self.assumptions[assumption][t as usize - 1],
                ScalarNode::Unary(operation, x) => operation.apply(values[x]),
                ScalarNode::Binary(operation, x, y) => operation.apply(values[x], values[y]),
                ScalarNode::Ternary(operation, x, y, z) => {
                    operation.apply(values[x], values[y], values[z])
                }
            };
            values.push(value);
        }
        values
    }

    fn setting(&self, lever: usize, t: u32, ago: u32, settings: &Settings) -> f64 {
        let (id, present, unit) = &self.levers[lever];
        let path = settings.get(id).filter(|_| t > ago);
        unit.to_base(path.and_then(|path| path.at(t - ago)).unwrap_or(*present))
    }
}

fn yearly_node(builder: &mut Builder<'_>, output: Output) -> Built {
    match output {
        Output::Scenario(variable) => builder.variable(Stage::Scenario, variable),
        Output::Outlook(variable) => builder.variable(Stage::Outlook, variable),
        Output::Cost => builder.cost(None),
        Output::LeverCost(lever) => builder.cost(Some(lever)),
    }
}

fn base_node(builder: &mut Builder<'_>, output: Output) -> Option<usize> {
    match output {
        Output::Scenario(variable) | Output::Outlook(variable) => {
            builder.variable(Stage::Base, variable).ok()
        }
        Output::Cost | Output::LeverCost(_) => None,
    }
}

fn listed_assumptions(model: &Model, region: &Region) -> Vec<Vec<f64>> {
    let years = 1..=model.horizon as i32;
    let listed = model.assumptions.iter().map(|assumption| {
        let path = region.assumptions.get(&assumption.id);
        let value = |t: i32| path.and_then(|path| path.by_year.get(&(region.base_year + t)));
        years.clone().map(|t| value(t).copied().unwrap_or(f64::NAN)).collect()
    });
    listed.collect()
}

fn read(operand: Operand, registers: &[Lanes], scalars: &[f64]) -> Lanes {
    match operand {
        Operand::Register(register) => registers[register],
        Operand::Scalar(slot) => [scalars[slot]; LANES],
    }
}

/// The values of all outputs in all years and draws.
#[derive(Clone, Debug)]
pub struct Ensemble {
    years: usize,
    count: usize,
    /// By output as asked for.
    positions: Vec<Option<usize>>,
    /// `[output][year][draw]`
    values: Vec<f64>,
}

impl Ensemble {
    /// One value a draw in year `t` (0 is the base year), by the output's position in the
    /// list asked for; `None` where something is missing. NaN where an output has no
    /// base-year value.
    #[must_use]
    pub fn values(&self, output: usize, t: usize) -> Option<&[f64]> {
        let position = (*self.positions.get(output)?)?;
        let start = (position * self.years + t) * self.count;
        self.values.get(start..start + self.count)
    }

    fn store(&mut self, position: usize, t: usize, first: usize, lanes: &[f64]) {
        let start = (position * self.years + t) * self.count + first;
        self.values[start..start + lanes.len()].copy_from_slice(lanes);
    }
}
