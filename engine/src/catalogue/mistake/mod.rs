//! What can be wrong with a catalogue, in the words that its author is told.

use super::id::NotASlug;

/// A mistake in `questions.yaml`, `careers.yaml` or an answer sheet.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum Mistake {
    /// A value of another type.
    #[error("expected {expected}, found {found}")]
    WrongType {
        /// What belongs here.
        expected: &'static str,
        /// What is here.
        found: &'static str,
    },
    /// An empty text.
    #[error("expected text, found an empty one")]
    EmptyText,
    /// A key that the format does not have.
    #[error("unknown key \"{key}\"")]
    UnknownKey {
        /// The key.
        key: String,
    },
    /// A key that stands twice in one mapping.
    #[error("the key \"{key}\" stands here a second time")]
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
    #[error("\"{text}\" cannot be an id: {error}")]
    BadId {
        /// The text.
        text: String,
        /// The form of an id.
        error: NotASlug,
    },
    /// Two of one kind with the same id.
    #[error("there is already {what} called \"{id}\"")]
    DuplicateId {
        /// The kind, with its article.
        what: &'static str,
        /// The id.
        id: String,
    },
    /// An id that is not in its list.
    #[error("there is no {what} called \"{id}\"")]
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
    /// A stage of training that does not exist.
    #[error("\"{found}\" is not a stage: expected rotation or specialist")]
    UnknownStage {
        /// What stands there.
        found: String,
    },
    /// An address that is not on the web.
    #[error("a link begins with https:// or http://")]
    BadLink,
}
