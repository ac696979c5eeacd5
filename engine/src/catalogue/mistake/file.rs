//! What can be wrong with a file as a whole.

use crate::catalogue::hint::Hint;

/// A mistake that no single place in the file can be blamed for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileMistake {
    /// More than [`Source::MAX_BYTES`](crate::catalogue::yaml::Source::MAX_BYTES) bytes.
    #[error("the file is larger than 1 MiB")]
    TooLarge,
    /// UTF-16 text, told by its byte order mark or its first characters.
    #[error("the file is UTF-16 text")]
    Utf16,
    /// A NUL byte.
    #[error("the file holds a NUL byte, so it is not text")]
    Binary,
    /// Bytes that are not UTF-8.
    #[error("line {line} is not UTF-8 text")]
    NotUtf8 {
        /// The first line with such bytes, from 1.
        line: usize,
    },
    /// Nothing but blanks and comments.
    #[error("the file is empty")]
    Empty,
    /// More mistakes than are listed one by one.
    #[error("{count} more mistakes like these")]
    More {
        /// How many are not listed.
        count: usize,
    },
}

impl FileMistake {
    /// What to do about it, if there is more to say than the mistake does.
    #[must_use]
    pub fn hint(&self) -> Option<Hint> {
        let advice = match self {
            Self::TooLarge => "split it, or shorten its texts",
            Self::Binary => "give a UTF-8 text file",
            Self::Utf16 | Self::NotUtf8 { .. } => "save it again as UTF-8",
            Self::Empty | Self::More { .. } => return None,
        };
        Some(Hint::Advice(advice))
    }
}
