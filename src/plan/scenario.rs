//! Scenarios by name, in their order; 现状延续 is always among them.

use std::fmt;

use crate::limits;
use crate::plan::{KeptFields, Settings};
use crate::sorted::Map;

/// Tells scenarios apart, whatever they are called and whoever made them: 64 random bits, drawn where a person
/// acts, so that the plans of two people can be put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ScenarioId(pub u64);

impl ScenarioId {
    /// 现状延续: no new policy.
    pub const PRESENT: Self = Self(0);

    /// The id that 16 hexadecimal digits give.
    #[must_use]
    pub fn read(digits: &str) -> Option<Self> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let is_id = digits.len() == 16 && digits.bytes().all(is_digit);
        is_id.then(|| u64::from_str_radix(digits, 16).ok().map(Self))?
    }
}

impl fmt::Display for ScenarioId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:016x}", self.0)
    }
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
    /// What a newer version wrote besides.
    pub kept: KeptFields,
}

impl Scenario {
    fn new(id: ScenarioId, name: String) -> Self {
        let (settings, assumptions) = (Settings::present(), Map::new());
        let kept = KeptFields::default();
        Self { id, name, settings, assumptions, note: String::new(), kept }
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
}

impl Default for Scenarios {
    fn default() -> Self {
        Self {
            list: vec![Scenario::new(ScenarioId::PRESENT, String::new())],
            current: ScenarioId::PRESENT,
            reference: ScenarioId::PRESENT,
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

    /// Adds a scenario at present settings under a new id and makes it current; `None` if the id is
    /// taken or there is no room.
    pub fn add(&mut self, id: ScenarioId, name: String) -> Option<ScenarioId> {
        self.insert(self.list.len(), Scenario::new(id, name))
    }

    /// Adds a copy after the original, under a new id, and makes it current. What a newer version wrote
    /// of the original is not known to be true of the copy.
    pub fn duplicate(
        &mut self,
        of: ScenarioId,
        id: ScenarioId,
        name: String,
    ) -> Option<ScenarioId> {
        let position = self.position(of)?;
        let kept = KeptFields::default();
        let copy = Scenario { id, name, kept, ..self.list[position].clone() };
        self.insert(position + 1, copy)
    }

    /// Adds a scenario as a file gives it, under its own id. `false` if the id is taken,
    /// is that of 现状延续, or there is no room.
    pub fn restore(&mut self, scenario: Scenario) -> bool {
        let current = self.current;
        let fits = self.insert(self.list.len(), scenario).is_some();
        self.current = current;
        fits
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
        let id = scenario.id;
        if !self.has_room() || self.get(id).is_some() {
            return None;
        }
        self.list.insert(position, scenario);
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
        let ids = [(7, "甲"), (3, "乙")];
        let ids = ids.map(|(id, name)| scenarios.add(ScenarioId(id), name.to_owned()).unwrap());
        (scenarios, ids)
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
    fn an_id_is_taken_once() {
        let (mut scenarios, [first, _]) = three();
        for taken in [first, ScenarioId::PRESENT] {
            assert_eq!(scenarios.add(taken, "丙".to_owned()), None);
            assert_eq!(scenarios.duplicate(first, taken, "丙".to_owned()), None);
        }
        assert_eq!(names(&scenarios), ["", "甲", "乙"]);
    }

    #[test]
    fn an_id_is_written_in_sixteen_digits() {
        for id in [ScenarioId::PRESENT, ScenarioId(0xab), ScenarioId(u64::MAX)] {
            assert_eq!((id.to_string().len(), ScenarioId::read(&id.to_string())), (16, Some(id)));
        }
        let others = ["", "1", "00000000000000001", "+000000000000001", "000000000000000A"];
        assert!(others.iter().all(|other| ScenarioId::read(other).is_none()));
    }

    #[test]
    fn a_copy_stands_after_its_original() {
        let (mut scenarios, [first, _]) = three();
        let copy = scenarios.duplicate(first, ScenarioId(9), "甲2".to_owned()).unwrap();
        assert_eq!(names(&scenarios), ["", "甲", "甲2", "乙"]);
        assert_eq!(scenarios.current().id, copy);
    }

    #[test]
    fn there_is_a_limit() {
        let mut scenarios = Scenarios::default();
        let mut ids = (1..).map(ScenarioId);
        while scenarios.add(ids.next().unwrap(), "甲".to_owned()).is_some() {}
        assert_eq!(scenarios.all().len(), limits::SCENARIOS);
    }
}
