//! What nearly every part of the page needs to know.

use std::ops::Deref;
use std::rc::Rc;

use crate::analysis::Report;
use crate::locale::Locale;
use crate::model::Model;
use crate::region::Region;
use crate::wording::Scenario;

/// A large value that components share; equal means the same one.
#[derive(Debug)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    /// Shares `value`.
    #[must_use]
    pub fn new(value: T) -> Self {
        Self(Rc::new(value))
    }
}

impl<T> From<Rc<T>> for Shared<T> {
    fn from(value: Rc<T>) -> Self {
        Self(value)
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What is looked at, and in which language.
#[derive(Clone, PartialEq)]
pub struct Scene {
    /// The model that computes.
    pub model: Shared<Model>,
    /// The city.
    pub region: Shared<Region>,
    /// The language of the screen.
    pub locale: Locale,
}

impl Scene {
    /// Last simulated year.
    #[must_use]
    pub fn end_year(&self) -> i32 {
        self.region.base_year + self.model.horizon.cast_signed()
    }

    /// Position of the plan year among the simulated years, if it is one.
    #[must_use]
    pub fn plan_position(&self) -> Option<usize> {
        usize::try_from(self.region.plan_year - self.region.base_year - 1).ok()
    }
}

/// Results under one setting of the levers.
#[derive(Clone, PartialEq)]
pub struct Outcome {
    /// What happens.
    pub report: Shared<Report>,
    /// What it is the report of.
    pub scenario: Scenario,
}
