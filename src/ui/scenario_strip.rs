//! The scenarios side by side with their lights; the one in hand can be renamed, copied, deleted.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::locale::Locale;
use crate::plan::{Scenario, ScenarioId, Scenarios};
use crate::session::Action;
use crate::ui::light::light_counts;
use crate::wording::{Phrase, Tally, scenario_title};

/// A scenario as the strip shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// Identity within the plan.
    pub id: ScenarioId,
    /// As it is called.
    pub name: String,
    /// How many targets stand where.
    pub tally: Tally,
    /// Whether it is in hand.
    pub is_current: bool,
    /// Whether comparisons are with it.
    pub is_reference: bool,
}

/// The scenarios of a plan, with the counts of their lights.
#[must_use]
pub fn tabs(scenarios: &Scenarios, tallies: &[Tally], locale: Locale) -> Vec<Tab> {
    let (current, reference) = (scenarios.current().id, scenarios.reference().id);
    let tab = |(scenario, tally): (&Scenario, &Tally)| Tab {
        id: scenario.id,
        name: scenario_title(scenario, locale),
        tally: *tally,
        is_current: scenario.id == current,
        is_reference: scenario.id == reference,
    };
    scenarios.all().iter().zip(tallies).map(tab).collect()
}

/// Properties of [`ScenarioStrip`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// In their order.
    pub tabs: Vec<Tab>,
    /// Whether another one may be added.
    pub has_room: bool,
    /// Whether the screen compares: elsewhere everything is against 现状延续, and no reference is said.
    pub compares: bool,
    /// Language.
    pub locale: Locale,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// One line of scenarios and what can be done with them.
#[component]
pub fn ScenarioStrip(props: &Props) -> Html {
    let Props { tabs, locale, on_action, .. } = props;
    let renaming = use_state(|| None::<ScenarioId>);
    let add = on_action.reform(|_: MouseEvent| Action::AddScenario(None));
    html! {
        <nav class="scenarios" aria-label={Phrase::SCENARIOS_LABEL.get(*locale)}>
            <ul>
                { for tabs.iter().map(|tab| html! {
                    <li key={tab.id.0} class={classes!(tab.is_current.then_some("current"))}>
                        if *renaming == Some(tab.id) {
                            <NameField name={tab.name.clone()} label={Phrase::SCENARIO_NAME_FIELD.get(*locale)}
                                on_done={on_renamed(props, &renaming, tab.id)} />
                        } else {
                            { button(props, tab) }
                        }
                    </li>
                }) }
            </ul>
            <div class="scenario-tools">
                <button type="button" onclick={add} disabled={!props.has_room}>{ Phrase::ADD_SCENARIO.get(*locale) }</button>
                { for tabs.iter().filter(|tab| tab.is_current).map(|tab| tools(props, tab, &renaming)) }
            </div>
        </nav>
    }
}

fn has_reference(props: &Props) -> bool {
    props.compares && props.tabs.len() > 1
}

fn button(props: &Props, tab: &Tab) -> Html {
    let id = tab.id;
    let select = props.on_action.reform(move |_: MouseEvent| Action::SelectScenario(id));
    let is_present = id == ScenarioId::PRESENT;
    html! {
        <button type="button" class="scenario" onclick={select} aria-pressed={tab.is_current.to_string()}>
            <span class="scenario-name">
                <i class={if is_present { "key-ring" } else { "key-disc" }} />{ &tab.name }
                if tab.is_reference && has_reference(props) {
                    <small>{ Phrase::IS_REFERENCE.get(props.locale) }</small>
                }
            </span>
            <span class="for-readers">{ tab.tally.words(props.locale) }</span>
            { light_counts(&tab.tally) }
        </button>
    }
}

/// Copying 现状延续 makes a scenario; it can be neither renamed nor deleted.
fn tools(props: &Props, tab: &Tab, renaming: &UseStateHandle<Option<ScenarioId>>) -> Html {
    let (id, locale) = (tab.id, props.locale);
    let tool = |word: Phrase, of: Phrase, onclick: Callback<MouseEvent>, disabled: bool| {
        let label = of.with(locale, &[("name", &tab.name)]);
        html! { <button type="button" {onclick} {disabled} aria-label={label}>{ word.get(locale) }</button> }
    };
    let rename = {
        let renaming = renaming.setter();
        Callback::from(move |_: MouseEvent| renaming.set(Some(id)))
    };
    let copy = props.on_action.reform(move |_: MouseEvent| Action::DuplicateScenario(id));
    let delete = props.on_action.reform(move |_: MouseEvent| Action::DeleteScenario(id));
    let copy = tool(Phrase::COPY_SCENARIO, Phrase::COPY_SCENARIO_OF, copy, !props.has_room);
    let refer = props.on_action.reform(move |_: MouseEvent| Action::SetReference(id));
    let refer = tool(Phrase::MAKE_REFERENCE, Phrase::MAKE_REFERENCE_OF, refer, tab.is_reference);
    let refer = has_reference(props).then_some(refer);
    if id == ScenarioId::PRESENT {
        return html! { <>{ copy }{ refer }</> };
    }
    html! {
        <>
            { tool(Phrase::RENAME_SCENARIO, Phrase::RENAME_SCENARIO_OF, rename, false) }
            { copy }
            { tool(Phrase::DELETE_SCENARIO, Phrase::DELETE_SCENARIO_OF, delete, false) }
            { refer }
            { order(props, id, &tool) }
        </>
    }
}

/// Moves the scenario among those that can be moved; 现状延续 stays first.
fn order(
    props: &Props,
    id: ScenarioId,
    tool: &impl Fn(Phrase, Phrase, Callback<MouseEvent>, bool) -> Html,
) -> Html {
    let last = props.tabs.len() - 1;
    let Some(at) = props.tabs.iter().position(|tab| tab.id == id).filter(|_| last > 1) else {
        return Html::default();
    };
    let to = |position: usize| {
        props.on_action.reform(move |_: MouseEvent| Action::MoveScenario(id, position))
    };
    html! {
        <>
            { tool(Phrase::MOVE_LEFT, Phrase::MOVE_LEFT_OF, to(at.saturating_sub(1)), at <= 1) }
            { tool(Phrase::MOVE_RIGHT, Phrase::MOVE_RIGHT_OF, to(at + 1), at == last) }
        </>
    }
}

fn on_renamed(
    props: &Props,
    renaming: &UseStateHandle<Option<ScenarioId>>,
    id: ScenarioId,
) -> Callback<Option<String>> {
    let (renaming, on_action) = (renaming.setter(), props.on_action.clone());
    Callback::from(move |name: Option<String>| {
        renaming.set(None);
        if let Some(name) = name {
            on_action.emit(Action::RenameScenario(id, name));
        }
    })
}

/// Properties of [`NameField`].
#[derive(Clone, PartialEq, Properties)]
pub struct NameProps {
    /// The old name.
    pub name: String,
    /// What it is the name of.
    pub label: AttrValue,
    /// Called with the new name, or with none when the old one stays.
    pub on_done: Callback<Option<String>>,
}

/// A field for a name: Enter or leaving it takes the name over, Escape does not.
#[component]
pub fn NameField(props: &NameProps) -> Html {
    let field = use_node_ref();
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                // A field without focus can still be clicked.
                let _ = field.focus();
                field.select();
            }
        });
    }
    // A field that is taken away loses the focus as well; only the first end counts.
    let is_done = use_mut_ref(|| false);
    let done = {
        let on_done = props.on_done.clone();
        move |name: Option<String>| {
            if !is_done.replace(true) {
                on_done.emit(name);
            }
        }
    };
    let onkeydown = {
        let done = done.clone();
        move |event: KeyboardEvent| {
            let entry = event.target_unchecked_into::<HtmlInputElement>().value();
            match event.key().as_str() {
                "Enter" if !event.is_composing() => done(Some(entry)),
                "Escape" if !event.is_composing() => done(None),
                _ => {}
            }
        }
    };
    let onblur = move |event: FocusEvent| {
        done(Some(event.target_unchecked_into::<HtmlInputElement>().value()));
    };
    html! {
        <input ref={field} class="scenario-field" type="text" autocomplete="off" data-draft="true" value={props.name.clone()}
            aria-label={props.label.clone()} {onkeydown} {onblur} />
    }
}
