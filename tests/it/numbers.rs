//! One reader of numbers for every door: `tests/cases/number/*.case` hold entries, a line each, and
//! what becomes of them where 亿元 are asked for. `UPDATE_GOLDEN=1` rewrites the answers.

use tuiyan::exchange::paste::{self, Origin};
use tuiyan::locale::Locale;
use tuiyan::region::Provenance;
use tuiyan::unit::UnitTable;
use tuiyan::wording::{Measure, read_number, read_optional};

use crate::{cases, city};

/// What a cell of a pasted table, a cell of the data and a lever's field say of an entry: the same.
fn answer(entries: &str) -> String {
    let lines = entries.lines().map(|entry| {
        let [cell, field, lever] = [pasted(entry), typed(entry), set(entry)];
        assert_eq!(cell, field, "{entry}");
        // A setting is never nothing.
        assert!(field == lever || field == "missing", "{entry}: {field} {lever}");
        format!("{entry} = {field}\n")
    });
    lines.collect()
}

fn pasted(entry: &str) -> String {
    let origin =
        Origin { provenance: Provenance::Published, source: "年鉴".to_owned(), vintage: None };
    let table = format!("指标\t2019年\ngdp\t{entry}\t");
    let pasted = paste::read(&table, &city::model(), 2019, &origin).unwrap();
    match &pasted.cells[0].outcome {
        Ok(None) => "missing".to_owned(),
        Ok(Some(datum)) => in_hundred_millions(datum.value),
        Err(problem) => format!("! {}", problem.zh),
    }
}

fn typed(entry: &str) -> String {
    let units = UnitTable::built_in();
    let unit = units.parse("亿元").unwrap();
    let measure = Measure::of(&unit, &units, 0, Locale::Zh);
    match read_optional(entry, &unit, &measure, &units) {
        Ok(None) => "missing".to_owned(),
        Ok(Some(value)) => in_hundred_millions(value),
        Err(error) => format!("! {}", error.clause(Locale::Zh)),
    }
}

fn set(entry: &str) -> String {
    let units = UnitTable::built_in();
    let unit = units.parse("亿元").unwrap();
    match read_number(entry, &unit, &Measure::of(&unit, &units, 0, Locale::Zh)) {
        Ok(value) => in_hundred_millions(value),
        Err(error) => format!("! {}", error.clause(Locale::Zh)),
    }
}

fn in_hundred_millions(value: f64) -> String {
    format!("{}亿元", value / 1e8)
}

#[test]
fn every_door_reads_numbers_alike() {
    cases::check("tests/cases/number", 4, answer);
}
