//! SVG documents as a part of the page.

use web_sys::Node;

use crate::browser::shell::shell;

/// The picture of an SVG document, to be put into the page; none if it is not well-formed.
///
/// The shell makes it (`shell/picture.js`), which has the page's leave to read text as markup.
#[must_use]
pub fn svg_node(document: &str) -> Option<Node> {
    shell()?.picture(document).ok()?
}
