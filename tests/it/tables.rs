//! Tables that leave the program: one unit a column, numbers as numbers, nothing left out.

use tuiyan::analysis::{Report, Workbench};
use tuiyan::exchange::sheet::{Field, Sheet};
use tuiyan::exchange::tables::{self, Told};
use tuiyan::locale::Locale;
use tuiyan::model::Model;
use tuiyan::plan::{LeverPath, Plan, ScenarioId};
use tuiyan::unit::InUnit;

use crate::{city, session};

struct Desk {
    model: Model,
    plan: Plan,
    report: Report,
}

impl Desk {
    /// A plan with a lever raised and a ceiling.
    fn new() -> Self {
        let model = city::model();
        let mut plan = session::plan(&model);
        let id = plan.scenarios.add(ScenarioId(1), "稳妥包".to_owned()).unwrap();
        let scenario = plan.scenarios.get_mut(id).unwrap();
        scenario.settings.set("hnte_award", LeverPath::ByYear([10.0, 30.0].map(InUnit).to_vec()));
        plan.ceiling = Some(2e7);
        plan.scenarios.select(id);
        let workbench = Workbench::new(model.clone(), (*plan.region).clone(), 512);
        let report = workbench.evaluate(&plan.scenarios.current().settings);
        Self { model, plan, report }
    }

    fn told(&self, locale: Locale) -> Told<'_> {
        Told { plan: &self.plan, model: &self.model, report: &self.report, locale }
    }
}

#[track_caller]
fn is_even(sheet: &Sheet) {
    for row in &sheet.rows {
        assert_eq!(row.len(), sheet.header.len(), "{row:?}");
    }
}

fn number(field: &Field) -> f64 {
    match field {
        Field::Number { value, .. } => *value,
        other => panic!("{other:?}"),
    }
}

#[test]
fn every_table_has_as_many_cells_as_heads_in_both_languages() {
    let desk = Desk::new();
    for locale in [Locale::Zh, Locale::En] {
        let told = desk.told(locale);
        let all = [
            tables::targets(told),
            tables::verdicts(told),
            tables::indicators(told),
            tables::scenarios(told, &[&desk.report, &desk.report]),
            tables::levers(told),
            tables::budget(told),
            tables::figures(&desk.plan, &desk.model, locale),
        ];
        for sheet in all {
            assert!(sheet.rows.len() > 3, "{:?}", sheet.header);
            is_even(&sheet);
        }
    }
}

#[test]
fn a_target_without_a_verdict_stands_in_the_table_with_its_reason() {
    let desk = Desk::new();
    let sheet = tables::targets(desk.told(Locale::Zh));
    assert_eq!(sheet.rows.len(), desk.plan.region.targets.len());
    let judged = |row: &&Vec<Field>| matches!(row[4], Field::Number { .. });
    let judged = sheet.rows.iter().filter(judged).count();
    assert!(judged > 0 && judged < sheet.rows.len());
    for row in sheet.rows.iter().filter(|row| matches!(row[4], Field::Text(_))) {
        assert!(!row[12].shown().is_empty(), "{row:?}");
    }
}

#[test]
fn a_lever_set_by_year_has_each_year_and_the_last_one_stays() {
    let desk = Desk::new();
    let sheet = tables::levers(desk.told(Locale::Zh));
    let position = usize::from(desk.model.lever("hnte_award").unwrap());
    let row: Vec<f64> = sheet.rows[position][3..8].iter().map(number).collect();
    assert_eq!(row, [0.0, 10.0, 30.0, 30.0, 30.0]);
    assert_eq!(sheet.rows[position][2].shown(), "是");
    assert_eq!(sheet.header[4], "2020年");
}

#[test]
fn what_is_left_is_ceiling_less_spending() {
    let desk = Desk::new();
    for row in tables::budget(desk.told(Locale::Zh)).rows {
        let [_, median, _, _, ceiling, left, _forgone] = &row[..] else { panic!("{row:?}") };
        assert!((number(ceiling) - number(median) - number(left)).abs() < 1e-9);
        assert_eq!(number(ceiling), 2000.0, "万元");
    }
}

#[test]
fn figures_keep_their_unit_and_origin() {
    let desk = Desk::new();
    let sheet = tables::figures(&desk.plan, &desk.model, Locale::Zh);
    let (id, datum) = desk.plan.region.figures.iter().next().unwrap();
    assert!(!id.is_empty());
    let row = &sheet.rows[0];
    let shown = number(&row[3]);
    assert!((datum.unit.from_base(datum.value).0 - shown).abs() <= 1e-9 * shown.abs());
    assert_eq!(row[4].shown(), datum.unit.symbol());
    assert_eq!(row[6].shown(), datum.source);
    let outside = sheet.rows.iter().filter(|row| row[5].shown().is_empty());
    assert_eq!(outside.count(), 0, "every figure says where it comes from");
}
