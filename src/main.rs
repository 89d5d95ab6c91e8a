//! Browser entry point: mounts the page, no logic.

fn main() {}
