//! The names of the rules that a file can break.

use std::fmt;

/// How bad a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file can be used; a person should know.
    Warning,
    /// The file cannot be used.
    Error,
}

macro_rules! codes {
    ($($(#[$documentation:meta])* $name:ident = $text:literal, $severity:ident;)*) => {
        /// A rule that a file can break. The text form is stable and shown to people.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code { $($(#[$documentation])* $name,)* }

        impl Code {
            /// All codes, in the order of declaration.
            pub const ALL: &[Code] = &[$(Code::$name,)*];

            /// The code as it is shown, for example `unit-mismatch`.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// Whether breaking the rule forbids to use the file.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// The file is not written in UTF-8.
    InvalidUtf8 = "invalid-utf8", Error;
    /// The text is not TOML.
    Toml = "toml", Error;
    /// `format` is missing or newer than this program.
    FormatVersion = "format-version", Error;
    /// A field or table that the format does not know.
    UnknownField = "unknown-field", Error;
    /// A required field is absent.
    MissingField = "missing-field", Error;
    /// A field holds another kind of value.
    WrongType = "wrong-type", Error;
    /// An id occurs twice.
    DuplicateId = "duplicate-id", Error;
    /// A displayed name occurs twice.
    DuplicateName = "duplicate-name", Error;
    /// An id that the language reserves.
    ReservedName = "reserved-name", Error;
    /// An id that is a unit.
    NameIsUnit = "name-is-unit", Error;
    /// An id with characters that are not allowed.
    BadId = "bad-id", Error;
    /// A source that is not declared.
    UnknownSource = "unknown-source", Error;
    /// A group that is not declared.
    UnknownGroup = "unknown-group", Error;
    /// An evidence class that does not exist.
    UnknownClass = "unknown-class", Error;
    /// A measure or other keyword that does not exist.
    UnknownKeyword = "unknown-keyword", Error;
    /// A formula that does not follow the grammar.
    Syntax = "syntax", Error;
    /// A character that no formula contains.
    UnexpectedCharacter = "unexpected-character", Error;
    /// A full-width character where the half-width one is meant.
    FullWidthCharacter = "full-width-character", Error;
    /// A number written in another way, such as `1,234`.
    NumberFormat = "number-format", Error;
    /// A number too large to compute with.
    NumberRange = "number-range", Error;
    /// `a < b < c`.
    ChainedComparison = "chained-comparison", Error;
    /// A name that is not declared.
    UnknownName = "unknown-name", Error;
    /// A function that does not exist.
    UnknownFunction = "unknown-function", Error;
    /// Too few or too many arguments.
    ArgumentCount = "argument-count", Error;
    /// `previous` and its like need a name, not an expression.
    NeedsAName = "needs-a-name", Error;
    /// Parentheses or operators nested too deeply.
    TooDeep = "too-deep", Error;
    /// A text or table longer than allowed.
    TooLong = "too-long", Error;
    /// A unit that is not declared.
    UnknownUnit = "unknown-unit", Error;
    /// Two units that do not belong together.
    UnitMismatch = "unit-mismatch", Error;
    /// A function that needs a pure number.
    UnitArgument = "unit-argument", Error;
    /// An exponent with a unit, or a unit raised to a power that is not a whole number.
    UnitExponent = "unit-exponent", Error;
    /// A root of a unit that has none.
    UnitPower = "unit-power", Error;
    /// A percentage and a difference of percentages confused.
    PercentDifference = "percent-difference", Error;
    /// A rate and a difference compared.
    PercentMix = "percent-mix", Error;
    /// A bare number next to a rate.
    BareNumberWithPercent = "bare-number-with-percent", Error;
    /// Variables that need each other in the same year.
    Circle = "circle", Error;
    /// A variable that reads its past but has no start.
    MissingStart = "missing-start", Error;
    /// A base-year formula that reads what has no base-year value.
    NoBaseValue = "no-base-value", Error;
    /// A distribution that cannot be.
    Distribution = "distribution", Error;
    /// Low above high.
    RangeOrder = "range-order", Error;
    /// A present setting outside the lever's range.
    PresentOutsideRange = "present-outside-range", Error;
    /// Words that do not cover a lever's range.
    WordsDoNotCover = "words-do-not-cover", Error;
    /// Weights that are not positive or exceed 100 points.
    Weights = "weights", Error;
    /// An identity that does not hold.
    IdentityFails = "identity-fails", Error;
    /// A truth about behaviour that does not hold.
    CheckFails = "check-fails", Error;
    /// A region figure that the model does not know: kept, and not computed with.
    UnknownFigure = "unknown-figure", Warning;
    /// A region figure in another dimension than the model's.
    FigureUnit = "figure-unit", Error;
    /// History after, or outcome before, the base year.
    YearOrder = "year-order", Error;
    /// A plan year that lies before what is computed, or after it.
    PlanYear = "plan-year", Error;
    /// A plan year that this model does not compute so far.
    BeyondHorizon = "beyond-horizon", Warning;
    /// An id of an earlier version of the model, read as what it is called now.
    Renamed = "renamed", Warning;
    /// A base year that the model is not meant for.
    BeyondModel = "beyond-model", Warning;
    /// A year of a figure, or a target's id, that stands twice.
    Repeated = "repeated", Warning;
    /// A target in another dimension than its indicator.
    TargetUnit = "target-unit", Error;
    /// A target for an indicator that this model does not have.
    UnknownIndicator = "unknown-indicator", Warning;
    /// A figure that no formula reads.
    UnusedFigure = "unused-figure", Warning;
    /// A parameter that no formula reads.
    UnusedParameter = "unused-parameter", Warning;
    /// A shock that no formula reads.
    UnusedShock = "unused-shock", Warning;
    /// An assumption that no formula reads.
    UnusedAssumption = "unused-assumption", Warning;
    /// A lever that no formula but its own cost reads.
    UnusedLever = "unused-lever", Warning;
    /// A number in a formula that should be a parameter.
    UnnamedNumber = "unnamed-number", Warning;
    /// An indicator that does not say what it counts.
    NoDefinition = "no-definition", Warning;
    /// A figure outside the range that the model calls plausible.
    NotPlausible = "not-plausible", Warning;
    /// A figure that the region does not give, and the model assumes.
    AssumedFigure = "assumed-figure", Warning;
    /// A figure that the region does not give, and nothing stands for.
    MissingFigure = "missing-figure", Warning;
    /// The text is not JSON.
    Json = "json", Error;
    /// A file of another kind, or in another encoding.
    NotAPlan = "not-a-plan", Error;
    /// A model that the program does not have.
    UnknownModel = "unknown-model", Error;
    /// A plan made with another version of the model, or a region written for another model.
    OtherModel = "other-model", Warning;
    /// A setting or parameter of something that the model does not have.
    NotInModel = "not-in-model", Warning;
    /// A field that a newer version of the program wrote: kept as it is.
    KeptField = "kept-field", Warning;
    /// A plan from before lights were read from the chance of reaching a target.
    LightsByChance = "lights-by-chance", Warning;
    /// A setting outside the lever's range.
    OutsideRange = "outside-range", Warning;
    /// A text with hidden characters, or a name that is too long.
    NameCleaned = "name-cleaned", Warning;
    /// A remark or a list of years that is longer than allowed, and was cut.
    Cut = "cut", Warning;
}

impl fmt::Display for Code {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}
