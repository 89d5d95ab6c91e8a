//! Formulas as text: what is printed is read as the same tree, and every formula of the
//! built-in model can be put into words.

use proptest::prelude::*;
use tuiyan::diagnostic::Span;
use tuiyan::formula::{
    self, BinaryOperator, Expression, Function, Name, Node, OtherRun, Series, UnaryOperator,
};
use tuiyan::locale::Locale;
use tuiyan::model::{Formula, Model, Reference, Start};
use tuiyan::unit::UnitTable;
use tuiyan::wording::{FormulaWriter, Naming};

use crate::city;

type Tree = Expression<Name>;

fn tree(node: Node<Name>) -> Tree {
    Expression { node, span: Span::default() }
}

/// The tree without the places it was read from, which differ between two texts.
fn shape<N: std::fmt::Debug>(tree: &Expression<N>) -> String {
    let text = format!("{tree:?}");
    let mut pieces = text.split("Span {");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |shape, piece| shape + piece.split_once('}').unwrap_or_default().1)
}

fn written(name: &Name) -> String {
    if name.displayed { format!("「{}」", name.text) } else { name.text.clone() }
}

fn names() -> impl Strategy<Value = Name> {
    let ids = prop::sample::select(vec!["gdp", "rd", "firms", "e", "企业"]);
    let shown = prop::sample::select(vec!["地区生产总值", "R&D (GERD)", "if 1 + 2"]);
    prop_oneof![
        ids.prop_map(|id| Name { text: id.to_owned(), displayed: false }),
        shown.prop_map(|name| Name { text: name.to_owned(), displayed: true }),
    ]
}

fn series() -> impl Strategy<Value = Series<Name>> {
    let run = prop::sample::select(vec![None, Some(OtherRun::Outlook), Some(OtherRun::Extra)]);
    (run, names()).prop_map(|(run, name)| Series { run, name, span: Span::default() })
}

fn leaves() -> impl Strategy<Value = Tree> {
    let units = UnitTable::built_in();
    let unit = prop::sample::select(vec!["", "%", "百分点", "万元", "亿元/人", "人·年"]);
    let value = prop_oneof![Just(0.0), Just(1.0), 0.0..1e6, 1e-9..1e-6, 1e12..9e14];
    let number = (value, unit).prop_map(move |(value, unit)| Node::Number {
        value,
        unit: (!unit.is_empty()).then(|| units.parse(unit).unwrap()),
    });
    let node = prop_oneof![
        3 => number,
        3 => names().prop_map(Node::Name),
        1 => Just(Node::Time),
        1 => Just(Node::Year),
        1 => names().prop_map(Node::Start),
        1 => names().prop_map(Node::Growth),
        1 => names().prop_map(|name| Node::Run(OtherRun::Extra, name)),
        1 => names().prop_map(|name| Node::Run(OtherRun::Outlook, name)),
        1 => (series(), 1..=10_u32).prop_map(|(series, ago)| Node::Previous(series, ago)),
        1 => series().prop_map(Node::SumToDate),
    ];
    node.prop_map(tree)
}

const OPERATORS: [BinaryOperator; 13] = [
    BinaryOperator::Or,
    BinaryOperator::And,
    BinaryOperator::Equal,
    BinaryOperator::NotEqual,
    BinaryOperator::Less,
    BinaryOperator::LessOrEqual,
    BinaryOperator::Greater,
    BinaryOperator::GreaterOrEqual,
    BinaryOperator::Add,
    BinaryOperator::Subtract,
    BinaryOperator::Multiply,
    BinaryOperator::Divide,
    BinaryOperator::Power,
];

/// Functions with a number of arguments that they take.
const FUNCTIONS: [(Function, usize); 12] = [
    (Function::Min, 1),
    (Function::Max, 3),
    (Function::Clamp, 3),
    (Function::Abs, 1),
    (Function::Exp, 1),
    (Function::Ln, 1),
    (Function::Sqrt, 1),
    (Function::Round, 2),
    (Function::Floor, 2),
    (Function::Saturation, 2),
    (Function::Diminishing, 2),
    (Function::Successes, 3),
];

fn trees() -> impl Strategy<Value = Tree> {
    leaves().prop_recursive(6, 60, 3, |part| {
        let boxed = part.clone().prop_map(Box::new);
        let unary = prop::sample::select(vec![UnaryOperator::Negate, UnaryOperator::Not]);
        let binary = prop::sample::select(OPERATORS.to_vec());
        let function = prop::sample::select(FUNCTIONS.to_vec());
        let three = prop::collection::vec(part.clone(), 3);
        let choice = (part.clone(), part.clone(), part)
            .prop_map(|(condition, x, y)| Node::If(Box::new([condition, x, y])));
        let node = prop_oneof![
            1 => (unary, boxed.clone()).prop_map(|(operator, part)| Node::Unary(operator, part)),
            4 => (binary, boxed.clone(), boxed)
                .prop_map(|(operator, left, right)| Node::Binary(operator, left, right)),
            1 => choice,
            2 => (function, three).prop_map(|((function, count), mut arguments)| {
                arguments.truncate(count);
                Node::Call(function, arguments)
            }),
        ];
        node.prop_map(tree)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn what_is_printed_is_read_as_the_same_tree(tree in trees()) {
        let text = formula::print(&tree, &written);
        let read = formula::parse(&text, &UnitTable::built_in());
        prop_assert!(read.is_ok(), "{text}: {read:?}");
        prop_assert_eq!(shape(&read.unwrap()), shape(&tree), "{}", text);
    }
}

/// Every formula of a model.
fn formulas(model: &Model) -> Vec<&Formula> {
    let variables = model.variables.iter().flat_map(|variable| {
        let start = match &variable.start {
            Start::Own(formula) => Some(formula),
            _ => None,
        };
        [Some(&variable.formula), start, variable.default.as_ref()].into_iter().flatten()
    });
    let figures = model.figures.iter().filter_map(|figure| figure.default.as_ref());
    let constants = model.constants.iter().map(|constant| &constant.formula);
    let costs = model.levers.iter().map(|lever| &lever.cost);
    let equations = model.identities.iter().map(|identity| &identity.equation);
    variables.chain(figures).chain(constants).chain(costs).chain(equations).collect()
}

#[test]
fn the_formulas_of_the_built_in_model_survive_printing() {
    let model = city::model();
    for formula in formulas(&model) {
        let id = |reference: &Reference| model.id_of(*reference).to_owned();
        let text = formula::print(&formula.expression, &id);
        let read = formula::parse(&text, &model.units).unwrap();
        let read = read.resolve(&mut |name, _| model.reference(&name.text)).unwrap();
        assert_eq!(shape(&read), shape(&formula.expression), "{text}");
    }
}

#[test]
fn every_formula_of_the_built_in_model_links_to_all_that_it_reads() {
    let model = city::model();
    for locale in [Locale::Zh, Locale::En] {
        let writer = FormulaWriter::new(&model, locale);
        for formula in formulas(&model) {
            let text = &formula.text;
            let words = writer.in_words(&formula.expression);
            let symbols = writer.in_symbols(&formula.expression, Naming::Displayed);
            for read in formula.expression.reads() {
                for written in [&words, &symbols] {
                    let linked = written.parts().iter().any(|part| part.name == Some(read.name));
                    assert!(linked, "{text}: {written}");
                }
            }
            let open = |text: &str| text.matches(['(', '（', '「', '“']).count();
            let closed = |text: &str| text.matches([')', '）', '」', '”']).count();
            for written in [words.to_string(), symbols.to_string()] {
                assert_eq!(open(&written), closed(&written), "{text}: {written}");
            }
        }
    }
}

#[test]
fn a_state_of_the_built_in_model_reads_as_its_author_would_say_it() {
    let model = city::model();
    let variable = model.variable("hnte").unwrap();
    let writer = FormulaWriter::new(&model, Locale::Zh);
    let formula = writer.in_words(&model.variables[variable].formula.expression);
    assert_eq!(
        writer.equation(Reference::Variable(variable), formula).to_string(),
        "“有效高新技术企业”=上年的“有效高新技术企业”+“新认定高新技术企业”−“到期失效高企”−“取消资格高企”"
    );
}
