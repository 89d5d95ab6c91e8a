//! The reach board: one row for each judged target.

use yew::prelude::*;

use crate::analysis::Judgement;
use crate::desk::{Outcome, Scene};
use crate::locale::Locale;
use crate::plan::{self, Thresholds, Verb};
use crate::region::TargetId;
use crate::session::Action;
use crate::ui::charts::dumbbell::{Dumbbell, DumbbellScale, percent};
use crate::ui::desk::shift::Shift;
use crate::ui::explain::link::why;
use crate::ui::widgets::figure::figure;
use crate::ui::widgets::light::{Light, remark_of};
use crate::ui::widgets::table::table;
use crate::wording::{
    Phrase, ask, chance, gap_words, judged, judged_measure, shift_word, target_name, verb_word,
};

/// Rows that a projected page has room for beside two charts, with all that there is to say.
const FEW_ROWS: usize = 5;

/// Properties of [`ReachBoard`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// Its results.
    pub outcome: Outcome,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// Target, projected value, chance, and verdict, side by side.
#[component]
pub fn ReachBoard(props: &Props) -> Html {
    let Props { scene, outcome, .. } = props;
    let locale = scene.locale;
    let rows = judged(&outcome.report).map(|(target, judgement)| row(props, target, judgement));
    let rows: Vec<Html> = rows.collect();
    let is_long = rows.len() > FEW_ROWS;
    let (class, room) = if is_long {
        ("board board-many", "board-section many-rows")
    } else {
        ("board", "board-section")
    };
    let head = head(scene.thresholds, locale);
    html! {
        <section class={room} id="board" tabindex="-1" aria-label={Phrase::BOARD_LABEL.get(locale)}>
            { table(class, head, rows.into_iter().collect()).draw() }
            <p class="board-key">
                <span><i class="key-ring" />{ Phrase::BOARD_RING.get(locale) }</span>
                <span><i class="key-disc" />{ Phrase::BOARD_DISC.get(locale) }</span>
                <span><i class="key-word" />{ Phrase::BOARD_TICK.get(locale) }</span>
                { for light_limits(scene.thresholds).into_iter().map(|(light, limit)| html! {
                    <span><Light {light} {locale} />{ " " }{ limit }</span>
                }) }
            </p>
        </section>
    }
}

/// Each column has a width of its own.
fn head(rule: Thresholds, locale: Locale) -> Html {
    html! {
        <tr>
            <th scope="col">{ Phrase::BOARD_TARGET.get(locale) }</th>
            <th scope="col" class="board-value">
                { Phrase::BOARD_VALUE.get(locale) }<span class="board-range">{ Phrase::BOARD_RANGE.get(locale) }</span>
            </th>
            <th scope="col" class="board-chance">{ Phrase::BOARD_CHANCE.get(locale) }</th>
            <th scope="col" class="board-axis">
                <span class="for-readers">{ Phrase::BOARD_AXIS.get(locale) }</span>
                <DumbbellScale {rule} {locale} />
            </th>
            <th scope="col" class="board-light">{ Phrase::BOARD_LIGHT.get(locale) }</th>
        </tr>
    }
}

/// Each light with the chances that show it.
fn light_limits(rule: Thresholds) -> [(plan::Light, String); 3] {
    let [met, near] = [rule.met, rule.near].map(percent);
    [
        (plan::Light::Met, format!("≥{met}%")),
        (plan::Light::Near, format!("{near}–{met}%")),
        (plan::Light::Far, format!("<{near}%")),
    ]
}

fn row(props: &Props, position: TargetId, judgement: &Judgement) -> Html {
    let scene = &props.scene;
    let (locale, rule) = (scene.locale, scene.thresholds);
    let target = &scene.region.targets[position];
    let measure = judged_measure(target, &scene.model, locale);
    let before = chance(judgement.outlook_probability);
    let value = judgement.value;
    let name = target_name(target, locale);
    let needed = Verb::of(&target.commitment).map(|verb| (rule.needed(verb), verb_word(verb)));
    html! {
        <tr key={target.id.clone()} data-target={target.id.clone()}>
            <th scope="row" class="board-target">
                <a href={format!("#indicator-{}", target.id)}>{ &*name }</a>
                <small>{ ask(target, &scene.model, locale) }</small>
            </th>
            <td class="board-value">
                <b>{ figure(&measure.value(value.p50)) }</b>
                <small>{ measure.range(value.p10, value.p90) }</small>
            </td>
            <td class="board-chance">
                <b data-value="chance">{ chance(judgement.probability) }</b>
                <small>{ Phrase::CHANCE_AT_PRESENT.with(locale, &[("chance", &before)]) }</small>
            </td>
            <td class="board-axis">
                <Dumbbell before={judgement.outlook_probability} after={judgement.probability} {needed} {locale} />
            </td>
            <td class="board-light">
                <Light light={rule.light(judgement.probability)} {locale} /><Shift moved={shift_word(judgement, rule)} {locale} />
                <small>{ gap_words(judgement, target, &measure, locale) }</small>
                { remark_of(scene, target, judgement) }
                { why(&target.indicator, target.name.get(locale), locale, &props.on_action) }
            </td>
        </tr>
    }
}
