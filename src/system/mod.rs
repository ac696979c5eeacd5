//! What differs between operating systems. Nothing else asks which one this is.

#[cfg(unix)]
mod streams;
#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(crate) use streams::{is_stderr_closed, is_stdout_closed};
#[cfg(unix)]
pub(crate) use unix::{
    FileIdentity, TerminalModes, create_private_folder, discard_input, end_writes_at_limit,
    is_ours, is_same_file, keep_signal_keys, link_unnamed, make_private, new_file_permissions,
    on_signals, redraw, set_readers, state_folder, suspend, unnamed_file,
};
#[cfg(windows)]
pub(crate) use windows::{
    FileIdentity, TerminalModes, create_private_folder, discard_input, end_writes_at_limit,
    is_ours, is_same_file, is_stderr_closed, is_stdout_closed, keep_signal_keys, link_unnamed,
    make_private, new_file_permissions, on_signals, redraw, set_readers, state_folder, suspend,
    unnamed_file,
};

/// Who may read a new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Readers {
    /// Its owner alone, as somebody's answers are in it.
    Owner,
    /// Whoever may read any new file of this user.
    Usual,
    /// Whoever may read the file that it replaces; the usual ones if there is none.
    AsBefore,
}

/// What the system tells the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SystemSignal {
    /// It has to end: Ctrl-C, a request, or a terminal that has gone.
    End,
    /// It goes on after it was stopped, perhaps with the terminal changed.
    #[cfg_attr(windows, expect(dead_code, reason = "Windows stops no programs"))]
    Continued,
}
