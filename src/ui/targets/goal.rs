//! 反推: a wish, one lever, and what it takes; or how far the lever goes.

use yew::prelude::*;

use crate::analysis::{Answer, Limit, NotJudged, Prospect, Wish};
use crate::browser::{focus, fresh_scenario};
use crate::desk::{FinishedRun, Scene, SoughtSetting, SoughtTarget, levers_ranked, setting_sought};
use crate::locale::Locale;
use crate::model::LeverId;
use crate::region::{Target, TargetId, TargetKind};
use crate::session::{Action, Edit};
use crate::ui::state::work::{Begins, use_shown_work};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::field::{self, Entry as Drawn, Purpose, use_entry};
use crate::ui::widgets::figure::sentence;
use crate::unit::Unit;
use crate::wording::{
    EntryError, GoalWords, Measure, Phrase, judged_measure, read_number, read_share, reason,
};

/// The chance that is asked for before a person names one, percent.
const USUAL_CHANCE: &str = "70";

/// Properties of [`Goal`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// The last run of the scenario in hand.
    pub run: FinishedRun,
    /// Position of the target in the region.
    pub target: TargetId,
    /// Called with what a person does.
    pub on_action: Callback<Action>,
}

/// What a person has entered.
#[derive(Clone, Default, PartialEq)]
struct Entry {
    /// Whether the wish is a chance and not a value.
    by_chance: bool,
    /// The wish that was entered; none before.
    wish: Option<String>,
    /// The lever that was chosen; none for the first in the list.
    lever: Option<LeverId>,
}

/// Asks for wish and lever, and answers.
#[component]
pub fn Goal(props: &Props) -> Html {
    let Props { scene, run, target, .. } = props;
    let entry = use_state(Entry::default);
    let subject = SoughtTarget {
        workbench: run.workbench.clone(),
        settings: run.settings.clone(),
        target: *target,
    };
    // A setting that is taken makes the question another; its answer stays until the next one is there.
    let levers =
        use_shown_work(Begins::AtRest, Some(subject.clone()), levers_ranked, SoughtTarget::is_same);
    let levers_known = levers.latest().map(|levers| &**levers);
    let ranked = match levers_known {
        Some(Ok(ranked)) => ranked.as_slice(),
        _ => &[],
    };
    let asking = Asking { props, entry: &entry, ranked };
    let wish = asking.wish();
    let field = asking.field(wish.as_ref().err());
    let drawn = use_entry(&field);
    let sought = asking.prospect().zip(wish.clone().ok());
    let sought =
        sought.map(|(prospect, wish)| SoughtSetting { subject, prospect: *prospect, wish });
    let answer = use_shown_work(Begins::AtRest, sought, setting_sought, SoughtSetting::is_same);
    let failed = |why: &NotJudged| {
        html! { <p class="side-note">{ reason(why, &scene.model, scene.locale) }</p> }
    };
    let answer = match (levers_known, answer.latest().map(|answer| &**answer)) {
        (Some(Err(why)), _) | (_, Some(Err(why))) => return failed(why),
        (_, Some(Ok(answer))) => Some(answer),
        (_, None) => None,
    };
    html! {
        <div class="goal">
            { asking.fields(field.label, drawn) }
            if levers_known.is_none() {
                { levers.notice(scene.locale) }
            }
            <div role="status" id={asking.answer_id()} tabindex="-1">{ asking.answer(answer) }</div>
            { asking.adopt(answer) }
            { asking.without_effect() }
        </div>
    }
}

/// The form as it stands.
struct Asking<'a> {
    props: &'a Props,
    entry: &'a UseStateHandle<Entry>,
    ranked: &'a [Prospect],
}

impl Asking<'_> {
    fn locale(&self) -> Locale {
        self.props.scene.locale
    }

    fn target(&self) -> &Target {
        &self.props.scene.region.targets[self.props.target]
    }

    fn words(&self) -> GoalWords<'_> {
        let Scene { model, region, locale, .. } = &self.props.scene;
        GoalWords { target: self.target(), model, region, locale: *locale }
    }

    fn measure(&self) -> Measure {
        if self.by_chance() {
            Measure::percent(0, self.locale())
        } else {
            judged_measure(self.target(), &self.props.scene.model, self.locale())
        }
    }

    /// The unit of a wished value, which `measure` shows.
    fn unit(&self) -> Unit {
        let (target, model) = (self.target(), &self.props.scene.model);
        let variable = target.variable.and_then(|variable| model.variables.get(variable));
        let percent = || model.units.parse("%").ok();
        let declared = match target.kind {
            TargetKind::Growth => percent(),
            _ => variable.map(|variable| variable.unit.clone()),
        };
        declared.unwrap_or_else(|| target.unit.clone())
    }

    /// A value to hold is neither better higher nor lower: only its chance can be wished for.
    fn by_chance(&self) -> bool {
        self.entry.by_chance || self.target().kind == TargetKind::Hold
    }

    /// The wish as it stands in its field: what was typed, else what the target asks for.
    fn written(&self) -> String {
        let bound = || {
            let report = &self.props.run.outcome.report;
            let judged = report.assessments.get(self.props.target);
            let judged = judged.and_then(|assessment| assessment.verdict.as_ref().ok());
            judged.map_or(self.target().floor, |judgement| judgement.bound)
        };
        match &self.entry.wish {
            Some(typed) => typed.clone(),
            None if self.by_chance() => USUAL_CHANCE.to_owned(),
            None => {
                let (measure, bound) = (self.measure(), bound());
                measure.showing(bound).without_padding().digits(bound)
            }
        }
    }

    /// The wish, or what is wrong with it.
    fn wish(&self) -> Result<Wish, String> {
        let (measure, locale) = (self.measure(), self.locale());
        let said = |error: EntryError| {
            Phrase::NUMBER_SENTENCE.with(locale, &[("problem", &error.clause(locale))])
        };
        if self.by_chance() {
            let chance = read_share(&self.written()).map_err(said)?;
            let is_open = (0.01..=0.99).contains(&chance);
            let range = || Phrase::GOAL_CHANCE_RANGE.get(locale).to_owned();
            return if is_open { Ok(Wish::Chance(chance)) } else { Err(range()) };
        }
        let unit = self.unit();
        read_number(&self.written(), &unit, &measure).map(Wish::Median).map_err(said)
    }

    /// The lever that is asked about: the one chosen, else the one that can do most.
    fn prospect(&self) -> Option<&Prospect> {
        let chosen = self.ranked.iter().find(|found| Some(found.lever) == self.entry.lever);
        chosen.or(self.ranked.first()).filter(|found| found.has_effect())
    }

    fn set(&self, change: impl Fn(&mut Entry, String) + 'static) -> Callback<String> {
        let entry = self.entry.clone();
        Callback::from(move |text| {
            let mut next = (*entry).clone();
            change(&mut next, text);
            entry.set(next);
        })
    }

    /// The field of the wish. What was typed stays in it, also where something is wrong with it.
    fn field(&self, problem: Option<&String>) -> field::Props {
        let unit = self.measure().heading();
        // What is counted without a unit, such as a rank, has none to name.
        let wish = if unit.is_empty() { Phrase::GOAL_WISH_BARE } else { Phrase::GOAL_WISH };
        let set = self.set(|entry, text| entry.wish = Some(text));
        yew::props!(field::Props {
            id: format!("wish-{}", self.target().id),
            label: wish.with(self.locale(), &[("unit", &unit)]),
            seen: true,
            size: "8",
            decimal: true,
            value: self.written(),
            refused: problem.map(|problem| AttrValue::from(problem.clone())),
            purpose: Purpose::Question,
            on_enter: Callback::from(move |text: String| {
                set.emit(text);
                None
            }),
        })
    }

    fn fields(&self, label: AttrValue, field: Drawn) -> Html {
        let Drawn { input, problem, .. } = field;
        html! {
            <>
                <div class="goal-fields">
                    { self.measures() }
                    <label class="choice"><span>{ label }</span>{ input }</label>
                    { self.levers() }
                </div>
                if let Some(problem) = problem {
                    { problem }
                }
            </>
        }
    }

    /// A value or a chance; only the chance of a value to hold.
    fn measures(&self) -> Html {
        let locale = self.locale();
        let value = ("value", Phrase::GOAL_BY_MEDIAN);
        let chance = ("chance", Phrase::GOAL_BY_CHANCE);
        let is_held = self.target().kind == TargetKind::Hold;
        let offered = if is_held { vec![chance] } else { vec![value, chance] };
        let options =
            offered.into_iter().map(|(id, word)| (id.to_owned(), word.get(locale).to_owned()));
        let current = if self.by_chance() { "chance" } else { "value" };
        let on_choose = self.set(|entry, chosen| {
            *entry =
                Entry { by_chance: chosen == "chance", lever: entry.lever, ..Entry::default() };
        });
        html! {
            <Choice label={Phrase::GOAL_MEASURE.get(locale)} options={options.collect::<Vec<_>>()}
                value={current.to_owned()} {on_choose} />
        }
    }

    fn levers(&self) -> Html {
        let Some(current) = self.prospect() else { return Html::default() };
        let movers = self.ranked.iter().filter(|found| found.has_effect());
        let options = movers.map(|found| (option_value(found.lever), self.words().option(found)));
        let on_choose =
            self.set(|entry, chosen| entry.lever = chosen.parse::<usize>().ok().map(LeverId::from));
        html! {
            <Choice label={Phrase::GOAL_LEVER.get(self.locale())} options={options.collect::<Vec<_>>()}
                value={option_value(current.lever)} {on_choose} />
        }
    }

    fn answer_id(&self) -> String {
        format!("goal-answer-{}", self.target().id)
    }

    fn answer(&self, answer: Option<&Answer>) -> Html {
        let locale = self.locale();
        if !self.ranked.is_empty() && self.prospect().is_none() {
            return html! { <p class="goal-answer">{ Phrase::GOAL_NOTHING_HELPS.get(locale) }</p> };
        }
        let Some((answer, prospect)) = answer.zip(self.prospect()) else { return Html::default() };
        let sentences = self.words().answer(answer, prospect);
        let space = Phrase::SENTENCE_SPACE.get(locale);
        html! {
            <p class="goal-answer" data-value="goal">
                { for sentences.iter().map(|words| html! { <>{ sentence(words, locale) }{ space }</> }) }
            </p>
        }
    }

    /// Sets the lever as the answer says, in the scenario in hand.
    fn adopt(&self, answer: Option<&Answer>) -> Html {
        let (phrase, trial) = match answer {
            Some(Answer::Reached(trial)) => (Phrase::GOAL_ADOPT, trial),
            Some(Answer::OutOfReach(trial, Limit::Highest | Limit::Lowest)) => {
                (Phrase::GOAL_ADOPT_NEAREST, trial)
            }
            _ => return Html::default(),
        };
        let Some(prospect) = self.prospect() else { return Html::default() };
        let lever = self.props.scene.model.levers[prospect.lever].id.clone();
        let is_present = trial.setting == self.props.run.workbench.present(prospect.lever);
        let (position, setting, answer_id) = (prospect.lever, trial.setting, self.answer_id());
        let (on_action, choose) =
            (self.props.on_action.clone(), self.set(move |entry, _| entry.lever = Some(position)));
        let onclick = move |_: MouseEvent| {
            on_action.emit(Action::Rest);
            on_action.emit(if is_present {
                Edit::ResetLever(lever.clone()).into()
            } else {
                Edit::SetLever { lever: lever.clone(), value: setting, fresh: fresh_scenario() }
                    .into()
            });
            on_action.emit(Action::Rest);
            choose.emit(String::new());
            // The button goes away with what it did.
            focus(&answer_id);
        };
        button(Kind::Primary, phrase.get(self.locale()), onclick).edits().draw()
    }

    fn without_effect(&self) -> Html {
        let locale = self.locale();
        let without = self.ranked.iter().filter(|found| !found.has_effect());
        let names: Vec<&str> = without
            .map(|found| self.props.scene.model.levers[found.lever].name.get(locale))
            .collect();
        if names.is_empty() {
            return Html::default();
        }
        let names = names.join(Phrase::LIST_COMMA.get(locale));
        html! { <p class="side-note">{ Phrase::GOAL_WITHOUT_EFFECT.with(locale, &[("levers", &names)]) }</p> }
    }
}

/// What the list of levers calls one.
fn option_value(lever: LeverId) -> String {
    usize::from(lever).to_string()
}
