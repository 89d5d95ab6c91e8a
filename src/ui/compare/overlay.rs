//! The projections of all scenarios in one picture an indicator.

use yew::prelude::*;

use crate::analysis::Projection;
use crate::desk::{Subject, drawn, overlaid, pictured};
use crate::region::TargetId;
use crate::ui::charts::fan_canvas::FanCanvas;
use crate::ui::compare::compared::Compared;
use crate::ui::state::given::Given;
use crate::ui::widgets::figure::aside;
use crate::ui::widgets::heading::heading;
use crate::wording::Phrase;

/// Longest name beside a line, in letters; a Han character takes the room of two.
const SHORT: usize = 15;

/// A chart for each projected indicator, the band that of the scenario in hand.
pub(super) fn section(given: &Given, compared: &[Compared]) -> Html {
    let locale = given.scene.locale;
    let scenarios = &given.plan.scenarios;
    let find = |id| compared.iter().find(|one| one.scenario.id == id);
    let (current, reference) = (scenarios.current().id, scenarios.reference().id);
    let Some(hand) = find(current).or_else(|| find(reference)) else { return Html::default() };
    // For a moment after another city was chosen, the scene is still that of the one before.
    if !std::ptr::eq(
        &raw const *given.run.workbench,
        &raw const *given.ground.workbench(scenarios.current()),
    ) {
        return Html::default();
    }
    let chart = |(position, projection)| chart(given, compared, hand, (position, projection));
    html! {
        <section aria-labelledby="overlay-title">
            { heading("overlay-title", Phrase::OVERLAY_TITLE.get(locale), &Phrase::OVERLAY_NOTE.with(locale, &[("name", &hand.name)])) }
            <div class="overlay-grid">{ for pictured(&hand.report, &given.scene.region).into_iter().map(chart) }</div>
        </section>
    }
}

fn chart(
    given: &Given,
    compared: &[Compared],
    hand: &Compared,
    (position, projection): (TargetId, &Projection),
) -> Html {
    let scene = &given.scene;
    let target = &scene.region.targets[position];
    let reference = given.plan.scenarios.reference().id;
    let line = |one: &Compared| {
        let projection = drawn(&one.report, target, one.report.judgement(position)?)?;
        Some((short(&one.name), projection.scenario.clone()))
    };
    let beside = compared.iter().filter(|one| one.scenario.id != hand.scenario.id);
    let (main, others): (Vec<&Compared>, Vec<&Compared>) =
        beside.partition(|one| one.scenario.id == reference);
    let main = main.into_iter().find_map(line);
    let others: Vec<_> = others.into_iter().filter_map(line).collect();
    let asked = (target, hand.report.judgement(position));
    let chart = overlaid(scene, asked, (&short(&hand.name), projection), main.as_ref(), &others);
    let names: Vec<&str> = compared.iter().map(|one| one.name.as_str()).collect();
    let names = names.join(Phrase::LIST_COMMA.get(scene.locale));
    let subject = Subject::new(&chart.title, &scene.region, &names, scene.locale);
    html! {
        <article class="overlay" key={target.id.clone()}>
            <h3>{ chart.title.clone() }{ aside(&chart.unit_alone(), scene.locale) }</h3>
            <FanCanvas {chart} {subject} appearance={given.appearance} locale={scene.locale} />
        </article>
    }
}

/// The name as far as it fits beside a line.
fn short(name: &str) -> String {
    let width = |letter: char| if letter.is_ascii() { 1 } else { 2 };
    if name.chars().map(width).sum::<usize>() <= SHORT {
        return name.to_owned();
    }
    let mut room = SHORT - width('…');
    let fits = |letter: &char| {
        let left = room.checked_sub(width(*letter));
        room = left.unwrap_or(room);
        left.is_some()
    };
    name.chars().take_while(fits).chain(['…']).collect()
}
