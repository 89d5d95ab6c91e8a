//! What is believed of the world: assumptions by year, and the model's parameters.

use yew::prelude::*;

use crate::browser::fresh_scenario;
use crate::model::{Assumption, Class, Parameter};
use crate::plan::{ParameterChange, stand_in};
use crate::sampling::Distribution;
use crate::session::{Action, Edit};
use crate::sorted::Map;
use crate::ui::data::scope::{Scope, section};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::editing::Edits;
use crate::ui::widgets::evidence::badge;
use crate::ui::widgets::field::Field;
use crate::ui::widgets::table::{columns, table};
use crate::wording::{Phrase, class_word, provenance_word, scenario_name, source_text};

/// Assumptions of the scenario in hand by year.
pub(super) fn assumptions(scope: &Scope<'_>) -> Html {
    let (locale, plan) = (scope.locale(), &scope.given.plan);
    let current = plan.scenarios.current();
    let name = scenario_name(plan, current.id, locale);
    let remark = if current.is_present() {
        Phrase::ASSUMPTIONS_OF_PRESENT.get(locale).to_owned()
    } else {
        Phrase::ASSUMPTIONS_NOTE.with(locale, &[("name", &name)])
    };
    let years: Vec<i32> = (plan.region.base_year + 1..=scope.given.scene.end_year()).collect();
    let heading = |year: &i32| {
        let name = Phrase::YEAR_OF.with(locale, &[("year", &year.to_string())]);
        html! { <th scope="col" class="year">{ name }</th> }
    };
    let rows = scope.model().assumptions.iter().map(|assumption| path(scope, assumption, &years));
    let head = html! {
        <tr>
            <th scope="col">{ Phrase::COLUMN_NAME.get(locale) }</th><th scope="col">{ Phrase::COLUMN_UNIT.get(locale) }</th>
            { for years.iter().map(heading) }
            <th scope="col">{ Phrase::COLUMN_ORIGIN.get(locale) }</th>
        </tr>
    };
    let body = html! {
        <div class="data-scroll">
            { table("data-table", head, rows.collect()).caption(Phrase::ASSUMPTIONS_TITLE.get(locale)).by_columns().draw() }
        </div>
    };
    section("assumptions", Phrase::ASSUMPTIONS_TITLE.get(locale), &remark, body)
}

fn path(scope: &Scope<'_>, assumption: &Assumption, years: &[i32]) -> Html {
    let (locale, plan) = (scope.locale(), &scope.given.plan);
    let changed = plan.scenarios.current().assumptions.get(&assumption.id);
    let own = plan.region.assumptions.get(&assumption.id);
    let default = assumption.default.as_ref();
    let default = default.and_then(|of| stand_in(scope.model(), &plan.region, of));
    let hint = default.map_or(String::new(), |value| {
        let digits = scope.digits(&assumption.unit, Some(value));
        Phrase::MODEL_TAKES.with(locale, &[("value", &digits)])
    });
    let name = assumption.name.get(locale);
    let cell = |year: &i32| {
        let new = changed.and_then(|years| years.get(year));
        let value = new.or_else(|| own?.by_year.get(year)).copied();
        let text = year.to_string();
        let label = Phrase::NAME_OF_YEAR.with(locale, &[("name", name), ("year", &text)]);
        html! {
            <td data-column={text} class={classes!(new.is_some().then_some("changed"))}>
                <Field id={format!("{}-{year}", assumption.id)} {label} hint={hint.clone()}
                    value={scope.digits(&assumption.unit, value)} on_enter={set_year(scope, assumption, *year)} />
                if new.is_some() {
                    <small>{ Phrase::CHANGED.get(locale) }</small>
                }
            </td>
        }
    };
    let origin = own.map_or_else(
        || Phrase::ORIGIN_DEFAULT.get(locale).to_owned(),
        |path| {
            let kind = provenance_word(path.provenance).get(locale);
            format!("{kind}{}{}", Phrase::LABEL_SEPARATOR.get(locale), path.source)
        },
    );
    html! {
        <tr key={assumption.id.clone()}>
            <th scope="row">{ name }</th><td class="unit-cell">{ scope.heading(&assumption.unit) }</td>
            { for years.iter().map(cell) }
            <td class="origin-text">{ origin }{ changed.map(|years| reset_path(scope, assumption, years)) }</td>
        </tr>
    }
}

fn set_year(
    scope: &Scope<'_>,
    assumption: &Assumption,
    year: i32,
) -> Callback<String, Option<String>> {
    let (id, on_action) = (assumption.id.clone(), scope.given.on_action.clone());
    scope.reading(&assumption.unit, move |value| {
        on_action.emit(
            Edit::SetAssumption { assumption: id.clone(), year, value, fresh: fresh_scenario() }
                .into(),
        );
        on_action.emit(Action::Rest);
        Ok(())
    })
}

fn reset_path(scope: &Scope<'_>, assumption: &Assumption, years: &Map<i32, f64>) -> Html {
    let (locale, id) = (scope.locale(), assumption.id.clone());
    let (on_action, years) = (scope.given.on_action.clone(), years.clone());
    let onclick = move |_: MouseEvent| {
        for &year in years.keys() {
            on_action.emit(
                Edit::SetAssumption {
                    assumption: id.clone(),
                    year,
                    value: None,
                    fresh: fresh_scenario(),
                }
                .into(),
            );
        }
        on_action.emit(Action::Rest);
    };
    reset_button(Phrase::RESET_ASSUMPTION, assumption.name.get(locale), scope, onclick)
}

fn reset_button(
    label: Phrase,
    name: &str,
    scope: &Scope<'_>,
    onclick: impl Fn(MouseEvent) + 'static,
) -> Html {
    let locale = scope.locale();
    button(Kind::Quiet, Phrase::RESET.get(locale), onclick)
        .label(label.with(locale, &[("name", name)]))
        .edits()
        .draw()
}

/// The model's parameters; they are many and wait until they are asked for.
pub(super) fn parameters(scope: &Scope<'_>, is_open: &UseStateHandle<bool>) -> Html {
    let locale = scope.locale();
    let changed = scope.given.plan.parameters.len().to_string();
    let count = scope.given.declared.parameters.len().to_string();
    let gaps = [("count", &*count), ("changed", &*changed)];
    let toggle = {
        let is_open = is_open.clone();
        move |_: MouseEvent| is_open.set(!*is_open)
    };
    let word = if **is_open { Phrase::PARAMETERS_HIDE } else { Phrase::PARAMETERS_SHOW };
    let body = html! {
        <>
            <Edits><p>{ button(Kind::Plain, word.get(locale), toggle).expanded(**is_open).draw() }</p></Edits>
            if **is_open {
                { parameter_table(scope) }
            }
        </>
    };
    let title = Phrase::PARAMETERS_TITLE.with(locale, &gaps);
    section("parameters", &title, Phrase::PARAMETERS_NOTE.get(locale), body)
}

fn parameter_table(scope: &Scope<'_>) -> Html {
    let locale = scope.locale();
    let head = [
        Phrase::COLUMN_NAME,
        Phrase::COLUMN_UNIT,
        Phrase::COLUMN_LOW,
        Phrase::COLUMN_MODE,
        Phrase::COLUMN_HIGH,
        Phrase::COLUMN_CLASS,
        Phrase::COLUMN_ORIGIN,
    ];
    let rows = scope.given.declared.parameters.iter().map(|declared| parameter(scope, declared));
    html! {
        <div class="data-scroll">
            { table("data-table single", columns(head.map(|name| name.get(locale))), rows.collect())
                .caption(Phrase::PARAMETERS_CAPTION.get(locale)).by_columns().draw() }
        </div>
    }
}

fn parameter(scope: &Scope<'_>, declared: &Parameter) -> Html {
    let locale = scope.locale();
    let name = declared.name.get(locale);
    let change = scope.given.plan.parameters.get(&declared.id).copied();
    let models = bounds(declared.known_in(scope.region().base_year));
    let ParameterChange { low, mode, high } = change.unwrap_or(models);
    let ends = [
        (Phrase::COLUMN_LOW, "low", low),
        (Phrase::COLUMN_MODE, "mode", mode),
        (Phrase::COLUMN_HIGH, "high", high),
    ];
    let cell = |(slot, (word, column, value)): (usize, (Phrase, &'static str, f64))| {
        let label = format!("{name}{}{}", Phrase::LABEL_SEPARATOR.get(locale), word.get(locale));
        html! {
            <td data-column={column}>
                <Field id={format!("{}-{column}", declared.id)} {label} value={scope.digits(&declared.unit, Some(value))}
                    on_enter={set_bound(scope, declared, change.unwrap_or(models), slot)} />
            </td>
        }
    };
    html! {
        <tr key={declared.id.clone()} class={classes!(change.is_some().then_some("changed"))}>
            <th scope="row">{ name }</th><td class="unit-cell">{ scope.heading(&declared.unit) }</td>
            { for ends.into_iter().enumerate().map(cell) }
            <td>{ class_badge(declared.class, scope) }</td>
            <td class="origin-text">{ sources(scope, declared) }{ change.map(|_| reset_parameter(scope, declared, models)) }</td>
        </tr>
    }
}

fn class_badge(class: Class, scope: &Scope<'_>) -> Html {
    let locale = scope.locale();
    html! { <span title={class_word(class)[1].get(locale)}>{ badge(class, locale) }</span> }
}

fn sources(scope: &Scope<'_>, declared: &Parameter) -> String {
    let texts = declared.sources.iter();
    let mut texts: Vec<&str> = texts
        .map(|&at| source_text(&scope.given.declared.sources[at].text, scope.locale()))
        .collect();
    texts.extend(declared.note.as_deref());
    texts.join(Phrase::SEMICOLON.get(scope.locale()))
}

fn reset_parameter(scope: &Scope<'_>, declared: &Parameter, models: ParameterChange) -> Html {
    let (locale, id) = (scope.locale(), declared.id.clone());
    let values = [models.low, models.mode, models.high];
    let [low, mode, high] = values.map(|value| scope.digits(&declared.unit, Some(value)));
    let gaps = [("low", &*low), ("mode", &*mode), ("high", &*high)];
    let on_action = scope.given.on_action.clone();
    let onclick = move |_: MouseEvent| {
        on_action.emit(Edit::SetParameter { id: id.clone(), change: None }.into());
        on_action.emit(Action::Rest);
    };
    html! {
        <p><b>{ Phrase::CHANGED_FROM.with(locale, &gaps) }</b>{ " " }
            { reset_button(Phrase::RESET_PARAMETER, declared.name.get(locale), scope, onclick) }</p>
    }
}

fn set_bound(
    scope: &Scope<'_>,
    declared: &Parameter,
    current: ParameterChange,
    slot: usize,
) -> Callback<String, Option<String>> {
    let (id, locale) = (declared.id.clone(), scope.locale());
    let models = bounds(declared.known_in(scope.region().base_year));
    let on_action = scope.given.on_action.clone();
    scope.reading(&declared.unit, move |value| {
        let say = |phrase: Phrase| phrase.get(locale).to_owned();
        let value = value.ok_or_else(|| say(Phrase::PARAMETER_NEEDS_A_NUMBER))?;
        let new = with_bound(current, slot, value);
        if !new.is_ordered() {
            return Err(say(Phrase::PARAMETER_ORDER));
        }
        let change = (new != models).then_some(new);
        on_action.emit(Edit::SetParameter { id: id.clone(), change }.into());
        on_action.emit(Action::Rest);
        Ok(())
    })
}

/// Another low, mode or high; a fixed value stays fixed when its mode moves.
fn with_bound(current: ParameterChange, slot: usize, value: f64) -> ParameterChange {
    let is_fixed = current.low == current.high;
    match slot {
        0 => ParameterChange { low: value, ..current },
        1 if is_fixed => ParameterChange { low: value, mode: value, high: value },
        1 => ParameterChange { mode: value, ..current },
        _ => ParameterChange { high: value, ..current },
    }
}

/// A distribution as low, mode and high; where it has no ends, its 5th and 95th percentiles.
fn bounds(distribution: Distribution) -> ParameterChange {
    let middle = distribution.quantile(0.5);
    let (low, mode, high) = match distribution {
        Distribution::Fixed(value) => (value, value, value),
        Distribution::Triangular { low, mode, high } | Distribution::Pert { low, mode, high } => {
            (low, mode, high)
        }
        Distribution::Uniform { low, high } => (low, middle, high),
        Distribution::Normal { p5, p95 } | Distribution::LogNormal { p5, p95 } => (p5, middle, p95),
    };
    ParameterChange { low, mode, high }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_value_stays_fixed_when_its_mode_moves() {
        let fixed = bounds(Distribution::Fixed(2.0));
        let moved = with_bound(fixed, 1, 3.0);
        assert_eq!((moved.low, moved.mode, moved.high), (3.0, 3.0, 3.0));
        assert!(with_bound(fixed, 2, 4.0).is_ordered());
        assert!(!with_bound(fixed, 0, 4.0).is_ordered());
    }

    #[test]
    fn what_has_no_ends_shows_its_percentiles() {
        let ends = bounds(Distribution::Normal { p5: -1.0, p95: 1.0 });
        assert_eq!((ends.low, ends.high), (-1.0, 1.0));
        assert!(ends.is_ordered());
    }
}
