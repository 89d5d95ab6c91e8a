//! A number unfolded: what its formula reads, what that is computed from, and so on.

use crate::formula::{Moment, Read};
use crate::model::{Formula, Model, Reference, Start};
use crate::region::Region;

/// Levels that a person can follow.
const MOST_LEVELS: usize = 4;

/// One line of an unfolded number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unfolded {
    /// What is read.
    pub read: Read<Reference>,
    /// 1 for what the number's own formula reads.
    pub level: usize,
}

/// What a declaration is computed from in the year `t` after the base year, each below what
/// reads it; as many levels as fit into `most` lines, the first one always. A number that
/// stands in two places is unfolded in the first.
#[must_use]
pub fn unfold(
    model: &Model,
    region: &Region,
    subject: Reference,
    t: u32,
    most: usize,
) -> Vec<Unfolded> {
    let unfold = |levels| {
        let mut lines = Vec::new();
        let mut unfolding = Unfolding { model, region, t, levels, seen: vec![subject] };
        unfolding.add(subject, 1, &mut lines);
        lines
    };
    let fits = (2..=MOST_LEVELS).rev().map(unfold).find(|lines| lines.len() <= most);
    fits.unwrap_or_else(|| unfold(1))
}

/// The formula that gives a declaration in the year `t` after the base year in this region;
/// `None` where a figure of the region does, or nothing.
#[must_use]
pub fn formula_in<'m>(
    model: &'m Model,
    region: &'m Region,
    subject: Reference,
    t: u32,
) -> Option<&'m Formula> {
    match subject {
        Reference::Variable(position) => {
            let variable = &model.variables[position];
            match (&variable.start, t) {
                (Start::Own(formula), 0) => Some(formula),
                (Start::Region, 0) if region.figures.contains_key(&variable.id) => None,
                (Start::Region, 0) => variable.default.as_ref(),
                (Start::None, 0) => None,
                _ => Some(region.formula(model, position)),
            }
        }
        Reference::Constant(position) => Some(&model.constants[position].formula),
        Reference::Figure(position) => {
            let figure = &model.figures[position];
            let given = region.figures.contains_key(&figure.id);
            figure.default.as_ref().filter(|_| !given)
        }
        Reference::Assumption(position) => {
            let assumption = &model.assumptions[position];
            let year = region.base_year + t as i32;
            let path = region.assumptions.get(&assumption.id);
            let given = path.is_some_and(|path| path.by_year.contains_key(&year));
            assumption.default.as_ref().filter(|_| !given)
        }
        _ => None,
    }
}

struct Unfolding<'m> {
    model: &'m Model,
    region: &'m Region,
    t: u32,
    levels: usize,
    seen: Vec<Reference>,
}

impl Unfolding<'_> {
    fn add(&mut self, subject: Reference, level: usize, lines: &mut Vec<Unfolded>) {
        let formula = formula_in(self.model, self.region, subject, self.t);
        for read in formula.map(|formula| formula.expression.reads()).unwrap_or_default() {
            lines.push(Unfolded { read, level });
            let is_new = !self.seen.contains(&read.name);
            // Values of other years have formulas of their own years.
            if is_new && read.moment == Moment::Now && level < self.levels {
                self.seen.push(read.name);
                self.add(read.name, level + 1, lines);
            }
        }
    }
}
