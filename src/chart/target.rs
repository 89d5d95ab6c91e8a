//! The plan year's marks: what the plan asks for, over everything else.

use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use crate::chart::fan::{KNOWN_RADIUS, LABEL_DISTANCE, LINE_HEIGHT, Picture, RULE_TEXT_LIFT, bold};
use crate::chart::geometry::Point;
use crate::chart::place::{Room, along, first_free};
use crate::chart::text::Weight;
use crate::chart::{Drawn, Failure};
use crate::figure::TargetMark;

/// Lengths in CSS pixels at the text size of the workbench.
const TARGET_HALF: f64 = 13.0;
const FLOOR_HALF: f64 = 9.0;

impl<DB: DrawingBackend> Picture<'_, DB> {
    /// Medians of the plan year, then what the plan asks for, over everything.
    pub(super) fn plan_marks(&self) -> Drawn<DB> {
        let year = self.chart.plan_year;
        if let Some(floor) = self.chart.floor {
            self.bar(year, floor, FLOOR_HALF, 1.5)?;
        }
        if let Some(target) = &self.chart.target {
            self.stem(target)?;
        }
        if let Some(value) = self.chart.reference_value(year) {
            self.median_mark(year, value, (4.0, self.theme.sheet), (1.5, self.theme.reference))?;
        }
        if let Some(row) = self.chart.quantiles(year) {
            self.median_mark(year, row.p50, (6.5, self.theme.scenario), (2.0, self.theme.sheet))?;
        }
        self.chart.target.as_ref().map_or(Ok(()), |target| self.target(target))
    }

    fn median_mark(
        &self,
        year: i32,
        value: f64,
        (radius, fill): (f64, RGBColor),
        (rim, colour): (f64, RGBColor),
    ) -> Drawn<DB> {
        let centre = self.layout.point(year, value);
        if !self.layout.holds(centre.1) {
            return Ok(());
        }
        self.pen.disc(centre, self.scaled(radius), fill, self.stroke(colour, rim))
    }

    /// The gap between target and median.
    fn stem(&self, target: &TargetMark) -> Drawn<DB> {
        let Some(row) = self.chart.quantiles(target.year) else { return Ok(()) };
        let x = self.layout.x(target.year);
        let ends = [target.value, row.p50].map(|value| (x, self.layout.held(self.layout.y(value))));
        self.pen.line(&ends, self.stroke(self.theme.ink, 1.0))
    }

    fn bar(&self, year: i32, value: f64, half: f64, width: f64) -> Drawn<DB> {
        let (x, y) = (self.layout.x(year), self.layout.held(self.layout.y(value)));
        let half = self.scaled(half);
        self.pen.line(&[(x - half, y), (x + half, y)], self.stroke(self.theme.ink, width))
    }

    fn target(&self, target: &TargetMark) -> Drawn<DB> {
        self.bar(target.year, target.value, TARGET_HALF, 3.0)?;
        let height = self.layout.y(target.value);
        let inside = self.layout.holds(height);
        let label = if inside { target.label.clone() } else { format!("{} ↑", target.label) };
        let bar = (self.layout.x(target.year) - self.scaled(TARGET_HALF), self.layout.held(height));
        self.target_label(&label, bar)
    }

    /// The label in the first free room, on bare ground, with a leader if it is far from the bar.
    fn target_label(&self, label: &str, bar: Point) -> Drawn<DB> {
        let ends = self.target_label_ends(bar);
        let (width, height) = (self.pen.text_width(label, Weight::Bold)?, self.scaled(LINE_HEIGHT));
        let rooms: Vec<Room> = ends.iter().map(|&end| Room::before(end, width, height)).collect();
        let Some(chosen) = first_free(&rooms, &self.taken()?) else { return Ok(()) };
        let end = ends[chosen];
        let leader = [(end.0 + self.scaled(3.0), bar.1), bar];
        if end.1 == bar.1 && bar.0 - leader[0].0 > self.scaled(LABEL_DISTANCE) {
            self.pen.line(&leader, self.stroke(self.theme.strong_rule, 1.0))?;
        }
        self.pen.area(&rooms[chosen].corners(), self.theme.sheet)?;
        self.pen.text(label, end, HPos::Right, bold(self.theme.ink))
    }

    /// Where the target's label may end, best first: beside the bar, left of
    /// the base point with a leader, or a line above or below either.
    fn target_label_ends(&self, (bar, y): Point) -> Vec<Point> {
        let beside = bar - self.scaled(5.0);
        let beyond = self.layout.x(self.chart.base_year) - self.scaled(KNOWN_RADIUS + 6.0);
        let lifts = [0.0, -LINE_HEIGHT, LINE_HEIGHT].map(|lift| y + self.scaled(lift));
        let inside = lifts.into_iter().filter(|&y| self.layout.holds(y));
        inside.flat_map(|y| [(beside, y), (beyond.min(beside), y)]).collect()
    }

    /// What the target's label must not cover.
    fn taken(&self) -> Result<Vec<Room>, Failure<DB>> {
        let dot = self.scaled(2.0 * KNOWN_RADIUS + 2.0);
        let known = self.chart.known();
        let points = known.map(|known| self.layout.point(known.year, known.value));
        let mut taken: Vec<Room> = points.map(|point| Room::around(point, dot, dot)).collect();
        let lines = self.history_lines();
        taken.extend(lines.iter().flat_map(|line| along(line, self.scaled(3.0))));
        taken.extend(along(&self.band(|row| row.p90, |row| row.p10), self.scaled(2.0)));
        for value in self.chart.axis.rules() {
            let width = self.pen.text_width(&self.rule_text(value), Weight::Regular)?;
            let end = (width, self.layout.y(value) - self.scaled(RULE_TEXT_LIFT));
            taken.push(Room::before(end, width, self.scaled(LINE_HEIGHT)));
        }
        Ok(taken)
    }
}
