//! What differs between operating systems. Nothing else asks which one this is.

#[cfg(unix)]
mod unix;
#[cfg(windows)]
mod windows;

#[cfg(unix)]
pub(crate) use unix::{
    TerminalModes, create_private_folder, discard_input, is_same_file, keep_signal_keys,
    new_file_permissions, on_signals, redraw, state_folder, suspend,
};
#[cfg(windows)]
pub(crate) use windows::{
    TerminalModes, create_private_folder, discard_input, is_same_file, keep_signal_keys,
    new_file_permissions, on_signals, redraw, state_folder, suspend,
};

/// What the system tells the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SystemSignal {
    /// It has to end: Ctrl-C, a request, or a terminal that has gone.
    End,
    /// It goes on after it was stopped, perhaps with the terminal changed.
    #[cfg_attr(windows, expect(dead_code, reason = "Windows stops no programs"))]
    Continued,
}
