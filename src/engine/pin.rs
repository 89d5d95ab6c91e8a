//! Values that are known already: in every draw the year's luck is what leads to them.
//!
//! A variable whose value is known in a year is *pinned*. The shock that moves it that year is found by
//! root finding, draw by draw, so that all formulas hold and what else the shock moves follows. Where
//! no shock leads to the value, an amount is added instead: to the variable, or, where its formula only
//! adds up or divides others, to the first of those, so that identities hold. An amount, and not a
//! factor: a count may be 0 before.

use crate::engine::graph::{self, Graph, NodeId, operands};
use crate::engine::tape::Tape;
use crate::formula::{BinaryOperator, Expression, Moment, Node, Read, UnaryOperator};
use crate::lanes::{LANES, Lanes, Operand, Registers, execute};
use crate::model::{Model, Reference, VariableId};
use crate::region::Region;
use crate::sampling::ShockDistribution;

/// How far from its centre luck is looked for, standard deviations.
const REACH: f64 = 12.0;
/// Most evaluations of a search; an interval halved so often is empty.
const STEPS: usize = 80;
/// Every so often the interval is halved, whatever the secant says.
const HALVED: usize = 3;
/// Pins that move each other are gone through so often.
const SWEEPS: usize = 4;
/// How much further an amount goes that moved nothing.
const FURTHER: f64 = 1e3;
/// What counts as met, as a share of the value.
const CLOSE: f64 = 1e-12;

/// How a program meets the values that are known of one variable.
#[derive(Clone, Debug)]
pub(super) struct Pin {
    /// The variable's id.
    pub(super) id: String,
    /// Its row among what is computed once.
    pub(super) row: usize,
    /// The shock that leads to it.
    pub(super) shock: Option<usize>,
}

/// By pinned variable: what an amount is added to where no shock leads to its value; none where
/// everything that it is made of is pinned itself.
pub(super) fn shifted(
    model: &Model,
    region: &Region,
    pinned: &[VariableId],
) -> Vec<Option<VariableId>> {
    let mut shifted: Vec<Option<VariableId>> = Vec::new();
    for variable in pinned {
        let mut at = *variable;
        let mut seen = Vec::new();
        let found = loop {
            let expression = &region.formula(model, at).expression;
            let parts = read_now(expression);
            if seen.contains(&at) || parts.is_empty() || !only_combines(expression) {
                break Some(at);
            }
            seen.push(at);
            let is_free =
                |part: &VariableId| !pinned.contains(part) && !shifted.contains(&Some(*part));
            match parts.into_iter().find(is_free) {
                Some(part) => at = part,
                None => break None,
            }
        };
        shifted.push(found);
    }
    shifted
}

/// Whether a formula adds, subtracts, multiplies and divides values of its own run, and does nothing else.
fn only_combines(expression: &Expression<Reference>) -> bool {
    let is_value = |read: Read<Reference>| {
        let moment = matches!(read.moment, Moment::Now | Moment::Ago(_));
        let name = matches!(
            read.name,
            Reference::Variable(_)
                | Reference::Figure(_)
                | Reference::Parameter(_)
                | Reference::Constant(_)
        );
        read.run.is_none() && moment && name
    };
    let mut found = true;
    expression.visit(&mut |part| {
        found &= match &part.node {
            Node::Unary(operator, _) => *operator == UnaryOperator::Negate,
            Node::Binary(operator, ..) => matches!(
                operator,
                BinaryOperator::Add
                    | BinaryOperator::Subtract
                    | BinaryOperator::Multiply
                    | BinaryOperator::Divide
            ),
            Node::Number { .. } => true,
            Node::Time | Node::Year | Node::If(_) | Node::Call(..) => false,
            _ => part.own_reads().all(is_value),
        };
    });
    found
}

/// Variables that a formula reads in its own year, in its order.
fn read_now(expression: &Expression<Reference>) -> Vec<VariableId> {
    let reads = expression.reads().into_iter().filter(|read| read.moment == Moment::Now);
    let variables = reads.filter_map(|read| match (read.run, read.name) {
        (None, Reference::Variable(variable)) => Some(variable),
        _ => None,
    });
    variables.collect()
}

/// By pinned variable's node: the shock that is to lead to its value. One that few shocks move
/// chooses first, so that 地区生产总值 keeps its own luck where a share of it is known as well.
pub(super) fn shocks(
    graph: &Graph,
    nodes: &[NodeId],
    distributions: &[(String, ShockDistribution)],
) -> Vec<Option<usize>> {
    let reached: Vec<Vec<usize>> = nodes.iter().map(|node| shocks_of(graph, *node)).collect();
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_by_key(|pin| reached[*pin].len());
    let mut chosen = vec![None; nodes.len()];
    for pin in order {
        // A uniform shock decides a count in steps, which leads to no value between them.
        let is_free = |shock: &usize| {
            distributions[*shock].1 != ShockDistribution::Uniform && !chosen.contains(&Some(*shock))
        };
        chosen[pin] = reached[pin].iter().copied().find(is_free);
    }
    chosen
}

/// The shocks that move a node in its own year, in the order in which its formulas read them.
fn shocks_of(graph: &Graph, node: NodeId) -> Vec<usize> {
    let (mut open, mut seen, mut found) = (vec![node], vec![false; graph.nodes.len()], Vec::new());
    while let Some(id) = open.pop() {
        if std::mem::replace(&mut seen[id], true) {
            continue;
        }
        if let graph::Node::Shock(shock) = graph.nodes[id] {
            found.push(shock);
        }
        open.extend(
            operands(graph.nodes[id]).into_iter().flatten().collect::<Vec<_>>().iter().rev(),
        );
    }
    found
}

/// A pin of one run: where it stands in the registers, and what it is to meet.
#[derive(Debug)]
pub(super) struct Pinned {
    /// Where the variable's value is.
    outcome: Operand,
    /// Registers of what may be changed.
    shock: Option<usize>,
    shift: Option<usize>,
    /// By simulated year; NaN where nothing is known.
    values: Vec<f64>,
    /// By simulated year: what was found, a value a draw.
    pub(super) luck: Vec<Vec<f64>>,
    pub(super) amount: Vec<Vec<f64>>,
}

impl Pinned {
    /// The pin at `position` of a program with this tape.
    pub(super) fn new(tape: &Tape, position: usize, pin: &Pin, values: Vec<f64>) -> Self {
        let register = |list: &[(usize, usize)], wanted: usize| {
            list.iter().find(|(_, found)| *found == wanted).map(|(register, _)| *register)
        };
        let nothing = vec![Vec::new(); values.len()];
        Self {
            outcome: tape.outputs[pin.row],
            shock: pin.shock.and_then(|shock| register(&tape.shocks, shock)),
            shift: register(&tape.shifts, position),
            values,
            luck: nothing.clone(),
            amount: nothing,
        }
    }
}

/// Brings the lanes of a year, which is computed, to the values that are known, and notes what led there.
/// Whether all of them are met.
pub(super) fn meet(
    pins: &mut [Pinned],
    tape: &Tape,
    (year, scalars): (usize, &[f64]),
    registers: &mut Registers,
    lanes: usize,
) -> bool {
    let mut search = Search { tape, scalars, lanes, registers };
    let is_known = |pin: &&mut Pinned| !pin.values[year].is_nan();
    let mut is_met = false;
    for _ in 0..SWEEPS {
        is_met = true;
        for pin in pins.iter_mut().filter(is_known) {
            is_met &= search.bring(pin, pin.values[year]);
        }
        if is_met {
            break;
        }
    }
    for pin in pins.iter_mut().filter(is_known) {
        let kept = |register: Option<usize>, list: &mut Vec<f64>| {
            list.extend(register.iter().flat_map(|found| &search.registers.lanes(*found)[..lanes]));
        };
        kept(pin.shock, &mut pin.luck[year]);
        kept(pin.shift, &mut pin.amount[year]);
    }
    is_met
}

struct Search<'s> {
    tape: &'s Tape,
    scalars: &'s [f64],
    lanes: usize,
    registers: &'s mut Registers,
}

impl Search<'_> {
    /// Whether the pin was met before anything was done for it.
    fn bring(&mut self, pin: &Pinned, goal: f64) -> bool {
        if self.is_met(pin, goal) {
            return true;
        }
        if let Some(shock) = pin.shock {
            self.invert(shock, pin, goal);
        }
        if let Some(shift) = pin.shift.filter(|_| !self.is_met(pin, goal)) {
            self.shift(shift, pin, goal);
        }
        false
    }

    fn is_met(&self, pin: &Pinned, goal: f64) -> bool {
        self.distance(pin, goal)[..self.lanes].iter().all(|distance| is_close(*distance, goal))
    }

    /// How far above the goal the lanes are.
    fn distance(&self, pin: &Pinned, goal: f64) -> Lanes {
        match pin.outcome {
            Operand::Register(register) => self.registers.lanes(register).map(|value| value - goal),
            Operand::Scalar(slot) => [self.scalars[slot] - goal; LANES],
        }
    }

    /// The same once a register is given other values.
    fn distance_at(&mut self, unknown: usize, values: &Lanes, pin: &Pinned, goal: f64) -> Lanes {
        self.registers.load(unknown, values);
        execute(&self.tape.yearly, self.registers, self.scalars);
        self.distance(pin, goal)
    }

    /// Finds the luck that leads to the goal, between bounds that lie on either side of it. Lanes in which
    /// none does keep what was drawn.
    fn invert(&mut self, unknown: usize, pin: &Pinned, goal: f64) {
        let drawn = *self.registers.lanes(unknown);
        let (mut low, mut high) = ([-REACH; LANES], [REACH; LANES]);
        let mut at_low = self.distance_at(unknown, &low, pin, goal);
        let mut at_high = self.distance_at(unknown, &high, pin, goal);
        let is_between: Vec<bool> =
            (0..LANES).map(|lane| at_low[lane] * at_high[lane] < 0.0).collect();
        let (mut trial, mut found) = (drawn, [false; LANES]);
        let mut was_low = [None; LANES];
        for step in 0..STEPS {
            for lane in (0..LANES).filter(|lane| is_between[*lane] && !found[*lane]) {
                let secant = (low[lane] * at_high[lane] - high[lane] * at_low[lane])
                    / (at_high[lane] - at_low[lane]);
                let halved = step % HALVED == HALVED - 1 || !secant.is_finite();
                trial[lane] = if halved { f64::midpoint(low[lane], high[lane]) } else { secant };
            }
            let at = self.distance_at(unknown, &trial, pin, goal);
            for lane in 0..LANES {
                if !is_between[lane] || found[lane] {
                    continue;
                }
                found[lane] = is_close(at[lane], goal);
                let is_low = at[lane] * at_low[lane] > 0.0;
                let [bound, distance, other] = if is_low {
                    [&mut low[lane], &mut at_low[lane], &mut at_high[lane]]
                } else {
                    [&mut high[lane], &mut at_high[lane], &mut at_low[lane]]
                };
                (*bound, *distance) = (trial[lane], at[lane]);
                // A bound that stays weighs less and less, or the secant would creep (Illinois).
                if was_low[lane].replace(is_low) == Some(is_low) {
                    *other /= 2.0;
                }
            }
            if (0..self.lanes).all(|lane| found[lane] || !is_between[lane]) {
                break;
            }
        }
        for lane in (0..LANES).filter(|lane| !found[*lane]) {
            trial[lane] = drawn[lane];
        }
        self.distance_at(unknown, &trial, pin, goal);
    }

    /// Finds the amount that leads to the goal, by secants from the best amount so far; half the way where one
    /// leads further off. An amount that leads nowhere is not added.
    fn shift(&mut self, unknown: usize, pin: &Pinned, goal: f64) {
        let start = *self.registers.lanes(unknown);
        let (mut best, mut at_best) = (start, self.distance(pin, goal));
        let mut trial = start;
        for (lane, trial) in trial.iter_mut().enumerate() {
            *trial -= at_best[lane];
        }
        for _ in 0..STEPS {
            let at = self.distance_at(unknown, &trial, pin, goal);
            if at[..self.lanes].iter().all(|distance| is_close(*distance, goal)) {
                return;
            }
            for lane in (0..LANES).filter(|lane| !is_close(at[*lane], goal)) {
                let step = trial[lane] - best[lane];
                if at[lane].to_bits() == at_best[lane].to_bits() {
                    // Too little to be seen: a share moves by less than a Yuan does.
                    trial[lane] = best[lane] + FURTHER * step;
                } else if at[lane].abs() < at_best[lane].abs() {
                    let next = trial[lane] - at[lane] * step / (at[lane] - at_best[lane]);
                    (best[lane], at_best[lane]) = (trial[lane], at[lane]);
                    trial[lane] = next;
                } else {
                    trial[lane] = best[lane] + step / 2.0;
                }
            }
        }
        let at = self.distance_at(unknown, &trial, pin, goal);
        for lane in (0..LANES).filter(|lane| !is_close(at[*lane], goal)) {
            trial[lane] = start[lane];
        }
        self.distance_at(unknown, &trial, pin, goal);
    }
}

fn is_close(distance: f64, goal: f64) -> bool {
    distance.abs() <= CLOSE * goal.abs().max(f64::MIN_POSITIVE)
}
