//! Windows.

mod quoting;
mod state;

use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::windows::fs::OpenOptionsExt as _;
use std::os::windows::io::AsRawHandle as _;
use std::path::{Path, PathBuf};

use winapi_util::file::{information, typ as file_type};
use winapi_util::{AsHandleRef, Handle, HandleRef};

use super::{Readers, SystemSignal};
pub(crate) use quoting::{LINE_GOES_ON, quoted};
pub(crate) use state::{STATE_PLACES, STATE_VARIABLES, state_folder};

/// What a person is told who may not open or write a file. The system says the same of one
/// that is in use.
pub(crate) const DENIED: &str = "permission denied, or another program has it open";

/// What others may do with a file that is locked: read it, rename it and remove it, and not
/// write it (`FILE_SHARE_READ`, `FILE_SHARE_DELETE`).
const LOCKED: u32 = 0x1 | 0x4;

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
    #[expect(clippy::unused_self, reason = "other systems have some")]
    pub(crate) fn restore(&self) {}
}

/// Whether the program was started without standard output: the standard library would
/// take what is written there without a word.
pub(crate) fn is_stdout_closed() -> bool {
    io::stdout().as_raw_handle().is_null()
}

/// The same of the error stream.
pub(crate) fn is_stderr_closed() -> bool {
    io::stderr().as_raw_handle().is_null()
}

/// Whether the console obeys what puts a text on its screen, which is switched on then;
/// those before Windows 10 do not.
pub(crate) fn draws_screens() -> bool {
    crossterm::ansi_support::supports_ansi()
}

/// Whether a window was opened for this program alone, and closes with it: by a double
/// click, or by the Start menu.
pub(crate) fn has_own_window() -> bool {
    mousetrap::started_by_explorer()
}

/// Whether the other end of a pipe has gone.
pub(crate) fn is_closed_pipe(error: &io::Error) -> bool {
    /// `ERROR_PIPE_NOT_CONNECTED`, which has no kind of its own.
    const NOT_CONNECTED: i32 = 233;
    error.kind() == io::ErrorKind::BrokenPipe || error.raw_os_error() == Some(NOT_CONNECTED)
}

/// Whether too many files are open (`ERROR_TOO_MANY_OPEN_FILES`).
pub(crate) fn is_out_of_files(error: &io::Error) -> bool {
    error.raw_os_error() == Some(4)
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

/// A file that only this program writes, at `name`, where none may be. Who may read it the
/// folder says.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if something is there.
pub(crate) fn create_locked(name: &Path, _path: &Path, _readers: Readers) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create_new(true).share_mode(LOCKED).open(name)
}

/// Opens the file at `path` to read and write, and locks it until it is closed; `None` if
/// another program has it. One that may only be read is opened as well.
///
/// # Errors
/// It cannot be opened.
pub(crate) fn open_locked(path: &Path) -> io::Result<Option<File>> {
    /// `ERROR_SHARING_VIOLATION`, which has no kind of its own.
    const IN_USE: i32 = 32;
    let open = |writes| OpenOptions::new().read(true).write(writes).share_mode(LOCKED).open(path);
    let opened = match open(true) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => open(false),
        opened => opened,
    };
    match opened {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.raw_os_error() == Some(IN_USE) => Ok(None),
        Err(error) => Err(error),
    }
}

/// A folder as the names of new files in it begin: in full, so that they may be longer than
/// 260 characters. (Some drives cannot say it.)
pub(crate) fn in_full(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

/// Who may read a file its folder says.
#[expect(clippy::unnecessary_wraps, reason = "it may fail on other systems")]
pub(crate) fn set_readers(_file: &File, _path: &Path) -> io::Result<()> {
    Ok(())
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
    if fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink()) {
        return false;
    }
    match (FileNumber::of(HandleRef::from_file(file)), FileNumber::at(path)) {
        (Ok(ours), Ok(there)) => ours.may_be(there),
        _ => false,
    }
}

/// The number of a file, and that of its drive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FileNumber {
    volume: u64,
    index: u64,
}

impl FileNumber {
    fn at(path: &Path) -> io::Result<Self> {
        Self::of(Handle::from_path_any(path)?)
    }

    fn of(file: impl AsHandleRef) -> io::Result<Self> {
        let about = information(file)?;
        Ok(Self { volume: about.volume_serial_number(), index: about.file_index() })
    }

    /// Whether the two may be one file: Wine has no number for the drive of a file that was
    /// renamed while it was open.
    fn may_be(self, other: Self) -> bool {
        let is_unknown = self.volume == 0 || other.volume == 0;
        self.index == other.index && (is_unknown || self.volume == other.volume)
    }
}

/// Which file this is, whatever it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileIdentity {
    /// Of the file, or of the folder of one that is not there yet.
    number: FileNumber,
    /// The name in that folder of one that is not there yet, in small letters: the system
    /// sees no difference.
    name: Option<String>,
}

impl FileIdentity {
    /// The plain file at `path`, or at the end of a link there.
    pub(crate) fn at(path: &Path) -> Option<Self> {
        let is_file = fs::metadata(path).is_ok_and(|about| about.is_file());
        let number = FileNumber::at(path).ok().filter(|_| is_file)?;
        Some(Self { number, name: None })
    }

    /// The plain file that standard input comes from.
    pub(crate) fn of_stdin() -> Option<Self> {
        Self::of_stream(&HandleRef::stdin())
    }

    /// The plain file that standard output goes to.
    pub(crate) fn of_stdout() -> Option<Self> {
        Self::of_stream(&HandleRef::stdout())
    }

    /// The plain file that the error stream goes to.
    pub(crate) fn of_stderr() -> Option<Self> {
        Self::of_stream(&HandleRef::stderr())
    }

    /// No pipe has a name here that a file could have.
    #[expect(clippy::unused_self, reason = "on other systems it depends on the file")]
    pub(crate) fn is_pipe(&self) -> bool {
        false
    }

    /// The file that would be made at `path`, where there is none.
    pub(crate) fn to_be(path: &Path) -> Option<Self> {
        if fs::metadata(path).is_ok() {
            return None;
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let number = FileNumber::at(folder.unwrap_or(Path::new("."))).ok()?;
        let name = path.file_name()?.to_string_lossy().to_lowercase();
        Some(Self { number, name: Some(name) })
    }

    fn of_stream(stream: &HandleRef) -> Option<Self> {
        let is_file = file_type(stream).is_ok_and(|kind| kind.is_disk());
        let number = FileNumber::of(stream).ok().filter(|_| is_file)?;
        Some(Self { number, name: None })
    }
}
