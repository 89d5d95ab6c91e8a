//! What was understood of a pasted table, read once and not at every redraw.

use std::rc::Rc;

use yew::prelude::*;

use crate::desk::Work;
use crate::desk::place::FigurePlace;
use crate::desk::source::EntrySource;
use crate::exchange::paste::{GridError, Pasted, PastedCell, read_named};
use crate::locale::Locale;
use crate::model::Model;
use crate::plan::Plan;
use crate::region::Region;
use crate::session::TableEntry;
use crate::shared::Shared;
use crate::sorted::{Map, Set};
use crate::ui::state::given::Given;
use crate::ui::state::work::{Begins, Working, use_shown_work};

/// A table that waits to be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pasting {
    pub(super) text: Rc<str>,
    /// Whether a row and a column of headings were added to what was pasted.
    pub(super) is_headed: bool,
    /// What a person said of labels that are no names of the model: label to id.
    pub(super) named: Map<String, String>,
    /// Which labels are asked about, a page of them at a time.
    pub(super) page: usize,
}

impl Pasting {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.into(), is_headed: false, named: Map::new(), page: 0 }
    }

    /// With the headings of where it was pasted.
    pub(super) fn headed(text: &str) -> Self {
        Self { is_headed: true, ..Self::new(text) }
    }
}

/// A table as it was understood.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Understood {
    pub(super) pasted: Pasted,
    /// The values to take over.
    pub(super) entries: Vec<TableEntry>,
    /// How many of them keep the source of the figure that they correct.
    pub(super) kept: usize,
    /// Labels that are no names of the model, in their order.
    pub(super) labels: Vec<String>,
}

impl Understood {
    fn of(
        pasting: &Pasting,
        model: &Model,
        region: &Region,
        source: &EntrySource,
        locale: Locale,
    ) -> Result<Self, GridError> {
        let (origin, named) = (source.origin(locale), &pasting.named);
        let mut pasted = read_named(&pasting.text, model, region.base_year, &origin, named)?;
        let mut kept = 0;
        for cell in &mut pasted.cells {
            kept += usize::from(keep_source(cell, region, source));
        }
        let entries = TableEntry::of_pasted(&pasted);
        let labels = unknown(&pasted, named);
        Ok(Self { pasted, entries, kept, labels })
    }
}

/// Leaves a corrected figure its source; whether it has one.
fn keep_source(cell: &mut PastedCell, region: &Region, source: &EntrySource) -> bool {
    let (Some(id), Some(year), Ok(Some(datum))) = (&cell.id, cell.year, &mut cell.outcome) else {
        return false;
    };
    let old = FigurePlace::of(id, year, region).datum(region);
    *datum = source.unless_kept(datum.clone(), old);
    old.is_some() && source.title.is_empty()
}

fn unknown(pasted: &Pasted, named: &Map<String, String>) -> Vec<String> {
    let mut seen = Set::new();
    let is_asked = |cell: &&PastedCell| {
        cell.id.is_none() && !cell.label.is_empty() || named.contains_key(&cell.label)
    };
    let labels = pasted.cells.iter().filter(is_asked).map(|cell| &cell.label);
    labels.filter(|label| seen.insert(*label)).cloned().collect()
}

/// What is read: a table with everything that its meaning depends on.
#[derive(Clone, PartialEq)]
pub(super) struct Asked {
    pasting: Pasting,
    model: Shared<Model>,
    plan: Shared<Plan>,
    source: EntrySource,
    locale: Locale,
}

impl Asked {
    fn of(given: &Given, source: &EntrySource, pasting: &Pasting) -> Self {
        Self {
            // Turning the page asks for nothing new.
            pasting: Pasting { page: 0, ..pasting.clone() },
            model: given.scene.model.clone(),
            plan: given.plan.clone(),
            source: source.clone(),
            locale: given.scene.locale,
        }
    }

    fn read(&self) -> Result<Understood, GridError> {
        Understood::of(&self.pasting, &self.model, &self.plan.region, &self.source, self.locale)
    }

    fn work(self) -> Work<ReadTable> {
        Work::once(move || ReadTable { read: self.read(), of: self })
    }
}

/// A table and what was understood of it.
struct ReadTable {
    of: Asked,
    read: Result<Understood, GridError>,
}

/// The table that waits, as far as it was read.
pub(super) struct Reading {
    asked: Option<Asked>,
    working: Working<ReadTable>,
}

impl Reading {
    /// What was understood of the table that waits; while something of it changes, what was understood before.
    pub(super) fn understood(&self) -> Option<&Result<Understood, GridError>> {
        self.asked.as_ref()?;
        self.working.latest().map(|latest| &latest.read)
    }

    /// The text that was read last.
    pub(super) fn text(&self) -> Option<Rc<str>> {
        self.asked.as_ref()?;
        self.working.latest().map(|latest| Rc::clone(&latest.of.pasting.text))
    }

    /// That it is being read.
    pub(super) fn notice(&self, locale: Locale) -> Html {
        self.asked.as_ref().map_or_else(Html::default, |_| self.working.notice(locale))
    }

    /// The values of the table as it stands now, also where the last change was not read yet.
    pub(super) fn entries(&self) -> impl Fn() -> Vec<TableEntry> + 'static {
        let (asked, latest) = (self.asked.clone(), self.working.latest().cloned());
        move || {
            let Some(asked) = &asked else { return Vec::new() };
            let known = latest.as_ref().filter(|latest| latest.of == *asked);
            let entries = |read: &Result<Understood, GridError>| {
                read.as_ref().map_or_else(|_| Vec::new(), |read| read.entries.clone())
            };
            known.map_or_else(|| entries(&asked.read()), |known| entries(&known.read))
        }
    }
}

/// Reads the table that waits, until something of it changes.
#[hook]
pub(super) fn use_reading(
    given: &Given,
    source: &EntrySource,
    pasting: Option<&Pasting>,
) -> Reading {
    let asked = pasting.map(|pasting| Asked::of(given, source, pasting));
    let working = use_shown_work(Begins::AtOnce, asked.clone(), Asked::work, |_, _| true);
    Reading { asked, working }
}
