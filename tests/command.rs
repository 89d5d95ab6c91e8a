//! The command line as its users call it: every example of `docs/命令行.md`, and its numbers against the page's.

use std::process::Command;

use tuiyan::desk::Ground;
use tuiyan::library::Library;

/// Run with `TRYCMD=overwrite` to write the outputs anew.
#[test]
fn the_examples_of_the_manual_do_what_it_says() {
    trycmd::TestCases::new().case("docs/命令行.md");
}

/// The page shows what a workbench reports; the command line computes all indicators in a program of its own.
#[test]
fn the_numbers_are_those_of_the_page_to_the_last_bit() {
    let library = Library::built_in().unwrap();
    let mut compared = 0;
    for city in library.cities() {
        let plan = library.choose(&city.id, None).unwrap();
        let model = library.model(&plan);
        let scenario = plan.scenarios.current();
        let workbench = Ground::new(&plan, model).workbench(scenario);
        let report = workbench.evaluate(&scenario.settings);
        let record = run(&format!("regions/{}.toml", city.id));
        for projection in &report.projections {
            let variable = &model.variables[projection.variable];
            let indicators = record["indicators"].as_array().unwrap();
            let found = indicators.iter().find(|of| of["indicator"] == *variable.id).unwrap();
            for year in &projection.scenario {
                let Some(summary) = year.summary else { continue };
                let years = found["years"].as_array().unwrap();
                let found = years.iter().find(|of| of["year"] == year.year).unwrap();
                for (name, value) in
                    [("p10", summary.p10), ("p50", summary.p50), ("p90", summary.p90)]
                {
                    let shown = variable.unit.from_base(value).0;
                    let found = found[name].as_f64().unwrap();
                    assert_eq!(found.to_bits(), shown.to_bits(), "{} {}", city.id, variable.id);
                    compared += 1;
                }
            }
        }
        let chances = report.assessments.iter().map(|assessment| assessment.verdict.as_ref().ok());
        for (judged, verdict) in record["targets"].as_array().unwrap().iter().zip(chances) {
            let chance = verdict.map(|verdict| verdict.probability.value);
            assert_eq!(judged["chance"].as_f64(), chance, "{} {}", city.id, judged["id"]);
        }
    }
    assert!(compared > 500, "{compared} numbers were compared");
}

/// 中间值测算 can be computed again from its own numbers: an intensity is its quotient, which medians need not be.
#[test]
fn without_chance_the_numbers_agree_with_each_other() {
    let output = tuiyan().args(["run", "--central", "--json", "regions/yiyang-2020.toml"]).output();
    let record: serde_json::Value = serde_json::from_slice(&output.unwrap().stdout).unwrap();
    assert_eq!(record["draws"], 1);
    let of = |id: &str, year: usize| {
        let indicators = record["indicators"].as_array().unwrap();
        let found = indicators.iter().find(|of| of["indicator"] == *id).unwrap();
        let year = &found["years"][year];
        assert_eq!(year["p5"], year["p95"], "{id}");
        year["p50"].as_f64().unwrap()
    };
    for year in 0..5 {
        let percent = 100.0 * of("rd", year) / of("gdp", year);
        assert!((percent / of("rd_intensity", year) - 1.0).abs() < 1e-12, "{percent}");
    }
    let targets = record["targets"].as_array().unwrap();
    // One run has no chance, and no light is read from none.
    let unsaid = ["chance", "light", "outlook_chance", "outlook_light", "word_fits", "unaided"];
    assert!(targets.iter().all(|target| unsaid.iter().all(|name| target[name].is_null())));
}

/// Many files answer in their order, and one that is wrong keeps none of the others from running.
#[test]
fn files_answer_in_the_order_in_which_they_are_named() {
    let files = [
        "regions/shiyan-2020.toml",
        "README.md",
        "regions/blank.toml",
        "regions/changde-2019.toml",
    ];
    let output = tuiyan().args(["run", "--json"]).args(files).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
    let answered: Vec<String> = lines.map(|of| of["file"].as_str().unwrap().to_owned()).collect();
    assert_eq!(answered, [files[0], files[2], files[3]]);
    assert!(String::from_utf8(output.stderr).unwrap().contains("README.md"));
}

fn run(file: &str) -> serde_json::Value {
    let output = tuiyan().args(["run", "--json", file]).output().expect("the command runs");
    serde_json::from_slice(&output.stdout).expect("a line of JSON")
}

fn tuiyan() -> Command {
    Command::new(env!("CARGO_BIN_EXE_tuiyan"))
}
