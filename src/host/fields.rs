//! The fields of an object in a message, read strictly.

use serde_json::{Map, Value};

use crate::host::problem::RequestProblem;
use crate::limits;
use crate::wording::Phrase;

/// The fields of an object in the parameters, and its place there.
pub(super) struct Fields<'f> {
    fields: &'f Map<String, Value>,
    at: String,
}

impl<'f> Fields<'f> {
    pub(super) fn of(fields: &'f Map<String, Value>, at: String) -> Self {
        Self { fields, at }
    }

    pub(super) fn place(&self, name: &str) -> String {
        if self.at.is_empty() { name.to_owned() } else { format!("{}.{name}", self.at) }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.fields.contains_key(name)
    }

    /// Refuses what the method does not know.
    pub(super) fn only(&self, known: &[&str]) -> Result<(), RequestProblem> {
        match self.fields.keys().find(|name| !known.contains(&name.as_str())) {
            None => Ok(()),
            Some(name) => {
                let shown: String = name.chars().take(limits::NAME_CHARACTERS).collect();
                Err(RequestProblem::at(self.place(&shown), Phrase::HOST_UNKNOWN_FIELD))
            }
        }
    }

    pub(super) fn list(&self, name: &str) -> Result<&'f [Value], RequestProblem> {
        let list = self.fields.get(name).and_then(Value::as_array);
        list.map(Vec::as_slice)
            .ok_or_else(|| RequestProblem::at(self.place(name), Phrase::HOST_NEEDS_LIST))
    }

    pub(super) fn text(&self, name: &str) -> Result<&'f str, RequestProblem> {
        let text = self.fields.get(name).and_then(Value::as_str);
        text.ok_or_else(|| RequestProblem::at(self.place(name), Phrase::HOST_NEEDS_TEXT))
    }

    pub(super) fn number(&self, name: &str) -> Result<f64, RequestProblem> {
        let number = self.fields.get(name).and_then(Value::as_f64);
        let number = number.filter(|number| number.abs() < limits::NUMBER);
        number.ok_or_else(|| RequestProblem::at(self.place(name), Phrase::HOST_NEEDS_NUMBER))
    }

    /// A number, or `null` for none; the field must be there.
    pub(super) fn number_or_null(&self, name: &str) -> Result<Option<f64>, RequestProblem> {
        match self.fields.get(name) {
            Some(Value::Null) => Ok(None),
            _ => self.number(name).map(Some),
        }
    }

    pub(super) fn whole(&self, name: &str) -> Result<i32, RequestProblem> {
        let whole = self.fields.get(name).and_then(Value::as_i64);
        let whole = whole.and_then(|whole| i32::try_from(whole).ok());
        whole.ok_or_else(|| RequestProblem::at(self.place(name), Phrase::HOST_NEEDS_WHOLE))
    }
}
