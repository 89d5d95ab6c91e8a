//! The picture in words and figures, for readers who cannot see it or want to copy it.

use crate::figure::{FanChart, KnownPoint, grouped};

/// A table with one head row; every row has as many cells as the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureTable {
    /// What the columns hold.
    pub header: Vec<String>,
    /// Cells by row; empty where the picture shows nothing.
    pub rows: Vec<Vec<String>>,
}

impl FanChart {
    /// Everything that the picture shows, one row a year.
    #[must_use]
    pub fn table(&self) -> FigureTable {
        FigureTable {
            header: self.header(),
            rows: self.years().map(|year| self.row(year)).collect(),
        }
    }

    /// Heads and cells of a year's row; the year alone where the picture shows nothing.
    #[must_use]
    pub fn reading(&self, year: i32) -> Vec<(String, String)> {
        let cells = self.header().into_iter().zip(self.row(year));
        cells.filter(|(_, cell)| !cell.is_empty()).collect()
    }

    fn header(&self) -> Vec<String> {
        let words = &self.words;
        let quantiles = ["P10", "P25", "P50", "P75", "P90"].map(String::from);
        let known = [words.year.clone(), words.known.clone(), words.origin.clone()];
        let others = self.others.iter().chain(&self.yardstick).map(|line| line.name.clone());
        let marks = [&words.target, &words.floor].map(String::clone);
        let lines = std::iter::once(words.reference.clone()).chain(others);
        known.into_iter().chain(quantiles).chain(lines).chain(marks).collect()
    }

    /// Years of which the picture shows anything.
    fn years(&self) -> impl Iterator<Item = i32> {
        (self.first_year..=self.last_year)
            .filter(|&year| self.row(year)[1..].iter().any(|cell| !cell.is_empty()))
    }

    fn row(&self, year: i32) -> Vec<String> {
        let known = self.known().find(|point| point.year == year);
        let quantiles =
            self.quantiles(year).map(|row| [row.p10, row.p25, row.p50, row.p75, row.p90]);
        let target = self.target.as_ref().filter(|target| target.year == year);
        let floor = self.floor.filter(|_| year == self.target_year());
        let mut cells = vec![year.to_string(), self.cell(known.map(|point| point.value))];
        cells.push(known.map(|point| self.origin(point)).unwrap_or_default());
        cells.extend((0..5).map(|index| self.cell(quantiles.map(|row| row[index]))));
        cells.push(self.cell(self.reference_value(year)));
        let lines = self.others.iter().chain(&self.yardstick);
        cells.extend(lines.map(|line| self.cell(line.value(year))));
        cells.push(self.cell(target.map(|target| target.value)));
        cells.push(self.cell(floor));
        cells
    }

    fn cell(&self, value: Option<f64>) -> String {
        value.map(|value| grouped(value, self.decimals)).unwrap_or_default()
    }

    fn origin(&self, point: &KnownPoint) -> String {
        if point.published { self.words.published.clone() } else { self.words.unpublished.clone() }
    }
}

#[cfg(test)]
mod tests {
    use crate::figure::NamedLine;
    use crate::figure::tests::{intensity, medians};

    #[test]
    fn says_what_the_picture_shows() {
        let table = intensity().table();
        let head = "年份 已知值（%） 来历 P10 P25 P50 P75 P90 现状 目标 底线";
        assert_eq!(table.header.join(" "), head);
        let lines: Vec<String> = table.rows.iter().map(|row| row.join("|")).collect();
        assert_eq!(
            lines[..3],
            [
                "2015|0.94|公布||||||||",
                "2019|1.60|推算或假设||||||||",
                "2020|||1.54|1.68|1.82|1.97|2.14|1.79|2.50|",
            ]
        );
        assert_eq!(lines.len(), 7, "years without anything have no row");
    }

    #[test]
    fn a_reading_is_the_row_of_the_table() {
        let chart = intensity();
        let reading = |year| {
            let cells = chart.reading(year).into_iter();
            cells.map(|(head, cell)| format!("{head} {cell}")).collect::<Vec<_>>()
        };
        assert_eq!(reading(2019), ["年份 2019", "已知值（%） 1.60", "来历 推算或假设"]);
        assert_eq!(reading(2016), ["年份 2016"], "nothing is shown of this year");
    }

    #[test]
    fn every_row_is_as_long_as_the_head() {
        let mut chart = intensity();
        chart.floor = Some(1.9);
        chart.others = vec![NamedLine { name: "方案A".into(), values: medians(&[1.8]) }];
        let table = chart.table();
        assert!(table.rows.iter().all(|row| row.len() == table.header.len()));
        assert_eq!(table.header[9], "方案A");
        assert_eq!(table.rows[2][9..], ["1.80", "2.50", "1.90"]);
    }
}
