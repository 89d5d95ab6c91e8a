//! Laws that hold for any setting and any draw of the built-in model.

use proptest::prelude::*;
use tuiyan::analysis::failed_checks;
use tuiyan::engine::{Draws, Ensemble, Output, Program};
use tuiyan::formula::{BinaryOperator, Expression, Node};
use tuiyan::model::{Identity, Model, Promise, Reference, VariableId};
use tuiyan::plan::{LeverPath, Settings};
use tuiyan::region::Region;
use tuiyan::unit::InUnit;

use crate::city;

/// Draws in a run; more would only repeat.
const DRAWS: usize = 256;

/// Sets every lever to a share of its range.
fn settings(model: &Model, shares: &[f64]) -> Settings {
    let mut settings = Settings::present();
    for (lever, share) in model.levers.iter().zip(shares) {
        let [low, high] = lever.range;
        settings.set(&lever.id, LeverPath::Constant(low + (high - low) * *share));
    }
    settings
}

fn shares(model: &Model) -> impl Strategy<Value = Vec<f64>> + use<> {
    prop::collection::vec(0.0..=1.0, model.levers.len())
}

/// Evaluates an identity's sides by hand, over the variables of a run.
struct Sides<'m> {
    model: &'m Model,
    region: &'m Region,
    program: &'m Program,
}

impl Sides<'_> {
    /// `None` where the region lacks a figure that the identity needs.
    fn value(
        &self,
        part: &Expression<Reference>,
        read: &dyn Fn(VariableId, u32) -> f64,
    ) -> Option<f64> {
        match &part.node {
            Node::Number { value, unit } => {
                Some(unit.as_ref().map_or(*value, |unit| unit.to_base(InUnit(*value))))
            }
            Node::Name(Reference::Variable(variable)) => self.variable(*variable, read, 0),
            Node::Name(Reference::Figure(figure)) => self.figure(*figure),
            Node::Previous(series, ago) => match series.name {
                Reference::Variable(variable) => self.variable(variable, read, *ago),
                other => panic!("an identity reads {other:?}"),
            },
            Node::Binary(operator, left, right) => {
                let (left, right) = (self.value(left, read)?, self.value(right, read)?);
                Some(match operator {
                    BinaryOperator::Add => left + right,
                    BinaryOperator::Subtract => left - right,
                    BinaryOperator::Multiply => left * right,
                    BinaryOperator::Divide => left / right,
                    other => panic!("an identity uses {other:?}"),
                })
            }
            other => panic!("an identity contains {other:?} of {}", self.model.id),
        }
    }

    fn variable(
        &self,
        variable: VariableId,
        read: &dyn Fn(VariableId, u32) -> f64,
        ago: u32,
    ) -> Option<f64> {
        self.program.missing(variable.into()).is_none().then(|| read(variable, ago))
    }

    fn figure(&self, figure: usize) -> Option<f64> {
        let figure = &self.model.figures[figure];
        let given = self.region.figures.get(&figure.id).map(|datum| datum.value);
        given.or_else(|| match &figure.default.as_ref()?.expression.node {
            Node::Number { value, unit } => Some(unit.as_ref()?.to_base(InUnit(*value))),
            other => panic!("the default of a figure is {other:?}"),
        })
    }
}

/// Checks every identity whose figures the region has; how many these are.
fn check_identities(model: &Model, region: &Region, settings: &Settings) -> usize {
    let wanted: Vec<Output> = model.variables.keys().map(Output::Scenario).collect();
    let program = Program::compile(model, region, &wanted);
    let run = program.run(&Draws::sample(&program, DRAWS), settings);
    identities_that_hold((model, region), &program, &run)
}

/// The same of a run whose outputs are the scenario of all variables.
pub(crate) fn identities_that_hold(
    (model, region): (&Model, &Region),
    program: &Program,
    run: &Ensemble,
) -> usize {
    let sides = Sides { model, region, program };
    let checked = model.identities.iter().filter(|Identity { id, equation, .. }| {
        let Node::Binary(BinaryOperator::Equal, left, right) = &equation.expression.node else {
            panic!("{id} is no equation");
        };
        let mut known = false;
        for t in 1..=program.years() {
            for draw in 0..run.count() {
                let read = |variable: VariableId, ago: u32| {
                    run.values(variable.into(), (t - ago) as usize).unwrap()[draw]
                };
                let (left, right) = (sides.value(left, &read), sides.value(right, &read));
                let Some((left, right)) = left.zip(right) else { continue };
                known = true;
                assert!(
                    (left - right).abs() <= 1e-9 * left.abs(),
                    "{}: {id} in year {t}: {left} against {right}",
                    region.id
                );
            }
        }
        known
    });
    checked.count()
}

#[test]
fn identities_hold_for_any_setting_and_draw_in_every_city() {
    let model = city::model();
    assert!(model.identities.len() >= 16);
    for id in city::REGIONS {
        let region = city::region(&model, id);
        let config =
            ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() };
        proptest!(config, |(shares in shares(&model))| {
            let checked = check_identities(&model, &region, &settings(&model, &shares));
            prop_assert!(checked >= 13, "{id}: only {checked} identities have their figures");
        });
    }
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
        less.set("after_subsidy", LeverPath::Constant(InUnit(low)));
        let mut greater = less.clone();
        greater.set("after_subsidy", LeverPath::Constant(InUnit((low + more).min(5000.0))));
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
    trained.set("statistics_coverage", LeverPath::Constant(InUnit(100.0)));
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
    for id in city::REGIONS {
        present_is_the_outlook(&model, &city::region(&model, id));
    }
}

fn present_is_the_outlook(model: &Model, region: &Region) {
    let variables = model.variables.keys();
    let mut wanted: Vec<Output> = variables.clone().map(Output::Scenario).collect();
    wanted.extend(variables.clone().map(Output::Outlook));
    wanted.push(Output::Cost);
    let program = Program::compile(model, region, &wanted);
    let run = program.run(&Draws::sample(&program, DRAWS), &Settings::present());
    let known = variables.filter(|variable| program.missing((*variable).into()).is_none());
    for variable in known {
        for t in 1..=program.years() as usize {
            let output = usize::from(variable);
            let outlook = run.values(model.variables.len() + output, t).unwrap();
            for (scenario, outlook) in run.values(output, t).unwrap().iter().zip(outlook) {
                assert_eq!(scenario, outlook, "{} in year {t}", model.variables[variable].id);
            }
        }
    }
    for t in 1..=program.years() as usize {
        assert!(run.values(wanted.len() - 1, t).unwrap().iter().all(|cost| *cost == 0.0));
    }
}

#[test]
fn all_levers_at_the_end_of_their_range_give_finite_numbers() {
    let model = city::model();
    let greatest = settings(&model, &vec![1.0; model.levers.len()]);
    let wanted: Vec<Output> = model.variables.keys().map(Output::Scenario).collect();
    for id in city::REGIONS {
        let program = Program::compile(&model, &city::region(&model, id), &wanted);
        let run = program.run(&Draws::sample(&program, DRAWS), &greatest);
        let variables = model.variables.keys();
        let known = variables.filter(|variable| program.missing((*variable).into()).is_none());
        for variable in known {
            for t in 1..=program.years() as usize {
                let values = run.values(variable.into(), t).unwrap();
                let name = &model.variables[variable].id;
                assert!(values.iter().all(|value| value.is_finite()), "{id}: {name} in year {t}");
            }
        }
    }
}

#[test]
fn the_model_keeps_its_promises_in_every_city() {
    let model = city::model();
    for lever in &model.levers {
        let checked = model.checks.iter().any(|check| match check.promise {
            Promise::Raise { lever: raised, .. } => model.levers[raised].id == lever.id,
            Promise::Always(_) => false,
        });
        assert!(checked, "no check raises {}", lever.id);
    }
    for id in city::REGIONS {
        let failed = failed_checks(&model, &city::region(&model, id), DRAWS);
        let said: Vec<&str> = failed.iter().map(|problem| problem.message.en.as_str()).collect();
        assert!(said.is_empty(), "{id}: {said:#?}");
    }
}

/// Twelve applications: the chance of five is the binomial tail, averaged over the success
/// rate's triangle from 30 to 70 % (by Simpson's rule 0.7717).
#[test]
fn counted_targets_follow_the_binomial_distribution() {
    let model = city::model();
    let region = city::region(&model, "xiangxi-2022");
    let wanted = [Output::Scenario(model.variable("platforms_approved").unwrap())];
    let program = Program::compile(&model, &region, &wanted);
    let run = program.run(&Draws::sample(&program, 4096), &Settings::present());
    let counts = run.values(0, 1).unwrap();
    let share = counts.iter().filter(|count| **count >= 5.0).count() as f64 / 4096.0;
    assert!((share - 0.7717).abs() < 0.02, "{share}");
}
