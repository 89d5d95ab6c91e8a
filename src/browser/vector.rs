//! SVG documents as a part of the page.

use web_sys::{DomParser, Node, SupportedType};

/// The picture of an SVG document, to be put into the page; none if it is not well-formed.
///
/// It goes through the parser for XML: nothing in it becomes a script or a style of the page.
#[must_use]
pub fn svg_node(document: &str) -> Option<Node> {
    let parser = DomParser::new().ok()?;
    let parsed = parser.parse_from_string(document, SupportedType::ImageSvgXml).ok()?;
    let root = parsed.document_element().filter(|root| root.local_name() == "svg")?;
    gloo::utils::document().import_node_with_deep(&root, true).ok()
}
