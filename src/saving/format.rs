//! What the file of a saved sitting holds, or why it holds none.

use rolefit_engine::sitting::{JournalError, SavedSitting, SittingJournal};

/// What is found in a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum FileContent {
    /// A sitting.
    Sitting(SavedSitting),
    /// Something else.
    Foreign(Foreign),
}

/// Why a file holds no saved sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Foreign {
    /// In plain words.
    pub(crate) why: &'static str,
    /// Whether it may have been one that is damaged now.
    pub(crate) is_damaged: bool,
}

impl Foreign {
    /// Something that is no file to read.
    pub(super) const NO_FILE: Self = Self { why: "it is not a plain file", is_damaged: false };
}

/// Reads what is in a file: the sitting with what holds of the file, or why it holds none.
pub(super) fn content(bytes: &[u8]) -> (FileContent, Option<SittingJournal>) {
    match SittingJournal::read(bytes) {
        Ok(journal) => (FileContent::Sitting(journal.sitting().clone()), Some(journal)),
        Err(error) => (FileContent::Foreign(foreign(bytes, error)), None),
    }
}

fn foreign(bytes: &[u8], error: JournalError) -> Foreign {
    let damaged = |why| Foreign { why, is_damaged: true };
    match error {
        JournalError::Later => {
            Foreign { why: "a later version of rolefit wrote it", is_damaged: false }
        }
        _ if std::str::from_utf8(bytes).is_err() => damaged("it is not text"),
        JournalError::Empty => damaged("it is empty"),
        JournalError::BrokenOff => damaged("it breaks off in the middle"),
        JournalError::Other => damaged("it is something else"),
        JournalError::Damaged => damaged("something in it has been changed by hand or damaged"),
    }
}
