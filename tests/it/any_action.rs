//! Any action that a person, the page around or a program could ask for, sensible or not.

use std::cell::OnceCell;
use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::select;

use tuiyan::locale::{Locale, Text};
use tuiyan::model::Model;
use tuiyan::plan::{
    Carried, LeverPath, NextYear, ParameterChange, Plan, Recorded, ScenarioId, Status, WordingRule,
    next_year,
};
use tuiyan::region::{Comparison, Datum, Provenance, Region, Target, TargetKind};
use tuiyan::session::{Action, Entry, Screen, View};
use tuiyan::unit::Unit;

use crate::{city, session};

/// What every action is made of.
pub(crate) struct World {
    pub(crate) model: Model,
    pub(crate) plan: Rc<Plan>,
    other: Rc<Plan>,
    next: Rc<Region>,
}

thread_local! {
    static WORLD: OnceCell<Rc<World>> = const { OnceCell::new() };
}

/// Read once a thread.
pub(crate) fn world() -> Rc<World> {
    WORLD.with(|world| Rc::clone(world.get_or_init(|| Rc::new(World::new()))))
}

impl World {
    fn new() -> Self {
        let model = city::model();
        let plan = session::plan(&model);
        let region = Rc::new(city::region(&model, "tongren-2020"));
        let other = Rc::new(Plan { name: "铜仁".to_owned(), region, ..plan.clone() });
        let next = NextYear::after(&plan.region, "推算".to_owned(), "沿用".to_owned());
        // Projections come with an error of any number of digits.
        let carried = |id: &str| {
            let error = 0.1 + id.len() as f64 / 7.0 / 30.0;
            Some(Carried { value: plan.region.figures.get(id)?.value * 1.0173, error })
        };
        let next = Rc::new(next_year(&model, &plan.region, &next, &carried).unwrap());
        Self { model, plan: Rc::new(plan), other, next }
    }
}

/// Numbers, texts and positions that an action is filled with.
#[derive(Clone, Debug)]
struct Filling {
    number: f64,
    small: usize,
    year: i32,
    text: String,
    id: &'static str,
    unit: &'static str,
}

fn filling() -> impl Strategy<Value = Filling> {
    let number = prop_oneof![
        select(vec![
            0.0,
            -0.0,
            1.0,
            45.0,
            60.5,
            -3.0,
            f64::NAN,
            f64::INFINITY,
            1e9,
            1e15,
            1e30,
            1e300,
            f64::MAX,
            f64::MIN_POSITIVE,
            5e-324
        ]),
        0.0..100.0_f64,
        any::<f64>(),
    ];
    let text = prop_oneof![
        select(vec![
            "甲",
            "",
            "\u{202e}丙",
            " ",
            "\u{3164}",
            "第一行\n\"第二行\"\\",
            "e\u{301}\u{301}\u{301}\u{301}\u{301}"
        ])
        .prop_map(str::to_owned),
        select(vec![90_usize, 999, 1_001, 6_000]).prop_map(|count| "长".repeat(count)),
        "\\PC{0,20}",
    ];
    let id = select(vec![
        "gdp",
        "award",
        "super_deduction_uptake",
        "hnte_award",
        "gdp_growth_real",
        "rd_expenditure",
        "Y1",
        "unknown",
        "",
        "a b\u{200b}\"",
    ]);
    let unit = select(vec!["1", "%", "亿元", "万元", "家", "百分点"]);
    (number, 0..60_usize, prop_oneof![2010..2030_i32, any::<i32>()], text, id, unit).prop_map(
        |(number, small, year, text, id, unit)| Filling { number, small, year, text, id, unit },
    )
}

/// Any action, each kind as likely as another.
pub(crate) fn action() -> impl Strategy<Value = Action> {
    (0..KINDS, filling()).prop_map(|(kind, filling)| filling.action(kind))
}

/// One more than the last kind; [`kind`] is what the compiler keeps in step with [`Action`].
const KINDS: usize = 38;

/// The number of an action. A new action does not compile before it has one here, and a test asks
/// that every number is made.
pub(crate) fn kind(action: &Action) -> usize {
    match action {
        Action::SetLever { .. } => 0,
        Action::SetLeverPath { .. } => 1,
        Action::ResetLever(_) => 2,
        Action::ResetLeverToOpened(_) => 3,
        Action::ResetAll => 4,
        Action::AddScenario { .. } => 5,
        Action::DuplicateScenario { .. } => 6,
        Action::RenameScenario(..) => 7,
        Action::DeleteScenario(_) => 8,
        Action::MoveScenario(..) => 9,
        Action::SelectScenario(_) => 10,
        Action::SetReference(_) => 11,
        Action::NoteScenario(..) => 12,
        Action::SetCeiling(_) => 13,
        Action::SetThresholds(_) => 14,
        Action::SetAssumption { .. } => 15,
        Action::PutTarget(_) => 16,
        Action::DeleteTarget(_) => 17,
        Action::SetFigure { .. } => 18,
        Action::SetHistory { .. } => 19,
        Action::SetPresent { .. } => 20,
        Action::PasteTable(_) => 21,
        Action::SetParameter { .. } => 22,
        Action::RecordStatus { .. } => 23,
        Action::ChooseCity(_) => 24,
        Action::StartNextYear(_) => 25,
        Action::OpenPlan(_) => 26,
        Action::RenamePlan(_) => 27,
        Action::WriteNotes(_) => 28,
        Action::SetView(_) => 29,
        Action::Explain(_) => 30,
        Action::SetLocale(_) => 31,
        Action::Rest => 32,
        Action::Undo => 33,
        Action::Redo => 34,
        Action::BeginDrag => 35,
        Action::EndDrag => 36,
        Action::CancelDrag => 37,
    }
}

impl Filling {
    fn action(&self, kind: usize) -> Action {
        let (world, Self { number, small, year, text, .. }) = (world(), self);
        let (number, year) = (*number, *year);
        let scenario = ScenarioId(*small as u64 % 6);
        // Some are taken by then.
        let fresh = ScenarioId(*small as u64 % 9);
        let (id, text) = (|| self.id.to_owned(), || text.clone());
        let datum = || (!small.is_multiple_of(4)).then(|| self.datum());
        let lever = || world.model.levers[small % world.model.levers.len()].id.clone();
        match kind {
            0 => Action::SetLever {
                lever: if small.is_multiple_of(9) { id() } else { lever() },
                value: self.setting(),
                fresh,
            },
            1 => Action::SetLeverPath { lever: lever(), path: self.path(), fresh },
            2 => Action::ResetLever(lever()),
            3 => Action::ResetLeverToOpened(lever()),
            4 => Action::ResetAll,
            5 => Action::AddScenario { id: fresh, name: (!small.is_multiple_of(2)).then(text) },
            6 => Action::DuplicateScenario { of: scenario, id: fresh },
            7 => Action::RenameScenario(scenario, text()),
            8 => Action::DeleteScenario(scenario),
            9 => Action::MoveScenario(scenario, small % 5),
            10 => Action::SelectScenario(scenario),
            11 => Action::SetReference(scenario),
            12 => Action::NoteScenario(scenario, text()),
            13 => Action::SetCeiling((!small.is_multiple_of(4)).then_some(number)),
            14 => Action::SetThresholds(WordingRule { ensure: number, ..WordingRule::default() }),
            15 => Action::SetAssumption {
                assumption: id(),
                year,
                value: (!small.is_multiple_of(4)).then_some(number),
                fresh,
            },
            16 => Action::PutTarget(Box::new(self.target())),
            17 => Action::DeleteTarget(id()),
            18 => Action::SetFigure { id: id(), datum: datum() },
            19 => Action::SetHistory { id: id(), year, datum: datum() },
            20 => Action::SetPresent { lever: lever(), datum: datum() },
            21 => {
                Action::PasteTable(vec![Entry { id: id(), year, datum: self.datum() }; small % 3])
            }
            22 => Action::SetParameter { id: self.parameter(), change: self.belief() },
            23 => Action::RecordStatus { target: id(), recorded: self.recorded() },
            24 => Action::ChooseCity(Rc::clone(&world.other)),
            25 => Action::StartNextYear(Rc::clone(&world.next)),
            26 => Action::OpenPlan(Rc::clone(&world.other)),
            27 => Action::RenamePlan(text()),
            28 => Action::WriteNotes(text()),
            29 => Action::SetView(View { screen: Screen::Data, ..View::default() }),
            30 => Action::Explain(id()),
            31 => Action::SetLocale(Locale::En),
            32 => Action::Rest,
            33 => Action::Undo,
            34 => Action::Redo,
            35 => Action::BeginDrag,
            36 => Action::EndDrag,
            _ => Action::CancelDrag,
        }
    }

    fn setting(&self) -> f64 {
        let levers = &world().model.levers;
        let [low, high] = levers[self.small % levers.len()].range;
        if self.small.is_multiple_of(5) {
            self.number
        } else {
            low + (high - low) * self.small as f64 / 60.0
        }
    }

    fn path(&self) -> LeverPath {
        match self.small % 3 {
            0 => LeverPath::Constant(self.setting()),
            _ => LeverPath::ByYear(vec![self.setting(); self.small % 35]),
        }
    }

    fn parameter(&self) -> String {
        let parameters = &world().model.parameters;
        parameters.get(self.small).map_or(self.id, |parameter| &*parameter.id).to_owned()
    }

    fn belief(&self) -> Option<ParameterChange> {
        let change = ParameterChange { low: -self.number, mode: 0.0, high: self.number };
        (!self.small.is_multiple_of(4)).then_some(change)
    }

    fn recorded(&self) -> Option<Recorded> {
        let recorded = Recorded { status: Status::Done, note: self.text.clone() };
        (!self.small.is_multiple_of(4)).then_some(recorded)
    }

    fn unit(&self) -> Unit {
        world().model.units.parse(self.unit).unwrap()
    }

    fn datum(&self) -> Datum {
        Datum {
            value: self.number,
            unit: self.unit(),
            provenance: Provenance::Assumed,
            source: self.text.clone(),
            vintage: (!self.small.is_multiple_of(2)).then(|| self.text.clone()),
            note: (!self.small.is_multiple_of(3)).then(|| self.text.clone()),
            error: (!self.small.is_multiple_of(5)).then_some(self.small as f64 / 61.0),
        }
    }

    fn target(&self) -> Target {
        let (world, text) = (world(), &self.text);
        let known = &world.plan.region.targets[self.small % world.plan.region.targets.len()];
        if !self.small.is_multiple_of(2) {
            let stretch = (!self.small.is_multiple_of(3)).then_some(self.number * 1.1);
            return Target {
                floor: self.number,
                stretch,
                note: Some(text.clone()),
                ..known.clone()
            };
        }
        let indicator = self.id.to_owned();
        Target {
            id: if self.small.is_multiple_of(3) { indicator.clone() } else { text.clone() },
            variable: world.model.variable(&indicator),
            indicator,
            name: Text::new(text.clone(), text.clone()),
            year: self.year,
            kind: [TargetKind::Value, TargetKind::Relative, TargetKind::Hold, TargetKind::Rank]
                [self.small / 2 % 4],
            comparison: Comparison::AtLeast,
            floor: self.number,
            unit: self.unit(),
            relative_to: (!self.small.is_multiple_of(3)).then(|| self.id.to_owned()),
            responsible: vec![text.clone(); self.small % 3],
            ..known.clone()
        }
    }
}

#[test]
fn every_kind_of_action_is_made() {
    let filling =
        Filling { number: 1.0, small: 1, year: 2019, text: "甲".to_owned(), id: "gdp", unit: "1" };
    for number in 0..KINDS {
        assert_eq!(kind(&filling.action(number)), number);
    }
}
