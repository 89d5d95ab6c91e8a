//! Every block of the model against what became of it: rolling origins over provinces and
//! cities, and dated pairs. The figures are held in `tests/data/backtest/scores.csv` and
//! told in `docs/回测.md` (`UPDATE_GOLDEN=1` rewrites both); what fails there is said there,
//! and held as it is until the model mends it.

mod cases;
mod data;
mod pairs;
mod report;
mod run;
mod score;

use crate::{city, golden};

const REPORT: &str = "docs/回测.md";

#[test]
fn every_block_is_told_as_it_forecasts() {
    let (cases, broken) = cases::all();
    let scores = score::scores(&cases);
    golden::compare("tests/data/backtest/scores.csv", &report::table(&scores));
    let old = city::text("tests/data/backtest/scores-1.0.0.csv");
    golden::compare_part(REPORT, "各块", &report::coverage(&scores, &old));
    golden::compare_part(REPORT, "各块误差", &report::errors(&scores));
    golden::compare_part(REPORT, "各块离得最远", &report::misses(&cases));
    let left_out = format!("跨过口径断点而不计的有{broken}例。\n");
    golden::compare_part(REPORT, "断点", &left_out);
    golden::compare_part(REPORT, "成对", &report::pairs(&pairs::answers()));
}
