//! The cards of the board: a picture for each target that is judged, as many as there is room for.

use yew::prelude::*;

use crate::analysis::Judgement;
use crate::region::TargetId;
use crate::ui::desk::indicator_card::IndicatorCard;
use crate::ui::state::given::Given;
use crate::ui::wall::CHARTS;
use crate::ui::widgets::section::section;
use crate::wording::{Phrase, judged};

/// The section of the cards.
pub fn cards(given: &Given, scenario_name: &AttrValue) -> Html {
    let Given { scene, run, view, appearance, on_action, .. } = given;
    let (locale, outcome) = (scene.locale, &run.outcome);
    let shown = if view.is_on_wall() { CHARTS } else { usize::MAX };
    let card = |(target, judgement): (TargetId, &Judgement)| {
        html! {
            <IndicatorCard key={scene.region.targets[target].id.clone()} scenario_name={scenario_name.clone()}
                scene={scene.clone()} run={run.clone()} {target} judgement={judgement.clone()} appearance={*appearance} on_action={on_action.clone()} />
        }
    };
    let grid = html! {
        <div class="indicator-grid">{ for judged(&outcome.report).take(shown).map(card) }</div>
    };
    let (title, remark) = (Phrase::CARDS_TITLE.get(locale), Phrase::CARDS_NOTE.get(locale));
    section("indicators", "indicators-title", title, remark, grid)
}
