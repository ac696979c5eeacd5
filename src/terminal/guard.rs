//! The terminal's modes, which are put back however the program ends.

use std::io;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{
    EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};

use super::frame::ansi;
use crate::system::{self, TerminalModes};

/// What a conversation uses of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TerminalUse {
    /// Lines are read as any program reads them.
    Lines,
    /// Keys are read, and a screen beside the usual one is drawn on.
    WholeScreen,
}

/// What has to be put back.
struct GuardState {
    in_use: Option<TerminalUse>,
    /// How the terminal was before a menu that reads keys in its own way.
    before_menu: Option<TerminalModes>,
    /// Whether the program is ending, and the terminal not to be touched again.
    is_over: bool,
}

static STATE: Mutex<GuardState> =
    Mutex::new(GuardState { in_use: None, before_menu: None, is_over: false });

/// Makes the terminal ready; what is to be written to it.
///
/// # Errors
/// It takes no such modes, or the program is ending.
pub(crate) fn enter(wanted: TerminalUse) -> io::Result<String> {
    let mut state = state();
    if state.is_over {
        return Err(io::ErrorKind::Interrupted.into());
    }
    let before = state.in_use.replace(wanted);
    if wanted == TerminalUse::Lines || before == Some(wanted) {
        return Ok(String::new());
    }
    enable_raw_mode()?;
    system::keep_signal_keys()?;
    Ok(ansi(&EnableBracketedPaste) + &ansi(&EnterAlternateScreen))
}

/// Puts the terminal back as it was found, and drops what was typed and not read;
/// what is to be written to it.
pub(crate) fn leave() -> String {
    put_back(&mut state())
}

/// The same for good: the terminal cannot be entered again.
pub(crate) fn leave_for_good() -> String {
    let mut state = state();
    state.is_over = true;
    put_back(&mut state)
}

/// The same in the middle of anything, as far as it can be done then.
pub(crate) fn leave_at_fault() -> String {
    match STATE.try_lock() {
        Ok(mut state) => put_back(&mut state),
        Err(_) => String::new(),
    }
}

/// Makes the terminal ready again after a shell had it; what is to be written to
/// it, if it was in use.
pub(crate) fn reenter() -> Option<String> {
    let mut state = state();
    let in_use = state.in_use.filter(|_| !state.is_over)?;
    if in_use == TerminalUse::Lines {
        return None;
    }
    let _ = disable_raw_mode();
    state.in_use = None;
    drop(state);
    enter(in_use).ok()
}

/// Lets `menu` read keys in its own way.
pub(super) fn lend<T>(menu: impl FnOnce() -> T) -> T {
    state().before_menu = TerminalModes::current();
    let chosen = menu();
    if state().before_menu.take().is_some() {
        system::discard_input();
    }
    chosen
}

fn put_back(state: &mut GuardState) -> String {
    let modes = state.before_menu.take();
    let in_use = state.in_use.take();
    if modes.is_none() && in_use.is_none() {
        return String::new();
    }
    let mut text = String::new();
    if in_use == Some(TerminalUse::WholeScreen) {
        // A frame may have been cut short.
        text += &ansi(&EndSynchronizedUpdate);
        text += &ansi(&LeaveAlternateScreen);
    }
    if in_use.is_some_and(|used| used != TerminalUse::Lines) {
        text += &ansi(&DisableBracketedPaste);
    }
    if modes.is_some() || in_use != Some(TerminalUse::Lines) {
        text += &ansi(&Show);
    }
    system::discard_input();
    // There is nobody left to tell of a failure.
    let _ = disable_raw_mode();
    if let Some(modes) = modes {
        modes.restore();
    }
    text
}

fn state() -> MutexGuard<'static, GuardState> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}
