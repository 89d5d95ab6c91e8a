//! Speed: the engine natively, and the page in a real browser.

use serde_json::{Map, Value};

use crate::run::{Outcome, ask, program, root, step};
use crate::{bundle, chromium, npm, serve};

/// Prints the figures; with `json` as one object on the last line too.
pub(crate) fn bench(json: bool) -> Outcome {
    let mut figures = Map::new();
    step("native", || {
        let mut command = program("cargo");
        command.args([
            "bench",
            "--quiet",
            "--package",
            "tuiyan",
            "--no-default-features",
            "--bench",
            "simulation",
        ]);
        merge(&mut figures, ask(&mut command))
    })?;
    bundle::build()?;
    let browser = chromium::current()?;
    let server = serve::start(root().join("dist"), 0)?;
    step("in Chromium", || {
        let mut command = program("node");
        command
            .arg("tests/browser/bench.mjs")
            .env("CHROMIUM", browser)
            .env("SITE", serve::address(&server));
        npm::ready()?;
        merge(&mut figures, ask(&mut command))
    })?;
    for (name, value) in &figures {
        println!("   {name:28} {value}");
    }
    if json {
        println!("{}", Value::Object(figures));
    }
    Ok(())
}

/// Adds the object on the last line of a program's output.
fn merge(figures: &mut Map<String, Value>, output: Option<String>) -> Outcome {
    let output = output.ok_or("the benchmark failed")?;
    let last = output.lines().last().unwrap_or_default();
    match serde_json::from_str(last) {
        Ok(Value::Object(found)) => {
            figures.extend(found);
            Ok(())
        }
        _ => Err(format!("the benchmark printed no figures: {last}")),
    }
}
