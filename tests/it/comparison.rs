//! The comparison of scenarios on a built-in city: table, title and sentences.

use tuiyan::analysis::{Report, Workbench};
use tuiyan::exchange::comparison::{ComparedStanding, Row, comparison, comparison_sheet};
use tuiyan::locale::Locale;
use tuiyan::plan::{LeverPath, Plan, Settings};
use tuiyan::unit::InUnit;
use tuiyan::wording::{ComparedScenario, comparison_sentences, comparison_title};

use crate::{city, session};

struct City {
    workbench: Workbench,
    plan: Plan,
}

impl City {
    fn new() -> Self {
        let model = city::model();
        let plan = session::plan(&model);
        Self { workbench: Workbench::new(model, (*plan.region).clone(), 1024), plan }
    }

    fn report(&self, levers: &[(&str, f64)]) -> Report {
        let mut settings = Settings::present();
        for (lever, setting) in levers {
            settings.set(lever, LeverPath::Constant(InUnit(*setting)));
        }
        self.workbench.evaluate(&settings)
    }

    fn rows(&self, reports: &[&Report]) -> Vec<Row> {
        comparison(&self.plan, self.workbench.model(), reports, 0, Locale::Zh)
    }
}

const COACHING: &[(&str, f64)] = &[("hnte_coaching", 60.0), ("contract_award", 2.0)];

#[test]
fn differences_are_against_the_reference() {
    let mut city = City::new();
    city.plan.ceiling = Some(1.0);
    let reports = [city.report(&[]), city.report(COACHING)];
    let rows = city.rows(&[&reports[0], &reports[1]]);
    for row in &rows {
        let [reference, other] = row.cells[..] else { panic!("{row:?}") };
        assert_eq!(reference.difference, None);
        assert_eq!(other.difference, Some(other.value.unwrap() - reference.value.unwrap()));
    }
    let intensity = rows.iter().position(|row| row.name.contains("投入强度")).unwrap();
    assert_eq!(rows[intensity].measure.heading(), "%");
    assert_eq!(rows[intensity].measure.difference_heading(), "百分点");
    assert!(rows[intensity + 1].is_part, "the real part stands below the reported one");
    let [of_year, total] = &rows[rows.len() - 2..] else { panic!() };
    assert_eq!(of_year.cells[0].standing, Some(ComparedStanding::Within));
    assert_eq!(of_year.cells[1].standing, Some(ComparedStanding::Over));
    assert!(total.cells[1].value > of_year.cells[1].value);
}

#[test]
fn the_sheet_has_a_cell_for_every_head() {
    let city = City::new();
    let reports = [city.report(&[]), city.report(COACHING)];
    let rows = city.rows(&[&reports[0], &reports[1]]);
    let names = ["现状延续".to_owned(), "=甲".to_owned()];
    let sheet = comparison_sheet(&rows, &names, 0, Locale::Zh);
    assert_eq!(sheet.header.len(), 4 + 3 + 4);
    assert_eq!(sheet.header[8], "=甲：差");
    assert!(sheet.rows.iter().all(|row| row.len() == sheet.header.len()));
    assert!(sheet.tsv().contains("'=甲：差"), "no scenario's name is run as a formula");
}

#[test]
fn the_title_names_what_reaches_more_and_what_changes_nothing() {
    let city = City::new();
    let (present, idle) = (city.report(&[]), city.report(&[("statistics_coverage", 1.0)]));
    let strong =
        city.report(&[("contract_award", 3.0), ("brokers", 100.0), ("hnte_coaching", 60.0)]);
    let reference = ComparedScenario { name: "现状延续", report: &present };
    let named = |name, report| ComparedScenario { name, report };
    let title = |others: &[ComparedScenario<'_>]| {
        comparison_title(&city.plan, reference, others, Locale::Zh)
    };
    assert_eq!(title(&[]), "还没有可以比较的方案");
    assert_eq!(title(&[named("甲", &idle)]), "甲没有改变任何研判");
    let both = title(&[named("甲", &idle), named("乙", &strong)]);
    assert!(both.starts_with('乙') && both.ends_with("；甲没有改变任何研判"), "{both}");
    let worse =
        comparison_title(&city.plan, named("乙", &strong), &[named("甲", &idle)], Locale::En);
    assert_eq!(worse, "No scenario meets more targets than 乙");
}

#[test]
fn the_title_says_of_the_reference_what_is_so() {
    let city = City::new();
    let present = city.report(&[]);
    let coaching = ("hnte_coaching", 60.0);
    let strong = city.report(&[("contract_award", 3.0), ("brokers", 100.0), coaching]);
    let dear = city.report(&[("after_subsidy", 4000.0), coaching]);
    let year = city.plan.region.plan_year;
    let spent = [&present, &strong, &dear].map(|report| report.cost_of(year).unwrap());
    assert!(spent[0] < spent[1] && spent[1] < spent[2], "{spent:?}");
    let named = |name, report| ComparedScenario { name, report };
    let title = |others: &[ComparedScenario<'_>], locale| {
        comparison_title(&city.plan, named("现状延续", &present), others, locale)
    };
    let both = [named("甲", &strong), named("乙", &dear)];
    let said = title(&both, Locale::Zh);
    assert!(said.starts_with("甲比现状延续多达标") && !said.contains("最少"), "{said}");
    assert!(said.contains("，花费低于乙"), "{said}");
    assert!(title(&both, Locale::En).contains(" and costs less than 乙"));
    // Alone it is cheaper than nothing but itself.
    assert!(!title(&both[..1], Locale::Zh).contains("花费"));
}

#[test]
fn sentences_give_the_money_and_the_classes() {
    let mut city = City::new();
    city.plan.ceiling = Some(100e4);
    let (present, strong) = (city.report(&[]), city.report(&[("after_subsidy", 500.0)]));
    let reference = ComparedScenario { name: "现状延续", report: &present };
    let other = ComparedScenario { name: "甲", report: &strong };
    let said: Vec<String> = comparison_sentences(&city.plan, reference, other, Locale::Zh)
        .iter()
        .map(|sentence| sentence.text(Locale::Zh))
        .collect();
    assert_eq!(said[0], "甲在2020年本级支出500万元，比现状延续多500万元。");
    assert_eq!(said[1], "超过上限100万元。");
    // What the city pays firms is part of its own science expenditure.
    assert_eq!(said[2], "升档：财政科技支出增速。");
    let back = comparison_sentences(&city.plan, other, reference, Locale::En);
    assert_eq!(
        back[0].text(Locale::En),
        "现状延续 spends CNY 0 of city money in 2020, CNY 5 million less than 甲."
    );
}
