//! Words that say no more than is so: bands, names that the page gives, sources.

use std::rc::Rc;

use tuiyan::locale::Locale;
use tuiyan::plan::{NextYear, ScenarioId};
use tuiyan::session::{Edit, Session};
use tuiyan::unit::InUnit;
use tuiyan::wording::{scenario_name, setting_word, source_text};

use crate::{city, session};

#[test]
fn no_band_says_that_something_is_done_where_nothing_is() {
    let model = city::model();
    for id in city::REGIONS {
        let region = city::region(&model, id);
        for lever in &model.levers {
            let present = region.present_setting(lever);
            for locale in [Locale::Zh, Locale::En] {
                let word = |setting| setting_word(lever, setting, present, locale).unwrap();
                let bands: Vec<&str> =
                    lever.bands.iter().map(|band| band.name.get(locale)).collect();
                assert!(!bands.contains(&word(present)), "{id} {}", lever.id);
                assert!(!bands.contains(&word(InUnit(0.0))), "{id} {}", lever.id);
                let highest = lever.range[1];
                assert!(highest == present || bands.contains(&word(highest)), "{}", lever.id);
            }
        }
    }
}

#[test]
fn names_that_the_page_gave_follow_the_language() {
    let model = city::model();
    let start = Session::new(session::plan(&model));
    let named = Edit::AddScenario { id: ScenarioId(1), name: Some("方案甲".to_owned()) };
    let session = [Edit::AddScenario { id: ScenarioId(2), name: None }, named]
        .into_iter()
        .fold(start, Session::after);
    let copied = session.plan().scenarios.all()[1].id;
    let session = session.after(Edit::DuplicateScenario { of: copied, id: ScenarioId(3) });
    let plan = session.plan();
    let said = |locale| -> Vec<String> {
        let all = plan.scenarios.all().iter();
        all.map(|scenario| scenario_name(plan, scenario.id, locale)).collect()
    };
    assert!(said(Locale::Zh).contains(&"方案1".to_owned()), "{:?}", said(Locale::Zh));
    let english = said(Locale::En);
    for name in ["Baseline", "Scenario 1", "Scenario 1 (copy 1)", "方案甲"] {
        assert!(english.contains(&name.to_owned()), "{english:?}");
    }
}

#[test]
fn sources_that_say_that_there_is_none_stand_in_the_readers_language() {
    let english = source_text("专家判断，须用本市数据校准", Locale::En);
    assert!(english.is_ascii(), "{english}");
    assert_eq!(source_text("甲统计公报", Locale::En), "甲统计公报");
}

#[test]
fn the_next_years_plan_is_called_a_draft_of_its_year() {
    let model = city::model();
    let plan = session::plan(&model);
    let before = plan.name.clone();
    let region = plan.region.clone();
    let next = NextYear::after(&region, "推演".to_owned(), "沿用".to_owned());
    let region = tuiyan::plan::next_year(&model, &region, &next, &|_| None).unwrap();
    let session = Session::new(plan).after(Edit::StartNextYear(Rc::new(region)));
    let name = &session.plan().name;
    let years = [next.plan_year - 1, next.plan_year].map(|year| year.to_string());
    assert_eq!(*name, format!("{}（草稿）", before.replace(&years[0], &years[1])));
    let step = session.history().undoable().unwrap();
    assert_eq!(step.words(session.plan(), &model, Locale::Zh), "开始下一年度规划");
}
