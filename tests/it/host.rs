//! Requests of the page around: what is wrong is refused with a code and a place, what is right is
//! followed, and nothing changes by halves.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};

use typed_index_collections::TiVec;

use tuiyan::exchange::tables::{TableKind, Told};
use tuiyan::host::{Code, Export, Method, PROTOCOL, patched, projection, read, refusal};
use tuiyan::limits;
use tuiyan::locale::Locale;
use tuiyan::model::{LeverId, Model};
use tuiyan::plan::{LeverPath, ScenarioId, Verb};
use tuiyan::session::{PARTS, Screen, Session, TextSize, Theme};
use tuiyan::unit::InUnit;

use crate::city;
use crate::session::plan;

fn request(method: &str, params: &Value) -> String {
    json!({ "tuiyan": PROTOCOL, "type": "request", "id": 1, "method": method, "params": params })
        .to_string()
}

fn patch(changes: &Value) -> String {
    request("patch", &json!({ "changes": changes }))
}

fn present(model: &Model) -> TiVec<LeverId, InUnit> {
    model.levers.iter().map(|lever| lever.present).collect()
}

/// The session after a request that changes it, or the answer that refuses it.
fn after(text: &str, session: &Session, model: &Model) -> Result<Session, Value> {
    let refused = |id, problem| {
        let answer = refusal(id, &problem, Locale::En);
        serde_json::from_str::<Value>(&answer).unwrap()
    };
    let request = read(text).map_err(|(id, problem)| refused(id, problem))?;
    let Method::Patch(changes) = &request.method else { return Ok(session.clone()) };
    let actions = patched(changes, session, model, &present(model), || ScenarioId(1));
    let actions = actions.map_err(|problem| refused(Some(request.id), problem))?;
    Ok(actions.into_iter().fold(session.clone(), Session::after))
}

/// One file a case: what is sent, and what of the answer has to be.
#[test]
fn every_faulty_request_is_refused_with_its_code_and_place() {
    let model = city::model();
    let session = Session::new(plan(&model));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/message/request");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let case: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let answer = after(&case["request"].to_string(), &session, &model);
        let answer = answer.expect_err(&format!("{} is followed", path.display()));
        for (field, expected) in case["expect"].as_object().unwrap() {
            if field != "error" {
                assert_eq!(&answer[field], expected, "{}: {field}", path.display());
            }
        }
        for (field, expected) in case["expect"]["error"].as_object().unwrap() {
            assert_eq!(&answer["error"][field], expected, "{}: error.{field}", path.display());
        }
        let message = answer["error"]["message"].as_str().unwrap();
        assert!(!message.is_empty() && !message.contains('{'), "{}: {message}", path.display());
        count += 1;
    }
    assert!(count >= 20, "{count} cases");
}

#[test]
fn a_patch_is_followed_in_order_and_in_the_units_that_the_projection_names() {
    let model = city::model();
    let session = Session::new(plan(&model));
    let target = session.plan().region.targets.raw[0].clone();
    let changed = after(
        &patch(&json!([
            { "lever": "hnte_award", "value": 30 },
            { "lever": "hnte_award", "value": 10, "year": 2021 },
            { "ceiling": 5e7 },
            { "target": target.id, "value": 2 },
        ])),
        &session,
        &model,
    );
    let changed = changed.unwrap();
    let plan = changed.plan();
    // A lever that is set while 现状延续 is in hand makes a scenario, as on the page.
    assert_eq!(plan.scenarios.all().len(), 2);
    let award = changed.settings().get("hnte_award").unwrap();
    assert_eq!([1, 2, 3].map(|t| award.at(t)), [30.0, 10.0, 30.0].map(|set| Some(InUnit(set))));
    assert_eq!(plan.ceiling, Some(5e7));
    let report = tuiyan::analysis::Workbench::new(model.clone(), (*plan.region).clone(), 1024);
    let report = report.evaluate(&plan.scenarios.current().settings);
    let told = Told { plan, model: &model, report: &report, locale: Locale::Zh };
    let shown = serde_json::to_value(projection(told, &present(&model), 7)).unwrap();
    let first = &shown["targets"].as_array().unwrap()[0];
    assert_eq!((first["id"].as_str(), first["value"].as_f64()), (Some(&*target.id), Some(2.0)));
    let rule = plan.thresholds;
    assert_eq!(shown["thresholds"]["met"], rule.met);
    for (told, found) in shown["targets"].as_array().unwrap().iter().zip(&report.assessments) {
        let Ok(judgement) = &found.verdict else {
            assert_eq!(
                (&told["light"], &told["word_fits"], &told["unaided"]),
                (&Value::Null, &Value::Null, &Value::Null)
            );
            continue;
        };
        assert_eq!(told["light"], rule.light(judgement.probability).name());
        assert_eq!(told["unaided"], rule.is_unaided(judgement.outlook_probability));
        let word = Verb::of(&plan.region.targets[found.target].commitment);
        assert_eq!(told["word_chance"].as_f64(), word.map(|word| rule.needed(word)));
        assert_eq!(
            told["word_fits"].as_bool(),
            word.map(|word| rule.verb(judgement.probability) >= word)
        );
    }
    assert_eq!(
        (shown["revision"].as_u64(), shown["scenario"]["number"].as_u64()),
        (Some(7), Some(2))
    );
    let lever =
        shown["levers"].as_array().unwrap().iter().find(|lever| lever["id"] == "hnte_award");
    assert_eq!(lever.unwrap()["setting"][1], 10.0);
    let back = after(&patch(&json!([{ "lever": "hnte_award", "value": null }])), &changed, &model);
    assert_eq!(back.unwrap().settings().get("hnte_award"), None::<&LeverPath>);
}

#[test]
fn the_guide_and_the_types_name_every_part_value_format_and_code() {
    let (guide, types) = (city::text("docs/嵌入.md"), city::text("embed/embed.d.ts"));
    let codes = [Code::Shape, Code::TooLarge, Code::Method, Code::Params, Code::Plan, Code::Export];
    let formats = [Export::Plan, Export::Summary, Export::Pack].into_iter();
    let formats = formats.chain(TableKind::ALL.map(Export::Table)).map(Export::name);
    let names = PARTS
        .into_iter()
        .chain(Screen::ALL.map(Screen::name))
        .chain(Theme::ALL.map(Theme::name))
        .chain(TextSize::ALL.map(TextSize::name))
        .chain(codes.map(Code::name))
        .map(str::to_owned)
        .chain(formats);
    for name in names {
        assert!(guide.contains(&format!("`{name}`")), "docs/嵌入.md: {name}");
        assert!(types.contains(&format!("'{name}'")), "embed.d.ts: {name}");
    }
}

#[test]
fn a_patch_with_one_faulty_change_makes_none() {
    let model = city::model();
    let session = Session::new(plan(&model));
    let changes =
        json!([{ "lever": "hnte_award", "value": 30 }, { "lever": "hnte_award", "value": 1e9 }]);
    let answer = after(&patch(&changes), &session, &model).unwrap_err();
    assert_eq!(answer["error"]["at"], "changes[1].value");
}

#[test]
fn caps_hold_at_the_cap_and_refuse_above_it() {
    let long = |length: usize| {
        let empty = request("setPlan", &json!({ "plan": "" }));
        request("setPlan", &json!({ "plan": "a".repeat(length - empty.len()) }))
    };
    let code = |text: &str| read(text).map(|_| ()).map_err(|(_, problem)| problem.code.name());
    assert_eq!(code(&long(limits::MESSAGE_BYTES)), Ok(()));
    assert_eq!(code(&long(limits::MESSAGE_BYTES + 1)), Err("too-large"));

    let nested = |depth: usize| {
        let inner = (2..depth).fold(json!(1), |inner, _| json!([inner]));
        // The message and its parameters are two levels of their own.
        request("getPlan", &json!({ "x": inner }))
    };
    assert_eq!(code(&nested(limits::MESSAGE_DEPTH)), Err("params"));
    assert_eq!(code(&nested(limits::MESSAGE_DEPTH + 1)), Err("too-large"));

    let many = |count: usize| patch(&json!(vec![json!({ "ceiling": null }); count]));
    assert_eq!(code(&many(limits::MESSAGE_CHANGES)), Ok(()));
    assert_eq!(code(&many(limits::MESSAGE_CHANGES + 1)), Err("params"));
}

proptest! {
    /// Whatever comes, there is an answer, and a plan that can be computed.
    #[test]
    fn no_number_and_no_year_breaks_a_patch(
        value in any::<f64>(), year in any::<i32>(), number in any::<i32>(), lever in "[a-z_]{0,12}",
    ) {
        let model = city::model();
        let session = Session::new(plan(&model));
        for change in [
            json!({ "lever": "hnte_award", "value": value, "year": year }),
            json!({ "lever": lever, "value": value }),
            json!({ "assumption": model.assumptions[0].id, "year": year, "value": value }),
            json!({ "scenario": number }),
            json!({ "ceiling": value }),
            json!({ "target": session.plan().region.targets.raw[0].id, "value": value }),
        ] {
            if let Ok(changed) = after(&patch(&json!([change])), &session, &model) {
                let paths = changed.settings().changed();
                prop_assert!(paths.flat_map(|(_, path)| path.values()).all(|set| set.0.is_finite()));
            }
        }
    }

    #[test]
    fn no_text_breaks_the_reader(text in ".{0,200}") {
        prop_assert!(read(&text).is_err());
    }
}
