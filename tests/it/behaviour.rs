//! Laws that hold for any setting and any draw of the built-in model.

use proptest::prelude::*;
use tuiyan::engine::{Draws, Output, Program};
use tuiyan::formula::{BinaryOperator, Node};
use tuiyan::model::{Identity, Model, Reference};
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::region::Region;

use crate::city;

/// Draws in a run; more would only repeat.
const DRAWS: usize = 256;

/// Sets every lever to a share of its range.
fn settings(model: &Model, shares: &[f64]) -> Settings {
    let mut settings = Settings::present();
    for (lever, share) in model.levers.iter().zip(shares) {
        let [low, high] = lever.range;
        settings.set(&lever.id, LeverPath::Constant(low + share * (high - low)));
    }
    settings
}

fn shares(model: &Model) -> impl Strategy<Value = Vec<f64>> + use<> {
    prop::collection::vec(0.0..=1.0, model.levers.len())
}

/// Left and right side of an identity, as variables to be summed and multiplied by hand.
struct Sides<'m> {
    model: &'m Model,
    program: &'m Program,
    wanted: &'m [Output],
}

impl Sides<'_> {
    fn value(
        &self,
        part: &tuiyan::formula::Expression<Reference>,
        read: &dyn Fn(usize, u32) -> f64,
    ) -> f64 {
        let _ = self.program;
        match &part.node {
            Node::Number { value, unit } => {
                unit.as_ref().map_or(*value, |unit| unit.to_base(*value))
            }
            Node::Name(Reference::Variable(variable)) => read(self.position(*variable), 0),
            Node::Previous(series, ago) => match series.name {
                Reference::Variable(variable) => read(self.position(variable), *ago),
                other => panic!("an identity reads {other:?}"),
            },
            Node::Binary(operator, left, right) => {
                let (left, right) = (self.value(left, read), self.value(right, read));
                match operator {
                    BinaryOperator::Add => left + right,
                    BinaryOperator::Subtract => left - right,
                    BinaryOperator::Multiply => left * right,
                    BinaryOperator::Divide => left / right,
                    other => panic!("an identity uses {other:?}"),
                }
            }
            other => panic!("an identity contains {other:?} of {}", self.model.id),
        }
    }

    fn position(&self, variable: usize) -> usize {
        self.wanted.iter().position(|output| *output == Output::Scenario(variable)).unwrap()
    }
}

fn check_identities(model: &Model, region: &Region, settings: &Settings) {
    let wanted: Vec<Output> = (0..model.variables.len()).map(Output::Scenario).collect();
    let program = Program::compile(model, region, &wanted);
    let draws = Draws::sample(&program, DRAWS);
    let run = program.run(&draws, settings);
    let sides = Sides { model, program: &program, wanted: &wanted };
    for Identity { id, equation, .. } in &model.identities {
        let Node::Binary(BinaryOperator::Equal, left, right) = &equation.expression.node else {
            panic!("{id} is no equation");
        };
        for t in 1..=program.years() {
            for draw in 0..DRAWS {
                let read =
                    |output: usize, ago: u32| run.values(output, (t - ago) as usize).unwrap()[draw];
                let (left, right) = (sides.value(left, &read), sides.value(right, &read));
                assert!(
                    (left - right).abs() <= 1e-9 * left.abs(),
                    "{id} in year {t}: {left} against {right}"
                );
            }
        }
    }
}

#[test]
fn identities_hold_for_any_setting_and_draw() {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    assert!(model.identities.len() >= 8);
    let config =
        ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(shares in shares(&model))| {
        check_identities(&model, &region, &settings(&model, &shares));
    });
}

#[test]
fn more_after_subsidy_never_lowers_reported_enterprise_rd() {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    let wanted = [Output::Scenario(model.variable("rd_enterprise").unwrap())];
    let program = Program::compile(&model, &region, &wanted);
    let draws = Draws::sample(&program, DRAWS);
    let config =
        ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() };
    proptest!(config, |(shares in shares(&model), low in 0.0..5000.0_f64, more in 1.0..5000.0_f64)| {
        let mut less = settings(&model, &shares);
        less.set("after_subsidy", LeverPath::Constant(low));
        let mut greater = less.clone();
        greater.set("after_subsidy", LeverPath::Constant((low + more).min(5000.0)));
        let (less, greater) = (program.run(&draws, &less), program.run(&draws, &greater));
        for t in 1..=program.years() as usize {
            let pairs = less.values(0, t).unwrap().iter().zip(greater.values(0, t).unwrap());
            for (less, greater) in pairs {
                prop_assert!(greater >= less, "{greater} < {less} in year {t}");
            }
        }
    });
}

#[test]
fn statistics_training_moves_the_reported_figure_only() {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    let position = |id: &str| model.variable(id).unwrap();
    let wanted = ["rd_enterprise", "rd_enterprise_real"].map(|id| Output::Scenario(position(id)));
    let program = Program::compile(&model, &region, &wanted);
    let draws = Draws::sample(&program, DRAWS);
    let mut trained = Settings::present();
    trained.set("statistics_coverage", LeverPath::Constant(100.0));
    let (present, trained) =
        (program.run(&draws, &Settings::present()), program.run(&draws, &trained));
    for t in 1..=program.years() as usize {
        assert_eq!(present.values(1, t), trained.values(1, t));
        assert!(
            present.values(0, t).unwrap().iter().sum::<f64>()
                < trained.values(0, t).unwrap().iter().sum()
        );
    }
}

#[test]
fn present_settings_give_the_outlook_and_cost_nothing() {
    let model = city::model();
    let region = city::region(&model, "yiyang-2020");
    let variables = 0..model.variables.len();
    let mut wanted: Vec<Output> = variables.clone().map(Output::Scenario).collect();
    wanted.extend(variables.map(Output::Outlook));
    wanted.push(Output::Cost);
    let program = Program::compile(&model, &region, &wanted);
    let run = program.run(&Draws::sample(&program, DRAWS), &Settings::present());
    for t in 1..=program.years() as usize {
        for (variable, declared) in model.variables.iter().enumerate() {
            let outlook = run.values(model.variables.len() + variable, t).unwrap();
            for (scenario, outlook) in run.values(variable, t).unwrap().iter().zip(outlook) {
                assert_eq!(scenario, outlook, "{} in year {t}", declared.id);
            }
        }
        assert!(run.values(wanted.len() - 1, t).unwrap().iter().all(|cost| *cost == 0.0));
    }
}
