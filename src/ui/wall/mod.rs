//! 会场: the board for a projector: large, few words, five levers, two charts, and the last
//! change played again.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use crate::model::{LeverId, Model};
use crate::plan::Settings;
use crate::session::{Action, TextSize, View};
use crate::shared::Shared;
use crate::sorted::Set;
use crate::ui::widgets::button::{Kind, button};
use crate::wording::Phrase;

/// Levers on the wall.
const LEVERS: usize = 5;

/// Indicators with a chart.
pub const CHARTS: usize = 2;

/// How long the state before the last change stays on the wall.
const REPLAY_MILLISECONDS: u32 = 1500;

/// The levers that stay in sight: those that were moved, then the first ones of the model. They
/// stay as `before` while nothing else was moved, so that what is played again moves no lever.
fn pinned_levers(model: &Model, settings: &Settings, before: &[LeverId]) -> Vec<LeverId> {
    let is_moved = |lever: &LeverId| settings.get(&model.levers[*lever].id).is_some();
    let is_known = before.iter().all(|lever| model.levers.get(*lever).is_some());
    let mut moved = model.levers.keys().filter(is_moved);
    if !before.is_empty() && is_known && moved.all(|lever| before.contains(&lever)) {
        return before.to_vec();
    }
    let levers = model.levers.keys();
    let (moved, others): (Vec<LeverId>, Vec<LeverId>) = levers.partition(is_moved);
    let mut pinned: Vec<LeverId> = moved.into_iter().chain(others).take(LEVERS).collect();
    pinned.sort_unstable();
    pinned
}

/// What stands on the wall, and the settings that it was last looked at with.
#[derive(Clone, PartialEq)]
pub struct Wall {
    model: Shared<Model>,
    settings: Settings,
    pinned: Vec<LeverId>,
}

impl Wall {
    /// The wall with these settings. What moves one lever leaves all levers where they are: a lever that
    /// changed its place would slip out of the hand that moves it.
    #[must_use]
    pub fn after(before: Option<Wall>, model: &Shared<Model>, settings: &Settings) -> Wall {
        let before = before.filter(|wall| wall.model == *model);
        let pinned = match before {
            Some(wall) if is_one_move(&wall.settings, settings) => wall.pinned,
            other => {
                let known = other.map(|wall| wall.pinned).unwrap_or_default();
                pinned_levers(model, settings, &known)
            }
        };
        Wall { model: model.clone(), settings: settings.clone(), pinned }
    }

    /// The levers that stay in sight.
    #[must_use]
    pub fn pinned(&self) -> &[LeverId] {
        &self.pinned
    }
}

fn is_one_move(one: &Settings, other: &Settings) -> bool {
    let differs = |id: &&str| one.get(id) != other.get(id);
    let ids: Set<&str> = one.changed().chain(other.changed()).map(|(id, _)| id).collect();
    ids.iter().filter(|id| differs(id)).count() <= 1
}

/// Properties of [`ProjectorTools`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The step that undo takes back, in words.
    pub last: Option<String>,
    /// How the plan is looked at.
    pub view: View,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// Replay, and the way back to the desk.
#[component]
pub fn ProjectorTools(props: &Props) -> Html {
    let Props { last, view, on_action } = props;
    let locale = view.locale;
    let playing = use_state(|| None::<Timeout>);
    let replay = {
        let (playing, on_action) = (playing.setter(), on_action.clone());
        move |_: MouseEvent| {
            on_action.emit(Action::Undo);
            let (ended, on_action) = (playing.clone(), on_action.clone());
            let again = move || {
                on_action.emit(Action::Redo);
                ended.set(None);
            };
            playing.set(Some(Timeout::new(REPLAY_MILLISECONDS, again)));
        }
    };
    let normal = View { text_size: TextSize::Normal, ..view.clone() };
    let leave = on_action.reform(move |_: MouseEvent| Action::SetView(normal.clone()));
    let is_idle = playing.is_none();
    let again = button(Kind::Bare, Phrase::PROJECTOR_REPLAY.get(locale), replay)
        .disabled(last.is_none() || !is_idle);
    let again = match last {
        Some(step) => again.title(Phrase::PROJECTOR_REPLAY_OF.with(locale, &[("step", step)])),
        None => again,
    };
    html! {
        <section class="projector-tools" aria-label={Phrase::PROJECTOR_LABEL.get(locale)}>
            { again.edits().draw() }
            { button(Kind::Bare, Phrase::PROJECTOR_LEAVE.get(locale), leave).class("leave").draw() }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::plan::LeverPath;

    #[test]
    fn levers_stay_in_their_places_on_the_wall_while_one_moves() {
        let library = Library::built_in().unwrap();
        let plan = library.choose("yiyang-2020", None).unwrap();
        let model = Shared::new(library.model(&plan).clone());
        let mut levers = model.levers.keys().rev();
        let [last, before_last] = [(); 2].map(|()| levers.next().unwrap());
        let with = |levers: &[LeverId]| {
            let mut settings = Settings::present();
            for lever in levers {
                let of = &model.levers[*lever];
                settings.set(&of.id, LeverPath::Constant(of.range[1]));
            }
            settings
        };
        let opened = Wall::after(None, &model, &with(&[]));
        let moved = Wall::after(Some(opened.clone()), &model, &with(&[last]));
        assert_eq!(moved.pinned(), opened.pinned());
        assert_eq!(Wall::after(Some(moved), &model, &with(&[])).pinned(), opened.pinned());
        let other = Wall::after(Some(opened), &model, &with(&[before_last, last]));
        assert!(other.pinned().contains(&last), "another scenario brings its own levers");
    }
}
