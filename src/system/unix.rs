//! Linux, macOS and their kin.

use std::fs::{self, DirBuilder, File, Permissions};
use std::io::{self, IsTerminal as _};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use etcetera::BaseStrategy as _;
use rustix::io::ioctl_fionread;
use rustix::process::{Signal, kill_current_process_group};
use rustix::stdio::stdin;
use rustix::termios::{
    LocalModes, OptionalActions, OutputModes, QueueSelector, SpecialCodeIndex, Termios, tcflush,
    tcgetattr, tcsetattr,
};
use signal_hook::consts::signal::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::SystemSignal;

/// Calls `handle`, in a thread of its own, at each signal. A terminal that goes is
/// one if the program `needs_terminal`, or was not started to outlive it.
///
/// # Errors
/// The signals cannot be handled; they then end the program as usual.
pub(crate) fn on_signals(handle: fn(SystemSignal), needs_terminal: bool) -> io::Result<()> {
    let hangup = (needs_terminal || !is_hangup_ignored()).then_some(SIGHUP);
    let mut signals = Signals::new([SIGINT, SIGTERM, SIGCONT].into_iter().chain(hangup))?;
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            handle(if signal == SIGCONT { SystemSignal::Continued } else { SystemSignal::End });
        }
    })?;
    Ok(())
}

/// Whether the program was started to go on when its terminal goes, as `nohup`
/// does. Handling the signal would undo that.
fn is_hangup_ignored() -> bool {
    match fs::read_to_string("/proc/self/status") {
        Ok(status) => {
            let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
            let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
            // The lowest bit is the first signal, SIGHUP.
            mask.is_some_and(|mask| mask & 1 == 1)
        }
        // Elsewhere the mask cannot be read without unsafe code, but `nohup` leaves
        // no terminal on the error stream.
        Err(_) => !io::stderr().is_terminal(),
    }
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

/// Makes a folder, and those above it, that only its owner may enter.
///
/// # Errors
/// It cannot be made.
pub(crate) fn create_private_folder(path: &Path) -> io::Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(path)
}

/// The permissions of a file that takes the place of the one at `path`, or of a
/// new one.
#[expect(clippy::unnecessary_wraps, reason = "other systems have none for a new file")]
pub(crate) fn new_file_permissions(path: &Path) -> Option<Permissions> {
    let there = fs::metadata(path).map(|there| there.permissions());
    Some(there.unwrap_or_else(|_| Permissions::from_mode(0o666)))
}

/// Whether `file` is what stands at `path`, which no link does.
pub(crate) fn is_same_file(file: &File, path: &Path) -> bool {
    let key = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
    match (file.metadata(), fs::symlink_metadata(path)) {
        (Ok(ours), Ok(there)) => key(ours) == key(there),
        _ => false,
    }
}

/// Where programs keep what they are in the middle of; `None` without a home.
pub(crate) fn state_folder() -> Option<PathBuf> {
    etcetera::choose_base_strategy().ok()?.state_dir()
}
