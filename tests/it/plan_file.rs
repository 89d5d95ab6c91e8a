//! Plan files: what is saved opens equal, old files keep opening, bad ones are answered.
//!
//! `tests/cases/plan/format-N.tuiyan.json` was written by the program when format N was
//! new and never changes. A `.case` beside it or in `tests/cases/plan/format-N/` is a text in the fixture of format 1
//! or N, what replaces the text (behind a line `===` where the text has several), and the answer; `UPDATE_GOLDEN=1`
//! rewrites the answers.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use proptest::collection::vec;
use proptest::prelude::*;

use tuiyan::diagnostic::{Checked, Code, Severity, SourceFile};
use tuiyan::exchange::plan_file::{self, BuiltInModel, ReadPlan};
use tuiyan::exchange::{link, snapshot};
use tuiyan::limits;
use tuiyan::locale::Locale;
use tuiyan::model::Model;
use tuiyan::plan::{
    LeverPath, ParameterChange, Plan, Recorded, ScenarioId, Status, Thresholds, fingerprint,
};
use tuiyan::region;
use tuiyan::unit::InUnit;

use crate::{city, session};

const FIXTURE: &str = "tests/cases/plan/format-1.tuiyan.json";

fn open(bytes: &[u8]) -> Checked<ReadPlan> {
    let model = city::model();
    let identity = session::identity();
    let built_in = [BuiltInModel { identity: &identity, model: &model }];
    plan_file::read("甲.tuiyan.json", bytes, &built_in)
}

/// What is said of a file, but that it is from before lights were read from the chance: that is said of every fixture.
fn said(checked: &Checked<ReadPlan>) -> String {
    said_but(checked, &[Code::LightsByChance])
}

fn said_but(checked: &Checked<ReadPlan>, known: &[Code]) -> String {
    let found = checked.diagnostics.iter().filter(|one| !known.contains(&one.code));
    let found: Vec<_> = found.collect();
    let all = [Locale::En, Locale::Zh]
        .into_iter()
        .flat_map(|locale| found.iter().map(move |diagnostic| diagnostic.render(locale)));
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
    let first = plan.scenarios.add(ScenarioId(1), "稳妥包".to_owned()).unwrap();
    let scenario = plan.scenarios.get_mut(first).unwrap();
    scenario.settings.set("super_deduction_uptake", LeverPath::Constant(InUnit(60.5)));
    "第一版\n第二行".clone_into(&mut scenario.note);
    let second = plan.scenarios.duplicate(first, ScenarioId(2), "进取包".to_owned()).unwrap();
    let scenario = plan.scenarios.get_mut(second).unwrap();
    scenario
        .settings
        .set("super_deduction_uptake", LeverPath::ByYear([50.0, 62.3].map(InUnit).to_vec()));
    scenario.assumptions.entry("gdp_growth_real".to_owned()).or_default().insert(2021, 0.065);
    plan.scenarios.select(second);
    plan.scenarios.set_reference(first);
    plan.ceiling = Some(2.5e7);
    plan.thresholds = Thresholds { effort: 0.35, met: 0.6, near: 0.25, ..plan.thresholds };
    let id = model.parameters.raw[0].id.clone();
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

/// The plan files that the program once wrote, by format.
fn fixtures() -> Vec<(String, PathBuf)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/plan");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
    let mut fixtures: Vec<_> = files
        .filter_map(|path| {
            let format = name(&path).strip_suffix(plan_file::EXTENSION)?.to_owned();
            Some((format, path))
        })
        .collect();
    fixtures.sort();
    fixtures
}

#[test]
fn there_is_a_fixture_of_every_format() {
    let model = city::model();
    let now = format!("tests/cases/plan/format-{}{}", plan_file::FORMAT, plan_file::EXTENSION);
    let now = Path::new(env!("CARGO_MANIFEST_DIR")).join(now);
    if std::env::var_os("UPDATE_GOLDEN").is_some() && !now.exists() {
        fs::write(&now, plan_file::write(&full(&model), &model)).unwrap();
    }
    let formats = (1..=plan_file::FORMAT).map(|format| format!("format-{format}"));
    let found = fixtures().into_iter().map(|(format, _)| format);
    assert_eq!(found.collect::<Vec<_>>(), formats.collect::<Vec<_>>());
}

#[test]
fn files_of_every_format_still_open_and_are_written_so_that_they_open_again() {
    let model = city::model();
    let expected = full(&model);
    let identity = session::identity();
    let built_in = [BuiltInModel { identity: &identity, model: &model }];
    for (format, path) in fixtures() {
        let bytes = fs::read(path).unwrap();
        let plan = opened(&bytes);
        assert_eq!(plan.scenarios, expected.scenarios, "{format}");
        assert_eq!(plan.ceiling, expected.ceiling, "{format}");
        assert_eq!(plan.statuses, expected.statuses, "{format}");
        assert_eq!(plan.parameters, expected.parameters, "{format}");
        assert_eq!(plan.region.figures["gdp"].value, 1785e8, "{format}");
        assert_eq!(opened(&bytes), plan, "{format}: twice the same");
        let written = plan_file::write(&plan, &model);
        assert_eq!(opened(written.as_bytes()), plan, "{format}");
        let text = String::from_utf8(bytes).unwrap();
        let sum = fingerprint(text.as_bytes());
        let kept = format!("tuiyan-snapshot 1 {sum} {}\n{text}", text.len());
        let kept = snapshot::decode(&kept, &built_in).unwrap().value.unwrap().plan;
        assert_eq!(kept, plan, "{format}");
    }
}

#[test]
fn files_from_before_the_limits_of_lights_open_with_the_usual_ones() {
    let told = |checked: &Checked<ReadPlan>| {
        let found = checked.diagnostics.iter().filter(|one| one.code == Code::LightsByChance);
        found.cloned().collect::<Vec<_>>()
    };
    for (format, path) in fixtures() {
        let checked = open(&fs::read(path).unwrap());
        let [said] = &told(&checked)[..] else { panic!("{format}: {:?}", checked.diagnostics) };
        assert_eq!(said.severity(), Severity::Warning);
        assert!(said.message.zh.contains("50%以上达标，20%以上接近"), "{}", said.message.zh);
        assert!(said.message.en.contains("from 50 %"), "{}", said.message.en);
        let plan = checked.value.unwrap().plan;
        assert_eq!(plan.thresholds, Thresholds { effort: 0.35, ..Thresholds::default() });
        // Written again it names its limits, and nothing is to be said any more.
        let again = open(plan_file::write(&plan, &city::model()).as_bytes());
        assert_eq!((told(&again).len(), again.value.unwrap().plan), (0, plan));
    }
}

#[test]
fn a_limit_that_a_file_does_not_name_is_the_usual_one() {
    let with = |limits: &str| {
        open(
            city::text(FIXTURE)
                .replacen("\"effort\"", &format!("{limits}\"effort\""), 1)
                .as_bytes(),
        )
    };
    let checked = with("\"met\": 0.6, ");
    assert_eq!(checked.diagnostics, []);
    let thresholds = checked.value.unwrap().plan.thresholds;
    assert_eq!((thresholds.met, thresholds.near), (0.6, 0.2));
    for wrong in ["\"met\": 0.1, ", "\"near\": 0.6, ", "\"met\": 1.5, ", "\"near\": -0.1, "] {
        let checked = with(wrong);
        assert!(checked.value.is_none() && said(&checked).contains("0≤near≤met≤1"), "{wrong}");
    }
    assert!(with("\"met\": \"half\", ").value.is_none());
}

#[test]
fn links_of_the_first_format_still_open() {
    let model = city::model();
    let identity = session::identity();
    let built_in = [BuiltInModel { identity: &identity, model: &model }];
    let cities = [Rc::new(city::region(&model, "yiyang-2020"))];
    let fixture = opened(city::text(FIXTURE).as_bytes());
    let region = Rc::clone(&fixture.region);
    let expected = Plan { region, ..link::without_remarks(fixture) };
    let links = city::text("tests/cases/plan/format-1.links");
    let [whole, left] = links.lines().collect::<Vec<_>>()[..] else { panic!("{links}") };
    let received = |link| link::decode(link, &built_in, &cities).unwrap().unwrap().plan;
    assert_eq!(received(whole), expected);
    let left = received(left);
    assert_eq!((&left.scenarios, &left.region), (&expected.scenarios, &cities[0]));
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
fn items_of_an_index_that_the_model_lacks_come_back_as_they_were_written() {
    let model = city::model();
    let mut plan = session::plan(&model);
    let items = "[{ of = \"gone\", goal = 0x10, since = 2020-01-01, weight = +1_0.50 }]";
    let text = city::text("regions/yiyang-2020.toml")
        + &format!("[index]\ngone = {{ items = {items} }}\n");
    let read = region::read(SourceFile { name: "a", text: &text }, &model);
    plan.region = Rc::new(read.value.unwrap());
    let written = plan_file::write(&plan, &model);
    assert!(written.contains("\"goal\": \"0x10\", \"since\": \"2020-01-01\", \"weight\": 10.50"));
    assert_eq!(open(written.as_bytes()).value.unwrap().plan, plan);
    let again = region::write(&plan.region, &model);
    let again = region::read(SourceFile { name: "a", text: &again }, &model).value.unwrap();
    assert_eq!(again, *plan.region);
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
    refused(deep.as_bytes(), "括号套得太深，超过100层");
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

/// The cases of a folder.
fn cases(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|extension| extension == "case"))
        .collect();
    cases.sort();
    cases
}

#[test]
fn bad_plan_files_get_the_expected_answers() {
    check("tests/cases/plan", FIXTURE, 50);
    check("tests/cases/plan/format-2", "tests/cases/plan/format-2.tuiyan.json", 20);
}

#[track_caller]
fn check(folder: &str, fixture: &str, at_least: usize) {
    let fixture = city::text(fixture);
    let cases = cases(folder);
    assert!(cases.len() >= at_least, "only {} cases were found", cases.len());
    for path in cases {
        let text = fs::read_to_string(&path).unwrap();
        let (edit, expected) = text.split_once("\n---\n").unwrap_or((text.trim_end(), ""));
        let lines = edit.split_once("\n===\n");
        let (old, new) = lines.or_else(|| edit.split_once('\n')).unwrap_or((edit, ""));
        assert!(fixture.contains(old), "{}: the fixture does not contain {old}", path.display());
        let checked = open(fixture.replacen(old, new, 1).as_bytes());
        let outcome = if checked.value.is_some() { "opened" } else { "refused" };
        let looks_at_lights = expected.contains(Code::LightsByChance.as_str());
        let said = if looks_at_lights { said_but(&checked, &[]) } else { said(&checked) };
        let found = format!("{outcome}\n{said}");
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
        settings in vec((0..8_usize, 0.0..1.0_f64, prop::bool::ANY, any::<u64>()), 0..20),
        ceiling in prop::option::of(0.0..1e12_f64),
        notes in "\\PC{0,200}",
    ) {
        let model = city::model();
        let mut plan = session::plan(&model);
        plan.ceiling = ceiling;
        plan.notes = tuiyan::plan::clean_note(&notes);
        for (position, share, by_year, id) in settings {
            let lever = &model.levers.raw[position % model.levers.len()];
            let [low, high] = lever.range;
            let value = low + (high - low) * share;
            let path = if by_year { LeverPath::ByYear(vec![value, high, value]) } else { LeverPath::Constant(value) };
            if let Some(id) = plan.scenarios.add(ScenarioId(id), format!("方案{position}")) {
                plan.scenarios.get_mut(id).unwrap().settings.set(&lever.id, path);
            }
        }
        prop_assert_eq!(opened(plan_file::write(&plan, &model).as_bytes()), plan);
    }
}
