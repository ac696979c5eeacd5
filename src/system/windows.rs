//! Windows.

use std::fs::{self, File, Permissions};
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy as _;
use same_file::Handle;

use super::SystemSignal;

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

/// The permissions of a file that takes the place of the one at `path`; `None`
/// for a new one, which gets the usual ones.
pub(crate) fn new_file_permissions(path: &Path) -> Option<Permissions> {
    fs::metadata(path).map(|there| there.permissions()).ok()
}

/// Whether `file` is what stands at `path`, which no link does.
pub(crate) fn is_same_file(file: &File, path: &Path) -> bool {
    let is_link = fs::symlink_metadata(path).is_ok_and(|there| there.is_symlink());
    let ours = file.try_clone().and_then(Handle::from_file);
    match (ours, Handle::from_path(path)) {
        (Ok(ours), Ok(there)) => !is_link && ours == there,
        _ => false,
    }
}

/// Where programs keep what they are in the middle of; `None` without a home.
pub(crate) fn state_folder() -> Option<PathBuf> {
    Some(etcetera::choose_base_strategy().ok()?.data_dir())
}
