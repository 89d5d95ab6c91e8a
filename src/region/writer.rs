//! Writes a region as the document that reads back equal.
//!
//! Sources are numbered anew; their addresses, which no value carries, are not written.

use crate::document::{Content, Entry, Node, decimal_text, toml_text};
use crate::model::Model;
use crate::region::number::{in_percent, in_unit};
use crate::region::reader::PROVENANCES;
use crate::region::targets::{COMPARISONS, KINDS};
use crate::region::{DatedValue, Datum, Path, Region, Target};
use crate::sorted::{Map, Set};

/// The region document of `region`, which belongs to `model`, as a text in TOML.
#[must_use]
pub fn write(region: &Region, model: &Model) -> String {
    toml_text(&tree(region, model))
}

/// The region document of `region`, which belongs to `model`. Tables without rows are left out.
#[must_use]
pub fn tree(region: &Region, model: &Model) -> Node {
    let writer = Writer { model, sources: sources(region) };
    let dated = |values: &Vec<DatedValue>| writer.dated(values);
    let tables = [
        ("region", Writer::head(region)),
        ("source", writer.source_table()),
        ("figure", rows(&region.figures, |datum| Node::table(writer.datum("value", datum)))),
        ("history", rows(&region.history, dated)),
        ("outcome", rows(&region.outcomes, dated)),
        ("upper_target", rows(&region.upper_targets, dated)),
        ("assumption", rows(&region.assumptions, |path| writer.path(path))),
        ("lever", rows(&region.present, |datum| Node::table(writer.datum("present", datum)))),
        ("index", writer.indexes(region)),
        ("target", Node::list(region.targets.iter().map(target))),
    ];
    let empty = [Content::Table(Vec::new()), Content::List(Vec::new())];
    let filled = tables.into_iter().filter(|(_, node)| !empty.contains(&node.content));
    let tables = filled.map(|(name, node)| Entry::new(name, node));
    Node::table([number("format", "1".to_owned())].into_iter().chain(tables))
}

/// Every source once, in the order of the alphabet.
fn sources(region: &Region) -> Vec<String> {
    let dated = region.history.values().chain(region.outcomes.values());
    let dated = dated.chain(region.upper_targets.values()).flatten();
    let data = region.figures.values().chain(region.present.values());
    let data = data.chain(dated.map(|value| &value.datum)).map(|datum| &datum.source);
    let paths = region.assumptions.values().map(|path| &path.source);
    let all: Set<&String> = data.chain(paths).collect();
    all.into_iter().cloned().collect()
}

struct Writer<'w> {
    model: &'w Model,
    sources: Vec<String>,
}

impl Writer<'_> {
    fn head(region: &Region) -> Node {
        let mut fields = vec![
            text("id", &region.id),
            text("model", &region.model),
            text("zh", &region.name.zh),
            text("en", &region.name.en),
            text("province", &region.province),
            year("base_year", region.base_year),
            year("plan_year", region.plan_year),
        ];
        fields.extend(region.reference_class.as_ref().map(|class| text("reference_class", class)));
        fields.push(text("document", &region.document));
        Node::table(fields)
    }

    fn source_table(&self) -> Node {
        let sources = self.sources.iter().enumerate();
        Node::table(sources.map(|(position, source)| {
            Entry::new(source_id(position), Node::table([text("text", source)]))
        }))
    }

    fn datum(&self, value: &'static str, datum: &Datum) -> Vec<Entry> {
        let mut fields = vec![
            number(value, in_unit(datum.value, &datum.unit)),
            text("unit", datum.unit.symbol()),
            word("provenance", &PROVENANCES, &datum.provenance),
            self.source(&datum.source),
        ];
        let optional = [("vintage", &datum.vintage), ("note", &datum.note)];
        fields.extend(
            optional.into_iter().filter_map(|(name, given)| Some(text(name, given.as_ref()?))),
        );
        fields.extend(datum.error.map(|error| number("error", in_percent(error))));
        fields
    }

    fn source(&self, source: &String) -> Entry {
        let position = self.sources.binary_search(source).unwrap_or_default();
        text("source", &source_id(position))
    }

    fn dated(&self, values: &[DatedValue]) -> Node {
        Node::list(values.iter().map(|value| {
            let mut fields = vec![year("year", value.year)];
            fields.extend(self.datum("value", &value.datum));
            Node::table(fields)
        }))
    }

    fn path(&self, path: &Path) -> Node {
        let years = path.by_year.iter();
        let years = years.map(|(year, value)| Entry {
            key: year.to_string(),
            ..number("", in_unit(*value, &path.unit))
        });
        let mut fields = vec![
            text("unit", path.unit.symbol()),
            Entry::new("by_year", Node::table(years)),
            word("provenance", &PROVENANCES, &path.provenance),
            self.source(&path.source),
        ];
        fields.extend(path.note.as_ref().map(|note| text("note", note)));
        Node::table(fields)
    }

    fn indexes(&self, region: &Region) -> Node {
        let own = region.indexes.iter().map(|(variable, index)| {
            let items = index.items.iter().map(|item| {
                let goal = format!("{} {}", decimal_text(item.goal.0), item.unit.label());
                Node::table([
                    text("of", &self.model.variables[item.of].id),
                    text("goal", goal.trim_end()),
                    number("weight", decimal_text(item.weight)),
                    Entry::new("less", Node::new(Content::Flag(item.less))),
                ])
            });
            (&self.model.variables[*variable].id, Node::list(items))
        });
        let foreign = region.foreign_indexes.iter().map(|(id, items)| (id, items.clone()));
        let rows = own.chain(foreign);
        Node::table(
            rows.map(|(id, items)| Entry::new(&**id, Node::table([Entry::new("items", items)]))),
        )
    }
}

fn target(target: &Target) -> Node {
    let mut fields = vec![
        text("id", &target.id),
        text("indicator", &target.indicator),
        text("zh", &target.name.zh),
        text("en", &target.name.en),
        year("year", target.year),
        word("kind", &KINDS, &target.kind),
        word("comparison", &COMPARISONS, &target.comparison),
        number("floor", in_unit(target.floor, &target.unit)),
    ];
    let stretch = target.stretch;
    fields.extend(stretch.map(|stretch| number("stretch", in_unit(stretch, &target.unit))));
    fields.push(text("unit", target.unit.symbol()));
    fields.extend(target.relative_to.as_ref().map(|id| text("relative_to", id)));
    fields.push(text("section", &target.section));
    fields.push(text("commitment", &target.commitment));
    fields.push(text("lead", &target.lead));
    let responsible = target.responsible.iter().map(Node::text);
    fields.push(Entry::new("responsible", Node::list(responsible)));
    let readings = target.readings.iter().map(|reading| {
        Node::table([
            text("indicator", &reading.indicator),
            text("zh", &reading.name.zh),
            text("en", &reading.name.en),
            word("kind", &KINDS, &reading.kind),
        ])
    });
    let repeated = target.repeated.iter().map(|repetition| {
        Node::table([
            text("section", &repetition.section),
            text("commitment", &repetition.commitment),
        ])
    });
    for (name, list) in [("readings", Node::list(readings)), ("repeated", Node::list(repeated))] {
        fields.extend((list.content != Content::List(Vec::new())).then(|| Entry::new(name, list)));
    }
    fields.extend(target.note.as_ref().map(|note| text("note", note)));
    Node::table(fields)
}

fn rows<V>(rows: &Map<String, V>, row: impl Fn(&V) -> Node) -> Node {
    Node::table(rows.iter().map(|(id, value)| Entry::new(&**id, row(value))))
}

fn text(name: &'static str, text: &str) -> Entry {
    Entry::new(name, Node::text(text))
}

fn year(name: &'static str, year: i32) -> Entry {
    number(name, year.to_string())
}

fn number(name: &'static str, written: String) -> Entry {
    Entry::new(name, Node::new(Content::Number(written)))
}

fn source_id(position: usize) -> String {
    format!("s{:04}", position + 1)
}

/// The keyword of `meaning` in a table that has every meaning.
fn word<T: PartialEq>(name: &'static str, words: &[(&str, T)], meaning: &T) -> Entry {
    let found = words.iter().find(|(_, known)| known == meaning);
    text(name, found.map_or("", |(word, _)| word))
}
