//! Writes a region as the text that reads back equal.
//!
//! Sources are numbered anew; their addresses, which no value carries, are not written.

use std::fmt::Write as _;

use crate::model::Model;
use crate::region::number::{in_percent, in_unit, plain};
use crate::region::reader::PROVENANCES;
use crate::region::targets::{COMPARISONS, KINDS};
use crate::region::{DatedValue, Datum, Path, Region, Target};
use crate::sorted::{Map, Set};

/// The region document of `region`, which belongs to `model`.
#[must_use]
pub fn write(region: &Region, model: &Model) -> String {
    let mut writer = Writer { model, text: String::new(), sources: sources(region) };
    writer.head(region);
    writer.source_table();
    writer.table("figure", &region.figures, |writer, datum| writer.datum("value", datum));
    writer.table("history", &region.history, |writer, values| writer.dated(values));
    writer.table("outcome", &region.outcomes, |writer, values| writer.dated(values));
    writer.table("upper_target", &region.upper_targets, |writer, values| writer.dated(values));
    writer.assumptions(region);
    writer.table("lever", &region.present, |writer, datum| writer.datum("present", datum));
    writer.indexes(region);
    for target in &region.targets {
        writer.target(target);
    }
    writer.text
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
    text: String,
    sources: Vec<String>,
}

/// The fields of an inline table.
type Fields = Vec<(&'static str, String)>;

impl Writer<'_> {
    fn line(&mut self, name: &str, value: &str) {
        // Writing to a string cannot fail.
        let _ = writeln!(self.text, "{} = {value}", key(name));
    }

    fn head(&mut self, region: &Region) {
        self.text.push_str("format = 1\n\n[region]\n");
        self.line("id", &quoted(&region.id));
        self.line("model", &quoted(&region.model));
        self.line("zh", &quoted(&region.name.zh));
        self.line("en", &quoted(&region.name.en));
        self.line("province", &quoted(&region.province));
        self.line("base_year", &region.base_year.to_string());
        self.line("plan_year", &region.plan_year.to_string());
        if let Some(class) = &region.reference_class {
            self.line("reference_class", &quoted(class));
        }
        self.line("document", &quoted(&region.document));
    }

    fn source_table(&mut self) {
        self.text.push_str("\n[source]\n");
        for position in 0..self.sources.len() {
            let fields = vec![("text", quoted(&self.sources[position]))];
            self.line(&source_id(position), &inline(&fields));
        }
    }

    fn table<V>(&mut self, name: &str, rows: &Map<String, V>, row: impl Fn(&Self, &V) -> String) {
        let _ = writeln!(self.text, "\n[{name}]");
        for (id, value) in rows {
            let value = row(self, value);
            self.line(id, &value);
        }
    }

    fn datum(&self, value: &'static str, datum: &Datum) -> String {
        inline(&self.datum_fields(value, datum))
    }

    fn datum_fields(&self, value: &'static str, datum: &Datum) -> Fields {
        let mut fields = vec![(value, in_unit(datum.value, &datum.unit))];
        fields.push(("unit", quoted(datum.unit.symbol())));
        fields.push(("provenance", word(&PROVENANCES, &datum.provenance)));
        fields.push(("source", self.source(&datum.source)));
        let optional = [("vintage", &datum.vintage), ("note", &datum.note)];
        fields.extend(
            optional.into_iter().filter_map(|(name, text)| Some((name, quoted(text.as_ref()?)))),
        );
        fields.extend(datum.error.map(|error| ("error", in_percent(error))));
        fields
    }

    fn source(&self, source: &String) -> String {
        let position = self.sources.binary_search(source).unwrap_or_default();
        quoted(&source_id(position))
    }

    fn dated(&self, values: &[DatedValue]) -> String {
        let rows = values.iter().map(|value| {
            let mut fields = vec![("year", value.year.to_string())];
            fields.extend(self.datum_fields("value", &value.datum));
            format!("  {},\n", inline(&fields))
        });
        format!("[\n{}]", rows.collect::<String>())
    }

    fn assumptions(&mut self, region: &Region) {
        self.text.push_str("\n[assumption]\n");
        for (id, path) in &region.assumptions {
            let path = self.path(path);
            self.line(id, &path);
        }
    }

    fn path(&self, path: &Path) -> String {
        let unit = &path.unit;
        let years = path.by_year.iter();
        let years: Vec<String> =
            years.map(|(year, value)| format!("{year} = {}", in_unit(*value, unit))).collect();
        let mut fields = vec![
            ("unit", quoted(unit.symbol())),
            ("by_year", format!("{{ {} }}", years.join(", "))),
            ("provenance", word(&PROVENANCES, &path.provenance)),
            ("source", self.source(&path.source)),
        ];
        fields.extend(path.note.as_ref().map(|note| ("note", quoted(note))));
        inline(&fields)
    }

    fn indexes(&mut self, region: &Region) {
        self.text.push_str("\n[index]\n");
        for (variable, index) in &region.indexes {
            let items = index.items.iter().map(|item| {
                let goal = format!("{} {}", plain(item.goal), item.unit.symbol());
                let fields = vec![
                    ("of", quoted(&self.model.variables[item.of].id)),
                    ("goal", quoted(goal.trim_end_matches(" 1"))),
                    ("weight", plain(item.weight)),
                    ("less", item.less.to_string()),
                ];
                format!("  {},\n", inline(&fields))
            });
            let items = format!("[\n{}]", items.collect::<String>());
            let row = inline(&vec![("items", items)]);
            let id = self.model.variables[*variable].id.clone();
            self.line(&id, &row);
        }
        for (id, items) in &region.foreign_indexes {
            self.line(id, items);
        }
    }

    fn target(&mut self, target: &Target) {
        self.text.push_str("\n[[target]]\n");
        for (name, value) in target_fields(target) {
            self.line(name, &value);
        }
    }
}

fn target_fields(target: &Target) -> Fields {
    let names = target.responsible.iter().map(|name| quoted(name));
    let names = names.collect::<Vec<_>>().join(", ");
    let mut fields = vec![
        ("id", quoted(&target.id)),
        ("indicator", quoted(&target.indicator)),
        ("zh", quoted(&target.name.zh)),
        ("en", quoted(&target.name.en)),
        ("year", target.year.to_string()),
        ("kind", word(&KINDS, &target.kind)),
        ("comparison", word(&COMPARISONS, &target.comparison)),
        ("floor", in_unit(target.floor, &target.unit)),
    ];
    fields.extend(target.stretch.map(|stretch| ("stretch", in_unit(stretch, &target.unit))));
    fields.push(("unit", quoted(target.unit.symbol())));
    fields.extend(target.relative_to.as_ref().map(|id| ("relative_to", quoted(id))));
    fields.push(("section", quoted(&target.section)));
    fields.push(("commitment", quoted(&target.commitment)));
    fields.push(("lead", quoted(&target.lead)));
    fields.push(("responsible", format!("[{names}]")));
    if !target.readings.is_empty() {
        fields.push((
            "readings",
            list(target.readings.iter().map(|reading| {
                vec![
                    ("indicator", quoted(&reading.indicator)),
                    ("zh", quoted(&reading.name.zh)),
                    ("en", quoted(&reading.name.en)),
                    ("kind", word(&KINDS, &reading.kind)),
                ]
            })),
        ));
    }
    if !target.repeated.is_empty() {
        fields.push((
            "repeated",
            list(target.repeated.iter().map(|repetition| {
                vec![
                    ("section", quoted(&repetition.section)),
                    ("commitment", quoted(&repetition.commitment)),
                ]
            })),
        ));
    }
    fields.extend(target.note.as_ref().map(|note| ("note", quoted(note))));
    fields
}

fn list(rows: impl Iterator<Item = Fields>) -> String {
    let rows: Vec<String> = rows.map(|fields| inline(&fields)).collect();
    format!("[{}]", rows.join(", "))
}

fn inline(fields: &Fields) -> String {
    let fields: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    format!("{{ {} }}", fields.join(", "))
}

fn source_id(position: usize) -> String {
    format!("s{:04}", position + 1)
}

/// The keyword of `meaning` in a table that has every meaning.
fn word<T: PartialEq>(words: &[(&str, T)], meaning: &T) -> String {
    let found = words.iter().find(|(_, known)| known == meaning);
    quoted(found.map_or("", |(word, _)| word))
}

/// A key: bare where TOML allows it.
fn key(name: &str) -> String {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    if !name.is_empty() && name.bytes().all(bare) { name.to_owned() } else { quoted(name) }
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                quoted.push('\\');
                quoted.push(character);
            }
            _ if character.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(character));
            }
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}
