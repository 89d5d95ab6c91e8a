//! The field of a lever's setting.

use yew::prelude::*;

use crate::desk::{setting, stepped};
use crate::locale::Locale;
use crate::model::Lever;
use crate::ui::widgets::number_field::NumberField;
use crate::unit::InUnit;
use crate::wording::Measure;

/// A setting, and what is done with another one.
pub struct SettingField<'a> {
    /// The lever.
    pub lever: &'a Lever,
    /// What is set, in words: the lever's name, or a year of it.
    pub label: String,
    /// Tells the field's own elements apart on the page.
    pub id: String,
    /// How settings are written.
    pub measure: &'a Measure,
    /// Setting in hand.
    pub value: InUnit,
    /// Language.
    pub locale: Locale,
    /// Called with every accepted setting.
    pub on_set: Callback<InUnit>,
    /// Called when a typed setting was accepted.
    pub on_rest: Callback<()>,
}

impl SettingField<'_> {
    /// The field; steps and range are the lever's.
    pub fn draw(self) -> Html {
        let Self { lever, label, id, measure, value, locale, on_set, on_rest } = self;
        let base = lever.unit.to_base(value);
        let written = measure.clone().showing(base).digits(base);
        let read = {
            let (lever, measure) = (lever.clone(), measure.clone());
            move |text: String| {
                setting(&text, &lever, &measure).map_err(|error| error.sentence(locale))
            }
        };
        let step = {
            let lever = lever.clone();
            move |(value, steps)| stepped(&lever, value, steps)
        };
        html! { <NumberField {label} {id} {value} {written} {read} {step} {locale} {on_set} {on_rest} /> }
    }
}
