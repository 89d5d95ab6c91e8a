//! Which values of which names a formula reads: told here, once, for all who ask.

use crate::formula::{Expression, Node, OtherRun, Series, Years};

/// A value that a formula reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Read<N> {
    /// Of what.
    pub name: N,
    /// In another run than the one that is being computed.
    pub run: Option<OtherRun>,
    /// Of which year.
    pub moment: Moment,
}

/// The year of a value, seen from the year that is being computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Moment {
    /// The same year.
    Now,
    /// So many years before, at least one.
    Ago(u32),
    /// The base year.
    Base,
    /// The sum of the years after the base year, up to the same year.
    ToDate,
}

impl<N: Copy + PartialEq> Expression<N> {
    /// What the formula reads, in its order, each value once.
    #[must_use]
    pub fn reads(&self) -> Vec<Read<N>> {
        let mut reads: Vec<Read<N>> = Vec::new();
        self.visit_reads(&mut |read| {
            if !reads.contains(&read) {
                reads.push(read);
            }
        });
        reads
    }
}

impl<N: Copy> Expression<N> {
    /// Calls `see` with every value that the formula reads, in its order.
    pub fn visit_reads(&self, see: &mut dyn FnMut(Read<N>)) {
        self.visit(&mut |part| part.own_reads().for_each(&mut *see));
    }

    /// Calls `see` with every value that the formula reads in one of `years`, in its order.
    pub fn visit_reads_in(&self, years: &Years, see: &mut dyn FnMut(Read<N>)) {
        self.visit_read(years, &mut |part| part.own_reads().for_each(&mut *see));
    }

    /// What this part reads itself, without what is inside it; growth reads two years, the later first.
    pub fn own_reads(&self) -> impl DoubleEndedIterator<Item = Read<N>> + use<N> {
        let read = |run, name: N, moment| Some(Read { name, run, moment });
        let reads = match &self.node {
            Node::Name(name) => [read(None, *name, Moment::Now), None],
            Node::Start(name) => [read(None, *name, Moment::Base), None],
            Node::Growth(name) => {
                [read(None, *name, Moment::Now), read(None, *name, Moment::Ago(1))]
            }
            Node::Run(run, name) => [read(Some(*run), *name, Moment::Now), None],
            Node::Previous(series, ago) => [Some(series.read(Moment::Ago(*ago))), None],
            Node::SumToDate(series) => [Some(series.read(Moment::ToDate)), None],
            Node::Number { .. }
            | Node::Time
            | Node::Year
            | Node::Unary(..)
            | Node::Binary(..)
            | Node::If(_)
            | Node::Call(..) => [None, None],
        };
        reads.into_iter().flatten()
    }
}

impl<N: Copy> Series<N> {
    /// The series in a year.
    #[must_use]
    pub fn read(&self, moment: Moment) -> Read<N> {
        Read { name: self.name, run: self.run, moment }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::parse;
    use crate::unit::UnitTable;

    #[test]
    fn every_value_is_listed_once_in_the_order_of_the_formula() {
        let text = "growth(a) + previous(extra(b), 2) * a - (if start(a) > 0 then outlook(b) else sum_to_date(b))";
        let tree = parse(text, &UnitTable::built_in()).unwrap();
        let tree = tree.resolve(&mut |name, _| name.text.chars().next()).unwrap();
        let read = |name, run, moment| Read { name, run, moment };
        let expected = [
            read('a', None, Moment::Now),
            read('a', None, Moment::Ago(1)),
            read('b', Some(OtherRun::Extra), Moment::Ago(2)),
            read('a', None, Moment::Base),
            read('b', Some(OtherRun::Outlook), Moment::Now),
            read('b', None, Moment::ToDate),
        ];
        assert_eq!(tree.reads(), expected);
    }
}
