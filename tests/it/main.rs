//! The one integration-test binary: one link, whatever the number of tests.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod agreement;
mod analyses;
mod any_action;
mod architecture;
mod assessment;
mod audit;
mod backtest;
mod behaviour;
mod card;
mod cases;
mod city;
mod comparison;
mod courses;
#[cfg(feature = "ui")]
mod components;
mod diagnostics;
mod documents;
mod elementary;
mod entry;
mod explanation;
mod formulas;
mod golden;
mod host;
mod hostile;
mod language;
mod limits;
mod many_problems;
mod next_year;
mod numbers;
mod oracle;
mod origin;
mod parts;
mod paste;
mod plan_file;
mod random_model;
mod reference;
mod region_text;
mod round_trip;
mod session;
mod sharing;
mod statistics;
mod summary;
mod tables;
mod targets;
mod words;
