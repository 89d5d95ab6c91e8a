//! The scenarios side by side with their lights; the one in hand can be renamed, copied, deleted.

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::browser::{focus, fresh_scenario, scroll_to};
use crate::locale::Locale;
use crate::plan::{Scenario, ScenarioId, Scenarios};
use crate::session::{Action, Edit};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::editing::Edits;
use crate::ui::widgets::light::light_counts;
use crate::ui::widgets::name_field::NameField;
use crate::wording::{Phrase, Tally, scenario_title};

/// A scenario as the strip shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// Identity within the plan.
    pub id: ScenarioId,
    /// As it is called.
    pub name: String,
    /// How many targets stand where; none while it is not computed.
    pub tally: Option<Tally>,
    /// Whether it is in hand.
    pub is_current: bool,
    /// Whether comparisons are with it.
    pub is_reference: bool,
}

/// The scenarios of a plan, with the counts of their lights.
#[must_use]
pub fn tabs(scenarios: &Scenarios, tallies: &[Option<Tally>], locale: Locale) -> Vec<Tab> {
    let (current, reference) = (scenarios.current().id, scenarios.reference().id);
    let tab = |(scenario, tally): (&Scenario, &Option<Tally>)| Tab {
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
    let list = use_node_ref();
    use_current_in_view(&list, tabs);
    let add = first_click(
        on_action.reform(|()| Edit::AddScenario { id: fresh_scenario(), name: None }.into()),
    );
    html! {
        <nav class="scenarios" aria-label={Phrase::SCENARIOS_LABEL.get(*locale)}>
            <ul ref={list}>
                { for tabs.iter().map(|tab| html! {
                    <li key={tab.id.0} class={classes!(tab.is_current.then_some("current"))}>
                        if *renaming == Some(tab.id) {
                            <NameField name={tab.name.clone()} label={Phrase::SCENARIO_NAME_FIELD.get(*locale)}
                                on_done={on_renamed(props, &renaming, tab.id)} />
                        } else {
                            { choosing(props, tab) }
                        }
                    </li>
                }) }
            </ul>
            <Edits>
                <div class="scenario-tools">
                    { button(Kind::Bare, Phrase::ADD_SCENARIO.get(*locale), add).disabled(!props.has_room).draw() }
                    { for tabs.iter().filter(|tab| tab.is_current).map(|tab| tools(props, tab, &renaming)) }
                </div>
            </Edits>
        </nav>
    }
}

/// Follows the first click of a double click and not the second: one scenario is made, not two.
fn first_click(follow: Callback<()>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if event.detail() < 2 {
            follow.emit(());
        }
    })
}

/// Scrolls the strip to the scenario in hand; whatever is beside it stays in view where there is room.
#[hook]
fn use_current_in_view(list: &NodeRef, tabs: &[Tab]) {
    let list = list.clone();
    let places: Vec<(ScenarioId, bool)> = tabs.iter().map(|tab| (tab.id, tab.is_current)).collect();
    use_effect_with(places, move |_| {
        if let Some(list) = list.cast::<HtmlElement>() {
            scroll_to(&list, "li.current");
        }
    });
}

fn has_reference(props: &Props) -> bool {
    props.compares && props.tabs.len() > 1
}

/// The button that takes the scenario in hand.
fn choosing(props: &Props, tab: &Tab) -> Html {
    let id = tab.id;
    let select = props.on_action.reform(move |_: MouseEvent| Edit::SelectScenario(id).into());
    let is_present = id == ScenarioId::PRESENT;
    let content = html! {
        <>
            <span class="scenario-name">
                <i class={if is_present { "key-ring" } else { "key-disc" }} />{ &tab.name }
                if tab.is_reference && has_reference(props) {
                    <small>{ Phrase::IS_REFERENCE.get(props.locale) }</small>
                }
            </span>
            if let Some(tally) = &tab.tally {
                <span class="for-readers">{ tally.words(props.locale) }</span>
                { light_counts(tally) }
            } else {
                <small>{ Phrase::PARTS_WAIT.get(props.locale) }</small>
            }
        </>
    };
    let drawn = button(Kind::Bare, content, select).class("scenario").id(tab_id(id));
    drawn.pressed(tab.is_current).draw()
}

/// Copying 现状延续 makes a scenario; it can be neither renamed nor deleted.
fn tools(props: &Props, tab: &Tab, renaming: &UseStateHandle<Option<ScenarioId>>) -> Html {
    let (id, locale) = (tab.id, props.locale);
    let tool = |word: Phrase, of: Phrase, onclick: Callback<MouseEvent>, disabled: bool| {
        let label = of.with(locale, &[("name", &tab.name)]);
        button(Kind::Bare, word.get(locale), onclick).label(label).disabled(disabled).draw()
    };
    let rename = {
        let renaming = renaming.setter();
        Callback::from(move |_: MouseEvent| renaming.set(Some(id)))
    };
    let copy = first_click(
        props
            .on_action
            .reform(move |()| Edit::DuplicateScenario { of: id, id: fresh_scenario() }.into()),
    );
    let delete = first_click(deletion(props, id));
    let copy = tool(Phrase::COPY_SCENARIO, Phrase::COPY_SCENARIO_OF, copy, !props.has_room);
    let refer = props.on_action.reform(move |_: MouseEvent| Edit::SetReference(id).into());
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

/// The tools go over to another scenario, and the keyboard to its tab: a second press deletes nothing more.
fn deletion(props: &Props, id: ScenarioId) -> Callback<()> {
    let at = props.tabs.iter().position(|tab| tab.id == id).unwrap_or_default();
    let others = props.tabs.iter().filter(|tab| tab.id != id);
    // As the plan chooses: the one before takes its place.
    let next = others.map(|tab| tab.id).nth(at.saturating_sub(1));
    let on_action = props.on_action.clone();
    Callback::from(move |()| {
        focus(&tab_id(next.unwrap_or(ScenarioId::PRESENT)));
        on_action.emit(Edit::DeleteScenario(id).into());
    })
}

fn tab_id(id: ScenarioId) -> String {
    format!("scenario-{}", id.0)
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
        props.on_action.reform(move |_: MouseEvent| Edit::MoveScenario(id, position).into())
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
            on_action.emit(Edit::RenameScenario(id, name).into());
        }
    })
}
