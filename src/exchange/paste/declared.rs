//! What the model knows under the names that a table has.

use crate::exchange::paste::layout::folded;
use crate::locale::Text;
use crate::model::{Model, Start};
use crate::sorted::Map;
use crate::unit::Unit;

/// A figure or variable that a row may have values of.
#[derive(Clone, Copy, Debug)]
pub(super) struct Declared<'m> {
    pub(super) id: &'m str,
    pub(super) unit: &'m Unit,
    pub(super) plausible: Option<[f64; 2]>,
    /// Whether there are values of other years than the base year.
    pub(super) is_dated: bool,
    /// Whether the base year's value is a figure of the region.
    pub(super) is_given: bool,
}

/// All of them by id and names, without blanks and case.
pub(super) struct Names<'m> {
    by_name: Map<String, Declared<'m>>,
}

impl<'m> Names<'m> {
    pub(super) fn of(model: &'m Model) -> Self {
        let mut names = Self { by_name: Map::new() };
        for it in &model.variables {
            let declared = Declared {
                id: &it.id,
                unit: &it.unit,
                plausible: it.plausible,
                is_dated: true,
                is_given: it.start == Start::Region,
            };
            names.add(&it.name, declared);
        }
        for it in &model.figures {
            let declared = Declared {
                id: &it.id,
                unit: &it.unit,
                plausible: it.plausible,
                is_dated: false,
                is_given: true,
            };
            names.add(&it.name, declared);
        }
        names
    }

    fn add(&mut self, name: &Text, declared: Declared<'m>) {
        for name in [declared.id, &name.zh, &name.en] {
            self.by_name.entry(folded(name)).or_insert(declared);
        }
    }

    pub(super) fn find(&self, name: &str) -> Option<Declared<'m>> {
        let wanted = folded(name);
        if wanted.is_empty() { None } else { self.by_name.get(&wanted).copied() }
    }
}
