//! What can be wrong with a data file, in the words that its author is told.

mod file;
mod syntax;

pub use file::FileMistake;
pub use syntax::SyntaxMistake;

use std::fmt;

use super::id::NotASlug;
use super::repeated::repeated;

/// A mistake in `questions.yaml` or `careers.yaml`. Most of them can also stand in an
/// answer sheet, which has a few of its own besides.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Mistake {
    /// A mistake of the file as a whole.
    #[error(transparent)]
    File(#[from] FileMistake),
    /// A mistake of YAML's syntax.
    #[error(transparent)]
    Syntax(#[from] SyntaxMistake),
    /// A value of another type.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// What belongs here.
        expected: ValueType,
        /// What is here.
        found: ValueType,
    },
    /// An empty text.
    #[error("expected text, found an empty one")]
    EmptyText,
    /// A text that has to fit on a line and does not.
    #[error("expected at most {most} characters, found {found}")]
    TooLong {
        /// How many characters there are.
        found: usize,
        /// The most allowed.
        most: usize,
    },
    /// A key that the format does not have.
    #[error("unknown key \"{key}\"", key = repeated(key))]
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A key that stands twice in one mapping.
    #[error("the key \"{key}\" stands here a second time", key = repeated(key))]
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A key that has to be there.
    #[error("the key \"{key}\" is missing")]
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A key that has to have a value.
    #[error("the key \"{key}\" has no value")]
    NoValue {
        /// The key.
        key: &'static str,
    },
    /// A format this program does not know.
    #[error("format {found} is not known; this program reads format 1")]
    UnknownFormat {
        /// The format's number.
        found: f64,
    },
    /// An id of the wrong form.
    #[error("\"{text}\" cannot be an id: {error}", text = repeated(text))]
    BadId {
        /// The text.
        text: String,
        /// The form of an id.
        error: NotASlug,
    },
    /// Two of one kind with the same id.
    #[error("there is already {what} called \"{id}\"", id = repeated(id))]
    DuplicateId {
        /// The kind, with its article.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// Two of one kind with the same name or text, but for capitals and blanks.
    #[error("there is already {what} with the {field} \"{text}\"", text = repeated(text))]
    SameText {
        /// The kind, with its article.
        what: &'static str,
        /// What is the same.
        field: &'static str,
        /// The name or text.
        text: String,
    },
    /// Two answers with the same label, but for capitals and blanks.
    #[error("the label \"{label}\" is on the scale already", label = repeated(label))]
    SameLabel {
        /// The label.
        label: String,
    },
    /// An answer whose label is the number of another one.
    #[error("the label \"{label}\" is a number, and not that of its answer, which is {place}", label = repeated(label))]
    NumberLabel {
        /// The label.
        label: String,
        /// The number of its answer.
        place: usize,
    },
    /// What a role is paid ends below where it begins.
    #[error("the pay ends at {highest}, below {lowest}, where it begins")]
    PayUpsideDown {
        /// Where it begins.
        lowest: f64,
        /// Where it ends.
        highest: f64,
    },
    /// A text that a comment cuts short.
    #[error("the text ends before this #: what stands behind it is a comment")]
    CutText,
    /// An id that is not in its list.
    #[error("there is no {what} called \"{id}\"", id = repeated(id))]
    UnknownId {
        /// The kind.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// A number that is infinite or not a number.
    #[error("expected a finite number")]
    NotFinite,
    /// A number outside its range.
    #[error("{number} is out of range: expected {low} to {high}")]
    OutOfRange {
        /// The number.
        number: f64,
        /// The least allowed.
        low: f64,
        /// The most allowed.
        high: f64,
    },
    /// A number that is not a whole one in its range.
    #[error("expected a whole number from {low} to {high}, found {number}")]
    NotWhole {
        /// The number.
        number: f64,
        /// The least allowed.
        low: f64,
        /// The most allowed.
        high: f64,
    },
    /// A text that is no code of a currency.
    #[error("\"{text}\" is no currency: expected its three capital letters, such as GBP")]
    BadCurrency {
        /// The text.
        text: String,
    },
    /// A text that is no tag of a language.
    #[error("\"{text}\" is no language: expected its tag, such as en-GB, de or zh-Hant", text = repeated(text))]
    BadLanguage {
        /// The text.
        text: String,
    },
    /// A band whose top is below its bottom.
    #[error("the band ends at {highest}, below {lowest}, where it begins")]
    BandUpsideDown {
        /// Its bottom.
        lowest: f64,
        /// Its top.
        highest: f64,
    },
    /// A number that is not above 0.
    #[error("{number} is out of range: expected a number above 0")]
    NotPositive {
        /// The number.
        number: f64,
    },
    /// A number below 0.
    #[error("{number} is out of range: expected 0 or more")]
    Negative {
        /// The number.
        number: f64,
    },
    /// Too few or too many of something.
    #[error("expected {low} to {high} {what}, found {found}")]
    Count {
        /// The things counted.
        what: &'static str,
        /// The fewest allowed.
        low: usize,
        /// The most allowed.
        high: usize,
        /// How many there are.
        found: usize,
    },
    /// A question that names its interests in both ways.
    #[error("a question has either \"interest\" or \"interests\", and not both")]
    InterestAndInterests,
    /// A question that measures nothing.
    #[error("a question needs at least one interest")]
    NoInterest,
    /// A profile that is the same on every interest.
    #[error(
        "the profile is the same for every interest, so nothing could match it: \
         give some interests more weight than others"
    )]
    FlatProfile,
    /// A word that is none of the few allowed.
    #[error("\"{found}\" is not {what}: expected {}", either(words), found = repeated(found))]
    UnknownWord {
        /// What stands there.
        found: String,
        /// What the words are called, with the article.
        what: &'static str,
        /// The words allowed, each with what it means.
        words: &'static [(&'static str, &'static str)],
    },
    /// An address that is not on the web.
    #[error("a link begins with https:// or http://")]
    BadLink,
    /// Careers that go with other questions: told in the place of every mistake that
    /// follows from it, by whoever chose the pair.
    #[error("{careers} do not fit {questions}{}", because(first.as_deref()))]
    Misfit {
        /// What the careers are called, as in "these careers".
        careers: &'static str,
        /// What the questions are called, as in "these questions".
        questions: &'static str,
        /// The first mistake that shows it, if it is to be told.
        first: Option<Box<Mistake>>,
    },
}

/// What a value is, as a message calls it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueType {
    /// No value at all.
    Nothing,
    /// `true` or `false`.
    Flag,
    /// A number.
    Number,
    /// The number of a file's format.
    Format,
    /// Text.
    Text,
    /// A key that its author chose.
    Name,
    /// A list.
    List,
    /// A mapping.
    Mapping,
}

impl fmt::Display for ValueType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Nothing => "nothing",
            Self::Flag => "true or false",
            Self::Number => "a number",
            Self::Format => "the number of a format",
            Self::Text => "text",
            Self::Name => "a name",
            Self::List => "a list",
            Self::Mapping => "a mapping",
        })
    }
}

fn either(words: &[(&str, &str)]) -> String {
    let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    match words.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{} or {last}", others.join(", ")),
        _ => words.concat(),
    }
}

fn because(first: Option<&Mistake>) -> String {
    first.map(|first| format!(": {first}")).unwrap_or_default()
}
