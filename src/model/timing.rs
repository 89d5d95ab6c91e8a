//! Rules of time: what reads what in the same year, and what has a base-year value.

use crate::diagnostic::Code;
use crate::document::Document;
use crate::formula::{Expression, Moment, Node, OtherRun, Years};
use crate::limits;
use crate::locale::Text;
use crate::model::depth::deepest;
use crate::model::{Formula, Model, Reference, Start};
use crate::sorted::Map;

/// The three orders in which formulas are evaluated.
#[derive(Clone, Copy, PartialEq)]
enum Order {
    Base,
    Outlook,
    Scenario,
}

impl Order {
    /// The years in which formulas are evaluated in this order.
    fn years(self, model: &Model) -> Years {
        let t = if self == Self::Base { 0..=0 } else { 1..=model.horizon };
        Years { t, base_year: None }
    }
}

/// Reports circles, missing starts and reads of base-year values that do not exist.
pub(super) fn check(model: &Model, document: &Document<'_>) {
    for (variable, id) in model.variables.iter().map(|variable| (variable, &variable.id)) {
        if variable.start == Start::Formula && reads_past(model, &variable.formula.expression) {
            let message = Text::new(
                format!("`{id}`读上年值，却没有`start`"),
                format!("`{id}` reads the past but has no `start`"),
            );
            report(document, "variable", id, Code::MissingStart, message);
        }
    }
    check_base_values(model, document);
    if let Some((first, message)) = circle(model) {
        for (table, id) in named(model, first) {
            report(document, table, id, Code::Circle, message.clone());
        }
        return;
    }
    check_depth(model, document);
}

/// Reports a chain of formulas that is too long to be computed in every browser.
fn check_depth(model: &Model, document: &Document<'_>) {
    let (depth, limit) = (deepest(model), limits::CHAIN_STEPS);
    let (steps, Some(variable)) = depth else { return };
    if steps <= limit {
        return;
    }
    let id = &model.variables[variable].id;
    let message = Text::new(
        format!("`{id}`要一层层算{steps}步，超过{limit}步：公式套得太深"),
        format!(
            "`{id}` takes {steps} steps one inside another, more than {limit}: the formulas reach too deep"
        ),
    );
    for (table, id) in named(model, Reference::Variable(variable)) {
        report(document, table, id, Code::TooDeep, message.clone());
    }
}

/// A circle in one of the three orders: where it begins, and a message that prints it.
pub(crate) fn circle(model: &Model) -> Option<(Reference, Text)> {
    let orders = [Order::Base, Order::Outlook, Order::Scenario];
    let circle = orders.into_iter().find_map(|order| Search::new(model, order).circle())?;
    let ids: Vec<&str> = circle.iter().map(|reference| model.id_of(*reference)).collect();
    let path = ids.join(" → ");
    let message = Text::new(
        format!("同一年里互相需要：{path}"),
        format!("these need each other in the same year: {path}"),
    );
    Some((circle[0], message))
}

/// The tables and id under which a reference can be declared.
fn named(model: &Model, reference: Reference) -> Vec<(&'static str, &str)> {
    let tables: &[&'static str] = match reference {
        Reference::Figure(_) => &["figure"],
        Reference::Constant(_) => &["constant"],
        Reference::Assumption(_) => &["assumption"],
        _ => &["variable", "index"],
    };
    tables.iter().map(|table| (*table, model.id_of(reference))).collect()
}

fn report(document: &Document<'_>, table: &str, id: &str, code: Code, message: Text) {
    if let Some(row) = document.root().subtables(table).iter().find(|row| row.id() == id) {
        row.report(code, message);
    }
}

fn reads_past(model: &Model, expression: &Expression<Reference>) -> bool {
    let mut found = false;
    expression.visit_reads_in(&Order::Base.years(model), &mut |read| {
        found |= matches!(read.moment, Moment::Ago(_));
    });
    found
}

fn check_base_values(model: &Model, document: &Document<'_>) {
    let constants =
        model.constants.iter().map(|constant| ("constant", &constant.id, &constant.formula));
    let variables = (model.variables.iter()).filter_map(|variable| {
        base_formula(&variable.start, &variable.formula)
            .map(|formula| ("variable", &variable.id, formula))
    });
    for (table, id, formula) in constants.chain(variables) {
        formula.expression.visit_read(&Order::Base.years(model), &mut |part| {
            let (Node::Name(reference) | Node::Start(reference)) = part.node else { return };
            let Some(read) = without_base_value(model, reference) else { return };
            let message = Text::new(
                format!("`{id}`的基期年公式读`{read}`，它没有基期年值"),
                format!(
                    "the base-year formula of `{id}` reads `{read}`, which has no base-year value"
                ),
            );
            report(document, table, id, Code::NoBaseValue, message);
        });
    }
}

fn without_base_value(model: &Model, reference: Reference) -> Option<&str> {
    match reference {
        Reference::Shock(position) => Some(&model.shocks[position].id),
        Reference::Variable(position) if model.variables[position].start == Start::None => {
            Some(&model.variables[position].id)
        }
        _ => None,
    }
}

/// The formula that gives the base-year value, if one does.
fn base_formula<'m>(start: &'m Start, formula: &'m Formula) -> Option<&'m Formula> {
    match start {
        Start::Formula => Some(formula),
        Start::Own(own) => Some(own),
        Start::Region | Start::None => None,
    }
}

/// Depth-first search for a circle.
struct Search<'m> {
    model: &'m Model,
    order: Order,
    /// `false` while on the path, `true` when done.
    seen: Map<Reference, bool>,
    path: Vec<Reference>,
}

impl<'m> Search<'m> {
    fn new(model: &'m Model, order: Order) -> Self {
        Self { model, order, seen: Map::new(), path: Vec::new() }
    }

    fn circle(mut self) -> Option<Vec<Reference>> {
        let model = self.model;
        let variables = model.variables.keys().map(Reference::Variable);
        let constants = (0..model.constants.len()).map(Reference::Constant);
        let figures = (0..model.figures.len()).map(Reference::Figure);
        let assumptions = (0..model.assumptions.len()).map(Reference::Assumption);
        let mut all = variables.chain(constants).chain(figures).chain(assumptions);
        all.find_map(|reference| self.follow(reference))
    }

    fn follow(&mut self, reference: Reference) -> Option<Vec<Reference>> {
        match self.seen.get(&reference) {
            Some(true) => return None,
            Some(false) => {
                let first = self.path.iter().position(|step| *step == reference)?;
                let steps = self.path[first..].iter().chain([&reference]);
                return Some(steps.copied().collect());
            }
            None => {}
        }
        self.seen.insert(reference, false);
        self.path.push(reference);
        let reads = self.reads(reference);
        let circle = reads.into_iter().find_map(|read| self.follow(read));
        self.path.pop();
        self.seen.insert(reference, true);
        circle
    }

    /// What must be known before `reference` in the same year.
    fn reads(&self, reference: Reference) -> Vec<Reference> {
        let mut reads = Vec::new();
        match reference {
            Reference::Variable(position) => {
                let variable = &self.model.variables[position];
                let formula = match self.order {
                    Order::Base => base_formula(&variable.start, &variable.formula),
                    Order::Outlook | Order::Scenario => Some(&variable.formula),
                };
                self.collect(formula, &mut reads);
                if self.order == Order::Base {
                    self.collect(variable.default.as_ref(), &mut reads);
                }
            }
            Reference::Figure(position) if self.order == Order::Base => {
                self.collect(self.model.figures[position].default.as_ref(), &mut reads);
            }
            Reference::Assumption(position) if self.order == Order::Base => {
                self.collect(self.model.assumptions[position].default.as_ref(), &mut reads);
            }
            Reference::Constant(position) if self.order == Order::Base => {
                self.collect(Some(&self.model.constants[position].formula), &mut reads);
            }
            Reference::PolicyCost if self.order == Order::Scenario => {
                for lever in &self.model.levers {
                    self.collect(Some(&lever.cost), &mut reads);
                }
            }
            _ => {}
        }
        reads
    }

    fn collect(&self, formula: Option<&Formula>, reads: &mut Vec<Reference>) {
        let Some(formula) = formula else { return };
        let order = self.order;
        formula.expression.visit_reads_in(&order.years(self.model), &mut |read| {
            let is_now = match read.moment {
                Moment::Now | Moment::ToDate => read.run.is_none_or(|run| reads_now(order, run)),
                Moment::Base => order == Order::Base,
                Moment::Ago(_) => false,
            };
            if is_now {
                reads.push(read.name);
            }
        });
    }
}

/// The scenario finds the outlook computed; in the outlook `extra` is 0.
fn reads_now(order: Order, run: OtherRun) -> bool {
    match order {
        Order::Base => true,
        Order::Outlook => run == OtherRun::Outlook,
        Order::Scenario => run == OtherRun::Extra,
    }
}
