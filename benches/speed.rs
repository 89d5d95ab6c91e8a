//! Speed of the forms of the page: `cargo xtask bench` compiles this as it compiles the page and
//! runs it in Chromium.
#![expect(clippy::expect_used, reason = "the built-in documents are tested")]
#![allow(dead_code, reason = "the native benchmark measures more")]

mod city;
mod clock;
mod energy;

use std::hint::black_box;

use tuiyan::browser::shell;

use crate::city::City;
use crate::clock::{fastest, milliseconds};
use crate::energy::race::Town;

const DRAWS: usize = 4_096;
/// Of one question; the asking program asks several times.
const ROUNDS: usize = 10;

fn main() {
    shell::offer_probes(vec![("moves", Box::new(moves)), ("race", Box::new(race))]);
}

/// Milliseconds of a move of a lever on two models, as JSON.
fn moves() -> String {
    let mut city = City::new(DRAWS);
    let lever_move = fastest(ROUNDS, || {
        city.run();
        drop(black_box(city.summarise()));
    });
    let energy = fastest(ROUNDS, Town::new().lever_move(DRAWS));
    json(&[("city", milliseconds(lever_move)), ("energy", milliseconds(energy))])
}

/// Milliseconds of the engine and of code written by hand, as JSON.
fn race() -> String {
    let race = Town::new().race(DRAWS);
    let scalar = ("scalar", race.scalar);
    json(&[("tape", race.tape), ("moved", race.moved), ("lanes", race.lanes), scalar])
}

fn json(figures: &[(&str, f64)]) -> String {
    let figures = figures.iter().map(|(name, time)| format!(r#""{name}":{time:.3}"#));
    format!("{{{}}}", figures.collect::<Vec<_>>().join(","))
}
