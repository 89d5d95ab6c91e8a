//! What stands behind a number in a year: what its page opens with, and what comes a moment later.

use yew::prelude::*;

use crate::analysis::{self, Explanation, Numbers, Spread, Unfolded, Workbench, spread, unfold};
use crate::desk::{Scene, Work};
use crate::engine::BadValueOrigin;
use crate::formula::{Moment, Read};
use crate::model::{CostKind, Reference};
use crate::plan::Settings;
use crate::session::Action;
use crate::shared::Shared;
use crate::ui::explain::link::{here, opener};
use crate::wording::FormulaWriter;

/// Lines of an unfolded number that a person still reads.
const MOST_LINES: usize = 26;

/// What a page is about.
#[derive(Clone, PartialEq)]
pub(super) struct Asked {
    pub(super) workbench: Shared<Workbench>,
    pub(super) settings: Settings,
    pub(super) subject: Reference,
    /// Years after the base year.
    pub(super) t: u32,
}

impl Asked {
    /// Whether it is the same number with other settings or in another year.
    pub(super) fn is_of_same(&self, other: &Self) -> bool {
        self.workbench == other.workbench && self.subject == other.subject
    }
}

/// The parts of the uncertainty, which take further runs: the page is shown before.
pub(super) fn spread_of(asked: Asked) -> Work<Option<Spread>> {
    Work::once(move || spread(&asked.workbench, &asked.settings, asked.subject, asked.t))
}

/// What is computed for a page.
pub(super) struct Behind {
    /// What it was computed of.
    pub(super) asked: Asked,
    pub(super) lines: Vec<Unfolded>,
    pub(super) numbers: Numbers,
    /// The number with nothing left to chance.
    pub(super) central: Option<f64>,
    /// Ids of figures that the number lacks.
    pub(super) missing: Vec<String>,
    /// Where a value that is no number comes from.
    pub(super) origin: Option<BadValueOrigin>,
}

impl Behind {
    /// Runs what the number is made of.
    pub(super) fn work(asked: Asked) -> Work<Self> {
        Work::once(move || Self::of(asked))
    }

    fn of(asked: Asked) -> Self {
        let Asked { ref workbench, ref settings, subject, t } = asked;
        let (model, region) = (workbench.model(), workbench.region());
        let lines = unfold(model, region, subject, t, MOST_LINES);
        let mut declarations = vec![subject];
        let costs = model.levers.iter_enumerated().filter(|(position, of)| match subject {
            Reference::Lever(lever) => lever == *position,
            _ => subject == Reference::PolicyCost && of.cost_kind == CostKind::Cash,
        });
        let cost = costs.flat_map(|(_, lever)| lever.cost.expression.reads());
        for read in lines.iter().map(|line| line.read).chain(cost) {
            if !declarations.contains(&read.name) {
                declarations.push(read.name);
            }
        }
        let numbers = Numbers::of(workbench, settings, &declarations);
        let central = Numbers::central(workbench, settings, &[subject]).median(now(subject), t);
        let (mut missing, mut origin) = (Vec::new(), None);
        if let (Reference::Variable(variable), None) = (subject, numbers.median(now(subject), t)) {
            missing = analysis::missing_for(workbench, variable, t);
            if missing.is_empty() {
                origin = numbers.origin(workbench, variable, t);
            }
        }
        Self { asked, lines, numbers, central, missing, origin }
    }
}

/// This year's value of a declaration.
pub(super) fn now(name: Reference) -> Read<Reference> {
    Read { name, run: None, moment: Moment::Now }
}

/// What the parts of a page read.
pub(super) struct Page<'p> {
    pub(super) scene: &'p Scene,
    pub(super) about: Explanation<'p>,
    pub(super) behind: &'p Behind,
    /// Where its uncertainty comes from, which may be nowhere; `None` until it is known.
    pub(super) spread: Option<&'p Option<Spread>>,
    /// Years after the base year.
    pub(super) t: u32,
    pub(super) writer: FormulaWriter<'p>,
    pub(super) on_action: &'p Callback<Action>,
}

impl Page<'_> {
    /// The name of a declaration as the way to its page.
    pub(super) fn link(&self, reference: Reference) -> Html {
        self.opener(reference, self.writer.name(reference))
    }

    /// Words for a declaration as the way to its page; what the page is about stands still.
    pub(super) fn opener(&self, reference: Reference, words: &str) -> Html {
        if reference == self.about.subject {
            return here(words);
        }
        opener(self.scene.model.id_of(reference), words, self.on_action)
    }

    pub(super) fn year(&self) -> i32 {
        self.scene.region.base_year + self.t.cast_signed()
    }
}
