//! What can go wrong, and the exit code that says so.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use rolefit::catalogue::Problem;

/// Why a command did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The command line asks for something that cannot be.
    #[error("{0}")]
    Usage(String),
    /// Files with mistakes in them.
    #[error("the data files have mistakes")]
    Problems(Vec<Problem>),
    /// Answers on the command line or in the conversation that are none.
    #[error("{0}")]
    Data(String),
    /// A file that could not be opened.
    #[error("{path}: {reason}", path = path.display(), reason = in_plain_words(source))]
    NoInput {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Reading or writing failed half-way.
    #[error("{what}: {reason}", reason = in_plain_words(source))]
    Io {
        /// What was being done.
        what: String,
        /// Why it failed.
        source: io::Error,
    },
    /// A file that would have been overwritten.
    #[error("{} is there already, and is not overwritten: choose another folder", .0.display())]
    Exists(PathBuf),
    /// An audit that found errors, which it has told.
    #[error("the catalogue has errors")]
    Unsound,
    /// A row that was rejected where none may be.
    #[error("{0}")]
    Rejected(String),
    /// The person stopped.
    #[error("stopped")]
    Interrupted,
}

impl Failure {
    /// An [`io::Error`] that happened while doing `what`.
    pub(crate) fn io(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |source| Self::Io { what, source }
    }

    /// Whether this is only the other end of a pipe that has seen enough.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Io { source, .. } if source.kind() == io::ErrorKind::BrokenPipe)
    }

    /// The process's exit code.
    pub(crate) fn code(&self) -> ExitCode {
        ExitCode::from(match self {
            _ if self.is_closed_pipe() => 0,
            Self::Unsound | Self::Rejected(_) => 1,
            Self::Usage(_) => 2,
            Self::Problems(_) | Self::Data(_) => 65,
            Self::NoInput { .. } => 66,
            Self::Io { .. } | Self::Exists(_) => 74,
            Self::Interrupted => 130,
        })
    }
}

/// An error without the number of the system call that made it.
pub(crate) fn in_plain_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "this is a folder, not a file".to_owned(),
        io::ErrorKind::NotADirectory => "a part of this path is a file, not a folder".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "nothing can be written to this disk".to_owned(),
        _ => {
            let text = error.to_string();
            text.split(" (os error").next().unwrap_or_default().to_owned()
        }
    }
}
