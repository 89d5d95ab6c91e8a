//! Any action that a person, the page around or a program could ask for, sensible or not.

use std::cell::OnceCell;
use std::rc::Rc;

use proptest::prelude::*;
use proptest::sample::select;
use strum::VariantArray;

use tuiyan::locale::{Locale, Text};
use tuiyan::model::Model;
use tuiyan::plan::{
    Carried, LeverPath, NextYear, ParameterChange, Plan, Recorded, ScenarioId, Status, Thresholds,
    next_year,
};
use tuiyan::region::{Comparison, Datum, Provenance, Region, Target, TargetKind};
use tuiyan::session::{Action, ActionKind, Edit, EditKind, Screen, TableEntry, View};
use tuiyan::unit::{InUnit, Unit};

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

/// Any action; three of four are edits, each kind of which is as likely as another.
pub(crate) fn action() -> impl Strategy<Value = Action> {
    let kinds = prop_oneof![3 => Just(ActionKind::Edit), 1 => select(ActionKind::VARIANTS)];
    let kinds = (kinds, select(EditKind::VARIANTS));
    (kinds, filling()).prop_map(|((kind, edit), filling)| filling.action(kind, edit))
}

/// Any edit of a kind.
pub(crate) fn edit(kind: EditKind) -> impl Strategy<Value = Edit> {
    filling().prop_map(move |filling| filling.edit(kind))
}

impl Filling {
    fn action(&self, kind: ActionKind, edit: EditKind) -> Action {
        match kind {
            ActionKind::Edit => self.edit(edit).into(),
            ActionKind::SetView => {
                Action::SetView(View { screen: Screen::Data, ..View::default() })
            }
            ActionKind::Explain => Action::Explain(self.id.to_owned()),
            ActionKind::SetLocale => Action::SetLocale(Locale::En),
            ActionKind::Rest => Action::Rest,
            ActionKind::BeginDrag => Action::BeginDrag,
            ActionKind::EndDrag => Action::EndDrag,
            ActionKind::CancelDrag => Action::CancelDrag,
            ActionKind::Undo => Action::Undo,
            ActionKind::Redo => Action::Redo,
        }
    }

    fn edit(&self, kind: EditKind) -> Edit {
        let (world, Self { number, small, year, text, .. }) = (world(), self);
        let (number, year) = (*number, *year);
        // Some of those to be made are taken by then.
        let [scenario, fresh] = [6, 9].map(|count| ScenarioId(*small as u64 % count));
        let (id, text) = (|| self.id.to_owned(), || text.clone());
        let named = || (!small.is_multiple_of(2)).then(text);
        let datum = || (!small.is_multiple_of(4)).then(|| self.datum());
        let lever = || world.model.levers.raw[small % world.model.levers.len()].id.clone();
        match kind {
            EditKind::SetLever => Edit::SetLever {
                lever: if small.is_multiple_of(9) { id() } else { lever() },
                value: self.setting(),
                fresh,
            },
            EditKind::SetLeverPath => {
                Edit::SetLeverPath { lever: lever(), path: self.path(), fresh }
            }
            EditKind::ResetLever => Edit::ResetLever(lever()),
            EditKind::ResetLeverToOpened => Edit::ResetLeverToOpened(lever()),
            EditKind::ResetAll => Edit::ResetAll,
            EditKind::AddScenario => Edit::AddScenario { id: fresh, name: named() },
            EditKind::DuplicateScenario => Edit::DuplicateScenario { of: scenario, id: fresh },
            EditKind::RenameScenario => Edit::RenameScenario(scenario, text()),
            EditKind::DeleteScenario => Edit::DeleteScenario(scenario),
            EditKind::MoveScenario => Edit::MoveScenario(scenario, small % 5),
            EditKind::SelectScenario => Edit::SelectScenario(scenario),
            EditKind::SetReference => Edit::SetReference(scenario),
            EditKind::NoteScenario => Edit::NoteScenario(scenario, text()),
            EditKind::SetCeiling => Edit::SetCeiling((!small.is_multiple_of(4)).then_some(number)),
            EditKind::SetThresholds => Edit::SetThresholds(self.rule()),
            EditKind::SetAssumption => Edit::SetAssumption {
                assumption: id(),
                year,
                value: (!small.is_multiple_of(4)).then_some(number),
                fresh,
            },
            EditKind::PutTarget => Edit::PutTarget(Box::new(self.target())),
            EditKind::DeleteTarget => {
                Edit::DeleteTarget(if small.is_multiple_of(2) { id() } else { self.target().id })
            }
            EditKind::SetFigure => Edit::SetFigure { id: id(), datum: datum() },
            EditKind::SetHistory => Edit::SetHistory { id: id(), year, datum: datum() },
            EditKind::SetPresent => Edit::SetPresent { lever: lever(), datum: datum() },
            EditKind::PasteTable => {
                Edit::PasteTable(vec![
                    TableEntry { id: id(), year, datum: self.datum() };
                    small % 3
                ])
            }
            EditKind::SetParameter => {
                Edit::SetParameter { id: self.parameter(), change: self.belief() }
            }
            EditKind::RecordStatus => {
                Edit::RecordStatus { target: id(), recorded: self.recorded() }
            }
            EditKind::ChooseCity => Edit::ChooseCity(Rc::clone(&world.other)),
            EditKind::StartNextYear => Edit::StartNextYear(Rc::clone(&world.next)),
            EditKind::OpenPlan => Edit::OpenPlan(Rc::clone(&world.other)),
            EditKind::RenamePlan => Edit::RenamePlan(text()),
            EditKind::WriteNotes => Edit::WriteNotes(text()),
        }
    }

    fn rule(&self) -> Thresholds {
        let usual = Thresholds::default();
        match self.small % 4 {
            0 => Thresholds { ensure: self.number, ..usual },
            1 => Thresholds { met: self.number, ..usual },
            2 => Thresholds { ensure: 0.95, ..usual },
            _ => Thresholds { met: 0.6, near: 0.3, ..usual },
        }
    }

    fn setting(&self) -> InUnit {
        let levers = &world().model.levers;
        let [low, high] = levers.raw[self.small % levers.len()].range;
        if self.small.is_multiple_of(5) {
            InUnit(self.number)
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
        parameters.raw.get(self.small).map_or(self.id, |parameter| &*parameter.id).to_owned()
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
        let known = &world.plan.region.targets.raw[self.small % world.plan.region.targets.len()];
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
    for &kind in EditKind::VARIANTS {
        assert_eq!(filling.edit(kind).kind(), kind);
    }
    for &kind in ActionKind::VARIANTS {
        assert_eq!(ActionKind::from(filling.action(kind, EditKind::ResetAll)), kind);
    }
}
