//! Leaving the terminal as it was found, however the program ends.

use std::io;
use std::sync::{Mutex, Once, PoisonError};

use console::Term;
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

/// How the terminal was before a key was read: keys are read one by one and
/// without an echo, and a signal may come in the middle of that.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

/// What a person is told whom a signal takes away.
static FAREWELL: Mutex<String> = Mutex::new(String::new());

/// Sets what is said when a signal ends the program.
pub(crate) fn set_farewell(text: &str) {
    text.clone_into(&mut FAREWELL.lock().unwrap_or_else(PoisonError::into_inner));
}

/// Keeps the terminal ready for keys, and puts it back when it goes.
pub(super) struct Tidy(Term);

impl Tidy {
    pub(super) fn new() -> io::Result<Self> {
        handle_signals()?;
        let before = tcgetattr(io::stdin()).ok();
        if let Some(mut ready) = before.clone() {
            // Between two reads, too: there Ctrl-D would be taken for the end of
            // an empty line and lost, and keys typed ahead would be echoed.
            ready.local_modes.remove(LocalModes::ICANON | LocalModes::ECHO);
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &ready);
        }
        *BEFORE.lock().unwrap_or_else(PoisonError::into_inner) = before;
        Ok(Self(Term::stderr()))
    }
}

/// Sees to it that a signal, too, leaves the cursor visible. Menus hide it, and
/// read keys in a way that turns Ctrl-C into a signal.
pub(super) fn handle_signals() -> io::Result<()> {
    static HANDLER: Once = Once::new();
    let mut failed = None;
    HANDLER.call_once(|| failed = ctrlc::set_handler(leave).err());
    failed.map_or(Ok(()), |error| Err(io::Error::other(error)))
}

impl Drop for Tidy {
    fn drop(&mut self) {
        // There is no one left to tell of a failure.
        let _ = self.0.show_cursor();
        restore();
    }
}

/// Puts the terminal back as it was before the first key was read.
fn restore() {
    if let Some(before) = BEFORE.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, before);
    }
}

#[expect(clippy::disallowed_methods, reason = "a signal has no main to return to")]
fn leave() {
    let term = Term::stderr();
    let farewell = FAREWELL.lock().unwrap_or_else(PoisonError::into_inner).clone();
    restore();
    // A file or a pipe has no cursor.
    if term.is_term() {
        let _ = term.show_cursor();
    }
    let _ = term.write_str(if farewell.is_empty() { "\n" } else { &farewell });
    std::process::exit(130);
}
