//! Files that break a rule ten thousand times are answered soon and in a few lines.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use tuiyan::diagnostic::{Checked, Code, Diagnostic, SourceFile};
use tuiyan::exchange::plan_file::{self, BuiltInModel, ReadPlan};
use tuiyan::limits;
use tuiyan::locale::Locale;
use tuiyan::region;

use crate::any_action::world;
use crate::{city, session};

const PLAN: &str = "tests/cases/plan/format-1.tuiyan.json";

/// The plan file with something put into it.
fn plan_with(put: impl FnOnce(&mut Value)) -> String {
    let mut file: Value = serde_json::from_str(&city::text(PLAN)).unwrap();
    put(&mut file);
    file.to_string()
}

/// Without what is said of every file like the fixture: it is from before lights were read from the chance.
fn open(text: &str) -> Checked<ReadPlan> {
    let (world, identity) = (world(), session::identity());
    let built_in = [BuiltInModel { identity: &identity, model: &world.model }];
    let mut checked = plan_file::read("a", text.as_bytes(), &built_in);
    checked.diagnostics.retain(|one| one.code != Code::LightsByChance);
    checked
}

/// That the answer comes soon, even in a build for tests on a busy machine, and can be shown: few
/// lines, none of them long.
#[track_caller]
#[expect(clippy::disallowed_methods, reason = "the time is what is tested")]
fn answered_soon(read: impl FnOnce() -> Vec<Diagnostic>) -> Vec<Diagnostic> {
    // Built before the clock starts.
    world();
    let start = Instant::now();
    let found = read();
    let took = start.elapsed();
    assert!(took < Duration::from_secs(20), "{took:?}");
    let shown: String = found.iter().map(|one| one.render(Locale::Zh)).collect();
    assert!(shown.lines().count() < 200 && shown.chars().count() < 60_000, "{}", shown.len());
    found
}

#[test]
fn ten_thousand_unknown_parameters_are_one_line() {
    let belief = json!({ "low": 0.1, "mode": 0.2, "high": 0.3 });
    let with = |count: usize| {
        plan_with(|file| {
            for number in 0..count {
                file["parameters"][format!("unknown_parameter_{number}")] = belief.clone();
            }
        })
    };
    let text = with(10_000);
    let found = answered_soon(|| open(&text).diagnostics);
    assert!(found.len() == 1 && found[0].message.zh.contains("10000"), "{found:?}");
    let kept = open(&with(limits::FOREIGN_NAMES)).value.unwrap().plan;
    assert_eq!(kept.parameters.len(), limits::FOREIGN_NAMES + 1);
    assert!(open(&with(limits::FOREIGN_NAMES + 1)).value.is_none());
}

#[test]
fn unknown_levers_are_one_line_for_each_scenario_and_few_scenarios_are_listed() {
    let text = plan_with(|file| {
        let mut scenario = file["scenarios"][0].clone();
        for number in 0..limits::FOREIGN_NAMES {
            scenario["settings"][format!("unknown_lever_{number}")] = json!(1.5);
        }
        let more = (10..57).map(|id| {
            let mut more = scenario.clone();
            more["id"] = json!(id);
            more["name"] = json!(format!("方案{id}"));
            more
        });
        file["scenarios"].as_array_mut().unwrap().extend(more);
    });
    let found = answered_soon(|| open(&text).diagnostics);
    assert_eq!(found.len(), limits::PROBLEMS_OF_A_KIND);
    assert_eq!(found.last().unwrap().further, 47 - limits::PROBLEMS_OF_A_KIND);
    let text = plan_with(|file| {
        for number in 0..8_000 {
            file["scenarios"][0]["settings"][format!("unknown_lever_{number}")] = json!(1.5);
        }
    });
    let found = answered_soon(|| open(&text).diagnostics);
    assert!(found.len() == 1 && found[0].message.en.contains("8000"), "{found:?}");
}

#[test]
fn sixty_thousand_unknown_keys_are_a_few_lines_and_a_number() {
    let mut text = city::text("regions/yiyang-2020.toml");
    let keys: String = (0..60_000).fold(String::new(), |mut keys, number| {
        let _ = writeln!(keys, "k{number} = 1");
        keys
    });
    text = text.replacen("[region]\n", &format!("[region]\n{keys}"), 1);
    let source = SourceFile { name: "a", text: &text };
    let found = answered_soon(|| region::read(source, &world().model).diagnostics);
    let unknown = found.iter().filter(|one| one.code == Code::UnknownField);
    assert_eq!(unknown.map(|one| 1 + one.further).sum::<usize>(), 60_000);
    let one_line = format!("format = 1\n[region]\nx = {{ {} }}", keys.replace('\n', ", "));
    let source = SourceFile { name: "a", text: one_line.trim_end_matches(", }") };
    answered_soon(|| region::read(source, &world().model).diagnostics);
}

#[test]
fn figures_and_statuses_that_belong_to_nothing_are_counted() {
    let mut text = city::text("regions/yiyang-2020.toml");
    let row = "{ value = 1, unit = \"1\", provenance = \"assumed\", source = \"none\" }";
    let rows: String = (0..8_000).fold(String::new(), |mut rows, number| {
        let _ = writeln!(rows, "figure_of_nothing_{number} = {row}");
        rows
    });
    text = text.replacen("[figure]\n", &format!("[figure]\n{rows}"), 1);
    let source = SourceFile { name: "a", text: &text };
    answered_soon(|| region::read(source, &world().model).diagnostics);
    let text = plan_with(|file| {
        for number in 0..10_000 {
            file["statuses"][format!("target_{number}")] = json!({ "status": "done" });
        }
    });
    let found = answered_soon(|| open(&text).diagnostics);
    assert!(found.len() == 1 && found[0].message.zh.contains("10000"), "{found:?}");
}
