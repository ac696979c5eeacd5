//! Windows.

use std::fs::{self, File, Permissions};
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use same_file::Handle;

use super::{Readers, SystemSignal};

/// Calls `handle`, in a thread of its own, at Ctrl-C and when the console closes.
///
/// # Errors
/// They cannot be handled; they then end the program as usual.
pub(crate) fn on_signals(handle: fn(SystemSignal), _needs_terminal: bool) -> io::Result<()> {
    ctrlc::set_handler(move || handle(SystemSignal::End)).map_err(io::Error::other)
}

/// Windows stops no programs.
pub(crate) fn suspend() {}

/// The console tells of a new size by itself.
pub(crate) fn redraw() {}

/// How a terminal treats what is typed. The menus leave it as they find it.
#[derive(Debug, Clone)]
pub(crate) struct TerminalModes;

impl TerminalModes {
    /// The present modes.
    #[expect(clippy::unnecessary_wraps, reason = "other systems may have none")]
    pub(crate) fn current() -> Option<Self> {
        Some(Self)
    }

    /// Puts the terminal back to these modes.
    pub(crate) fn restore(&self) {}
}

/// A stream that is closed fails when it is written to.
pub(crate) fn is_stdout_closed() -> bool {
    false
}

/// The same of the error stream.
pub(crate) fn is_stderr_closed() -> bool {
    false
}

/// In raw mode Ctrl-C is a key here.
#[expect(clippy::unnecessary_wraps, reason = "it may fail on other systems")]
pub(crate) fn keep_signal_keys() -> io::Result<()> {
    Ok(())
}

/// What was typed ahead stays with the console.
pub(crate) fn discard_input() {}

/// Makes a folder, and those above it. What is in a user's own folders is that
/// user's alone.
///
/// # Errors
/// It cannot be made.
pub(crate) fn create_private_folder(path: &Path) -> io::Result<()> {
    fs::create_dir_all(path)
}

/// Folders of a user's own are closed to others already.
#[expect(clippy::unnecessary_wraps, reason = "it may fail on other systems")]
pub(crate) fn make_private(_path: &Path) -> io::Result<()> {
    Ok(())
}

/// The permissions of a file for these readers that is to stand at `path`; `None` for
/// a new one, which gets the usual ones.
pub(crate) fn new_file_permissions(path: &Path, readers: Readers) -> Option<Permissions> {
    let there = || fs::metadata(path).map(|there| there.permissions()).ok();
    if readers == Readers::AsBefore { there() } else { None }
}

/// Gives `file` the readers of the one at `path`, if there is one.
///
/// # Errors
/// They cannot be changed.
pub(crate) fn set_readers(file: &File, path: &Path) -> io::Result<()> {
    fs::metadata(path).map_or(Ok(()), |there| file.set_permissions(there.permissions()))
}

/// What is in a user's own folders is that user's.
pub(crate) fn is_ours(_about: &fs::Metadata) -> bool {
    true
}

/// Every file has a name here.
pub(crate) fn unnamed_file(_folder: &Path, _readers: Readers) -> Option<File> {
    None
}

/// Every file has a name here.
pub(crate) fn link_unnamed(_file: &File, _path: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// A write that fails is an error here, and no signal.
pub(crate) fn end_writes_at_limit() {}

/// Whether `file` is what stands at `path`, which no link does.
pub(crate) fn is_same_file(file: &File, path: &Path) -> bool {
    let is_link = fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink());
    let ours = file.try_clone().and_then(Handle::from_file);
    match (ours, Handle::from_path(path)) {
        (Ok(ours), Ok(there)) => !is_link && ours == there,
        _ => false,
    }
}

/// Which file this is, whatever it is called.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FileIdentity(Handle);

impl FileIdentity {
    /// The plain file at `path`, or at the end of a link there.
    pub(crate) fn at(path: &Path) -> Option<Self> {
        let is_file = fs::metadata(path).is_ok_and(|about| about.is_file());
        Handle::from_path(path).ok().filter(|_| is_file).map(Self)
    }

    /// The plain file that standard input comes from.
    pub(crate) fn of_stdin() -> Option<Self> {
        Self::of(Handle::stdin().ok()?)
    }

    /// The plain file that standard output goes to.
    pub(crate) fn of_stdout() -> Option<Self> {
        Self::of(Handle::stdout().ok()?)
    }

    /// The plain file that the error stream goes to.
    pub(crate) fn of_stderr() -> Option<Self> {
        Self::of(Handle::stderr().ok()?)
    }

    /// No pipe has a name here that a file could have.
    #[expect(clippy::unused_self, reason = "on other systems it depends on the file")]
    pub(crate) fn is_pipe(&self) -> bool {
        false
    }

    /// A file has no number here before it is made.
    pub(crate) fn to_be(_path: &Path) -> Option<Self> {
        None
    }

    fn of(handle: Handle) -> Option<Self> {
        let is_file = handle.as_file().metadata().is_ok_and(|about| about.is_file());
        is_file.then_some(Self(handle))
    }
}

/// Where programs keep what they are in the middle of; `None` without a home.
pub(crate) fn state_folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.data_dir())
}
