//! The measured times: the engine natively, the page in Chromium.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Map, Value};

use crate::process::{locked_cargo, step, transcript};
use crate::toolchain::Toolchain;
use crate::{bundle, chromium, npm, page, paths, serve};

/// How the figures are written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Form {
    Table,
    /// The table, then all figures as one JSON object on the last line.
    Json,
}

/// What a figure may be.
#[derive(Clone, Copy)]
enum Limit {
    AtMost(f64),
    AtLeast(f64),
    /// Said for information.
    None,
}
use Limit::{AtLeast, AtMost};

/// The order of the table: a figure, what it means, and its limit.
const FIGURES: &[(&str, &str, Limit)] = &[
    ("equations", "equations of the city model", Limit::None),
    ("draws", "draws", Limit::None),
    ("simd_ms", "a lever move in Chromium, vectors, ms", AtMost(8.0)),
    ("mvp_ms", "the same without vectors, ms", AtMost(16.0)),
    ("javascript_ms", "the same as JavaScript, ms", Limit::None),
    ("ratio_javascript_to_mvp", "JavaScript over WebAssembly without vectors", AtMost(3.0)),
    ("ratio_javascript_to_mvp_69", "the same in Chromium 69", AtMost(3.0)),
    ("ratio_javascript_to_mvp_86", "the same in Chromium 86", AtMost(3.0)),
    ("energy_simd_ms", "a lever move of 73 equations, vectors, ms", AtMost(8.0)),
    ("energy_mvp_ms", "the same without vectors, ms", AtMost(16.0)),
    ("energy_javascript_ms", "the same as JavaScript, ms", Limit::None),
    ("ratio_to_hand_written_lanes", "vectors: a run over lanes by hand", AtMost(1.3)),
    ("ratio_to_plain_scalar", "vectors: plain code over a move", AtLeast(4.0)),
    ("native_ms", "a lever move natively, ms", Limit::None),
    ("statistics_ms", "of which statistics, ms", Limit::None),
    ("assumption_native_ms", "an assumption moved natively, all draws, ms", Limit::None),
    ("energy_native_ms", "a lever move of 73 equations natively, ms", Limit::None),
    ("draws_1024_ms", "natively, 73 equations: 1,024 draws, ms", Limit::None),
    ("draws_4096_ms", "4,096 draws, ms", Limit::None),
    ("draws_16384_ms", "16,384 draws, ms", Limit::None),
    ("draws_65536_ms", "65,536 draws, ms", Limit::None),
    ("equations_73_ms", "73 equations, ms", Limit::None),
    ("equations_146_ms", "146 equations, ms", Limit::None),
    ("equations_219_ms", "219 equations, ms", Limit::None),
    ("equations_292_ms", "292 equations, ms", Limit::None),
    ("equations_365_ms", "365 equations, ms", Limit::None),
    ("years_5_ms", "5 years, ms", Limit::None),
    ("years_10_ms", "10 years, ms", Limit::None),
    ("years_20_ms", "20 years, ms", Limit::None),
    ("years_30_ms", "30 years, ms", Limit::None),
    ("edit_ms", "from a formula edit to a program, ms", AtMost(2.0)),
    ("memory_mb", "draws and results of 4,096 draws, MB", Limit::None),
    ("first_results_ms", "opening the page to first results, ms, median", AtMost(1000.0)),
    ("first_results_slow_ms", "the same on a processor slowed four times, ms", AtMost(3000.0)),
    ("interaction_p95_ms_simd", "lever event to painted answer, vectors, ms, p95", AtMost(33.0)),
    ("interaction_p95_ms_mvp", "the same without vectors, ms, p95", AtMost(50.0)),
    ("interaction_p95_ms_js", "the same as JavaScript, ms, p95", AtMost(100.0)),
    ("interaction_p95_slow_ms", "the same slowed four times, vectors, ms, p95", AtMost(100.0)),
    (
        "assumption_p95_ms",
        "an assumption entered to painted answer, vectors, ms, p95",
        AtMost(50.0),
    ),
    (
        "open_50_scenarios_ratio",
        "first results: a plan of 50 scenarios over one of one",
        AtMost(1.3),
    ),
    ("longest_task_ms", "longest task of a drag of ten seconds, ms", AtMost(50.0)),
    ("explanation_p95_ms", "opening the page of a number, ms, p95", AtMost(100.0)),
    ("page_memory_mb", "most memory of a page's process, MB", Limit::None),
];

/// Measures and prints.
///
/// # Errors
/// When something cannot be built or does not report its figures.
pub(crate) fn bench(form: Form) -> Result<()> {
    let mut figures = step("the engine natively", natively)?;
    bundle::ready()?;
    let speed = page::speed(&Toolchain::ready()?)?;
    let chromium = chromium::ready()?;
    let in_page = step("the page in Chromium", || {
        let mut script = npm::node("tests/browser/bench.mjs");
        measured(script.arg(serve::aside(paths::dist())?).arg(&speed).env("CHROMIUM", chromium))
    })?;
    figures.extend(in_page);
    println!();
    for (key, meaning, limit) in FIGURES {
        let figure =
            figures.get(*key).with_context(|| format!("no figure `{key}` was reported"))?;
        println!("{meaning:<50} {:>9}  {}", shown(figure), verdict(figure, *limit));
    }
    if form == Form::Json {
        println!("{}", Value::Object(figures));
    }
    Ok(())
}

fn natively() -> Result<Map<String, Value>> {
    let mut bench = locked_cargo("bench");
    measured(bench.args(["--no-default-features", "--bench", "simulation", "--", "--json"]))
}

/// Runs a program whose last line is a JSON object of figures.
fn measured(command: &mut std::process::Command) -> Result<Map<String, Value>> {
    let transcript = transcript(command)?;
    ensure!(transcript.success, "it ended with a failure");
    let line = transcript.lines.last().context("it wrote nothing")?;
    serde_json::from_str(line).context("its last line is no JSON object")
}

/// The limit, and whether it is kept. A busy machine breaks limits that the program keeps, so this
/// is for a person to read and fails nothing.
fn verdict(figure: &Value, limit: Limit) -> String {
    let (words, is_kept) = match (limit, figure.as_f64()) {
        (AtMost(most), Some(figure)) => (format!("at most {most}"), figure <= most),
        (AtLeast(least), Some(figure)) => (format!("at least {least}"), figure >= least),
        _ => return String::new(),
    };
    format!("{words}: {}", if is_kept { "kept" } else { "BROKEN" })
}

fn shown(figure: &Value) -> String {
    figure.as_f64().map_or_else(|| figure.to_string(), |number| format!("{number:.1}"))
}
