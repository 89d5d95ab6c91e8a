//! Plane geometry of lines and areas: cut them at the plot's edges, break them into dashes.

/// A place in CSS pixels, downwards from the upper left corner.
pub(super) type Point = (f64, f64);

/// The part of a polygon between two heights.
pub(super) fn clip_polygon(polygon: &[Point], top: f64, bottom: f64) -> Vec<Point> {
    let below_top = keep(polygon, |point| point.1 - top);
    keep(&below_top, |point| bottom - point.1)
}

/// Sutherland and Hodgman's step (1974): the part of a polygon where `depth` is not negative.
fn keep(polygon: &[Point], depth: impl Fn(Point) -> f64) -> Vec<Point> {
    let mut kept = Vec::with_capacity(polygon.len() + 2);
    let previous = polygon.iter().cycle().skip(polygon.len().saturating_sub(1));
    for (&from, &to) in previous.zip(polygon) {
        let (before, now) = (depth(from), depth(to));
        if (before < 0.0) != (now < 0.0) {
            kept.push(between(from, to, before / (before - now)));
        }
        if now >= 0.0 {
            kept.push(to);
        }
    }
    kept
}

/// The parts of a line between two heights, in its order.
pub(super) fn clip_line(line: &[Point], top: f64, bottom: f64) -> Vec<Vec<Point>> {
    let mut parts: Vec<Vec<Point>> = Vec::new();
    for pair in line.windows(2) {
        let Some((from, to)) = clip_segment(pair[0], pair[1], top, bottom) else { continue };
        match parts.last_mut() {
            Some(part) if part.last() == Some(&from) => part.push(to),
            _ => parts.push(vec![from, to]),
        }
    }
    parts
}

fn clip_segment(from: Point, to: Point, top: f64, bottom: f64) -> Option<(Point, Point)> {
    let rise = to.1 - from.1;
    if rise == 0.0 {
        return (top..=bottom).contains(&from.1).then_some((from, to));
    }
    let crossings = ((top - from.1) / rise, (bottom - from.1) / rise);
    let enter = crossings.0.min(crossings.1).max(0.0);
    let leave = crossings.0.max(crossings.1).min(1.0);
    (enter < leave).then(|| {
        let start = if enter == 0.0 { from } else { between(from, to, enter) };
        let end = if leave == 1.0 { to } else { between(from, to, leave) };
        (start, end)
    })
}

/// A line broken into dashes; corners inside a dash stay corners.
pub(super) fn dashes(line: &[Point], dash: f64, gap: f64) -> Vec<Vec<Point>> {
    let mut pieces = Vec::new();
    let mut piece: Vec<Point> = line.iter().take(1).copied().collect();
    let (mut drawing, mut left) = (true, dash);
    for pair in line.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut length = distance(from, to);
        while length > left {
            from = between(from, to, left / length);
            length -= left;
            if drawing {
                piece.push(from);
                pieces.push(std::mem::take(&mut piece));
            } else {
                piece.push(from);
            }
            drawing = !drawing;
            left = if drawing { dash } else { gap };
        }
        left -= length;
        if drawing {
            piece.push(to);
        }
    }
    pieces.extend((piece.len() > 1).then_some(piece));
    pieces
}

/// The point at `share` of the way.
pub(super) fn between(from: Point, to: Point, share: f64) -> Point {
    (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share)
}

fn distance(from: Point, to: Point) -> f64 {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    (across * across + down * down).sqrt()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_rises_over_the_top_is_cut_level() {
        let triangle = [(0.0, 10.0), (10.0, -10.0), (10.0, 10.0)];
        let cut = clip_polygon(&triangle, 0.0, 20.0);
        assert_eq!(cut, [(0.0, 10.0), (5.0, 0.0), (10.0, 0.0), (10.0, 10.0)]);
        assert!(clip_polygon(&triangle, 11.0, 20.0).is_empty());
        assert!(clip_polygon(&[], 0.0, 1.0).is_empty());
    }

    #[test]
    fn a_line_that_leaves_and_returns_has_two_parts() {
        let line = [(0.0, 5.0), (10.0, -5.0), (20.0, 5.0), (30.0, 5.0)];
        let parts = clip_line(&line, 0.0, 10.0);
        assert_eq!(
            parts,
            [vec![(0.0, 5.0), (5.0, 0.0)], vec![(15.0, 0.0), (20.0, 5.0), (30.0, 5.0)],]
        );
    }

    #[test]
    fn dashes_go_on_round_a_corner() {
        let line = [(0.0, 0.0), (7.0, 0.0), (7.0, 7.0)];
        assert_eq!(
            dashes(&line, 5.0, 4.0),
            [vec![(0.0, 0.0), (5.0, 0.0)], vec![(7.0, 2.0), (7.0, 7.0)],]
        );
        assert_eq!(dashes(&line[..2], 8.0, 4.0), [vec![(0.0, 0.0), (7.0, 0.0)]]);
    }

    proptest! {
        #[test]
        fn clipped_polygons_stay_inside(
            polygon in prop::collection::vec((0.0..100.0f64, -50.0..150.0f64), 0..8),
        ) {
            for (_, down) in clip_polygon(&polygon, 0.0, 100.0) {
                prop_assert!((-1e-9..=100.0 + 1e-9).contains(&down));
            }
        }
    }
}
