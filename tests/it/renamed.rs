//! What was written with an earlier version of a model, whose ids were others: it opens as if it had been written with
//! this one, and what is called otherwise is said.

use std::rc::Rc;

use tuiyan::diagnostic::{Code, Diagnostic, SourceFile};
use tuiyan::exchange::link;
use tuiyan::exchange::plan_file::{self, BuiltInModel};
use tuiyan::locale::Locale;
use tuiyan::model::{self, Model};
use tuiyan::plan::{ModelIdentity, Plan};
use tuiyan::region;

use crate::{city, session};

/// Ids of every kind that a plan names, and what an earlier version may have called them.
const RENAMED: [(&str, &str); 6] = [
    ("intensity_of_rd", "rd_intensity"),
    ("deduction_rate", "super_deduction_rate"),
    ("real_growth", "gdp_growth_real"),
    ("growth_noise", "gdp_growth_volatility"),
    ("uptake", "super_deduction_uptake"),
    ("progress_index", "science_progress"),
];

/// Replaces whole ids.
fn replaced(text: &str, from: &str, to: &str) -> String {
    let is_part =
        |sign: Option<char>| sign.is_some_and(|sign| sign.is_alphanumeric() || sign == '_');
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let (before, after) = (&rest[..at], &rest[at + from.len()..]);
        let last = before.chars().next_back().or_else(|| out.chars().next_back());
        // In a text of a JSON file, `n` before an id may be the end of a line.
        let is_inside = is_part(last) && !before.ends_with("\\n") || is_part(after.chars().next());
        out += before;
        out += if is_inside { from } else { to };
        rest = after;
    }
    out + rest
}

/// As an earlier version wrote it.
fn old(text: &str) -> String {
    RENAMED.iter().fold(text.to_owned(), |text, (old, new)| replaced(&text, new, old))
}

fn read_model(text: &str) -> Model {
    model::read(SourceFile { name: "model", text }).value.unwrap()
}

/// The model that knows the old ids, and the one that had them.
fn models() -> [Model; 2] {
    let text = city::text("models/city-sti/model.toml");
    let rows = RENAMED.map(|(old, new)| format!("{old} = \"{new}\"\n")).concat();
    [read_model(&format!("{text}\n[renamed]\n{rows}")), read_model(&old(&text))]
}

fn open(text: &str, model: &Model) -> (Plan, Vec<Diagnostic>) {
    let identity = session::identity();
    let built_in = [BuiltInModel { identity: &identity, model }];
    let checked = plan_file::read("甲.tuiyan.json", text.as_bytes(), &built_in);
    (checked.value.unwrap().plan, checked.diagnostics)
}

/// The ids that a message names, in the order in which they were met.
fn renamed(found: &[Diagnostic]) -> Vec<String> {
    let found = found.iter().filter(|one| one.code == Code::Renamed);
    let name = |one: &Diagnostic| one.message.get(Locale::En).split('`').nth(1).map(str::to_owned);
    let mut ids: Vec<String> = found.filter_map(name).collect();
    ids.sort();
    ids
}

const IN_PLANS: [&str; 5] =
    ["deduction_rate", "growth_noise", "intensity_of_rd", "real_growth", "uptake"];

#[test]
fn a_plan_with_old_ids_opens_equal_and_says_what_is_called_otherwise() {
    let [model, _] = models();
    for format in 1..=2 {
        let text = city::text(&format!("tests/cases/plan/format-{format}.tuiyan.json"));
        let (expected, found) = open(&text, &model);
        assert_eq!(renamed(&found), Vec::<String>::new());
        let before = old(&text);
        let (plan, found) = open(&before, &model);
        assert_eq!(plan, expected, "format {format}");
        let named: Vec<&str> = IN_PLANS.into_iter().filter(|id| before.contains(id)).collect();
        assert_eq!(renamed(&found), named, "format {format}");
        // What is written then has the ids of today.
        assert_eq!(plan_file::write(&plan, &model), plan_file::write(&expected, &model));
    }
}

#[test]
fn a_link_and_a_region_with_old_ids_open_equal() {
    let [model, before] = models();
    let text = city::text("regions/yiyang-2020.toml");
    let read = |text: &str, model: &Model| {
        let read = region::read(SourceFile { name: "region", text }, model);
        (read.value.unwrap(), renamed(&read.diagnostics))
    };
    let (expected, told) = read(&text, &model);
    assert_eq!(told, Vec::<String>::new());
    let (region, told) = read(&old(&text), &model);
    assert_eq!(region, expected);
    assert!(["deduction_rate", "uptake"].iter().all(|id| told.contains(&(*id).to_owned())));

    let plan = city::text("tests/cases/plan/format-2.tuiyan.json");
    let (sent, _) = open(&old(&plan), &before);
    let fragment = link::encode(&sent, &before, None, link::Figures::Included).unwrap();
    let identity: ModelIdentity = session::identity();
    let built_in = [BuiltInModel { identity: &identity, model: &model }];
    let received = link::decode(&fragment, &built_in, &[Rc::new(expected)]).unwrap().unwrap();
    assert_eq!(received.plan, link::without_remarks(open(&plan, &model).0));
    assert_eq!(renamed(&received.warnings), IN_PLANS);
}

#[test]
fn whoever_asks_by_an_old_id_is_answered() {
    let [model, _] = models();
    assert_eq!(model.lever("uptake"), model.lever("super_deduction_uptake"));
    assert_eq!(model.variable("intensity_of_rd"), model.variable("rd_intensity"));
    for (old, new) in RENAMED {
        assert!(model.reference(old).is_some());
        assert_eq!(model.reference(old), model.reference(new));
    }
}

#[test]
fn where_old_and_new_id_stand_side_by_side_the_new_one_counts() {
    let [model, _] = models();
    let text = city::text("regions/yiyang-2020.toml");
    let line = text.lines().find(|line| line.starts_with("super_deduction_rate = ")).unwrap();
    let both = text.replace(line, &format!("{line}\n{}", line.replace("super_", "")));
    let read = |text: &str| region::read(SourceFile { name: "region", text }, &model);
    let (one, two) = (read(&text).value.unwrap(), read(&both));
    assert!(two.diagnostics.iter().any(|found| found.code == Code::UnknownFigure));
    let two = two.value.unwrap();
    assert_eq!(two.figures["super_deduction_rate"], one.figures["super_deduction_rate"]);
}
