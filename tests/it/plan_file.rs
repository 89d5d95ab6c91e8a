//! Plan files: what is saved opens equal, old files keep opening, bad ones are answered.
//!
//! `tests/cases/plan/format-N.tuiyan.json` was written by the program when format N was
//! new and never changes. A `.case` is a text in it, what replaces the text, and the answer;
//! `UPDATE_GOLDEN=1` rewrites the answers.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;

use tuiyan::diagnostic::Checked;
use tuiyan::exchange::plan_file::{self, BuiltIn, Opened};
use tuiyan::limits;
use tuiyan::locale::Locale;
use tuiyan::model::Model;
use tuiyan::plan::{LeverPath, ParameterChange, Plan, Recorded, ScenarioId, Status};

use crate::{city, session};

const FIXTURE: &str = "tests/cases/plan/format-1.tuiyan.json";

fn open(bytes: &[u8]) -> Checked<Opened> {
    let model = city::model();
    let identity = session::identity();
    let built_in = [BuiltIn { identity: &identity, model: &model }];
    plan_file::read("甲.tuiyan.json", bytes, &built_in)
}

fn said(checked: &Checked<Opened>) -> String {
    let all = [Locale::En, Locale::Zh].into_iter().flat_map(|locale| {
        checked.diagnostics.iter().map(move |diagnostic| diagnostic.render(locale))
    });
    all.collect()
}

#[track_caller]
fn opened(bytes: &[u8]) -> Plan {
    let checked = open(bytes);
    assert_eq!(said(&checked), "");
    checked.value.unwrap().plan
}

#[track_caller]
fn refused(bytes: &[u8], expected: &str) {
    let checked = open(bytes);
    assert!(checked.value.is_none() && said(&checked).contains(expected), "{}", said(&checked));
}

/// A plan with something of everything.
fn full(model: &Model) -> Plan {
    let mut plan = session::plan(model);
    let first = plan.scenarios.add("稳妥包".to_owned()).unwrap();
    let scenario = plan.scenarios.get_mut(first).unwrap();
    scenario.settings.set("super_deduction_uptake", LeverPath::Constant(60.5));
    "第一版\n第二行".clone_into(&mut scenario.note);
    let second = plan.scenarios.duplicate(first, "进取包".to_owned()).unwrap();
    let scenario = plan.scenarios.get_mut(second).unwrap();
    scenario.settings.set("super_deduction_uptake", LeverPath::ByYear(vec![50.0, 62.3]));
    scenario.assumptions.entry("gdp_growth_real".to_owned()).or_default().insert(2021, 0.065);
    let third = plan.scenarios.add("丙".to_owned()).unwrap();
    plan.scenarios.delete(third);
    plan.scenarios.select(second);
    plan.scenarios.set_reference(first);
    plan.ceiling = Some(2.5e7);
    plan.thresholds.effort = 0.35;
    let id = model.parameters[0].id.clone();
    plan.parameters.insert(id, ParameterChange { low: 0.1, mode: 0.2, high: 0.3 });
    let recorded = Recorded { status: Status::UnderWay, note: "已立项".to_owned() };
    plan.statuses.insert("Y1".to_owned(), recorded);
    "讨论稿".clone_into(&mut plan.notes);
    plan
}

#[test]
fn a_full_plan_opens_as_it_was_saved() {
    let model = city::model();
    let plan = full(&model);
    assert_eq!(opened(plan_file::write(&plan, &model).as_bytes()), plan);
}

#[test]
fn files_of_every_format_still_open() {
    let model = city::model();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FIXTURE);
    if std::env::var_os("UPDATE_GOLDEN").is_some() && !path.exists() {
        fs::write(&path, plan_file::write(&full(&model), &model)).unwrap();
    }
    let plan = opened(&fs::read(path).unwrap());
    let expected = full(&model);
    assert_eq!(plan.scenarios, expected.scenarios);
    assert_eq!(plan.ceiling, expected.ceiling);
    assert_eq!(plan.statuses, expected.statuses);
    assert_eq!(plan.parameters, expected.parameters);
    assert_eq!(plan.region.figures["gdp"].value, 1785e8);
}

#[test]
fn an_own_model_travels_with_the_plan() {
    let model = city::model();
    let text = city::text("models/city-sti/model.toml");
    let mut plan = full(&model);
    plan.own_model = Some(Rc::from(text.as_str()));
    plan.model.id = "ours".to_owned();
    let checked = open(plan_file::write(&plan, &model).as_bytes());
    let opened = checked.value.unwrap();
    assert_eq!(opened.plan, plan);
    assert_eq!(opened.own_model, Some(model));
}

#[test]
fn bytes_that_are_no_text_are_named() {
    let fixture = city::text(FIXTURE);
    let with_mark = [b"\xef\xbb\xbf", fixture.as_bytes()].concat();
    assert_eq!(opened(&with_mark), opened(fixture.as_bytes()));
    refused(b"", "文件为空");
    refused(b"\xef\xbb\xbf", "文件为空");
    refused(b"\xff\xfe{\0}\0", "UTF-16");
    refused(b"{\"name\": \"\xd2\xe6\xd1\xf4\"}", "GBK");
    refused(b"PK\x03\x04...", "Excel/WPS");
    refused(b"\x89PNG...", "图片");
    refused(b"<html></html>", "不是合格的JSON");
}

#[test]
fn size_and_depth_are_capped() {
    let mut large = city::text(FIXTURE).into_bytes();
    large.resize(limits::PLAN_BYTES, b' ');
    opened(&large);
    large.push(b' ');
    refused(&large, "超过5MB");
    refused("[".repeat(1_000_000).as_bytes(), "error[");
    let deep = format!("{{\"format\":{}1{}}}", "[".repeat(200), "]".repeat(200));
    refused(deep.as_bytes(), "recursion limit");
}

#[test]
fn the_scenarios_of_a_file_are_capped() {
    let fixture = city::text(FIXTURE);
    let with = |count: usize| {
        let mut file: serde_json::Value = serde_json::from_str(&fixture).unwrap();
        let scenarios = file["scenarios"].as_array_mut().unwrap();
        let mut more = scenarios[0].clone();
        // One stands for the unchanged outlook and is not in the file.
        for id in scenarios.len() + 1..count {
            more["id"] = id.into();
            scenarios.push(more.clone());
        }
        file["next"] = count.into();
        file.to_string()
    };
    let at_the_cap = opened(with(limits::SCENARIOS).as_bytes());
    assert_eq!(at_the_cap.scenarios.all().len(), limits::SCENARIOS);
    refused(with(limits::SCENARIOS + 1).as_bytes(), "方案超过50个");
}

#[test]
fn a_cut_file_is_said_to_be_incomplete() {
    let fixture = city::text(FIXTURE);
    for part in 1..20 {
        let mut end = fixture.len() * part / 20;
        while !fixture.is_char_boundary(end) {
            end -= 1;
        }
        refused(&fixture.as_bytes()[..end], "文件不完整");
    }
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/plan");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "case"))
        .collect();
    cases.sort();
    cases
}

#[test]
fn bad_plan_files_get_the_expected_answers() {
    let fixture = city::text(FIXTURE);
    let cases = cases();
    assert!(cases.len() >= 20, "only {} cases were found", cases.len());
    for path in cases {
        let text = fs::read_to_string(&path).unwrap();
        let (edit, expected) = text.split_once("\n---\n").unwrap_or((text.trim_end(), ""));
        let (old, new) = edit.split_once('\n').unwrap_or((edit, ""));
        assert!(fixture.contains(old), "{}: the fixture does not contain {old}", path.display());
        let checked = open(fixture.replacen(old, new, 1).as_bytes());
        let outcome = if checked.value.is_some() { "opened" } else { "refused" };
        let found = format!("{outcome}\n{}", said(&checked));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, format!("{edit}\n---\n{found}")).unwrap();
        } else {
            assert_eq!(found, expected, "{}", path.display());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn what_is_saved_opens_equal(
        settings in vec((0..8_usize, 0.0..1.0_f64, prop::bool::ANY), 0..20),
        ceiling in prop::option::of(0.0..1e12_f64),
        notes in "\\PC{0,200}",
        next in 1..1000_u32,
    ) {
        let model = city::model();
        let mut plan = session::plan(&model);
        plan.ceiling = ceiling;
        plan.notes = tuiyan::plan::clean_note(&notes);
        plan.scenarios.reserve(ScenarioId(next));
        for (position, share, by_year) in settings {
            let lever = &model.levers[position % model.levers.len()];
            let [low, high] = lever.range;
            let value = low + share * (high - low);
            let path = if by_year { LeverPath::ByYear(vec![value, high, value]) } else { LeverPath::Constant(value) };
            if let Some(id) = plan.scenarios.add(format!("方案{position}")) {
                plan.scenarios.get_mut(id).unwrap().settings.set(&lever.id, path);
            }
        }
        prop_assert_eq!(opened(plan_file::write(&plan, &model).as_bytes()), plan);
    }
}
