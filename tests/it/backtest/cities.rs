//! What the cities' files would have forecast against what was published later.

use tuiyan::engine::{Draws, Output, Program};
use tuiyan::math::ln;
use tuiyan::model::Model;
use tuiyan::plan::Settings;
use tuiyan::region::{Provenance, Region};
use tuiyan::sampling::{Summary, probability, summarise};

use super::MODEL_RULE;
use super::panel::{Panel, mean};
use super::through_model::{self, Parameters, datum};
use crate::city;

const DRAWS: usize = 4096;

/// What a comparison can show.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// Nothing of the outcome went into the forecast.
    Independent,
    /// Something near the outcome did: an average growth that includes it, or the GDP.
    Partly,
    /// The base was computed from the outcome.
    Circular,
    /// The base is an assumption: the comparison tests it, not the model.
    AssumedBase,
    /// Base and outcome are not of one definition.
    OtherScope,
    /// Another city of the province.
    Neighbour,
}

impl Kind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Independent => "独立",
            Self::Partly => "部分独立",
            Self::Circular => "**循环**",
            Self::AssumedBase => "基数是假设",
            Self::OtherScope => "口径不同",
            Self::Neighbour => "邻市对照",
        }
    }
}

/// A figure of a city that is known by now.
struct Question {
    place: &'static str,
    region: Region,
    variable: &'static str,
    year: i32,
    /// In `unit`.
    actual: f64,
    unit: &'static str,
    decimals: usize,
    kind: Kind,
    /// What the plan asked for, in `unit`.
    target: Option<f64>,
    note: &'static str,
}

/// With what the model says; all figures in `unit`.
pub(crate) struct Answer {
    pub(crate) place: &'static str,
    pub(crate) name: String,
    pub(crate) base_year: i32,
    pub(crate) year: i32,
    pub(crate) summary: Summary,
    pub(crate) actual: f64,
    pub(crate) unit: &'static str,
    pub(crate) decimals: usize,
    /// Share of the draws below what happened.
    pub(crate) position: f64,
    pub(crate) kind: Kind,
    /// With the chance that the outlook gave it.
    pub(crate) target: Option<(f64, f64)>,
    pub(crate) note: &'static str,
}

pub(crate) fn answers(panel: &Panel) -> Vec<Answer> {
    let model = city::model();
    let questions = [
        yiyang(&model),
        yiyang_from_2015(&model, panel),
        xiangxi(&model),
        changde(&model),
        shiyan(&model),
        shiyan_from_2015(&model, panel),
        neighbours(&model),
    ];
    let of_cities = questions.into_iter().flatten().map(|question| answer(&model, &question));
    of_cities.chain(hunan(&model, panel)).collect()
}

fn answer(model: &Model, question: &Question) -> Answer {
    let variable = model.variable(question.variable).unwrap();
    let program = Program::compile(model, &question.region, &[Output::Outlook(variable)]);
    assert_eq!(program.missing(0), None, "{} {}", question.place, question.variable);
    let run = program.run(&Draws::sample(&program, DRAWS), &Settings::present());
    let ahead = usize::try_from(question.year - question.region.base_year).unwrap();
    let unit = model.units.parse(question.unit).unwrap();
    let values = run.values(0, ahead).unwrap().iter();
    let values: Vec<f64> = values.map(|value| unit.from_base(*value).0).collect();
    let share = |bound: f64| probability(&values, |value| value < bound).unwrap().value;
    Answer {
        place: question.place,
        name: model.variables[variable].name.zh.clone(),
        base_year: question.region.base_year,
        year: question.year,
        summary: summarise(&values).unwrap(),
        actual: question.actual,
        unit: question.unit,
        decimals: question.decimals,
        position: share(question.actual),
        kind: question.kind,
        target: question.target.map(|target| (target, 1.0 - share(target))),
        note: question.note,
    }
}

/// The region's outcome of a year, in a unit.
fn outcome(model: &Model, region: &Region, variable: &str, year: i32, unit: &str) -> f64 {
    let known = region.outcomes[variable].iter().find(|value| value.year == year).unwrap();
    model.units.parse(unit).unwrap().from_base(known.datum.value).0
}

/// A question about an outcome that the region's file lists; a target of that indicator
/// and year goes with it.
fn listed(
    model: &Model,
    place: &'static str,
    region: &Region,
    (variable, year, unit, decimals): (&'static str, i32, &'static str, usize),
    kind: Kind,
    note: &'static str,
) -> Question {
    let target = region.targets.iter().find(|target| {
        target.indicator == variable && target.year == year && target.relative_to.is_none()
    });
    Question {
        place,
        variable,
        year,
        actual: outcome(model, region, variable, year, unit),
        unit,
        decimals,
        kind,
        target: target.map(|target| model.units.parse(unit).unwrap().from_base(target.floor).0),
        note,
        region: region.clone(),
    }
}

fn yiyang(model: &Model) -> Vec<Question> {
    let region = city::region(model, "yiyang-2020");
    let question = |of, kind, note| listed(model, "益阳", &region, of, kind, note);
    let circular = "2019年基数由2015年与2020年结果内插";
    vec![
        question(("rd_intensity", 2020, "%", 2), Kind::Circular, circular),
        question(("rd", 2020, "亿元", 2), Kind::Circular, circular),
        question(
            ("rd_growth", 2022, "%", 1),
            Kind::Partly,
            "本市历史增速用2015—2020年平均，含2020年结果",
        ),
    ]
}

fn xiangxi(model: &Model) -> Vec<Question> {
    let region = city::region(model, "xiangxi-2022");
    let circular = "2021年增加值由2022年结果倒推";
    let question = |of| listed(model, "湘西", &region, of, Kind::Circular, circular);
    vec![
        question(("high_tech_value_added_share", 2022, "%", 2)),
        question(("high_tech_value_added", 2022, "亿元", 1)),
    ]
}

fn changde(model: &Model) -> Vec<Question> {
    let region = city::region(model, "changde-2019");
    let question = |of, kind, note| listed(model, "常德", &region, of, kind, note);
    vec![
        question(
            ("hnte", 2022, "家", 0),
            Kind::Independent,
            "基数209家是文件原文；分批数与后备企业是假设",
        ),
        question(("high_tech_value_added", 2022, "亿元", 1), Kind::Independent, "中期增速9%是假设"),
        question(
            ("high_tech_value_added_share", 2022, "%", 2),
            Kind::Partly,
            "2019年价格涨幅与2020年公布的地区生产总值衔接",
        ),
    ]
}

fn shiyan(model: &Model) -> Vec<Question> {
    let region = city::region(model, "shiyan-2020");
    let question = |of, note| listed(model, "十堰", &region, of, Kind::AssumedBase, note);
    let none = "2019年基数没有查到";
    vec![
        question(("rd_intensity", 2020, "%", 2), "2019年基数没有查到；1.97%可能是2019年数"),
        question(("tech_contracts", 2020, "亿元", 1), none),
        question(("high_tech_value_added_share", 2020, "%", 1), none),
        question(("hnte", 2020, "家", 0), "结果由2025年目标倒推，约数"),
    ]
}

/// A province's mean log growth and intensity at the end of 2015.
fn province_in_2015(panel: &Panel, name: &str) -> (f64, f64) {
    let past = panel.past(2015);
    let place = &past.places[panel.position(name)];
    let gdp = place.gdp();
    (mean(&place.growths()), place.in_year(2015) / gdp[gdp.len() - 1])
}

/// The region as it would have been written at the end of 2015: `known` are the figures
/// of that year, base units. Its own growth before is not known: the province's stands in.
fn from_2015(
    model: &Model,
    region: &Region,
    (growth, intensity): (f64, f64),
    known: &[(&str, f64)],
) -> Region {
    let mut then = Region { base_year: 2015, ..region.clone() };
    then.assumptions.clear();
    then.history.clear();
    let province = [
        ("rd_growth_five_year", growth),
        ("rd_growth_last_year", growth),
        ("rd_intensity_province", intensity),
    ];
    for (id, value) in known.iter().chain(&province) {
        let mut datum = datum(model, *value);
        datum.provenance = Provenance::Derived;
        then.figures.insert((*id).to_owned(), datum);
    }
    then
}

fn yiyang_from_2015(model: &Model, panel: &Panel) -> Vec<Question> {
    let region = city::region(model, "yiyang-2020");
    let known = |id| region.value_of(id, 2015).unwrap();
    let gdp = outcome(model, &region, "gdp", 2020, "1");
    let figures = [
        ("gdp", known("gdp")),
        ("rd", known("rd")),
        ("gdp_growth_real_trend", ln(gdp / known("gdp")) / 5.0),
        ("gdp_deflator_growth_trend", 0.0),
    ];
    let then = from_2015(model, &region, province_in_2015(panel, "湖南"), &figures);
    let note = "此前增速用全省平均；地区生产总值按实际增速";
    let question = |of| listed(model, "益阳", &then, of, Kind::Independent, note);
    vec![question(("rd", 2020, "亿元", 2)), question(("rd_intensity", 2020, "%", 2))]
}

/// Base year 2015: the city's GDP was not found. It cancels in an intensity.
const SHIYAN_GDP_2015: f64 = 1300e8;

fn shiyan_from_2015(model: &Model, panel: &Panel) -> Vec<Question> {
    let region = city::region(model, "shiyan-2020");
    let known = |id| region.value_of(id, 2015).unwrap();
    let figures = [
        ("gdp", SHIYAN_GDP_2015),
        ("rd", known("rd_intensity") * SHIYAN_GDP_2015),
        ("tech_contracts", known("tech_contracts")),
        ("high_tech_value_added", known("high_tech_value_added_share") * SHIYAN_GDP_2015),
    ];
    let then = from_2015(model, &region, province_in_2015(panel, "湖北"), &figures);
    let question = |of, kind, note| listed(model, "十堰", &then, of, kind, note);
    vec![
        question(
            ("rd_intensity", 2020, "%", 2),
            Kind::Independent,
            "此前增速用全省平均；地区生产总值增速6.5%是假设；1.97%可能是2019年数",
        ),
        question(("tech_contracts", 2020, "亿元", 1), Kind::Independent, "增速取31省分布"),
        question(
            ("high_tech_value_added_share", 2020, "%", 1),
            Kind::OtherScope,
            "2019年起统计口径调整",
        ),
    ]
}

/// Growth of R&D in cities without a file, beside the growth that the file of a city of
/// the same province gives for that year.
fn neighbours(model: &Model) -> Vec<Question> {
    let question = |place, region, year, actual, note| Question {
        place,
        region: city::region(model, region),
        variable: "rd_growth",
        year,
        actual,
        unit: "%",
        decimals: 1,
        kind: Kind::Neighbour,
        target: None,
        note,
    };
    vec![
        question("怀化", "yiyang-2020", 2020, 31.6, "按益阳的分布"),
        question("六盘水", "tongren-2020", 2020, 7.4, "按铜仁的分布"),
        question("黔东南", "tongren-2020", 2021, 2.6, "按铜仁的分布"),
    ]
}

/// The plan's year of issue is 2018, so the last year that was known is 2017.
const HUNAN_ORIGIN: i32 = 2017;
/// 湖南's goal of 6.7 inventions per 10,000 people, with 66.45 million people.
const HUNAN_INVENTIONS_TARGET: f64 = 6.7 * 6_645.0;

/// 湖南's valid inventions at the end of a year, 件.
fn inventions(year: i32) -> f64 {
    let text = city::text("regions/provinces-other.csv");
    let start = format!("湖南,{year},");
    let row = text.lines().find(|line| line.starts_with(&start)).unwrap();
    row.split(',').nth(4).unwrap().parse().unwrap()
}

fn hunan(model: &Model, panel: &Panel) -> Vec<Answer> {
    let past = panel.past(HUNAN_ORIGIN);
    let position = panel.position("湖南");
    let place = &past.places[position];
    let fitted = MODEL_RULE.fit(&past);
    let model = through_model::calibrated(model, &past, Parameters::Fitted(&fitted), place);
    let blank = city::region(&model, "blank");
    let mut region = through_model::region(&model, &blank, &past, place, MODEL_RULE.years);
    region.figures.insert("inventions".to_owned(), datum(&model, inventions(HUNAN_ORIGIN)));
    let later = panel.past(2020);
    let later = &later.places[position];
    let intensity = 100.0 * later.in_year(2020) / later.gdp().last().unwrap();
    let question = |variable, actual, unit, decimals, target| Question {
        place: "湖南省",
        region: region.clone(),
        variable,
        year: 2020,
        actual,
        unit,
        decimals,
        kind: Kind::Independent,
        target: Some(target),
        note: "目标见湘政发〔2018〕35号；参数用2017年以前数据",
    };
    let questions = [
        question("rd", later.in_year(2020), "亿元", 1, 1100.0),
        question("rd_intensity", intensity, "%", 2, 2.5),
        question("inventions", inventions(2020), "件", 0, HUNAN_INVENTIONS_TARGET),
    ];
    questions.map(|question| answer(&model, &question)).into()
}
