//! The fan chart, layer by layer from the ground up.

use plotters::style::RGBColor;
use plotters::style::text_anchor::HPos;
use plotters_backend::DrawingBackend;

use crate::chart::ChartTheme;
use crate::chart::geometry::{Point, clip_line, clip_polygon};
use crate::chart::layout::Layout;
use crate::chart::pen::{Drawn, Failure, Lettering, Pen};
use crate::chart::picture::{KNOWN_RADIUS, LABEL_DISTANCE, LINE_HEIGHT, Picture, bold};
use crate::chart::place::Room;
use crate::chart::target::TargetLabel;
use crate::chart::text::Weight;
use crate::chart::theme::font_family;
use crate::figure::{DirectLabel, FanChart, FanYear, KnownPoint, LabelRole, grouped, spread};

/// From label to label, centre to centre; same unit.
const LABEL_GAP: f64 = 15.0;
/// Dash and gap of further scenarios, in turn; same unit.
const OTHER_DASHES: [(f64, f64); 3] = [(9.0, 3.0), (2.0, 3.0), (16.0, 4.0)];
/// Centre of the word over the plan year; same unit.
const PLAN_WORD_HEIGHT: f64 = 8.0;
/// From a rule up to the centre of its figure; same unit.
pub(super) const RULE_TEXT_LIFT: f64 = 8.0;

/// Draws the chart; the backend's units are [`GRAIN`](super::GRAIN)ths of a CSS pixel.
/// Gives where the first and the last year stand, in CSS pixels from the left.
///
/// # Errors
///
/// Whatever the backend reports.
pub fn draw<DB: DrawingBackend>(
    chart: &FanChart,
    backend: DB,
    theme: &ChartTheme,
) -> Result<[f64; 2], Failure<DB>> {
    let pen = Pen::new(backend, font_family(chart.words.locale), theme.text_size);
    let label_width = label_width(chart, &pen, theme.scale())?;
    let layout = Layout::new(chart, pen.size(), label_width, theme.scale());
    let picture = Picture { chart, theme, layout, pen };
    picture.pen.ground(theme.sheet)?;
    let label = picture.target_label()?;
    picture.rules(label.as_ref())?;
    picture.plan_year()?;
    picture.bands()?;
    picture.medians()?;
    picture.history(label.as_ref())?;
    picture.plan_marks(label.as_ref())?;
    picture.years()?;
    picture.labels()?;
    picture.pen.finish()?;
    Ok([chart.first_year, chart.last_year].map(|year| picture.layout.x(year)))
}

/// Room for the labels beyond the plot. It rests on the axis and not on where
/// the lines end, so that the plot keeps its width while they move.
fn label_width<DB: DrawingBackend>(
    chart: &FanChart,
    pen: &Pen<DB>,
    scale: f64,
) -> Result<f64, Failure<DB>> {
    let figure = grouped(chart.axis.top(), chart.decimals);
    let mut texts = vec![
        (format!("P90 {figure} ↑"), Weight::Regular),
        (format!("{} {figure}", chart.words.scenario), Weight::Bold),
        (format!("{} {figure}", chart.words.reference), Weight::Regular),
    ];
    let others = chart.others.iter().chain(&chart.yardstick);
    texts.extend(others.map(|line| (format!("{} {figure}", line.name), Weight::Regular)));
    let labels = chart.direct_labels().into_iter();
    texts.extend(labels.map(|label| (label.text(), weight(label.role))));
    let mut widest = 0.0_f64;
    for (text, weight) in texts {
        widest = widest.max(pen.text_width(&text, weight)?);
    }
    Ok(widest + LABEL_DISTANCE * scale)
}

impl<DB: DrawingBackend> Picture<'_, DB> {
    /// Rules with their figures on them; the unit stands at the top one. They
    /// leave out the target's label.
    fn rules(&self, label: Option<&TargetLabel>) -> Drawn<DB> {
        for value in self.chart.axis.rules() {
            let y = self.layout.y(value);
            let colour = if value == 0.0 { self.theme.strong_rule } else { self.theme.rule };
            self.pen.line(&[(0.0, y), (self.layout.right, y)], self.stroke(colour, 1.0))?;
        }
        if let Some(label) = label {
            self.pen.area(&label.room.corners(), self.theme.sheet)?;
        }
        for (text, room) in self.rule_figures()? {
            // The target's own figure says where the rule is.
            if label.is_none_or(|label| !label.room.meets(&room)) {
                let at = (0.0, room.centre().1);
                self.pen.text(&text, at, HPos::Left, plain(self.theme.ink3))?;
            }
        }
        Ok(())
    }

    /// What stands on the rules, and where.
    pub(super) fn rule_figures(&self) -> Result<Vec<(String, Room)>, Failure<DB>> {
        let axis = &self.chart.axis;
        let plan_word = self.plan_word_room()?;
        let place = |text: &str, value: f64| {
            let width = self.pen.text_width(text, Weight::Regular)?;
            let end = (width, self.layout.y(value) - self.scaled(RULE_TEXT_LIFT));
            Ok(Room::before(end, width, self.scaled(LINE_HEIGHT)))
        };
        let mut figures = Vec::new();
        for value in axis.rules() {
            let [before, after] = &self.chart.unit;
            let mut text = grouped(value, axis.decimals());
            if value >= axis.top() {
                let with_unit = format!("{before}{text}{after}");
                // Where there is no room for the unit, the heading has it alone.
                if !place(&with_unit, value)?.meets(&plan_word) {
                    text = with_unit;
                }
            }
            let room = place(&text, value)?;
            // On a low picture the figure of the higher rule stays: the top one has the unit.
            while figures.last().is_some_and(|(_, below): &(String, Room)| below.meets(&room)) {
                figures.pop();
            }
            figures.push((text, room));
        }
        Ok(figures)
    }

    /// Over the line of the plan year.
    pub(super) fn plan_word_room(&self) -> Result<Room, Failure<DB>> {
        let width = self.pen.text_width(&self.chart.words.plan_year, Weight::Regular)?;
        let centre = (self.layout.x(self.chart.plan_year), self.scaled(PLAN_WORD_HEIGHT));
        Ok(Room::around(centre, width, self.pen.text_height()))
    }

    fn plan_year(&self) -> Drawn<DB> {
        let x = self.layout.x(self.chart.plan_year);
        let from = (x, self.layout.top - self.scaled(4.0));
        let stroke = self.stroke(self.theme.strong_rule, 1.0);
        let dash = (self.scaled(2.0), self.scaled(3.0));
        self.pen.dashed(&[from, (x, self.layout.bottom)], stroke, dash)?;
        let (word, at) = (&self.chart.words.plan_year, (x, self.scaled(PLAN_WORD_HEIGHT)));
        self.pen.text(word, at, HPos::Center, plain(self.theme.ink2))
    }

    fn bands(&self) -> Drawn<DB> {
        let outer = self.band(|row| row.p90, |row| row.p10);
        self.pen.area(&outer, self.theme.outer_band)?;
        let inner = self.band(|row| row.p75, |row| row.p25);
        self.pen.area(&inner, self.theme.inner_band)
    }

    /// From the base point along the upper edge and back along the lower one.
    pub(super) fn band(
        &self,
        upper: fn(&FanYear) -> f64,
        lower: fn(&FanYear) -> f64,
    ) -> Vec<Point> {
        let edge = |value: fn(&FanYear) -> f64| {
            self.chart.fan.iter().map(move |row| self.layout.point(row.year, value(row)))
        };
        let polygon: Vec<Point> =
            self.base().into_iter().chain(edge(upper)).chain(edge(lower).rev()).collect();
        clip_polygon(&polygon, self.layout.top, self.layout.bottom)
    }

    fn base(&self) -> Option<Point> {
        self.chart.base.map(|base| self.layout.point(base.year, base.value))
    }

    fn medians(&self) -> Drawn<DB> {
        let reference = self.chart.reference.iter().map(|row| (row.year, row.value));
        let dash = (self.scaled(5.0), self.scaled(4.0));
        for part in self.through(reference) {
            self.pen.dashed(&part, self.stroke(self.theme.reference, 2.0), dash)?;
        }
        for (line, dash) in self.chart.others.iter().zip(OTHER_DASHES.iter().cycle()) {
            let values = line.values.iter().map(|row| (row.year, row.value));
            let dash = (self.scaled(dash.0), self.scaled(dash.1));
            for part in self.through(values) {
                self.pen.dashed(&part, self.stroke(self.theme.other, 2.0), dash)?;
            }
        }
        // Of another indicator: it does not begin at this one's base point.
        let yardstick = self.chart.yardstick.iter().flat_map(|line| &line.values);
        let points: Vec<Point> =
            yardstick.map(|row| self.layout.point(row.year, row.value)).collect();
        for part in clip_line(&points, self.layout.top, self.layout.bottom) {
            self.pen.dashed(&part, self.stroke(self.theme.ink, 1.5), dash)?;
        }
        let scenario = self.chart.fan.iter().map(|row| (row.year, row.p50));
        let mut parts = self.through(scenario).into_iter();
        parts.try_for_each(|part| self.pen.line(&part, self.stroke(self.theme.scenario, 2.5)))
    }

    /// The line from the base point through values, cut at the plot's edges.
    pub(super) fn through(&self, values: impl Iterator<Item = (i32, f64)>) -> Vec<Vec<Point>> {
        let points = values.map(|(year, value)| self.layout.point(year, value));
        let line: Vec<Point> = self.base().into_iter().chain(points).collect();
        clip_line(&line, self.layout.top, self.layout.bottom)
    }

    fn history(&self, label: Option<&TargetLabel>) -> Drawn<DB> {
        for line in self.history_lines() {
            self.pen.line(&line, self.stroke(self.theme.ink, 2.0))?;
        }
        for known in self.chart.known() {
            let centre = self.layout.point(known.year, known.value);
            let fill = if known.published { self.theme.ink } else { self.theme.sheet };
            if self.layout.holds(centre.1) {
                let rim = self.stroke(self.theme.ink, 1.5);
                self.pen.disc(centre, self.scaled(KNOWN_RADIUS), fill, rim)?;
            }
        }
        self.missing_history(label)
    }

    /// Only years that follow each other are joined: no line is invented.
    pub(super) fn history_lines(&self) -> Vec<Vec<Point>> {
        let known: Vec<&KnownPoint> = self.chart.known().collect();
        let runs = known.chunk_by(|one, next| next.year == one.year + 1);
        let line = |run: &[&KnownPoint]| {
            let points = run.iter().map(|known| self.layout.point(known.year, known.value));
            let points: Vec<Point> = points.collect();
            clip_line(&points, self.layout.top, self.layout.bottom)
        };
        runs.flat_map(line).collect()
    }

    fn missing_history(&self, label: Option<&TargetLabel>) -> Drawn<DB> {
        let Some(room) = self.missing_history_room()? else { return Ok(()) };
        // The target's label is what a reader looks for.
        if label.is_some_and(|label| label.room.meets(&room)) {
            return Ok(());
        }
        let words = &self.chart.words.missing_history;
        self.pen.text(words, room.centre(), HPos::Center, plain(self.theme.ink3))
    }

    /// In the gap of the history, just above zero, if the words fit in it.
    pub(super) fn missing_history_room(&self) -> Result<Option<Room>, Failure<DB>> {
        let Some((from, to)) = self.chart.missing_years() else { return Ok(None) };
        let right = self.layout.x(to + 1);
        let (y, height) = (self.layout.bottom - self.scaled(9.0), self.scaled(LINE_HEIGHT));
        // Figures on the lowest rules stand at the left.
        let line = Room::before((right, y), right, height);
        let figures = self.rule_figures()?;
        let beside = figures.iter().filter(|(_, figure)| figure.meets(&line));
        let free = beside.map(|(_, figure)| figure.right + self.scaled(LABEL_DISTANCE));
        let left = free.fold(self.layout.x(from - 1), f64::max);
        let width = self.pen.text_width(&self.chart.words.missing_history, Weight::Regular)?;
        let room = Room::around((f64::midpoint(left, right), y), width, height);
        Ok((width <= right - left).then_some(room))
    }

    /// The years that matter; one that finds no room is left out, the plan year never.
    fn years(&self) -> Drawn<DB> {
        let chart = self.chart;
        let y = self.layout.bottom + self.scaled(13.0);
        let mut taken: Vec<Room> = Vec::new();
        for year in [chart.plan_year, chart.last_year, chart.first_year, chart.base_year] {
            let is_plan = year == chart.plan_year;
            let look = if is_plan { bold(self.theme.ink) } else { plain(self.theme.ink3) };
            let text = year.to_string();
            let width = self.pen.text_width(&text, look.weight)? + self.scaled(LABEL_DISTANCE);
            let mut room = Room::around((self.layout.x(year), y), width, 1.0);
            if let Some(plan) = taken.first()
                && year == chart.base_year
                && room.meets(plan)
            {
                room = Room::before((plan.left, y), width, 1.0);
            }
            if taken.iter().any(|other| other.meets(&room)) {
                continue;
            }
            taken.push(room);
            self.pen.text(&text, room.centre(), HPos::Center, look)?;
        }
        Ok(())
    }

    fn labels(&self) -> Drawn<DB> {
        let edge = self.scaled(LINE_HEIGHT / 2.0);
        let (least, most) = (edge, self.layout.bottom - edge / 2.0);
        let gap = self.scaled(LABEL_GAP);
        let labels = fewest(self.chart.direct_labels(), ((most - least) / gap + 1.0) as usize);
        let wanted: Vec<f64> =
            labels.iter().map(|label| self.layout.held(self.layout.y(label.value))).collect();
        let x = self.layout.right + self.scaled(LABEL_DISTANCE);
        let room = self.pen.size().0 - x;
        for (label, y) in labels.iter().zip(spread(&wanted, gap, least, most)) {
            let colour = match label.role {
                LabelRole::Scenario => self.theme.scenario,
                LabelRole::Reference => self.theme.ink2,
                LabelRole::Other => self.theme.other,
                LabelRole::Yardstick => self.theme.ink,
                LabelRole::Edge => self.theme.ink3,
            };
            let look = Lettering { colour, weight: weight(label.role) };
            let text = self.fitted(label, look.weight, room)?;
            self.pen.text(&text, (x, y), HPos::Left, look)?;
        }
        Ok(())
    }

    /// The label with as much of its name as there is room for; the figure stays whole.
    fn fitted(
        &self,
        label: &DirectLabel,
        weight: Weight,
        room: f64,
    ) -> Result<String, Failure<DB>> {
        let mut text = label.text();
        let mut name: Vec<char> = label.name.chars().collect();
        while self.pen.text_width(&text, weight)? > room && name.pop().is_some() {
            let shown: String = name.iter().collect();
            text = format!("{}… {}", shown.trim_end(), label.figure);
        }
        Ok(text)
    }
}

/// As many labels as have room: edges of the fan go first, then further scenarios from the last.
fn fewest(mut labels: Vec<DirectLabel>, most: usize) -> Vec<DirectLabel> {
    for role in [LabelRole::Edge, LabelRole::Other] {
        while labels.len() > most
            && let Some(last) = labels.iter().rposition(|label| label.role == role)
        {
            labels.remove(last);
        }
    }
    labels
}

fn weight(role: LabelRole) -> Weight {
    match role {
        LabelRole::Scenario => Weight::Bold,
        LabelRole::Reference | LabelRole::Other | LabelRole::Yardstick | LabelRole::Edge => {
            Weight::Regular
        }
    }
}

fn plain(colour: RGBColor) -> Lettering {
    Lettering { colour, weight: Weight::Regular }
}
