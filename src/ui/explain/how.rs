//! How a number is computed: the formula in words, with values, and in symbols.

use yew::prelude::*;

use crate::analysis::{Role, Statement, formula_in};
use crate::model::{CostKind, Formula, Reference};
use crate::ui::explain::behind::{Page, now};
use crate::ui::widgets::heading::heading;
use crate::wording::{FormulaPart, FormulaText, Naming, Phrase, Script, Values, role_word};

/// The formula of the chosen year, and the others.
pub(super) fn how(page: &Page<'_>) -> Html {
    let Page { scene, about, t, .. } = page;
    let locale = scene.locale;
    let used = formula_in(&scene.model, &scene.region, about.subject, *t);
    let is_used =
        |statement: &&Statement<'_>| used.is_some_and(|used| std::ptr::eq(used, statement.formula));
    let others = about.statements.iter().filter(|statement| !is_used(statement));
    let costs = matches!(about.subject, Reference::Lever(_) | Reference::PolicyCost);
    let forgoes = match about.subject {
        Reference::Lever(lever) => scene.model.levers[lever].cost_kind == CostKind::Forgone,
        _ => false,
    };
    let title = match (costs, forgoes) {
        (_, true) => Phrase::HOW_FORGONE_TITLE,
        (true, false) => Phrase::HOW_COST_TITLE,
        (false, false) => Phrase::HOW_TITLE,
    };
    html! {
        <section>
            { heading("", title.get(locale), "") }
            if let Some(formula) = used {
                { computed(page, formula) }
            } else {
                <p class="prose side-note">{ given(page).get(locale) }</p>
            }
            { for others.map(|statement| other(page, statement)) }
        </section>
    }
}

/// Why no formula gives the number.
fn given(page: &Page<'_>) -> Phrase {
    match page.about.subject {
        Reference::Lever(_) | Reference::PolicyCost => Phrase::HOW_SET,
        Reference::Parameter(_) | Reference::Shock(_) => Phrase::HOW_DRAWN,
        _ => Phrase::HOW_GIVEN,
    }
}

fn computed(page: &Page<'_>, formula: &Formula) -> Html {
    let Page { scene, about, behind, writer, t, .. } = page;
    let locale = scene.locale;
    let of = |read| behind.numbers.median(read, *t);
    let values = Values { base_year: scene.region.base_year, t: *t, of: &of };
    let result = behind.numbers.median(now(about.subject), *t);
    let result = result.map(|value| writer.value(now(about.subject), value).to_string());
    html! {
        <div class="formula">
            <p data-formula="words">{ text(page, &writer.equation(about.subject, writer.in_words(&formula.expression))) }</p>
            <p data-formula="values">{ "= " }{ text(page, &writer.with_values(&formula.expression, &values)) }</p>
            if let Some(result) = result {
                <p data-formula="result">{ "= " }<b>{ result }</b></p>
            }
            { symbols(page, formula) }
            <p class="side-note">{ Phrase::HOW_MEDIANS.get(locale) }</p>
        </div>
    }
}

/// A formula of other years, or of what a lever costs.
fn other(page: &Page<'_>, statement: &Statement<'_>) -> Html {
    let locale = page.scene.locale;
    let words = page.writer.in_words(&statement.formula.expression);
    let values = (statement.role == Role::Cost).then(|| {
        let of = |read| page.behind.numbers.median(read, page.t);
        let values = Values { base_year: page.scene.region.base_year, t: page.t, of: &of };
        page.writer.with_values(&statement.formula.expression, &values)
    });
    html! {
        <div class="formula">
            <p>{ role_word(statement.role).get(locale) }{ Phrase::LABEL_SEPARATOR.get(locale) }{ text(page, &words) }</p>
            if let Some(values) = values {
                <p>{ "= " }{ text(page, &values) }</p>
            }
        </div>
    }
}

fn symbols(page: &Page<'_>, formula: &Formula) -> Html {
    let Page { scene, about, writer, .. } = page;
    let id = scene.model.id_of(about.subject);
    html! {
        <p class="side-note">
            { Phrase::HOW_SYMBOLS.get(scene.locale) }{ Phrase::LABEL_SEPARATOR.get(scene.locale) }
            <code>{ id }{ " = " }{ text(page, &writer.in_symbols(&formula.expression, Naming::Ids)) }</code>
        </p>
    }
}

/// A formula whose names open.
fn text(page: &Page<'_>, formula: &FormulaText) -> Html {
    let part = |part: &FormulaPart| {
        let words = match part.name {
            Some(name) => page.opener(name, &part.text),
            None => html! { { part.text.clone() } },
        };
        match part.script {
            Script::Line => words,
            Script::Below => html! { <sub>{ words }</sub> },
            Script::Above => html! { <sup>{ words }</sup> },
        }
    };
    formula.parts().iter().map(part).collect()
}
