//! The page as a picture of its state: landmarks and their order.

use yew::prelude::*;

use typed_index_collections::TiVec;

use crate::browser::{has_seen_tour, on_drop};
use crate::desk::Request;
use crate::library::{Ending, Opened};
use crate::model::LeverId;
use crate::plan::Settings;
use crate::session::{Action, Screen, View};
use crate::shared::Shared;
use crate::ui::desk::cards::cards;
use crate::ui::desk::reach_board::ReachBoard;
use crate::ui::desk::scenario_strip::{ScenarioStrip, Tab};
use crate::ui::desk::verdict::Verdict;
use crate::ui::desk::{changes, not_judged};
use crate::ui::frame::dock::Dock;
use crate::ui::frame::file_report::{self, open_files};
use crate::ui::frame::foot::Foot;
use crate::ui::frame::top_bar::{CityChoice, Head, TopBar};
use crate::ui::frame::tour;
use crate::ui::levers::panel::LeverPanel;
use crate::ui::output::printout::Printout;
use crate::ui::second::later::Later;
use crate::ui::second::part::Part;
use crate::ui::state::given::Given;
use crate::ui::targets::audit;
use crate::ui::wall::ProjectorTools;
use crate::unit::InUnit;
use crate::wording::{Phrase, judged, scenario_name};

/// Properties of [`Page`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What every screen is given.
    pub given: Given,
    /// Present settings by lever, in its unit.
    pub present: Shared<TiVec<LeverId, InUnit>>,
    /// Settings of the scenario in hand when the plan was opened.
    pub opened_settings: Settings,
    /// What the top bar shows.
    pub head: Head,
    /// The plan's scenarios.
    pub scenarios: Vec<Tab>,
    /// Whether another scenario may be added.
    pub has_room: bool,
    /// What became of the last file.
    pub opened: Option<Opened>,
    /// Whether the first results are on screen.
    pub ready: bool,
}

/// Everything on screen.
#[component]
pub fn Page(props: &Props) -> Html {
    let Given { scene, run, view, on_action, on_request, .. } = &props.given;
    let locale = scene.locale;
    use_drop(on_request);
    let screen = (view.screen != Screen::Board).then(|| {
        html! { <Later part={Part::Screen(props.given.clone())} {locale} /> }
    });
    let tours = use_state(|| false);
    {
        let tours = tours.setter();
        use_effect_with((), move |()| tours.set(!has_seen_tour()));
    }
    let on_help = {
        let (tours, on_action, view) = (tours.setter(), on_action.clone(), view.clone());
        Callback::from(move |()| {
            // The tour is on the board.
            on_action.emit(Action::SetView(View { screen: Screen::Board, ..view.clone() }));
            tours.set(true);
        })
    };
    let report = props.opened.as_ref().map(|opened| {
        let (opened, on_request) = (opened.clone(), on_request.clone());
        let part = Part::Report(file_report::Props { opened, locale, on_request });
        html! { <Later {part} {locale} /> }
    });
    let on_wall = view.is_on_wall();
    let kind = match &screen {
        Some(_) => "page wide",
        None if on_wall => "page wall",
        None => "page",
    };
    let mode = if view.is_read_only { " read-only" } else { "" };
    let height = if view.is_full_height { " full-height" } else { "" };
    let kind = format!("{kind}{mode}{height}{}", view.hidden.classes());
    html! {
        <div class={kind} data-ready={props.ready.then_some("true")} data-run={run.number.to_string()}
            data-complete={run.is_complete().then_some("true")}>
            <TopBar head={props.head.clone()} view={view.clone()} on_action={on_action.clone()}
                on_request={on_request.clone()} {on_help} />
            <div class="strip">
                <CityChoice head={props.head.clone()} {locale} on_action={on_action.clone()} on_request={on_request.clone()} />
                <ScenarioStrip tabs={props.scenarios.clone()} has_room={props.has_room}
                    compares={view.screen == Screen::Compare} {locale}
                    on_action={on_action.clone()} />
                if view.is_read_only {
                    <aside class="read-only-note" aria-label={Phrase::READ_ONLY.get(locale)}>{ Phrase::READ_ONLY.get(locale) }</aside>
                }
                if on_wall {
                    <ProjectorTools last={props.head.undo.clone()} view={view.clone()} on_action={on_action.clone()} />
                }
            </div>
            if let Some(screen) = screen {
                { report }
                { screen }
            } else {
                { board(props, report, &tours) }
            }
            <Printout ..props.given.clone() />
        </div>
    }
}

/// Opens the files that are dropped anywhere.
#[hook]
fn use_drop(on_request: &Callback<Request>) {
    use_effect_with(on_request.clone(), |on_request| {
        let on_request = on_request.clone();
        let listener = on_drop(move |files| {
            if files.is_empty() {
                on_request.emit(Request::Tell(Opened::refused(String::new(), Ending::NoFile)));
            }
            open_files(&files, &on_request);
        });
        move || drop(listener)
    });
}

/// The board: verdicts, cards, levers and what was changed.
fn board(props: &Props, report: Option<Html>, tours: &UseStateHandle<bool>) -> Html {
    let Given { scene, plan, run, view, on_action, .. } = &props.given;
    let on_wall = view.is_on_wall();
    let (outcome, settings) = (&run.outcome, plan.scenarios.current().settings.clone());
    // Nothing stands over nothing: an empty table says less than the verdict's next step.
    let is_judged = judged(&outcome.report).next().is_some();
    let on_leave = {
        let tours = tours.setter();
        Callback::from(move |()| tours.set(false))
    };
    let (run, settings_now) = (run.clone(), settings.clone());
    let tour = tour::Props { scene: scene.clone(), run, settings: settings_now, on_leave };
    let tour = Part::Tour(tour);
    html! {
        <>
            <main class="sheet" id="screen" tabindex="-1">
                { report }
                if **tours && !on_wall && !view.is_read_only {
                    <Later part={tour} locale={scene.locale} />
                }
                <Verdict scene={scene.clone()} outcome={outcome.clone()} scenario_name={scenario_in_hand(&props.given)}
                    view={view.clone()} on_action={on_action.clone()} />
                if is_judged {
                    <ReachBoard scene={scene.clone()} outcome={outcome.clone()} on_action={on_action.clone()} />
                    { cards(&props.given, &scenario_in_hand(&props.given)) }
                }
                if !on_wall {
                    { not_judged(&props.given) }
                }
            </main>
            <LeverPanel given={props.given.clone()} present={props.present.clone()} opened={props.opened_settings.clone()} />
            if !on_wall {
                { beside(props) }
            }
            <Dock scene={scene.clone()} outcome={outcome.clone()} {settings} />
        </>
    }
}

/// What was changed, the audit, and what everything rests on.
fn beside(props: &Props) -> Html {
    let Given { scene, plan, run, findings, on_action, .. } = &props.given;
    let changes = changes::Props {
        scene: scene.clone(),
        present: props.present.clone(),
        settings: plan.scenarios.current().settings.clone(),
        outcome: run.outcome.clone(),
        on_action: on_action.clone(),
    };
    let audit = audit::Props {
        scene: scene.clone(),
        findings: findings.clone(),
        on_action: on_action.clone(),
    };
    html! {
        <>
            <aside class="side" aria-label={Phrase::SIDE_LABEL.get(scene.locale)}>
                <Later part={Part::Beside(changes, audit)} locale={scene.locale} />
            </aside>
            <Foot scene={scene.clone()} report={run.outcome.report.clone()} />
        </>
    }
}

/// The targets that are not judged, and why.
fn not_judged(given: &Given) -> Html {
    let Given { scene, plan, run, on_action, .. } = given;
    let part = Part::NotJudged(not_judged::Props {
        scene: scene.clone(),
        report: run.outcome.report.clone(),
        statuses: plan.statuses.clone(),
        on_action: on_action.clone(),
    });
    html! { <Later {part} locale={scene.locale} /> }
}

fn scenario_in_hand(given: &Given) -> AttrValue {
    let scenario = given.plan.scenarios.current().id;
    AttrValue::from(scenario_name(&given.plan, scenario, given.scene.locale))
}
