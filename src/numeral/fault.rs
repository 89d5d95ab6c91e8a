//! Why a text is refused.

/// Why a text is no number that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing that reads as a number.
    NotANumber,
    /// Commas, points, blanks or quotes between digits that group no thousands: 「1,5」.
    Separators,
    /// A condition or a range: 「≥3」, 「3-5」.
    Condition,
    /// Another country's money.
    ForeignCurrency,
    /// Chinese numerals.
    ChineseNumerals,
    /// Something behind the number that is no unit.
    UnknownUnit,
    /// A scale that may mean two things: 「3千」 in a column of 亿元, 「1亿2」.
    Ambiguous,
    /// `#N/A` and the like: the spreadsheet's own error.
    SheetError,
    /// `####`: the column was too narrow to show the number.
    NarrowColumn,
    /// A unit of something else: the one asked for and the one found.
    OtherUnit(String, String),
    /// Beyond every number that is computed with.
    TooLarge,
}
