//! What can go wrong, and the exit code that says so.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use rolefit_engine::catalogue::{Problems, repeated_path};
use rolefit_engine::sheet::SheetMistake;

use crate::system::{DENIED, is_closed_pipe, is_out_of_files};

/// Why a command did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// The command line asks for something that cannot be.
    #[error("{0}")]
    Usage(String),
    /// What is said of errors would go into a file that is read.
    #[error("standard error: this is the file that {what} are in, and would be written over")]
    ErrorsIntoInput {
        /// What is in it.
        what: &'static str,
        /// Whether standard output goes elsewhere, so that it can be told there.
        is_told: bool,
    },
    /// Data files with mistakes in them.
    #[error(transparent)]
    Problems(#[from] Problems),
    /// An answer sheet with mistakes in it.
    #[error(transparent)]
    Sheet(#[from] Problems<SheetMistake>),
    /// Answers on the command line or in the conversation that are none.
    #[error("{0}")]
    Data(String),
    /// A file that could not be opened.
    #[error("{path}: {reason}", path = named(path), reason = unreadable(path, source))]
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
    #[error("{} is there already, and is not overwritten: choose another {instead}", named(path))]
    Exists {
        /// The file.
        path: PathBuf,
        /// What to choose another of: a file or a folder.
        instead: &'static str,
    },
    /// A file that cannot be made where it was wanted.
    #[error(
        "{path} cannot be written: {reason}{}", elsewhere(path, source),
        path = named(path), reason = unwritable(path, source)
    )]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// A saved sitting that another quiz is writing.
    #[error("{}: another quiz is saving its answers there", named(.0))]
    Busy(PathBuf),
    /// A failure, and what can be done now.
    #[error("{failure}")]
    Advised {
        /// What went wrong.
        failure: Box<Failure>,
        /// Lines; those that begin with two blanks are commands to copy.
        advice: String,
    },
    /// Rows that were rejected, which has been told.
    #[error("rows were rejected")]
    Unsound,
    /// An audit that found what it fails for, and the first of that.
    #[error("the catalogue has {count}; the first: {first}")]
    Audited {
        /// How many errors, or warnings.
        count: String,
        /// Where and what it is.
        first: String,
    },
    /// Nobody whose answers were read could be matched.
    #[error("nobody could be matched: {}", why_unmatched(*too_little, *level))]
    NobodyMatched {
        /// How many answered too little.
        too_little: u64,
        /// How many liked everything alike.
        level: u64,
    },
    /// There is nobody in a file, or in a table.
    #[error("{}", in_file(.0.as_deref(), NOBODY))]
    NoRows(Option<String>),
    /// What an option names cannot be used.
    #[error("{option}: {failure}")]
    Named {
        /// The option or the variable.
        option: &'static str,
        /// Why.
        failure: Box<Failure>,
    },
    /// Things in the folder of saved sittings that are no sittings.
    #[error("not everything in the folder of saved sittings is removed: {0}")]
    LeftAlone(String),
    /// A row that was rejected where none may be.
    #[error("{0}")]
    Rejected(String),
    /// The person stopped.
    #[error("stopped")]
    Interrupted,
}

/// What messages call standard input.
pub(crate) const STDIN: &str = "standard input";

/// What to say where nobody answered.
const NOBODY: &str = "nobody answered: expected a row for each person, below headings that name \
                      the questions, as rolefit form csv writes them, or a JSON object a line";

impl Failure {
    /// The same failure of what `option` names.
    pub(crate) fn named_by(self, option: &'static str) -> Self {
        Self::Named { option, failure: Box::new(self) }
    }

    /// An [`io::Error`] that happened while doing `what`.
    pub(crate) fn io(what: impl Into<String>) -> impl FnOnce(io::Error) -> Self {
        let what = what.into();
        move |source| Self::Io { what, source }
    }

    /// The same with a word on what can be done, if there is any.
    pub(crate) fn advised(self, advice: String) -> Self {
        match self {
            failure if advice.is_empty() => failure,
            Self::Advised { failure, advice: first } => {
                Self::Advised { failure, advice: first + &advice }
            }
            failure => Self::Advised { failure: Box::new(failure), advice },
        }
    }

    /// Whether this is only the other end of a pipe that has seen enough.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        match self {
            Self::Io { source, .. } | Self::Unwritable { source, .. } => is_closed_pipe(source),
            Self::Advised { failure, .. } | Self::Named { failure, .. } => failure.is_closed_pipe(),
            _ => false,
        }
    }

    /// The process's exit code.
    pub(crate) fn code(&self) -> ExitCode {
        ExitCode::from(match self {
            _ if self.is_closed_pipe() => 0,
            Self::Advised { failure, .. } | Self::Named { failure, .. } => return failure.code(),
            Self::Unsound
            | Self::Audited { .. }
            | Self::NobodyMatched { .. }
            | Self::Rejected(_)
            | Self::LeftAlone(_) => 1,
            Self::Usage(_) | Self::ErrorsIntoInput { .. } => 2,
            Self::Problems(_) | Self::Sheet(_) | Self::Data(_) | Self::NoRows(_) => 65,
            Self::NoInput { source, .. } if is_systems(source) => 74,
            Self::NoInput { .. } => 66,
            Self::Io { .. } | Self::Exists { .. } | Self::Unwritable { .. } | Self::Busy(_) => 74,
            Self::Interrupted => 130,
        })
    }
}

/// Why people could not be matched.
fn why_unmatched(too_little: u64, level: u64) -> String {
    let counted = |count: u64, why: &str| (count > 0).then(|| format!("{count} {why}"));
    let little = counted(too_little, "answered too little, fewer than three interests");
    let level = counted(level, "liked everything alike");
    [little, level].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A path as a message repeats it: of a long one the end, which has the file's name. What is
/// read as `-` is called by what it is.
pub(crate) fn named(path: &Path) -> String {
    if path.as_os_str() == "-" {
        return STDIN.to_owned();
    }
    repeated_path(&path.display().to_string()).into_owned()
}

/// What is wrong in the file of this name; standard input has none.
pub(crate) fn in_file(file: Option<&str>, what: impl fmt::Display) -> String {
    file.map_or_else(|| what.to_string(), |file| format!("{file}: {what}"))
}

/// That the short form was asked for, and has no question.
pub(crate) fn no_short_form() -> Failure {
    let why = "--short: no question in this questionnaire is marked short: true: leave --short \
               out, or mark some";
    Failure::Usage(why.to_owned())
}

/// Why a file cannot be made at `path`: what is missing then is not the file.
pub(crate) fn unwritable(path: &Path, error: &io::Error) -> String {
    let in_folder = path.parent().is_none_or(|folder| folder.is_dir() || folder == Path::new(""));
    match error.kind() {
        io::ErrorKind::NotFound if in_folder => "no file can be made in that folder".to_owned(),
        io::ErrorKind::NotFound => "there is no such folder".to_owned(),
        io::ErrorKind::AlreadyExists => "someone else's file has come in its place".to_owned(),
        _ => in_plain_words(error),
    }
}

/// What to do about it, if it is the folder that is missing.
fn elsewhere(path: &Path, error: &io::Error) -> &'static str {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match error.kind() {
        io::ErrorKind::NotFound if folder.is_some_and(|folder| !folder.exists()) => {
            ": make the folder, or name another file"
        }
        io::ErrorKind::NotADirectory => ": name another file",
        _ => "",
    }
}

/// Whether it is the system that has nothing left to give, and not the file that is
/// missing.
fn is_systems(error: &io::Error) -> bool {
    is_out_of_files(error) || error.kind() == io::ErrorKind::OutOfMemory
}

/// Why a file cannot be read, and what to do: some systems do not say that it is a folder.
fn unreadable(path: &Path, error: &io::Error) -> String {
    let is_folder = error.kind() == io::ErrorKind::PermissionDenied && path.is_dir();
    let kind = if is_folder { io::ErrorKind::IsADirectory } else { error.kind() };
    let remedy = match kind {
        io::ErrorKind::NotFound => "check its name, and which folder it is in",
        io::ErrorKind::PermissionDenied => "name a file that you may read",
        io::ErrorKind::IsADirectory => "name a file in it",
        io::ErrorKind::NotADirectory => "check its path",
        _ => return in_plain_words(error),
    };
    format!("{}: {remedy}", in_plain_words(&kind.into()))
}

/// An error without the number of the system call that made it.
pub(crate) fn in_plain_words(error: &io::Error) -> String {
    let plain = match error.kind() {
        io::ErrorKind::NotFound => "there is no such file",
        io::ErrorKind::PermissionDenied => DENIED,
        io::ErrorKind::IsADirectory => "this is a folder, not a file",
        io::ErrorKind::NotADirectory => "a part of its path is a file, not a folder",
        io::ErrorKind::StorageFull => "the disk is full",
        io::ErrorKind::QuotaExceeded => "your share of the disk is used up",
        io::ErrorKind::FileTooLarge => "the file would be larger than is allowed here",
        io::ErrorKind::OutOfMemory => "there is not enough memory",
        io::ErrorKind::ReadOnlyFilesystem => "nothing can be written on this disk",
        _ => {
            let text = error.to_string();
            return text.split(" (os error").next().unwrap_or_default().to_owned();
        }
    };
    plain.to_owned()
}
