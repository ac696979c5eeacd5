//! What differs between operating systems. Nothing else asks which one this is.

#[cfg_attr(unix, path = "unix/mod.rs")]
#[cfg_attr(windows, path = "windows/mod.rs")]
mod own;

pub(crate) use own::{
    DENIED, FileIdentity, LINE_GOES_ON, STATE_PLACES, STATE_VARIABLES, TerminalModes,
    create_locked, create_private_folder, discard_input, draws_screens, end_writes_at_limit,
    has_own_window, in_full, is_closed_pipe, is_ours, is_out_of_files, is_same_file,
    is_stderr_closed, is_stdout_closed, keep_signal_keys, link_unnamed, make_private, on_signals,
    open_locked, quoted, redraw, set_readers, state_folder, suspend, unnamed_file,
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
