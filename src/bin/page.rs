//! Browser entry point: mounts the page, no logic.

use tuiyan::browser::{second_part, shell};
use tuiyan::ui::seam;

fn main() {
    yew::set_custom_panic_hook(Box::new(|info| shell::report_panic(&info.to_string())));
    shell::offer_probes(vec![
        ("fingerprint", Box::new(fingerprint)),
        ("panic", Box::new(|| panic!("asked to panic by a test of the recovery"))),
        ("overflow", Box::new(|| endless(0).to_string())),
        ("exhaust", Box::new(|| exhausted().to_string())),
    ]);
    let root = gloo::utils::document().get_element_by_id("app");
    let root = root.expect("invariant: index.html has an element `app`");
    yew::Renderer::<tuiyan::ui::App>::with_root(root).render();
}

/// The fingerprint of the results; empty while the part of the program that prints it is not here.
fn fingerprint() -> String {
    second_part().here().map(seam::fingerprint).unwrap_or_default()
}

/// Uses up the stack: ends in a trap that no hook hears of.
#[expect(unconditional_recursion, reason = "it shall not end otherwise")]
fn endless(depth: usize) -> usize {
    let mut frame = [depth; 64];
    std::hint::black_box(&mut frame);
    endless(frame[0] + 1) + frame[63]
}

/// Uses up the memory: address space only, so that the machine does not feel it.
fn exhausted() -> usize {
    const BLOCK: usize = 1 << 28;
    let blocks: Vec<Vec<u8>> = (0..64).map(|_| Vec::with_capacity(BLOCK)).collect();
    std::hint::black_box(blocks).len()
}
