//! The measured times: the engine natively, the page in Chromium.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Map, Value};

use crate::process::{locked_cargo, step, transcript};
use crate::toolchain::Toolchain;
use crate::{bundle, chromium, npm, page, serve};

/// How the figures are written.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Form {
    Table,
    /// The table, then all figures as one JSON object on the last line.
    Json,
}

/// What each figure means; the order of the table.
const FIGURES: &[(&str, &str)] = &[
    ("equations", "equations of the model"),
    ("draws", "draws"),
    ("native_ms", "a lever move natively, ms"),
    ("statistics_ms", "of which statistics, ms"),
    ("energy_native_ms", "a lever move of 73 equations natively, ms"),
    ("native_ratio_to_hand_written_lanes", "its run over loops over lanes written by hand"),
    ("native_ratio_to_plain_scalar", "plain code over a move, natively"),
    ("edit_ms", "from a formula edit to a program, ms, at most 2"),
    ("memory_mb", "draws and results of 4,096 draws, MB"),
    ("simd_ms", "a lever move in Chromium, vectors, ms, at most 8"),
    ("mvp_ms", "the same without vectors, ms, at most 16"),
    ("energy_simd_ms", "a lever move of 73 equations, vectors, ms, at most 8"),
    ("energy_mvp_ms", "the same without vectors, ms, at most 16"),
    ("ratio_to_hand_written_lanes", "vectors: a run over lanes by hand, at most 1.3"),
    ("ratio_to_plain_scalar", "vectors: plain code over a move, at least 4"),
    ("first_results_ms", "opening the page to the first results, ms (median)"),
    ("interaction_p95_ms", "moving a lever to the painted answer, ms (95th percentile)"),
    ("explanation_p95_ms", "opening a number's page, ms (95th percentile), at most 100"),
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
        measured(script.arg(serve::aside()?).arg(&speed).env("CHROMIUM", chromium))
    })?;
    figures.extend(in_page);
    println!();
    for (key, meaning) in FIGURES {
        let figure =
            figures.get(*key).with_context(|| format!("no figure `{key}` was reported"))?;
        println!("{meaning:<56} {:>10}", shown(figure));
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

fn shown(figure: &Value) -> String {
    figure.as_f64().map_or_else(|| figure.to_string(), |number| format!("{number:.1}"))
}
