//! The form of one target.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use crate::browser::focus;
use crate::desk::Scene;
use crate::desk::target::{Draft, Field, FieldProblem, ReadingDraft};
use crate::locale::Locale;
use crate::region::{Comparison, Target, TargetKind};
use crate::ui::targets::unfinished::{left_in, use_left};
use crate::ui::widgets::button::{Kind, button};
use crate::ui::widgets::choice::Choice;
use crate::ui::widgets::form_field::FormField;
use crate::ui::widgets::notice::{Tone, notice};
use crate::wording::{Phrase, comparison_word, target_kind_word};

/// Id of the list of the model's indicators.
const INDICATORS: &str = "model-indicators";

/// Id of the button that keeps the target.
pub(super) const SAVE: &str = "target-save";

/// Id of the button that adds a reading.
const READING_ADD: &str = "reading-add";

/// Verbs that a plan may use, to choose from; any other can be typed.
const VERBS: &str = "plan-verbs";

const KINDS: [TargetKind; 8] = [
    TargetKind::Value,
    TargetKind::Growth,
    TargetKind::Increase,
    TargetKind::Relative,
    TargetKind::Hold,
    TargetKind::Rank,
    TargetKind::Milestone,
    TargetKind::Rule,
];

const COMPARISONS: [Comparison; 4] =
    [Comparison::AtLeast, Comparison::MoreThan, Comparison::AtMost, Comparison::Equal];

/// Properties of [`Editor`].
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// What is looked at.
    pub scene: Scene,
    /// The target as it is, or a blank one.
    pub target: Target,
    /// Whether something stands in it that would be lost.
    pub is_typed: Rc<Cell<bool>>,
    /// Whether another form was asked for while something stood in this one.
    pub is_in_the_way: bool,
    /// Called with the target to keep, or with none where nothing is to change.
    pub on_done: Callback<Option<Target>>,
}

/// The fields of a target; nothing leaves them before everything is right.
#[component]
pub fn Editor(props: &Props) -> Html {
    let Scene { model, region, locale, .. } = &props.scene;
    let opened = use_memo((), |()| Draft::of(&props.target, model, *locale));
    let draft = use_state(|| left_in(&props.target, region).unwrap_or_else(|| (*opened).clone()));
    let is_done = use_left(region, &draft, &opened, &props.is_typed);
    let on_done = props.on_done.reform(move |target| {
        is_done.set(true);
        target
    });
    let problems = use_state(Vec::<FieldProblem>::new);
    let first = field_id(Field::Indicator);
    use_effect_with((), move |()| focus(&first));
    let form = Form { props, draft: &draft, problems: &problems, on_done: &on_done };
    let onsubmit = form.on_submit();
    let cancel = on_done.reform(|_: MouseEvent| None);
    let onkeydown = {
        // What was typed is kept: the form comes back with it.
        let on_done = props.on_done.clone();
        move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                on_done.emit(None);
            }
        }
    };
    html! {
        <form class="target-form" novalidate=true {onsubmit} {onkeydown} aria-label={Phrase::TARGET_FORM.get(*locale)}>
            { form.lists() }
            <div class="form-grid">{ form.what() }</div>
            <div class="form-grid">{ form.bounds() }</div>
            <div class="form-grid">{ form.document() }</div>
            { form.readings() }
            <div class="form-buttons">
                // A press on it sends the form.
                { button(Kind::Primary, Phrase::TARGET_SAVE.get(*locale), Callback::noop()).id(SAVE).submits().draw() }
                { button(Kind::Secondary, Phrase::CANCEL.get(*locale), cancel).draw() }
                if props.is_in_the_way {
                    { notice(Tone::Alert, "field-problem", Phrase::TARGET_IN_THE_WAY.get(*locale)) }
                }
            </div>
        </form>
    }
}

/// Id of the element of a field.
fn field_id(field: Field) -> String {
    format!("target-field-{}", field as usize)
}

struct Form<'f> {
    props: &'f Props,
    draft: &'f UseStateHandle<Draft>,
    problems: &'f UseStateHandle<Vec<FieldProblem>>,
    on_done: &'f Callback<Option<Target>>,
}

impl Form<'_> {
    fn locale(&self) -> Locale {
        self.props.scene.locale
    }

    /// Keeps a right target; goes to the first field that is wrong.
    fn on_submit(&self) -> Callback<SubmitEvent> {
        let (draft, problems) = (self.draft.clone(), self.problems.setter());
        let (scene, on_done) = (self.props.scene.clone(), self.on_done.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match draft.checked(&scene.model, &scene.region, scene.locale) {
                Ok(target) => on_done.emit(Some(target)),
                Err(found) => {
                    if let Some((field, _)) = found.first() {
                        focus(&field_id(*field));
                    }
                    problems.set(found);
                }
            }
        })
    }

    /// Changes the draft by a text that was typed or chosen.
    fn edit(&self, change: impl Fn(&mut Draft, String) + 'static) -> Callback<String> {
        let draft = self.draft.clone();
        Callback::from(move |text| {
            let mut next = (*draft).clone();
            change(&mut next, text);
            draft.set(next);
        })
    }

    /// What can be chosen where a field has a list.
    fn lists(&self) -> Html {
        let locale = self.locale();
        let names =
            self.props.scene.model.variables.iter().map(|variable| variable.name.get(locale));
        let verbs = [Phrase::WORD_ENSURE, Phrase::WORD_STRIVE, Phrase::WORD_EFFORT]
            .map(|verb| verb.get(Locale::Zh));
        let options = |values: Vec<&'static str>| {
            values.into_iter().map(|value| html! { <option {value} /> }).collect::<Html>()
        };
        html! {
            <>
                <datalist id={INDICATORS}>{ for names.map(|name| html! { <option value={name.to_owned()} /> }) }</datalist>
                <datalist id={VERBS}>{ options(verbs.to_vec()) }</datalist>
            </>
        }
    }

    fn what(&self) -> Html {
        let kind = self.draft.kind;
        html! {
            <>
                { self.field(Field::Indicator, Phrase::FIELD_INDICATOR, Some(INDICATORS)) }
                if self.draft.variable(&self.props.scene.model).is_some() {
                    { self.field(Field::Name, Phrase::FIELD_NAME, None) }
                }
                { self.kinds() }
                if kind == TargetKind::Relative {
                    { self.field(Field::RelativeTo, Phrase::FIELD_RELATIVE_TO, Some(INDICATORS)) }
                }
            </>
        }
    }

    fn bounds(&self) -> Html {
        let kind = self.draft.kind;
        let floor = match kind {
            TargetKind::Hold => Phrase::FIELD_TOLERANCE,
            TargetKind::Relative => Phrase::FIELD_MARGIN,
            kind if kind.is_computed() => Phrase::TABLE_FLOOR,
            _ => Phrase::FIELD_NUMBER,
        };
        html! {
            <>
                if kind != TargetKind::Hold {
                    { self.comparisons() }
                }
                { self.field(Field::Floor, floor, None) }
                if kind.is_computed() && kind != TargetKind::Hold {
                    { self.field(Field::Stretch, Phrase::FIELD_STRETCH, None) }
                }
                { self.units() }
                { self.field(Field::Year, Phrase::FIELD_YEAR, None) }
            </>
        }
    }

    fn document(&self) -> Html {
        html! {
            <>
                { self.field(Field::Section, Phrase::FIELD_SECTION, None) }
                { self.field(Field::Commitment, Phrase::FIELD_COMMITMENT, Some(VERBS)) }
                { self.field(Field::Lead, Phrase::FIELD_LEAD, None) }
                { self.field(Field::Responsible, Phrase::FIELD_RESPONSIBLE, None) }
                { self.field(Field::Note, Phrase::FIELD_NOTE, None) }
            </>
        }
    }

    fn kinds(&self) -> Html {
        let model = self.props.scene.model.clone();
        let on_choose = self.edit(move |draft, chosen| {
            draft.ask_for(kind_of(&chosen).unwrap_or(draft.kind), &model);
        });
        self.kind_choice(Phrase::FIELD_KIND, self.draft.kind, on_choose)
    }

    fn kind_choice(&self, label: Phrase, kind: TargetKind, on_choose: Callback<String>) -> Html {
        let locale = self.locale();
        let option =
            |kind: TargetKind| (kind_value(kind), target_kind_word(kind).get(locale).to_owned());
        html! {
            <Choice label={label.get(locale)} options={KINDS.map(option).to_vec()} value={kind_value(kind)} {on_choose} />
        }
    }

    fn comparisons(&self) -> Html {
        let locale = self.locale();
        let value = |comparison: Comparison| (comparison as usize).to_string();
        let word = |comparison: Comparison| comparison_word(comparison).get(locale).to_owned();
        let option = |comparison: Comparison| (value(comparison), word(comparison));
        let on_choose = self.edit(move |draft, chosen| {
            let found = COMPARISONS.into_iter().find(|known| value(*known) == chosen);
            draft.comparison = found.unwrap_or(draft.comparison);
        });
        html! {
            <Choice label={Phrase::FIELD_COMPARISON.get(locale)} options={COMPARISONS.map(option).to_vec()}
                value={value(self.draft.comparison)} {on_choose} />
        }
    }

    /// English names a unit after its symbol.
    fn units(&self) -> Html {
        let Scene { model, locale, .. } = &self.props.scene;
        let word = |symbol: &str| {
            if symbol == "1" {
                return Phrase::UNIT_NONE.get(*locale).to_owned();
            }
            let english = model
                .units
                .english(symbol)
                .filter(|english| *locale == Locale::En && *english != symbol);
            english.map_or(symbol.to_owned(), |english| format!("{symbol} ({english})"))
        };
        let units = self.draft.units(model);
        let options = units.iter().map(|unit| (unit.symbol().to_owned(), word(unit.symbol())));
        html! {
            <Choice label={Phrase::FIELD_UNIT.get(*locale)} options={options.collect::<Vec<_>>()}
                value={self.draft.unit.clone()} on_choose={self.edit(|draft, unit| draft.unit = unit)} />
        }
    }

    /// A field of text with what is wrong with it.
    fn field(&self, field: Field, label: Phrase, list: Option<&'static str>) -> Html {
        let locale = self.locale();
        let model = self.props.scene.model.clone();
        let on_text = self.edit(move |draft, text| draft.write(field, text, &model));
        let problem = self.problems.iter().find(|(wrong, _)| *wrong == field);
        FormField {
            id: field_id(field).into(),
            label: label.get(locale).into(),
            value: self.draft.text(field).to_owned().into(),
            hint: AttrValue::default(),
            list,
            problem: problem.map(|(_, words)| words.clone()),
            on_text,
        }
        .draw()
    }

    /// Other ways to understand the plan's words.
    fn readings(&self) -> Html {
        let locale = self.locale();
        let kind = self.draft.kind;
        let add = self.edit(move |draft, _| {
            draft.readings.push(ReadingDraft {
                name: String::new(),
                indicator: String::new(),
                kind,
            });
        });
        html! {
            <fieldset class="form-readings">
                <legend>{ Phrase::FIELD_READINGS.get(locale) }</legend>
                { for (0..self.draft.readings.len()).map(|position| self.reading(position)) }
                { button(Kind::Quiet, Phrase::READING_ADD.get(locale), add.reform(|_: MouseEvent| String::new())).id(READING_ADD).draw() }
            </fieldset>
        }
    }

    fn reading(&self, position: usize) -> Html {
        let locale = self.locale();
        let ReadingDraft { name, indicator, kind } = self.draft.readings[position].clone();
        let number = (position + 1).to_string();
        let label = |phrase: Phrase| phrase.with(locale, &[("number", &number)]);
        let on_name = self.edit(move |draft, text| draft.readings[position].name = text);
        let on_indicator = self.edit(move |draft, text| draft.readings[position].indicator = text);
        let remove = self.edit(move |draft, _| drop(draft.readings.remove(position)));
        let onclick = remove.reform(|_: MouseEvent| {
            // The button goes away with its row.
            focus(READING_ADD);
            String::new()
        });
        let on_kind = self.edit(move |draft, chosen| {
            let reading = &mut draft.readings[position];
            reading.kind = kind_of(&chosen).unwrap_or(reading.kind);
        });
        let bare = |name: Phrase, hint: Phrase, text: String, list, on_text| {
            FormField {
                id: AttrValue::default(),
                label: label(name).into(),
                value: text.into(),
                hint: hint.get(locale).into(),
                list,
                problem: None,
                on_text,
            }
            .draw_bare()
        };
        html! {
            <div class="form-reading">
                { bare(Phrase::READING_NAME, Phrase::READING_NAME_HINT, name, None, on_name) }
                { bare(Phrase::READING_INDICATOR, Phrase::FIELD_INDICATOR, indicator, Some(INDICATORS), on_indicator) }
                { self.kind_choice(Phrase::FIELD_KIND, kind, on_kind) }
                { button(Kind::Quiet, Phrase::READING_REMOVE.get(locale), onclick).label(label(Phrase::READING_REMOVE_OF)).draw() }
            </div>
        }
    }
}

/// What stands for a kind in the list.
fn kind_value(kind: TargetKind) -> String {
    (kind as usize).to_string()
}

fn kind_of(value: &str) -> Option<TargetKind> {
    KINDS.into_iter().find(|kind| kind_value(*kind) == value)
}
