//! Rules of time: what reads what in the same year, and what has a base-year value.

use std::collections::BTreeMap;

use crate::diagnostic::Code;
use crate::document::Document;
use crate::formula::{Expression, Node, Run};
use crate::locale::Text;
use crate::model::{Formula, Model, Reference, Start};

/// The three orders in which formulas are evaluated.
#[derive(Clone, Copy, PartialEq)]
enum Order {
    Base,
    Outlook,
    Scenario,
}

/// Reports circles, missing starts and reads of base-year values that do not exist.
pub(super) fn check(model: &Model, document: &Document<'_>) {
    for (variable, id) in model.variables.iter().map(|variable| (variable, &variable.id)) {
        if variable.start == Start::Formula && reads_past(&variable.formula.expression) {
            let message = Text::new(
                format!("`{id}`读上年值，却没有`start`"),
                format!("`{id}` reads the past but has no `start`"),
            );
            report(document, "variable", id, Code::MissingStart, message);
        }
    }
    check_base_values(model, document);
    for order in [Order::Base, Order::Outlook, Order::Scenario] {
        if let Some(circle) = Search::new(model, order).circle() {
            let path = circle.join(" → ");
            let message = Text::new(
                format!("同一年里互相需要：{path}"),
                format!("these need each other in the same year: {path}"),
            );
            report(document, "variable", &circle[0], Code::Circle, message);
            return;
        }
    }
}

fn report(document: &Document<'_>, table: &str, id: &str, code: Code, message: Text) {
    if let Some(row) = document.root().subtables(table).iter().find(|row| row.id() == id) {
        row.report(code, message);
    }
}

fn reads_past(expression: &Expression<Reference>) -> bool {
    let mut found = false;
    expression.visit(&mut |part| {
        found |= matches!(part.node, Node::Previous(..) | Node::Growth(_));
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
        formula.expression.visit(&mut |part| {
            let Node::Name(reference) = part.node else { return };
            let Some(read) = without_base_value(model, reference) else { return };
            let message = Text::new(
                format!("`{id}`的基年公式读`{read}`，它没有基年值"),
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
    seen: BTreeMap<Reference, bool>,
    path: Vec<Reference>,
}

impl<'m> Search<'m> {
    fn new(model: &'m Model, order: Order) -> Self {
        Self { model, order, seen: BTreeMap::new(), path: Vec::new() }
    }

    fn circle(mut self) -> Option<Vec<String>> {
        (0..self.model.variables.len())
            .find_map(|variable| self.follow(Reference::Variable(variable)))
    }

    fn follow(&mut self, reference: Reference) -> Option<Vec<String>> {
        match self.seen.get(&reference) {
            Some(true) => return None,
            Some(false) => {
                let first = self.path.iter().position(|step| *step == reference)?;
                let steps = self.path[first..].iter().chain([&reference]);
                return Some(steps.map(|step| self.id(*step)).collect());
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

    fn id(&self, reference: Reference) -> String {
        match reference {
            Reference::Variable(position) => self.model.variables[position].id.clone(),
            Reference::Constant(position) => self.model.constants[position].id.clone(),
            Reference::PolicyCost => "policy_cost".to_owned(),
            _ => String::new(),
        }
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
        formula.expression.visit(&mut |part| match &part.node {
            Node::Name(name) | Node::Growth(name) => reads.push(*name),
            Node::Start(name) if order == Order::Base => reads.push(*name),
            Node::Run(run, name) if reads_now(order, *run) => reads.push(*name),
            Node::SumToDate(series) if series.run.is_none_or(|run| reads_now(order, run)) => {
                reads.push(series.name);
            }
            _ => {}
        });
    }
}

/// The scenario finds the outlook computed; in the outlook `extra` is 0.
fn reads_now(order: Order, run: Run) -> bool {
    match order {
        Order::Base => true,
        Order::Outlook => run == Run::Outlook,
        Order::Scenario => run == Run::Extra,
    }
}
