//! The page as a picture of its state: landmarks and their order.

use std::collections::BTreeMap;

use yew::prelude::*;

use crate::analysis::Judgement;
use crate::browser::Appearance;
use crate::plan::{Recorded, Settings};
use crate::session::Action;
use crate::ui::changes::Changes;
use crate::ui::dock::Dock;
use crate::ui::foot::Foot;
use crate::ui::indicator_card::IndicatorCard;
use crate::ui::lever_panel::LeverPanel;
use crate::ui::not_judged::NotJudgedList;
use crate::ui::reach_board::ReachBoard;
use crate::ui::scene::{Outcome, Scene, Shared};
use crate::ui::top_bar::TopBar;
use crate::ui::verdict::Verdict;
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
    /// Runs so far.
    pub run: usize,
    /// Whether the first results are on screen.
    pub ready: bool,
    /// How the screen is.
    pub appearance: Appearance,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// Everything on screen.
#[component]
pub fn Page(props: &Props) -> Html {
    let Props { scene, outcome, settings, on_action, .. } = props;
    html! {
        <div class="page" data-ready={props.ready.then_some("true")} data-run={props.run.to_string()}>
            <TopBar scene={scene.clone()} on_action={on_action.clone()} />
            <main class="sheet" id="targets" tabindex="-1">
                <Verdict scene={scene.clone()} outcome={outcome.clone()} />
                <ReachBoard scene={scene.clone()} outcome={outcome.clone()} />
                { cards(props) }
                <NotJudgedList scene={scene.clone()} report={outcome.report.clone()}
                    statuses={props.statuses.clone()} on_action={on_action.clone()} />
            </main>
            <LeverPanel scene={scene.clone()} present={props.present.clone()} settings={settings.clone()}
                outcome={outcome.clone()} on_action={on_action.clone()} />
            <aside class="side" aria-label={Phrase::ChangesTitle.get(scene.locale)}>
                <Changes scene={scene.clone()} present={props.present.clone()} settings={settings.clone()}
                    outcome={outcome.clone()} on_action={on_action.clone()} />
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
                <h2 id="indicators-title">{ Phrase::CardsTitle.get(locale) }</h2>
                <p>{ Phrase::CardsNote.get(locale) }</p>
            </header>
            <div class="indicator-grid">{ for judged(&outcome.report).map(card) }</div>
        </section>
    }
}
