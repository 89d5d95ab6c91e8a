//! Parts of the page that are left out.

/// Parts of the page that an address can leave out, by their names; the style sheet
/// (`styles/frame/address.css`) has the same.
pub const PARTS: [&str; 12] = [
    "head",
    "screens",
    "files",
    "history",
    "look",
    "language",
    "help",
    "city",
    "scenarios",
    "levers",
    "side",
    "foot",
];

/// The parts that are left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hidden(u16);

impl Hidden {
    /// The parts of that names, and the names that are none.
    pub(super) fn of(names: &str) -> (Self, Vec<&str>) {
        let (mut hidden, mut unknown) = (0, Vec::new());
        for name in names.split(',').filter(|name| !name.is_empty()) {
            match PARTS.iter().position(|part| *part == name) {
                Some(position) => hidden |= 1 << position,
                None => unknown.push(name),
            }
        }
        (Self(hidden), unknown)
    }

    /// A class for the style sheet for each part, with a blank before it.
    #[must_use]
    pub fn classes(self) -> String {
        let hidden = PARTS.iter().enumerate().filter(|(position, _)| self.0 & (1 << position) != 0);
        hidden.flat_map(|(_, part)| [" hide-", part]).collect()
    }
}
