//! Browser entry point: mounts the page, no logic.

use tuiyan::browser::shell;

fn main() {
    yew::set_custom_panic_hook(Box::new(|info| shell::report_panic(&info.to_string())));
    shell::offer_probes(vec![
        ("fingerprint", Box::new(tuiyan::ui::builtin::fingerprint)),
        ("panic", Box::new(|| panic!("asked to panic by a test of the recovery"))),
    ]);
    let root = gloo::utils::document().get_element_by_id("app");
    let root = root.expect("invariant: index.html has an element `app`");
    yew::Renderer::<tuiyan::ui::App>::with_root(root).render();
}
