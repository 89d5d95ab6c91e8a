//! The page as a picture of its state: landmarks and their order.

use std::collections::BTreeMap;

use yew::prelude::*;

use crate::analysis::{Finding, Judgement};
use crate::browser::{Appearance, Theme, dropped_files};
use crate::plan::{Recorded, Settings};
use crate::session::Action;
use crate::ui::audit::Audit;
use crate::ui::changes::Changes;
use crate::ui::dock::Dock;
use crate::ui::file_report::{FileReport, open_files};
use crate::ui::foot::Foot;
use crate::ui::indicator_card::IndicatorCard;
use crate::ui::lever_panel::LeverPanel;
use crate::ui::library::Opened;
use crate::ui::not_judged::NotJudgedList;
use crate::ui::reach_board::ReachBoard;
use crate::ui::scenario_strip::{ScenarioStrip, Tab};
use crate::ui::scene::{Outcome, Scene, Shared};
use crate::ui::top_bar::{Head, TopBar};
use crate::ui::verdict::Verdict;
use crate::ui::workspace::Request;
use crate::wording::{Phrase, judged};

/// Properties of [`Page`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Present settings by lever, in its unit.
    pub present: Shared<Vec<f64>>,
    /// Settings in hand.
    pub settings: Settings,
    /// Results of the last run.
    pub outcome: Outcome,
    /// What a person has recorded of targets that are not computed, by id.
    pub statuses: BTreeMap<String, Recorded>,
    /// What the audit of the targets found, once it is done.
    pub findings: Option<Shared<Vec<Finding>>>,
    /// What the top bar shows.
    pub head: Head,
    /// The plan's scenarios.
    pub scenarios: Vec<Tab>,
    /// Whether another scenario may be added.
    pub has_room: bool,
    /// What became of the last file.
    pub opened: Option<Opened>,
    /// Runs so far.
    pub run: usize,
    /// Whether the first results are on screen.
    pub ready: bool,
    /// How the screen is.
    pub appearance: Appearance,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
    /// Called with the city or file that a person chooses.
    pub on_request: Callback<Request>,
    /// Called with the look that a person chooses.
    pub on_theme: Callback<Theme>,
}

/// Everything on screen.
#[component]
pub fn Page(props: &Props) -> Html {
    let Props { scene, outcome, settings, on_action, on_request, .. } = props;
    let locale = scene.locale;
    // Without this the browser would leave the page for a dropped file.
    let ondragover = |event: DragEvent| event.prevent_default();
    let ondrop = on_request.clone();
    let ondrop = move |event: DragEvent| {
        event.prevent_default();
        open_files(&dropped_files(&event), &ondrop);
    };
    html! {
        <div class="page" data-ready={props.ready.then_some("true")} data-run={props.run.to_string()} {ondragover} {ondrop}>
            <TopBar head={props.head.clone()} {locale} on_action={on_action.clone()} on_request={on_request.clone()}
                on_theme={props.on_theme.clone()} />
            <ScenarioStrip tabs={props.scenarios.clone()} has_room={props.has_room} {locale} on_action={on_action.clone()} />
            <main class="sheet" id="targets" tabindex="-1">
                if let Some(opened) = &props.opened {
                    <FileReport opened={opened.clone()} {locale} on_request={on_request.clone()} />
                }
                <Verdict scene={scene.clone()} outcome={outcome.clone()} />
                <ReachBoard scene={scene.clone()} outcome={outcome.clone()} />
                { cards(props) }
                <NotJudgedList scene={scene.clone()} report={outcome.report.clone()}
                    statuses={props.statuses.clone()} on_action={on_action.clone()} />
            </main>
            <LeverPanel scene={scene.clone()} present={props.present.clone()} settings={settings.clone()}
                outcome={outcome.clone()} on_action={on_action.clone()} />
            <aside class="side" aria-label={Phrase::SIDE_LABEL.get(scene.locale)}>
                <Changes scene={scene.clone()} present={props.present.clone()} settings={settings.clone()}
                    outcome={outcome.clone()} on_action={on_action.clone()} />
                <Audit scene={scene.clone()} findings={props.findings.clone()} on_action={on_action.clone()} />
            </aside>
            <Foot scene={scene.clone()} report={outcome.report.clone()} />
            <Dock scene={scene.clone()} outcome={outcome.clone()} settings={settings.clone()} />
        </div>
    }
}

fn cards(props: &Props) -> Html {
    let Props { scene, outcome, appearance, .. } = props;
    let locale = scene.locale;
    let card = |(target, judgement): (usize, &Judgement)| {
        html! {
            <IndicatorCard key={target} scene={scene.clone()} outcome={outcome.clone()} {target}
                judgement={judgement.clone()} appearance={*appearance} />
        }
    };
    html! {
        <section class="indicators" aria-labelledby="indicators-title">
            <header class="section-head">
                <h2 id="indicators-title">{ Phrase::CARDS_TITLE.get(locale) }</h2>
                <p>{ Phrase::CARDS_NOTE.get(locale) }</p>
            </header>
            <div class="indicator-grid">{ for judged(&outcome.report).map(card) }</div>
        </section>
    }
}
