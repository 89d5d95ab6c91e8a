//! Speed of a lever move on the built-in city: draws, statistics, and the share of each.
//!
//! Prints a table, and one JSON object on the last line.
#![expect(clippy::print_stdout, reason = "a benchmark speaks on the terminal")]
#![expect(clippy::expect_used, reason = "the built-in documents are tested")]

use std::hint::black_box;
use std::time::Duration;

use tuiyan::analysis::Workbench;
use tuiyan::diagnostic::SourceFile;
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::{model, region};

const DRAWS: usize = 4_096;
const ROUNDS: usize = 40;

const MODEL: &str = include_str!("../models/city-sti/model.toml");
const REGION: &str = include_str!("../regions/yiyang-2020.toml");

fn main() {
    let model = model::read(SourceFile { name: "model.toml", text: MODEL })
        .value
        .expect("the built-in model is right");
    let read = region::read(SourceFile { name: "yiyang-2020.toml", text: REGION }, &model);
    let region = read.value.expect("the built-in region is right");
    let equations = model.variables.len();
    let settings = every_lever_moved(&model);
    let workbench = Workbench::new(model, region, DRAWS);
    let run = best(|| {
        black_box(workbench.run(&settings));
    });
    let ensemble = workbench.run(&settings);
    let statistics = best(|| {
        black_box(workbench.summarise(&ensemble));
    });
    let [native, statistics] = [run + statistics, statistics].map(|time| time.as_secs_f64() * 1e3);
    println!(
        "{equations} equations × 10 years × {DRAWS} draws, all levers moved, best of {ROUNDS}"
    );
    println!("a lever move {native:.2} ms, of which statistics {statistics:.2} ms");
    println!(
        r#"{{"native_ms":{native:.3},"statistics_ms":{statistics:.3},"equations":{equations},"draws":{DRAWS}}}"#
    );
}

fn every_lever_moved(model: &model::Model) -> Settings {
    let mut settings = Settings::present();
    for lever in &model.levers {
        let [low, high] = lever.range;
        settings.set(&lever.id, LeverPath::Constant(low + 0.6 * (high - low)));
    }
    settings
}

/// The shortest of several rounds: what the code needs when nothing disturbs it.
fn best(mut round: impl FnMut()) -> Duration {
    let times = (0..ROUNDS).map(|_| {
        #[expect(clippy::disallowed_methods, reason = "a benchmark has a clock")]
        let start = std::time::Instant::now();
        round();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}
