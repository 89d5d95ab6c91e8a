//! The project's commands: serve, test, build, bench, check.

fn main() {}
