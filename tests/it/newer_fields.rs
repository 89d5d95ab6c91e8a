//! Fields that a newer version put into the format are kept, said and written back; `docs/规划文件.md` says which
//! are foreseen, and describes every field that there is.

use std::rc::Rc;

use serde_json::{Value, json};

use tuiyan::diagnostic::{Code, Diagnostic, Severity};
use tuiyan::document::{Content, Node, json_tree};
use tuiyan::exchange::link::{self, Figures};
use tuiyan::exchange::plan_file::{self, BuiltInModel};
use tuiyan::limits;
use tuiyan::plan::{Plan, ScenarioId};
use tuiyan::session::{Action, Edit, Session};

use crate::any_action::world;
use crate::{city, session};

const FIXTURE: &str = "tests/cases/plan/format-2.tuiyan.json";
const GUIDE: &str = "docs/规划文件.md";

fn open(text: &str) -> (Option<Plan>, Vec<Diagnostic>) {
    let (world, identity) = (world(), session::identity());
    let built_in = [BuiltInModel { identity: &identity, model: &world.model }];
    let checked = plan_file::read("a", text.as_bytes(), &built_in);
    (checked.value.map(|opened| opened.plan), checked.diagnostics)
}

fn written(plan: &Plan) -> Value {
    serde_json::from_str(&plan_file::write(plan, &world().model)).unwrap()
}

/// The plan file with something put into it.
fn plan_with(put: impl FnOnce(&mut Value)) -> Value {
    let mut file: Value = serde_json::from_str(&city::text(FIXTURE)).unwrap();
    put(&mut file);
    file
}

/// A newer file: fields at every place that may have them.
fn newer() -> Value {
    plan_with(|file| {
        file["calendar"] = json!({ "start": 2021, "parts": [1, 2.50, "三", null, true] });
        file["workshop"] = json!([]);
        file["model"]["url"] = json!("model.example");
        for (name, limit) in [("met", 0.5), ("near", 0.2), ("certain", 0.99)] {
            file["thresholds"][name] = json!(limit);
        }
        file["scenarios"][1]["colour"] = json!("red");
        let id = file["parameters"].as_object().unwrap().keys().next().unwrap().clone();
        file["parameters"][id]["source"] = json!("survey");
        file["statuses"]["Y1"]["by_quarter"] = json!({ "2020Q1": 0.3 });
    })
}

#[test]
fn what_a_newer_version_wrote_is_kept_and_said_and_written_back() {
    let file = newer();
    let (plan, found) = open(&file.to_string());
    let plan = plan.unwrap();
    assert!(found.iter().all(|one| one.code == Code::KeptField), "{found:?}");
    for name in ["calendar", "workshop", "url", "certain", "colour", "source", "by_quarter"] {
        assert!(found.iter().any(|one| one.message.zh.contains(&format!("`{name}`"))), "{name}");
    }
    let again = written(&plan);
    for name in
        ["calendar", "workshop", "model", "thresholds", "parameters", "statuses", "scenarios"]
    {
        assert_eq!(again[name], file[name], "{name}");
    }
    assert_eq!(open(&again.to_string()).0.unwrap(), plan);
    assert!(plan_file::seal(&plan, &world().model).is_ok());
}

#[test]
fn numbers_of_a_newer_version_keep_their_digits() {
    let text = city::text(FIXTURE);
    let text = text.replacen('{', "{\"exact\": [0.10, 1E+2, 123456789012345678901234567890],", 1);
    let plan = open(&text).0.unwrap();
    let again = plan_file::write(&plan, &world().model);
    for number in ["0.10,\n", "1E+2,\n", "123456789012345678901234567890\n"] {
        assert!(again.contains(number), "{number}");
    }
}

#[test]
fn what_is_kept_follows_edits_and_undo() {
    let start = Session::new(open(&newer().to_string()).0.unwrap());
    let scenario = start.plan().scenarios.all()[2].id;
    let copied = Edit::DuplicateScenario { of: scenario, id: ScenarioId(77) };
    let status = Edit::RecordStatus { target: "Y1".to_owned(), recorded: None };
    let parameter = start.plan().parameters.keys().next().unwrap().clone();
    let parameter = Edit::SetParameter { id: parameter, change: None };
    let actions = [copied, Edit::DeleteScenario(scenario), status, parameter];
    let edited = actions.into_iter().fold(start.clone(), Session::after);
    let file = written(edited.plan());
    assert_eq!(
        file["scenarios"][1].get("colour"),
        None,
        "nobody knows whether it is true of a copy"
    );
    assert_eq!(file["calendar"]["start"], 2021);
    assert_eq!((file.get("statuses"), file.get("parameters")), (None, None));
    assert_eq!(open(&file.to_string()).0.as_ref(), Some(&**edited.plan()));
    let back = (0..4).fold(edited, |session, _| session.after(Action::Undo));
    assert_eq!(back.plan(), start.plan());
    let next = Session::after(start, Edit::StartNextYear(Rc::clone(&world().plan.region)));
    assert_eq!(written(next.plan())["calendar"]["start"], 2021);
    assert!(plan_file::seal(next.plan(), &world().model).is_ok());
}

#[test]
fn a_link_leaves_it_at_home() {
    let plan = open(&newer().to_string()).0.unwrap();
    let (world, identity) = (world(), session::identity());
    let built_in = [BuiltInModel { identity: &identity, model: &world.model }];
    let fragment = link::encode(&plan, &world.model, None, Figures::Included).unwrap();
    let received = link::decode(&fragment, &built_in, &[]).unwrap().unwrap().plan;
    assert_eq!(received, link::without_remarks(plan));
    assert!(received.kept.entries().is_empty());
}

#[test]
fn what_is_kept_is_capped() {
    let with = |length: usize| {
        let texts = [length / 2, length - length / 2].map(|length| "x".repeat(length));
        plan_with(|file| {
            file["a"] = json!(texts[0]);
            file["scenarios"][0]["b"] = json!(texts[1]);
        })
    };
    // Two names and two pairs of quotes.
    let cap = limits::KEPT_BYTES - 6;
    let plan = open(&with(cap).to_string()).0.unwrap();
    assert!(plan_file::seal(&plan, &world().model).is_ok());
    let (plan, found) = open(&with(cap + 1).to_string());
    assert!(plan.is_none() && found.iter().any(|one| one.code == Code::TooLong), "{found:?}");
}

#[test]
fn many_of_them_are_a_few_lines_and_a_number() {
    let text = plan_with(|file| {
        for number in 0..20_000 {
            file[format!("field_{number}")] = json!(number);
        }
    });
    let mut found = open(&text.to_string()).1;
    found.retain(|one| one.code == Code::KeptField);
    assert_eq!(found.len(), limits::PROBLEMS_OF_A_KIND);
    assert_eq!(found.iter().map(|one| 1 + one.further).sum::<usize>(), 20_000);
}

/// The fenced blocks of the guide that are of this kind.
fn example(kind: &str) -> String {
    let guide = city::text(GUIDE);
    let start = format!("```json {kind}\n");
    let (_, rest) = guide.split_once(&start).unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_example_of_the_guide_opens_and_is_written_as_it_stands() {
    let text = example("规划");
    let (plan, found) = open(&text);
    let errors: Vec<_> = found.iter().filter(|one| one.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:?}");
    assert_eq!(found, []);
    let (plan, file) = (plan.unwrap(), serde_json::from_str::<Value>(&text).unwrap());
    let again = written(&plan);
    for name in ["format", "kind", "name", "model", "current", "reference", "statuses", "notes"] {
        assert_eq!(again[name], file[name], "{name}");
    }
    assert_eq!(again["region"]["region"], file["region"]["region"]);
    assert_eq!(plan.scenarios.all().len(), 3);
}

/// Names of fields that are words of the format: not what stands where an id or a year does.
fn words(node: &Node, into: &mut Vec<String>) {
    const BY_ID: [&str; 13] = [
        "settings",
        "assumptions",
        "parameters",
        "statuses",
        "source",
        "figure",
        "history",
        "outcome",
        "upper_target",
        "assumption",
        "lever",
        "index",
        "by_year",
    ];
    if let Content::List(items) = &node.content {
        for item in items {
            words(item, into);
        }
    }
    for entry in node.fields() {
        into.push(entry.key.clone());
        if BY_ID.contains(&&*entry.key) {
            for row in entry.value.fields() {
                words(&row.value, into);
            }
        } else {
            words(&entry.value, into);
        }
    }
}

#[test]
fn the_guide_describes_every_field_of_its_example_and_the_example_has_every_field() {
    let guide = city::text(GUIDE);
    let example = example("规划");
    let prose = guide.replace(&example, "");
    let mut found = Vec::new();
    words(&json_tree(&example).unwrap(), &mut found);
    for name in &found {
        // The years of an assumption stand two levels below.
        let is_year = name.parse::<i32>().is_ok();
        assert!(is_year || prose.contains(&format!("`{name}`")), "{name}");
    }
    let model = world();
    let mut there = Vec::new();
    words(&json_tree(&city::text(FIXTURE)).unwrap(), &mut there);
    there.retain(|name| !found.contains(name));
    assert_eq!(there, Vec::<String>::new(), "{}", model.model.id);
}

#[test]
fn what_the_guide_reserves_is_kept() {
    let reserved: Value = serde_json::from_str(&example("留用")).unwrap();
    let file = plan_with(|file| {
        for (name, value) in reserved.as_object().unwrap() {
            file[name] = value.clone();
        }
    });
    let plan = open(&file.to_string()).0.unwrap();
    let again = written(&plan);
    let guide = city::text(GUIDE);
    for (name, value) in reserved.as_object().unwrap() {
        assert_eq!(&again[name], value, "{name}");
        assert!(guide.contains(&format!("| `{name}` | ")), "{name}");
    }
}
