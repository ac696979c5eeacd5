//! What can be wrong with an answer sheet.

use super::answers::BadAnswer;
use super::written::BadAnswerText;
use crate::catalogue::{Hint, Mistake, repeated};

/// What to do about a sheet of other data files.
pub(super) const OTHER_FILES: Hint =
    Hint::Advice("give the files it was made with, with --questions and --careers or --catalogue");

/// A mistake in an answer sheet.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum SheetMistake {
    /// One that other data files can hold, too.
    #[error(transparent)]
    Common(#[from] Mistake),
    /// A value that is not an answer.
    #[error(transparent)]
    BadAnswer(#[from] BadAnswer),
    /// A row of digits, or an answer code, that does not fit the questions.
    #[error(transparent)]
    BadText(#[from] BadAnswerText),
    /// A list of another length than the questionnaire.
    #[error(
        "there are {questions} questions, but {found} answers: write null where one was skipped"
    )]
    WrongLength {
        /// How many questions there are.
        questions: usize,
        /// How many items the list has.
        found: usize,
    },
    /// Answers by place, to questions that are not at hand.
    #[error(
        "this sheet was made with other data files, and its answers do not name their questions"
    )]
    ForeignWithoutIds,
    /// A name of data files that cannot be one.
    #[error(
        "\"{found}\" names no pair of data files: expected sha256: and 64 digits from 0 to 9 and \
         a to f, or leave the key out",
        found = repeated(found)
    )]
    BadFingerprint {
        /// What stands there.
        found: String,
    },
    /// A sheet for other data files.
    #[error(
        "this sheet was answered with another pair of data files: it names {found}, \
         and the pair in use is {loaded}"
    )]
    OtherCatalogue {
        /// The fingerprint in the sheet.
        found: String,
        /// The fingerprint of the loaded pair.
        loaded: String,
    },
}
