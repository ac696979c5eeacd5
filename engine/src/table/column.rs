//! What a column holds.

use crate::catalogue::QuestionIx;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Column {
    /// What the respondent is called.
    Respondent,
    /// The answers to this question.
    Answer(QuestionIx),
    /// All answers as one text. No other column holds answers then.
    AllAnswers,
    /// Something else.
    Other,
}
