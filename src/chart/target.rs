//! The plan year's marks: what the plan asks for, over everything else.

use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use crate::chart::geometry::Point;
use crate::chart::picture::{KNOWN_RADIUS, LABEL_DISTANCE, LINE_HEIGHT, Picture, bold};
use crate::chart::place::{Room, along, first_free};
use crate::chart::text::Weight;
use crate::chart::{Drawn, Failure};
use crate::figure::TargetMark;

/// Lengths in CSS pixels at the text size of the workbench.
const TARGET_HALF: f64 = 13.0;
const FLOOR_HALF: f64 = 9.0;

/// The words beside the target's bar and where they stand.
pub(super) struct TargetLabel {
    text: String,
    /// What the text takes.
    pub(super) room: Room,
    /// The bar's left end.
    bar: Point,
}

impl<DB: DrawingBackend> Picture<'_, DB> {
    /// Medians of the plan year, then what the plan asks for, over everything.
    pub(super) fn plan_marks(&self, label: Option<&TargetLabel>) -> Drawn<DB> {
        let year = self.chart.plan_year;
        if let Some(target) = &self.chart.target {
            self.stem(target)?;
        }
        if let Some(value) = self.chart.reference_value(year) {
            self.median_mark(year, value, (4.0, self.theme.sheet), (1.5, self.theme.reference))?;
        }
        if let Some(row) = self.chart.quantiles(year) {
            self.median_mark(year, row.p50, (6.5, self.theme.scenario), (2.0, self.theme.sheet))?;
        }
        if let Some(floor) = self.chart.floor {
            self.bar(self.chart.target_year(), floor, FLOOR_HALF, 1.5)?;
        }
        if let Some(target) = &self.chart.target {
            self.bar(target.year, target.value, TARGET_HALF, 3.0)?;
        }
        label.map_or(Ok(()), |label| self.label(label))
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

    /// The text, with a leader where it stands far from the bar.
    fn label(&self, label: &TargetLabel) -> Drawn<DB> {
        let (bar, end) = (label.bar, (label.room.right, label.room.centre().1));
        let leader = [(end.0 + self.scaled(3.0), bar.1), bar];
        let is_level = (end.1 - bar.1).abs() < 1.0;
        if is_level && bar.0 - leader[0].0 > self.scaled(LABEL_DISTANCE) {
            self.pen.line(&leader, self.stroke(self.theme.strong_rule, 1.0))?;
        }
        self.pen.text(&label.text, end, HPos::Right, bold(self.theme.ink))
    }

    /// The label in the first free room.
    pub(super) fn target_label(&self) -> Result<Option<TargetLabel>, Failure<DB>> {
        let Some(target) = &self.chart.target else { return Ok(None) };
        let text = format!("{}{}", target.label, self.chart.axis.arrow(target.value));
        let (x, y) = self.layout.point(target.year, target.value);
        let bar = (x - self.scaled(TARGET_HALF), self.layout.held(y));
        let (width, height) = (self.pen.text_width(&text, Weight::Bold)?, self.scaled(LINE_HEIGHT));
        let ends = self.target_label_ends(bar, width).into_iter();
        let rooms: Vec<Room> = ends.map(|end| Room::before(end, width, height)).collect();
        let room = first_free(&rooms, &self.taken()?);
        Ok(room.map(|room| TargetLabel { text, room, bar }))
    }

    /// Where the target's label may end, best first: beside the bar, left of
    /// the base point with a leader, or a line above or below either; a long one, from the left
    /// edge over or under the bar.
    fn target_label_ends(&self, (bar, y): Point, width: f64) -> Vec<Point> {
        let beside = bar - self.scaled(5.0);
        let beyond = self.layout.x(self.chart.base_year) - self.scaled(KNOWN_RADIUS + 6.0);
        let lifts = [0.0, -LINE_HEIGHT, LINE_HEIGHT].map(|lift| y + self.scaled(lift));
        let inside = lifts.into_iter().filter(|&y| self.layout.holds(y));
        let short = inside.clone().flat_map(|y| [(beside, y), (beyond.min(beside), y)]);
        let long = inside.filter(|lifted| (lifted - y).abs() > 1.0).map(|y| (width, y));
        short.chain(long).collect()
    }

    /// What the target's label must not cover. The label stays where it is while
    /// a lever moves the fan, so the reference, taken broadly, stands for the fan.
    fn taken(&self) -> Result<Vec<Room>, Failure<DB>> {
        let dot = self.scaled(2.0 * KNOWN_RADIUS + 2.0);
        let known = self.chart.known();
        let points = known.map(|known| self.layout.point(known.year, known.value));
        let mut taken: Vec<Room> = points.map(|point| Room::around(point, dot, dot)).collect();
        let reference = self.chart.reference.iter().map(|row| (row.year, row.value));
        let thin = self.scaled(3.0);
        let stands_for_fan = self.through(reference).into_iter();
        taken.extend(
            stands_for_fan.flat_map(|line| along(&line, (thin, self.scaled(2.0 * LINE_HEIGHT)))),
        );
        let history = self.history_lines().into_iter();
        taken.extend(history.flat_map(|line| along(&line, (thin, thin))));
        taken.extend(self.missing_history_room()?);
        taken.extend(self.rule_figures()?.into_iter().map(|(_, room)| room));
        taken.push(self.plan_word_room()?);
        Ok(taken)
    }
}
