//! Browser entry point: mounts the page, no logic.

fn main() {
    let root = gloo::utils::document().get_element_by_id("app");
    let root = root.expect("invariant: index.html has an element `app`");
    yew::Renderer::<tuiyan::ui::App>::with_root(root).render();
}
