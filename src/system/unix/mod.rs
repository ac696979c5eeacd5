//! Linux, macOS and their kin.

mod quoting;
mod state;
mod streams;

use std::ffi::{OsString, c_int};
use std::fs::{self, DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, IsTerminal as _};
use std::ops::RangeInclusive;
use std::os::fd::{AsFd as _, AsRawFd as _, BorrowedFd};
use std::os::unix::fs::{
    DirBuilderExt as _, FileTypeExt as _, MetadataExt as _, OpenOptionsExt as _,
    PermissionsExt as _,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::sync_channel;
use std::thread;
use std::time::Duration;

use rustix::fs::{AtFlags, CWD, linkat};
#[cfg(target_os = "linux")]
use rustix::fs::{Mode, OFlags, open};
use rustix::io::ioctl_fionread;
use rustix::process::{Signal, geteuid, kill_current_process_group};
use rustix::stdio::stdin;
use rustix::termios::{
    LocalModes, OptionalActions, OutputModes, QueueSelector, SpecialCodeIndex, Termios, tcflush,
    tcgetattr, tcsetattr,
};
use signal_hook::consts::signal::{
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGVTALRM,
    SIGWINCH, SIGXCPU, SIGXFSZ,
};
use signal_hook::flag;
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::{Readers, SystemSignal};
pub(crate) use quoting::{LINE_GOES_ON, quoted};
pub(crate) use state::{STATE_PLACES, STATE_VARIABLES, state_folder};
pub(crate) use streams::{is_stderr_closed, is_stdout_closed};

/// What a person is told who may not open or write a file.
pub(crate) const DENIED: &str = "permission denied";

/// What ends a program, if nothing else is done about it, and is not a fault of it.
/// SIGPIPE is ignored by the standard library, and SIGXFSZ by [`end_writes_at_limit`].
const ENDS: [c_int; 9] =
    [SIGINT, SIGTERM, SIGQUIT, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGXCPU];

/// Others that only Linux has: of input, power and a coprocessor, and those of real time,
/// which end a program, too. (The first of them are the C library's.)
#[cfg(target_os = "linux")]
const OTHER_ENDS: [RangeInclusive<c_int>; 4] = [16..=16, 29..=29, 30..=30, 35..=64];
#[cfg(not(target_os = "linux"))]
const OTHER_ENDS: [RangeInclusive<c_int>; 0] = [];

/// Calls `handle`, in a thread of its own, at each signal. A terminal that goes is
/// one if the program `needs_terminal`, or was not started to outlive it.
///
/// # Errors
/// The signals cannot be handled; they then end the program as usual.
pub(crate) fn on_signals(handle: fn(SystemSignal), needs_terminal: bool) -> io::Result<()> {
    let ignored = ignored_signals();
    let is_wanted = |signal: &c_int| match *signal {
        // Whoever starts a script in the background still wants it to end in order.
        SIGINT | SIGTERM => true,
        other => ignored.is_none_or(|ignored| (ignored >> (other - 1)) & 1 == 0),
    };
    let outlives = match ignored {
        Some(ignored) => ignored & 1 == 1,
        // Elsewhere that cannot be read without unsafe code, but `nohup` leaves no
        // terminal on the error stream.
        None => !io::stderr().is_terminal(),
    };
    let hangup = (needs_terminal || !outlives).then_some(SIGHUP);
    let ends = ENDS.into_iter().chain(OTHER_ENDS.into_iter().flatten()).filter(is_wanted);
    let ends = ends.chain([SIGCONT]).chain(hangup);
    // The thread comes first: signals that nobody hears would be lost.
    let (sender, receiver) = sync_channel::<Signals>(1);
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        let Ok(mut signals) = receiver.recv() else { return };
        for signal in signals.forever() {
            handle(if signal == SIGCONT { SystemSignal::Continued } else { SystemSignal::End });
        }
    })?;
    // If the thread has gone, there is nothing left to hear.
    let _ = sender.send(Signals::new(ends)?);
    Ok(())
}

/// Makes a write past the largest file that is allowed fail, as on a full disk, where
/// it would end the program by a signal.
pub(crate) fn end_writes_at_limit() {
    // If that cannot be, it ends as any program does.
    let _ = flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false)));
}

/// The signals that the program was started to ignore, as `nohup` does, each at its
/// number less one; `None` where they cannot be read. Handling one would undo that.
fn ignored_signals() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"))?;
    u64::from_str_radix(mask.trim(), 16).ok()
}

/// Stops the program until its shell lets it go on, as Ctrl-Z does. Returns at
/// once if there is no shell to do so.
pub(crate) fn suspend() {
    // The whole group stops, as a script that runs the program has to stop as well.
    let _ = kill_current_process_group(Signal::TSTP);
}

/// Makes whoever reads keys see a new size, and so draw again.
pub(crate) fn redraw() {
    let _ = low_level::raise(SIGWINCH);
}

/// How a terminal treats what is typed.
#[derive(Debug, Clone)]
pub(crate) struct TerminalModes(Termios);

impl TerminalModes {
    /// The present modes of the terminal on standard input, if there is one.
    pub(crate) fn current() -> Option<Self> {
        tcgetattr(stdin()).ok().map(Self)
    }

    /// Puts the terminal back to these modes.
    pub(crate) fn restore(&self) {
        // There is nobody left to tell of a failure.
        let _ = tcsetattr(stdin(), OptionalActions::Now, &self.0);
    }
}

/// Makes Ctrl-C a signal again in a terminal in raw mode, so that it is heard
/// whatever the program is doing, and lets lines end as usual.
pub(crate) fn keep_signal_keys() -> io::Result<()> {
    /// No key.
    const DISABLED: u8 = if cfg!(target_os = "linux") { 0 } else { 0xff };
    let mut modes = tcgetattr(stdin())?;
    modes.local_modes |= LocalModes::ISIG;
    modes.output_modes |= OutputModes::OPOST;
    // Ctrl-Z and Ctrl-\ would leave the terminal as it is.
    modes.special_codes[SpecialCodeIndex::VSUSP] = DISABLED;
    modes.special_codes[SpecialCodeIndex::VQUIT] = DISABLED;
    Ok(tcsetattr(stdin(), OptionalActions::Now, &modes)?)
}

/// Drops what was typed or pasted and not read, so that no shell runs it.
pub(crate) fn discard_input() {
    /// A terminal sends a long paste in parts, each when there is room for it.
    const PARTS: usize = 50;
    const PAUSE: Duration = Duration::from_millis(10);
    for _ in 0..PARTS {
        if tcflush(stdin(), QueueSelector::IFlush).is_err() {
            return;
        }
        thread::sleep(PAUSE);
        if ioctl_fionread(stdin()).unwrap_or(0) == 0 {
            return;
        }
    }
}

/// Makes a folder, and those above it, that only its owner may enter. One that is
/// there and that others may enter is closed to them.
///
/// # Errors
/// It cannot be made; others may write in it, and that cannot be changed.
pub(crate) fn create_private_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)?;
    make_private(path)
}

/// Closes the folder at `path` to all but its owner, if it is there.
///
/// # Errors
/// Others may write in it, and that cannot be changed.
pub(crate) fn make_private(path: &Path) -> io::Result<()> {
    let Ok(about) = fs::metadata(path) else { return Ok(()) };
    let mode = about.mode();
    // The lowest six bits are what others may do.
    if mode.trailing_zeros() >= 6 || !about.is_dir() {
        return Ok(());
    }
    let closed = if is_ours(&about) {
        fs::set_permissions(path, Permissions::from_mode(mode & 0o700))
    } else {
        Err(io::ErrorKind::PermissionDenied.into())
    };
    match closed {
        Err(error) if mode & 0o022 != 0 && error.kind() != io::ErrorKind::ReadOnlyFilesystem => {
            Err(io::Error::other(
                "others may write in this folder, and it cannot be closed to them",
            ))
        }
        _ => Ok(()),
    }
}

/// A file that only this program has, at `name`, where none may be. Its readers are those of
/// the one that is to stand at `path`.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if something is there.
pub(crate) fn create_locked(name: &Path, path: &Path, readers: Readers) -> io::Result<File> {
    let usual = 0o666;
    let mode = match readers {
        Readers::Owner => 0o600,
        Readers::Usual => usual,
        Readers::AsBefore => fs::metadata(path).map_or(usual, |there| there.mode() & 0o7777),
    };
    let mut options = OpenOptions::new();
    let file = options.read(true).write(true).create_new(true).mode(mode).open(name)?;
    let _ = file.try_lock();
    Ok(file)
}

/// Opens the file at `path` to read and write, and locks it until it is closed; `None` if
/// another program has it. One that may only be read is locked as well.
///
/// # Errors
/// It cannot be opened.
pub(crate) fn open_locked(path: &Path) -> io::Result<Option<File>> {
    // Some file systems lock only what may be written.
    let opened = OpenOptions::new().read(true).write(true).open(path);
    let file = opened.or_else(|_| File::open(path))?;
    // Where the file system has no locks, `is_same_file` still tells when another has come.
    let is_taken = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
    Ok((!is_taken).then_some(file))
}

/// A folder as the names of new files in it begin.
pub(crate) fn in_full(folder: &Path) -> PathBuf {
    folder.to_owned()
}

/// Terminals obey what puts a text on their screens, unless the environment says otherwise.
pub(crate) fn draws_screens() -> bool {
    true
}

/// Whether a window was opened for this program alone, and closes with it.
pub(crate) fn has_own_window() -> bool {
    false
}

/// Whether the other end of a pipe has gone.
pub(crate) fn is_closed_pipe(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}

/// Whether too many files are open: in the system, or in the program. (These numbers have no
/// kind of their own.)
pub(crate) fn is_out_of_files(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(23 | 24))
}

/// Gives `file` the readers of the one at `path`, if there is one.
///
/// # Errors
/// They cannot be changed.
pub(crate) fn set_readers(file: &File, path: &Path) -> io::Result<()> {
    fs::metadata(path).map_or(Ok(()), |there| file.set_permissions(there.permissions()))
}

/// Whether this user has made the file.
pub(crate) fn is_ours(about: &fs::Metadata) -> bool {
    about.uid() == geteuid().as_raw()
}

/// A new file in `folder` that has no name; `None` where none can be made, or the system
/// has no such files.
#[cfg(target_os = "linux")]
pub(crate) fn unnamed_file(folder: &Path, readers: Readers) -> Option<File> {
    // Without it the file could not be given a name.
    if !Path::new("/proc/self/fd").is_dir() {
        return None;
    }
    let mode = if readers == Readers::Usual { 0o666 } else { 0o600 };
    let mode = if readers == Readers::AsBefore { 0o666 } else { mode };
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    // Where that fails, a file that has a name says why, if it fails as well.
    let file = File::from(open(folder, flags, Mode::from_bits_truncate(mode)).ok()?);
    let _ = file.try_lock();
    Some(file)
}

/// No other system of this kind has such files.
#[cfg(not(target_os = "linux"))]
pub(crate) fn unnamed_file(_folder: &Path, _readers: Readers) -> Option<File> {
    None
}

/// Gives a file without a name the one at `path`, which no other has.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] if something is there.
pub(crate) fn link_unnamed(file: &File, path: &Path) -> io::Result<()> {
    let own = format!("/proc/self/fd/{}", file.as_raw_fd());
    Ok(linkat(CWD, own.as_str(), CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

/// Whether `file` is what stands at `path`, which no link does.
pub(crate) fn is_same_file(file: &File, path: &Path) -> bool {
    let key = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(ours), Ok(there)) => key(ours) == key(there),
        _ => false,
    }
}

/// Which file this is, whatever it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileIdentity {
    device: u64,
    inode: u64,
    is_pipe: bool,
    /// The name in that folder of one that is not there yet.
    name: Option<OsString>,
}

impl FileIdentity {
    /// The plain file or pipe at `path`, or at the end of a link there.
    pub(crate) fn at(path: &Path) -> Option<Self> {
        Self::of(&fs::metadata(path).ok()?)
    }

    /// The plain file or pipe that standard input comes from.
    pub(crate) fn of_stdin() -> Option<Self> {
        Self::of_stream(io::stdin().as_fd())
    }

    /// The plain file or pipe that standard output goes to.
    pub(crate) fn of_stdout() -> Option<Self> {
        Self::of_stream(io::stdout().as_fd())
    }

    /// The plain file or pipe that the error stream goes to.
    pub(crate) fn of_stderr() -> Option<Self> {
        Self::of_stream(io::stderr().as_fd())
    }

    /// Whether it is a pipe, into which several may write.
    pub(crate) fn is_pipe(&self) -> bool {
        self.is_pipe
    }

    /// The file that would be made at `path`, where there is none.
    pub(crate) fn to_be(path: &Path) -> Option<Self> {
        if fs::metadata(path).is_ok() {
            return None;
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = fs::metadata(folder.unwrap_or(Path::new("."))).ok()?;
        let name = Some(path.file_name()?.to_owned());
        Some(Self { device: folder.dev(), inode: folder.ino(), is_pipe: false, name })
    }

    fn of_stream(stream: BorrowedFd<'_>) -> Option<Self> {
        Self::of(&File::from(stream.try_clone_to_owned().ok()?).metadata().ok()?)
    }

    fn of(about: &fs::Metadata) -> Option<Self> {
        let (device, inode) = (about.dev(), about.ino());
        let is_pipe = about.file_type().is_fifo();
        (about.is_file() || is_pipe).then_some(Self { device, inode, is_pipe, name: None })
    }
}

#[cfg(test)]
mod tests {
    /// Runs a test of src/interruption.rs on a terminal of its own.
    #[test]
    fn a_fault_leaves_the_other_screen_and_then_tells() {
        use std::io::Read as _;
        let mut command = std::process::Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "interruption::tests::faulty_on_a_screen", "--ignored"]);
        let process = rexpect::process::PtyProcess::new(command).unwrap();
        let mut written = Vec::new();
        // The end of a terminal is an error here.
        let _ = process.get_file_handle().unwrap().read_to_end(&mut written);
        let written = String::from_utf8_lossy(&written).into_owned();
        let place = |what: &str| written.find(what).unwrap_or_else(|| panic!("{written:?}"));
        let entered = place("\u{1b}[?1049h");
        let left = place("\u{1b}[?1049l\u{1b}[?2004l\u{1b}[?25h");
        assert!(entered < left && left < place("error: rolefit has a fault at"), "{written:?}");
    }
}
