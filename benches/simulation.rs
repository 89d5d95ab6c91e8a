//! Speed of a lever move on the built-in city: draws, statistics, and the share of each; on a
//! model of 73 equations, the engine against code written by hand, and how its time grows.
//!
//! Prints a table, and one JSON object on the last line.
#![expect(clippy::print_stdout, reason = "a benchmark speaks on the terminal")]
#![expect(clippy::expect_used, reason = "the built-in documents are tested")]

mod city;
mod clock;
mod energy;

use std::hint::black_box;

use crate::city::City;
use crate::clock::{fastest, milliseconds};
use crate::energy::race::Town;

const DRAWS: usize = 4_096;
const ROUNDS: usize = 40;

/// Most that the engine may need, as a multiple of code written by hand.
const LANES_LIMIT: f64 = 1.3;
/// Most milliseconds from a changed formula to a program.
const EDIT_LIMIT: f64 = 2.0;

fn main() {
    let figures = [city(), against_hand_written(), growth()].concat();
    let figures: Vec<String> =
        figures.iter().map(|(key, figure)| format!(r#""{key}":{figure:.3}"#)).collect();
    println!("{{{}}}", figures.join(","));
}

/// Figures by key of the JSON object.
type Figures = Vec<(String, f64)>;

fn city() -> Figures {
    let mut city = City::new(DRAWS);
    let equations = city.equations();
    let run = milliseconds(fastest(ROUNDS, || city.run()));
    let statistics = milliseconds(fastest(ROUNDS, || drop(black_box(city.summarise()))));
    let native = run + statistics;
    let mut growth = 0.05;
    let assumption = milliseconds(fastest(ROUNDS, || {
        growth += 0.0001;
        drop(black_box(city.assume(growth)));
    }));
    println!(
        "{equations} equations × 10 years × {DRAWS} draws, all levers moved, best of {ROUNDS}"
    );
    println!("a lever move {native:.2} ms, of which statistics {statistics:.2} ms");
    println!("an assumption moved {assumption:.2} ms");
    vec![
        ("native_ms".to_owned(), native),
        ("statistics_ms".to_owned(), statistics),
        ("assumption_native_ms".to_owned(), assumption),
        ("equations".to_owned(), equations as f64),
        ("draws".to_owned(), DRAWS as f64),
    ]
}

fn against_hand_written() -> Figures {
    let town = Town::new();
    let race = town.race(DRAWS);
    let (lanes, scalar) = (race.tape / race.lanes, race.scalar / race.moved);
    let (edit, compile) = (Town::edit(), town.compiling());
    let megabytes = town.bytes(DRAWS) as f64 / 1e6;
    let moved = milliseconds(fastest(ROUNDS, town.lever_move(DRAWS)));
    println!("{} equations: the engine {:.2} ms", town.equations(), race.tape);
    println!("  after a move of a lever {:.2} ms", race.moved);
    println!("  with the statistics of twelve indicators {moved:.2} ms");
    println!("  loops over lanes by hand {:.2} ms, ratio {lanes:.2} (≤ {LANES_LIMIT})", race.lanes);
    println!("  plain code {:.2} ms, ratio to a move {scalar:.2}", race.scalar);
    println!(
        "  from a formula edit to a program {edit:.2} ms (≤ {EDIT_LIMIT}), compiling {compile:.2}"
    );
    println!("  draws and results {megabytes:.1} MB");
    vec![
        ("tape_ms".to_owned(), race.tape),
        ("moved_ms".to_owned(), race.moved),
        ("energy_native_ms".to_owned(), moved),
        ("hand_written_lanes_ms".to_owned(), race.lanes),
        ("plain_scalar_ms".to_owned(), race.scalar),
        ("native_ratio_to_hand_written_lanes".to_owned(), lanes),
        ("native_ratio_to_plain_scalar".to_owned(), scalar),
        ("edit_ms".to_owned(), edit),
        ("compile_ms".to_owned(), compile),
        ("memory_mb".to_owned(), megabytes),
    ]
}

/// Time by draws, equations and years.
fn growth() -> Figures {
    let mut figures = Figures::new();
    let mut row = |name: &str, count: usize, time: f64| {
        println!("{name:>12} {count:>6} {time:>8.2} ms");
        figures.push((format!("{name}_{count}_ms"), time));
    };
    let town = Town::new();
    for draws in [1_024, 4_096, 16_384, 65_536] {
        row("draws", draws, town.time(draws));
    }
    for copies in [1, 2, 3, 4, 5] {
        let town = Town::varied(10, copies);
        row("equations", town.equations(), town.time(DRAWS));
    }
    for years in [5, 10, 20, 30] {
        row("years", years as usize, Town::varied(years, 1).time(DRAWS));
    }
    figures
}
