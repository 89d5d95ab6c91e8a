//! The picture of `docs/回测.md`: three provinces with the forecasts made for them, and
//! where outcomes fell within the forecasts.

use std::fmt::Write as _;

use super::panel::Panel;
use super::process::HORIZON;
use super::score::Case;

const WIDTH: f64 = 960.0;
const HEIGHT: f64 = 612.0;
/// Left edges of the three columns, and their width.
const COLUMNS: [f64; 3] = [56.0, 376.0, 696.0];
const COLUMN: f64 = 240.0;
/// Upper and lower end of the upper row, then of the lower one.
const UPPER: [f64; 2] = [84.0, 300.0];
const LOWER: [f64; 2] = [408.0, 580.0];

const PROVINCES: [&str; 3] = ["湖南", "湖北", "贵州"];
/// Forecasts shown from these years do not overlap.
const SHOWN: [i32; 3] = [2015, 2018, 2021];
const YEARS: [i32; 2] = [2011, 2023];
const BINS: usize = 10;
/// Top of the scale of shares.
const MOST: f64 = 0.3;

const STYLE: &str = "text{font:13px 'Noto Sans SC','Microsoft YaHei',sans-serif;fill:#1f2933}\
.head{font-size:15px;font-weight:bold}.axis{stroke:#8a94a0;stroke-width:1}\
.fan{fill:#2f6db5;fill-opacity:.25}.middle{fill:none;stroke:#2f6db5;stroke-width:2;stroke-dasharray:5 3}\
.actual{fill:none;stroke:#1f2933;stroke-width:2}.dot{fill:#1f2933}.bar{fill:#2f6db5;fill-opacity:.6}\
.even{stroke:#b4521f;stroke-width:1.5;stroke-dasharray:6 4}";

pub(crate) fn draw(panel: &Panel, cases: &[Case]) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         width=\"{WIDTH}\" height=\"{HEIGHT}\" role=\"img\" \
         aria-label=\"研发经费回测：三省的实际与预测，全部结果在预测分布中的位置\">\n\
         <style>{STYLE}</style>\n<rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"#fff\"/>\n"
    );
    text(
        &mut svg,
        (56.0, 30.0),
        "head",
        "start",
        "三省研发经费：实际（黑线）与在2015、2018、2021年末所作的预测（P10—P90与中位数），亿元",
    );
    for (name, left) in PROVINCES.iter().zip(COLUMNS) {
        province(&mut svg, panel, cases, panel.position(name), left);
    }
    text(
        &mut svg,
        (56.0, 358.0),
        "head",
        "start",
        "31省全部结果落在预测分布的哪一段（十等分；预测准确时每段各占10%，即虚线）",
    );
    for (ahead, left) in (1..=HORIZON).zip(COLUMNS) {
        positions(&mut svg, cases, ahead, left);
    }
    svg.push_str("</svg>\n");
    svg
}

fn text(svg: &mut String, (x, y): (f64, f64), class: &str, anchor: &str, words: &str) {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    writeln!(svg, "<text x=\"{x:.1}\" y=\"{y:.1}\"{class} text-anchor=\"{anchor}\">{words}</text>")
        .unwrap();
}

fn line(svg: &mut String, class: &str, from: (f64, f64), to: (f64, f64)) {
    writeln!(
        svg,
        "<line class=\"{class}\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"/>",
        from.0, from.1, to.0, to.1
    )
    .unwrap();
}

fn path(points: &[(f64, f64)]) -> String {
    let points = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}"));
    points.collect::<Vec<_>>().join(" ")
}

/// Where a year and an amount stand in a column of the upper row.
struct Scale {
    left: f64,
    most: f64,
}

impl Scale {
    fn at(&self, year: i32, value: f64) -> (f64, f64) {
        let across = f64::from(year - YEARS[0]) / f64::from(YEARS[1] - YEARS[0]);
        let up = value / self.most;
        (self.left + across * COLUMN, UPPER[1] - up * (UPPER[1] - UPPER[0]))
    }
}

fn province(svg: &mut String, panel: &Panel, cases: &[Case], position: usize, left: f64) {
    let place = &panel.places[position];
    let shown = |case: &&Case| case.place == position && SHOWN.contains(&case.origin);
    let highest = cases.iter().filter(shown).map(|case| case.summary.p90);
    let highest = place.rd.iter().copied().chain(highest).fold(0.0, f64::max);
    let step = if highest > 800.0 { 400.0 } else { 50.0 };
    let scale = Scale { left, most: (highest / step).ceil() * step };
    text(svg, (left + COLUMN / 2.0, UPPER[0] - 12.0), "", "middle", &place.name);
    amounts(svg, &scale, step);
    for origin in SHOWN {
        fan(svg, &scale, place.in_year(origin), origin, |ahead| {
            let mut all = cases.iter().filter(shown);
            all.find(|case| case.origin == origin && case.ahead == ahead)
        });
    }
    let known: Vec<(f64, f64)> =
        (YEARS[0]..=YEARS[1]).map(|year| scale.at(year, place.in_year(year))).collect();
    writeln!(svg, "<polyline class=\"actual\" points=\"{}\"/>", path(&known)).unwrap();
    for (x, y) in known {
        writeln!(svg, "<circle class=\"dot\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3\"/>").unwrap();
    }
}

fn amounts(svg: &mut String, scale: &Scale, step: f64) {
    let bottom = UPPER[1];
    line(svg, "axis", (scale.left, bottom), (scale.left + COLUMN, bottom));
    line(svg, "axis", (scale.left, UPPER[0]), (scale.left, bottom));
    let steps = (scale.most / step).round() as u32;
    for tick in (0..=steps).filter(|tick| steps <= 5 || tick % 2 == 0) {
        let value = f64::from(tick) * step;
        let (x, y) = scale.at(YEARS[0], value);
        line(svg, "axis", (x - 4.0, y), (x, y));
        text(svg, (x - 7.0, y + 4.5), "", "end", &format!("{value}"));
    }
    for year in (YEARS[0]..=YEARS[1]).step_by(4) {
        let (x, y) = scale.at(year, 0.0);
        line(svg, "axis", (x, y), (x, y + 4.0));
        text(svg, (x, y + 19.0), "", "middle", &year.to_string());
    }
}

fn fan<'c>(
    svg: &mut String,
    scale: &Scale,
    base: f64,
    origin: i32,
    ahead: impl Fn(usize) -> Option<&'c Case>,
) {
    let start = scale.at(origin, base);
    let (mut low, mut middle, mut high) = (vec![start], vec![start], vec![start]);
    for (year, case) in (1..=HORIZON).filter_map(|years| Some((years, ahead(years)?))) {
        let at = |value| scale.at(origin + year as i32, value);
        low.push(at(case.summary.p10));
        middle.push(at(case.summary.p50));
        high.push(at(case.summary.p90));
    }
    high.reverse();
    low.extend(high);
    writeln!(svg, "<polygon class=\"fan\" points=\"{}\"/>", path(&low)).unwrap();
    writeln!(svg, "<polyline class=\"middle\" points=\"{}\"/>", path(&middle)).unwrap();
}

/// Shares of the outcomes in each tenth of their forecast.
fn positions(svg: &mut String, cases: &[Case], ahead: usize, left: f64) {
    let cases: Vec<&Case> = cases.iter().filter(|case| case.ahead == ahead).collect();
    let mut counts = [0.0; BINS];
    for case in &cases {
        counts[((case.position * BINS as f64) as usize).min(BINS - 1)] += 1.0;
    }
    let up = |share: f64| LOWER[1] - share / MOST * (LOWER[1] - LOWER[0]);
    let width = COLUMN / BINS as f64;
    let title = format!("{ahead}年后（{}例）", cases.len());
    text(svg, (left + COLUMN / 2.0, LOWER[0] - 12.0), "", "middle", &title);
    for (bin, count) in (0..).zip(counts) {
        let top = up(count / cases.len() as f64);
        writeln!(
            svg,
            "<rect class=\"bar\" x=\"{:.1}\" y=\"{top:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>",
            left + f64::from(bin) * width + 1.0,
            width - 2.0,
            LOWER[1] - top
        )
        .unwrap();
    }
    line(svg, "axis", (left, LOWER[1]), (left + COLUMN, LOWER[1]));
    line(svg, "axis", (left, LOWER[0]), (left, LOWER[1]));
    line(svg, "even", (left, up(0.1)), (left + COLUMN, up(0.1)));
    for share in [0.0, 0.1, 0.2, 0.3] {
        line(svg, "axis", (left - 4.0, up(share)), (left, up(share)));
        let words = format!("{:.0}%", 100.0 * share);
        text(svg, (left - 7.0, up(share) + 4.5), "", "end", &words);
    }
    let ends = [(0.0, "最低一成"), (COLUMN, "最高一成")];
    for ((across, words), anchor) in ends.into_iter().zip(["start", "end"]) {
        text(svg, (left + across, LOWER[1] + 19.0), "", anchor, words);
    }
}
