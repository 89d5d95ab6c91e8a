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
    shell::offer_probes(vec![("measure", Box::new(measure))]);
}

/// Milliseconds by name, as JSON.
fn measure() -> String {
    let mut city = City::new(DRAWS);
    let lever_move = fastest(ROUNDS, || {
        city.run();
        drop(black_box(city.summarise()));
    });
    let town = Town::new();
    let energy = fastest(ROUNDS, town.lever_move(DRAWS));
    let race = town.race(DRAWS);
    let figures = [
        ("city", milliseconds(lever_move)),
        ("energy", milliseconds(energy)),
        ("tape", race.tape),
        ("moved", race.moved),
        ("lanes", race.lanes),
        ("scalar", race.scalar),
    ];
    let figures = figures.map(|(name, time)| format!(r#""{name}":{time:.3}"#));
    format!("{{{}}}", figures.join(","))
}
