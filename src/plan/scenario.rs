//! Scenarios by name, in their order; 现状延续 is always among them.

use crate::limits;
use crate::plan::Settings;
use crate::sorted::Map;

/// Tells scenarios of a plan apart, whatever they are called; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ScenarioId(pub u32);

impl ScenarioId {
    /// 现状延续: no new policy.
    pub const PRESENT: Self = Self(0);
}

/// Lever settings and changed assumptions under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// Identity within the plan.
    pub id: ScenarioId,
    /// As planners call it; that of 现状延续 is empty, the screen has its name.
    pub name: String,
    /// Of the levers.
    pub settings: Settings,
    /// Changed assumptions: id to calendar year to value, base units.
    pub assumptions: Map<String, Map<i32, f64>>,
    /// Remark.
    pub note: String,
}

impl Scenario {
    fn new(id: ScenarioId, name: String) -> Self {
        let (settings, assumptions) = (Settings::present(), Map::new());
        Self { id, name, settings, assumptions, note: String::new() }
    }

    /// Whether it is 现状延续, which cannot be changed.
    #[must_use]
    pub fn is_present(&self) -> bool {
        self.id == ScenarioId::PRESENT
    }
}

/// The scenarios of a plan. 现状延续 comes first and stays; one is current, one is
/// the reference that the others are compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenarios {
    list: Vec<Scenario>,
    current: ScenarioId,
    reference: ScenarioId,
    next: u32,
}

impl Default for Scenarios {
    fn default() -> Self {
        Self {
            list: vec![Scenario::new(ScenarioId::PRESENT, String::new())],
            current: ScenarioId::PRESENT,
            reference: ScenarioId::PRESENT,
            next: 1,
        }
    }
}

impl Scenarios {
    /// All, in the order of the screen.
    #[must_use]
    pub fn all(&self) -> &[Scenario] {
        &self.list
    }

    /// The scenario in hand.
    #[must_use]
    pub fn current(&self) -> &Scenario {
        self.get(self.current).unwrap_or(&self.list[0])
    }

    /// The scenario that others are compared with.
    #[must_use]
    pub fn reference(&self) -> &Scenario {
        self.get(self.reference).unwrap_or(&self.list[0])
    }

    /// The scenario with this id.
    #[must_use]
    pub fn get(&self, id: ScenarioId) -> Option<&Scenario> {
        self.list.iter().find(|scenario| scenario.id == id)
    }

    /// The id that the next new scenario gets. A file may bring the last id of all; then the
    /// least that is free is given.
    #[must_use]
    pub fn next_id(&self) -> ScenarioId {
        let is_free = |id: &ScenarioId| self.get(*id).is_none();
        let ids = [self.next].into_iter().chain(1..).map(ScenarioId);
        ids.into_iter().find(is_free).unwrap_or(ScenarioId(self.next))
    }

    /// Whether another one may be added.
    #[must_use]
    pub fn has_room(&self) -> bool {
        self.list.len() < limits::SCENARIOS
    }

    /// The scenario with this id, to be changed; not 现状延续.
    pub fn get_mut(&mut self, id: ScenarioId) -> Option<&mut Scenario> {
        let changeable = self.list.iter_mut().filter(|scenario| !scenario.is_present());
        changeable.into_iter().find(|scenario| scenario.id == id)
    }

    /// Adds a scenario at present settings and makes it current; `None` if there is no room.
    pub fn add(&mut self, name: String) -> Option<ScenarioId> {
        let scenario = Scenario::new(self.next_id(), name);
        let end = self.list.len();
        self.insert(end, scenario)
    }

    /// Adds a copy after the original and makes it current.
    pub fn duplicate(&mut self, id: ScenarioId, name: String) -> Option<ScenarioId> {
        let position = self.position(id)?;
        let copy = Scenario { id: self.next_id(), name, ..self.list[position].clone() };
        self.insert(position + 1, copy)
    }

    /// Adds a scenario as a file gives it, under its own id. `false` if the id is taken,
    /// is that of 现状延续, or there is no room.
    pub fn restore(&mut self, scenario: Scenario) -> bool {
        let fits = self.has_room() && self.get(scenario.id).is_none();
        if fits {
            self.next = self.next.max(scenario.id.0.saturating_add(1));
            self.list.push(scenario);
        }
        fits
    }

    /// Sees to it that ids below `next` are not given to new scenarios.
    pub fn reserve(&mut self, next: ScenarioId) {
        self.next = self.next.max(next.0);
    }

    /// Removes a scenario. Where it was current or the reference, the one before
    /// it, or 现状延续, takes its place.
    pub fn delete(&mut self, id: ScenarioId) {
        let Some(position) = self.position(id).filter(|&position| position > 0) else { return };
        self.list.remove(position);
        if self.current == id {
            self.current = self.list[position - 1].id;
        }
        if self.reference == id {
            self.reference = ScenarioId::PRESENT;
        }
    }

    /// Moves a scenario to a position from 1; 现状延续 stays at 0.
    pub fn shift(&mut self, id: ScenarioId, to: usize) {
        let Some(from) = self.position(id).filter(|&position| position > 0) else { return };
        let scenario = self.list.remove(from);
        self.list.insert(to.clamp(1, self.list.len()), scenario);
    }

    /// Makes a scenario current; nothing happens if there is none with this id.
    pub fn select(&mut self, id: ScenarioId) {
        if self.get(id).is_some() {
            self.current = id;
        }
    }

    /// Makes a scenario the reference; nothing happens if there is none with this id.
    pub fn set_reference(&mut self, id: ScenarioId) {
        if self.get(id).is_some() {
            self.reference = id;
        }
    }

    fn insert(&mut self, position: usize, scenario: Scenario) -> Option<ScenarioId> {
        if !self.has_room() {
            return None;
        }
        let id = scenario.id;
        self.list.insert(position, scenario);
        self.next = self.next.max(id.0.saturating_add(1));
        self.current = id;
        Some(id)
    }

    fn position(&self, id: ScenarioId) -> Option<usize> {
        self.list.iter().position(|scenario| scenario.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn three() -> (Scenarios, [ScenarioId; 2]) {
        let mut scenarios = Scenarios::default();
        let first = scenarios.add("甲".to_owned()).unwrap();
        let second = scenarios.add("乙".to_owned()).unwrap();
        (scenarios, [first, second])
    }

    fn names(scenarios: &Scenarios) -> Vec<&str> {
        scenarios.all().iter().map(|scenario| scenario.name.as_str()).collect()
    }

    #[test]
    fn the_outlook_can_neither_be_deleted_nor_changed_nor_moved() {
        let (mut scenarios, [first, _]) = three();
        scenarios.delete(ScenarioId::PRESENT);
        scenarios.shift(ScenarioId::PRESENT, 2);
        scenarios.shift(first, 0);
        assert_eq!(names(&scenarios), ["", "甲", "乙"]);
        assert_eq!(scenarios.get_mut(ScenarioId::PRESENT), None);
    }

    #[test]
    fn a_deleted_scenario_is_neither_current_nor_reference() {
        let (mut scenarios, [first, second]) = three();
        scenarios.set_reference(second);
        scenarios.delete(second);
        assert_eq!(scenarios.current().id, first);
        assert!(scenarios.reference().is_present());
    }

    #[test]
    fn ids_are_never_used_twice() {
        let (mut scenarios, [_, second]) = three();
        scenarios.delete(second);
        let third = scenarios.add("丙".to_owned()).unwrap();
        assert_ne!(third, second);
    }

    #[test]
    fn after_the_last_id_of_all_a_free_one_is_given() {
        let mut scenarios = Scenarios::default();
        scenarios.reserve(ScenarioId(u32::MAX));
        let ids = ["甲", "乙", "丙"].map(|name| scenarios.add(name.to_owned()).unwrap().0);
        assert_eq!(ids, [u32::MAX, 1, 2]);
    }

    #[test]
    fn a_copy_stands_after_its_original() {
        let (mut scenarios, [first, _]) = three();
        let copy = scenarios.duplicate(first, "甲2".to_owned()).unwrap();
        assert_eq!(names(&scenarios), ["", "甲", "甲2", "乙"]);
        assert_eq!(scenarios.current().id, copy);
    }

    #[test]
    fn there_is_a_limit() {
        let mut scenarios = Scenarios::default();
        while scenarios.add("甲".to_owned()).is_some() {}
        assert_eq!(scenarios.all().len(), limits::SCENARIOS);
    }
}
