//! Pasted tables and what becomes of every cell: `tests/cases/paste/*.case` hold a table and
//! the answer. `UPDATE_GOLDEN=1` rewrites the answers.

use std::fmt::Write as _;

use proptest::prelude::*;

use tuiyan::exchange::paste::{self, Origin, PastedCell};
use tuiyan::region::Provenance;
use tuiyan::session::{Action, Edit, Session, TableEntry};

use crate::{cases, city, session};

fn origin() -> Origin {
    Origin { provenance: Provenance::Published, source: "统计年鉴".to_owned(), vintage: None }
}

fn answer(table: &str) -> String {
    let pasted = match paste::read(table, &city::model(), 2019, &origin()) {
        Ok(pasted) => pasted,
        Err(error) => return format!("{}\n", error.sentence().zh),
    };
    let mut answer = String::new();
    if pasted.transposed {
        answer.push_str("transposed\n");
    }
    for cell in &pasted.cells {
        let _ = writeln!(answer, "{}", line(cell));
    }
    for column in &pasted.ignored {
        let why = if column.is_part { "part of a year" } else { "no year" };
        let _ = writeln!(answer, "left out {}: {} ({why})", column.at, column.head);
    }
    answer
}

fn line(cell: &PastedCell) -> String {
    let id = cell.id.as_deref().unwrap_or(cell.label.as_str());
    let year = cell.year.map_or("?".to_owned(), |year| year.to_string());
    let mut said = match &cell.outcome {
        Ok(None) => "missing".to_owned(),
        Ok(Some(datum)) => {
            let note = datum.note.as_ref().map_or(String::new(), |note| format!(" {{{note}}}"));
            format!("{}{}{note}", datum.unit.from_base(datum.value), datum.unit.symbol())
        }
        Err(problem) => format!("! {}", problem.zh),
    };
    if let Some(warning) = &cell.warning {
        let _ = write!(said, " ? {}", warning.zh);
    }
    format!("row {} column {}: {id} {year} = {said}", cell.row, cell.column)
}

#[test]
fn pasted_tables_get_the_expected_answers() {
    cases::check("tests/cases/paste", 40, answer);
}

#[test]
fn a_pasted_table_is_one_step() {
    let model = city::model();
    let table = "指标\t2018年\t2019年\ngdp\t1700\t1790\nrd\t25\t28.6①";
    let pasted = paste::read(table, &model, 2019, &origin()).unwrap();
    let start = Session::new(session::plan(&model));
    let action = Edit::PasteTable(TableEntry::of_pasted(&pasted));
    let session = start.clone().after(action);
    assert_eq!(session.plan().region.figures["gdp"].value, 1790e8);
    assert_eq!(session.plan().region.history["rd"].last().unwrap().datum.value, 25e8);
    assert_eq!(session.plan().region.figures["rd"].note.as_deref(), Some("①"));
    assert_eq!(session.history().past().count(), 1);
    assert_eq!(session.after(Action::Undo).plan(), start.plan());
}

proptest! {
    #[test]
    fn no_text_breaks_the_reader(text in "[\\PC\t\n\r\",<>]{0,300}") {
        let _ = answer(&text);
        let _ = answer(&format!("<table><tr><td>{text}</table>"));
    }
}
