//! The targets of the plan: what each asks for, where it stands, and what can be done with it.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::{Assessment, Judgement, NotJudged};
use crate::region::Target;
use crate::ui::desk::status_field::StatusField;
use crate::ui::state::given::Given;
use crate::ui::targets::editor::Editor;
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::figure::figure;
use crate::ui::widgets::light::{Light, remark_of};
use crate::ui::widgets::table;
use crate::wording::{
    Phrase, ask, chance, floor_words, gap_words, judged_measure, reason, responsibility,
    target_name,
};

/// What the table calls back with.
#[derive(Clone, PartialEq)]
pub struct Calls {
    /// Edit the target with this id.
    pub on_edit: Callback<String>,
    /// Remove the target with this id.
    pub on_delete: Callback<String>,
    /// Whether something stands in the form that would be lost.
    pub is_typed: Rc<Cell<bool>>,
    /// Whether another form was asked for while something stood in it.
    pub is_in_the_way: bool,
    /// The editor is done: with the target to keep, or with none.
    pub on_done: Callback<Option<Target>>,
}

/// Id of the button that edits a target, to bring the focus back to.
#[must_use]
pub fn edit_id(target: &str) -> String {
    format!("edit-{target}")
}

/// A row a target; `editing` is the id of the one whose form is open.
pub fn table(given: &Given, editing: Option<&str>, calls: &Calls) -> Html {
    let locale = given.scene.locale;
    let names = [
        Phrase::BOARD_TARGET,
        Phrase::TARGET_ASKS,
        Phrase::BOARD_PROJECTED,
        Phrase::BOARD_CHANCE,
        Phrase::BOARD_LIGHT,
    ];
    let tools = html! { <span class="for-readers">{ Phrase::TARGET_TOOLS.get(locale) }</span> };
    let names = names.map(|name| Html::from(name.get(locale))).into_iter();
    let head = table::columns(names.chain(std::iter::once(tools)));
    let assessments = given.run.outcome.report.assessments.iter();
    let body = assessments.flat_map(|assessment| rows(given, assessment, editing, calls)).collect();
    table::table("rows target-table", head, body).draw()
}

/// The row of a target, and its form where that is open; with keys of their own, so that rows
/// keep the focus when others come and go.
fn rows(
    given: &Given,
    assessment: &Assessment,
    editing: Option<&str>,
    calls: &Calls,
) -> impl Iterator<Item = Html> + use<> {
    let scene = &given.scene;
    let target = &scene.region.targets[assessment.target];
    let standing = match &assessment.verdict {
        Ok(judgement) => judged(given, target, judgement),
        Err(why) => not_judged(given, target, why),
    };
    let line = html! {
        <tr key={target.id.clone()} data-target={target.id.clone()}>
            { naming(given, target) }
            { asking(given, target) }
            { standing }
            <td class="target-tools">{ tools(given, target, editing, calls) }</td>
        </tr>
    };
    let form = (editing == Some(&*target.id)).then(|| html! {
        <tr key={format!("{}-form", target.id)}>
            <td colspan="6" class="target-editor">
                <Editor scene={scene.clone()} target={target.clone()} is_typed={calls.is_typed.clone()}
                    is_in_the_way={calls.is_in_the_way} on_done={calls.on_done.clone()} />
            </td>
        </tr>
    });
    std::iter::once(line).chain(form)
}

/// The name with place in the document and who answers for it.
fn naming(given: &Given, target: &Target) -> Html {
    let locale = given.scene.locale;
    let place = [target.section.clone(), responsibility(target, locale)];
    let place: Vec<String> = place.into_iter().filter(|words| !words.is_empty()).collect();
    html! {
        <th scope="row">
            <b>{ target_name(target, locale).into_owned() }</b>
            <small>{ place.join(" · ") }</small>
        </th>
    }
}

fn asking(given: &Given, target: &Target) -> Html {
    let scene = &given.scene;
    let locale = scene.locale;
    let stretch = target.stretch.map(|stretch| {
        let stretched = Target { floor: stretch, ..target.clone() };
        let value = floor_words(&stretched, &scene.model, locale);
        Phrase::STRETCH_CHANCE.with(locale, &[("value", &value)])
    });
    let year = Phrase::YEAR_OF.with(locale, &[("year", &target.year.to_string())]);
    html! {
        <td data-value="ask">
            { ask(target, &scene.model, locale) }
            <small>{ year }{ for stretch.map(|stretch| html! { <>{ " · " }{ stretch }</> }) }</small>
        </td>
    }
}

fn judged(given: &Given, target: &Target, judgement: &Judgement) -> Html {
    let scene = &given.scene;
    let locale = scene.locale;
    let measure = judged_measure(target, &scene.model, locale);
    let value = judgement.value;
    let stretch = judgement.stretch_probability.map(chance);
    html! {
        <>
            <td data-label={Phrase::BOARD_PROJECTED.get(locale)}>
                <b>{ figure(&measure.value(value.p50)) }</b>
                <small>{ measure.range(value.p10, value.p90) }</small>
            </td>
            <td data-label={Phrase::BOARD_CHANCE.get(locale)}>
                <b data-value="chance">{ chance(judgement.probability) }</b>
                if let Some(stretch) = stretch {
                    <small>{ Phrase::STRETCH_CHANCE.with(locale, &[("value", &stretch)]) }</small>
                }
            </td>
            <td data-value="light">
                <Light light={scene.thresholds.light(judgement.probability)} {locale} />
                <small>{ gap_words(judgement, target, &measure, locale) }</small>
                { remark_of(scene, target, judgement) }
            </td>
        </>
    }
}

/// A status that a person enters, or why there is no verdict.
fn not_judged(given: &Given, target: &Target, why: &NotJudged) -> Html {
    let Given { scene, plan, on_action, .. } = given;
    let locale = scene.locale;
    let is_recorded = matches!(why, NotJudged::Recorded | NotJudged::ZeroFloor);
    html! {
        <td colspan="3" data-value="status">
            if is_recorded {
                <StatusField target={target.id.clone()} name={target.name.get(locale).to_owned()}
                    recorded={plan.statuses.get(&target.id).cloned()} {locale}
                    on_action={on_action.clone()} />
            } else {
                <Light light={None} {locale} />
            }
            <small>{ reason(why, &scene.model, locale) }</small>
        </td>
    }
}

fn tools(given: &Given, target: &Target, editing: Option<&str>, calls: &Calls) -> Html {
    let locale = given.scene.locale;
    let name = [("name", target.name.get(locale))];
    let id = target.id.clone();
    let edit = calls.on_edit.reform(move |_: MouseEvent| id.clone());
    let id = target.id.clone();
    let on_delete = calls.on_delete.clone();
    let delete = move |event: MouseEvent| {
        // The second press of a double click would meet the next target, which has moved up.
        if event.detail() < 2 {
            on_delete.emit(id.clone());
        }
    };
    html! {
        <>
            { button(Kind::Quiet, Phrase::TARGET_EDIT.get(locale), edit).id(edit_id(&target.id)).expanded(editing == Some(&*target.id))
                .label(Phrase::TARGET_EDIT_OF.with(locale, &name)).edits().draw() }
            { button(Kind::Quiet, Phrase::TARGET_DELETE.get(locale), delete)
                .label(Phrase::TARGET_DELETE_OF.with(locale, &name)).edits().draw() }
        </>
    }
}
