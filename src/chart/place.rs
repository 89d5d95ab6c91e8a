//! Finds room for a text among what is already drawn.

use crate::chart::geometry::{Point, between};

/// A rectangle that a text or a mark takes, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Room {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Room {
    /// Around a centre.
    pub(super) fn around((x, y): Point, width: f64, height: f64) -> Self {
        let (across, down) = (width / 2.0, height / 2.0);
        Self { left: x - across, top: y - down, right: x + across, bottom: y + down }
    }

    /// Of a text that ends at a place.
    pub(super) fn before((x, y): Point, width: f64, height: f64) -> Self {
        Self::around((x - width / 2.0, y), width, height)
    }

    pub(super) fn centre(&self) -> Point {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// Its corners, going round.
    pub(super) fn corners(&self) -> [Point; 4] {
        let Self { left, top, right, bottom } = *self;
        [(left, top), (right, top), (right, bottom), (left, bottom)]
    }

    pub(super) fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// The first candidate that meets nothing; if none is free, the first that is not cut.
pub(super) fn first_free(candidates: &[Room], taken: &[Room]) -> Option<Room> {
    let whole = |room: &&Room| room.left >= 0.0;
    let free = |room: &&Room| whole(room) && !taken.iter().any(|other| other.meets(room));
    let found = candidates.iter().find(free).or_else(|| candidates.iter().find(whole));
    found.or(candidates.first()).copied()
}

/// What a line takes, as a row of rectangles of the given width and height.
pub(super) fn along(line: &[Point], (width, height): (f64, f64)) -> Vec<Room> {
    let places = line.windows(2).flat_map(|pair| {
        let (from, to) = (pair[0], pair[1]);
        let steps = ((to.0 - from.0).abs() / width).max((to.1 - from.1).abs() / height);
        let steps = steps.ceil().max(1.0) as u32;
        (0..=steps).map(move |step| between(from, to, f64::from(step) / f64::from(steps)))
    });
    places.map(|centre| Room::around(centre, width, height)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_moves_on_to_the_first_free_room() {
        let taken = along(&[(0.0, 50.0), (100.0, 50.0)], (4.0, 4.0));
        let level = Room::before((80.0, 50.0), 40.0, 14.0);
        let above = Room::before((80.0, 30.0), 40.0, 14.0);
        assert_eq!(first_free(&[level, above], &taken), Some(above));
        assert_eq!(first_free(&[level], &taken), Some(level), "better on a line than nowhere");
        let cut = Room::before((30.0, 30.0), 40.0, 14.0);
        assert_eq!(first_free(&[cut, above], &taken), Some(above));
        assert_eq!(first_free(&[], &taken), None);
    }

    #[test]
    fn a_steep_line_has_no_holes() {
        let squares = along(&[(0.0, 0.0), (1.0, 100.0)], (4.0, 4.0));
        let text = Room::around((0.5, 37.0), 10.0, 1.0);
        assert!(squares.iter().any(|square| square.meets(&text)));
    }
}
