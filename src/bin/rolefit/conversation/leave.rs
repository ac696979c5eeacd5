//! Leaving the terminal as it was found, however the program ends.

use std::io;
use std::sync::Once;

use console::Term;

/// Shows the cursor again when it goes.
pub(super) struct Tidy(Term);

impl Tidy {
    /// Sees to it that a signal, too, leaves the cursor visible. Menus hide it,
    /// and read keys in a way that turns Ctrl-C into a signal.
    pub(super) fn new() -> io::Result<Self> {
        static HANDLER: Once = Once::new();
        let mut failed = None;
        HANDLER.call_once(|| failed = ctrlc::set_handler(leave).err());
        match failed {
            Some(error) => Err(io::Error::other(error)),
            None => Ok(Self(Term::stderr())),
        }
    }
}

impl Drop for Tidy {
    fn drop(&mut self) {
        // There is no one left to tell of a failure.
        let _ = self.0.show_cursor();
    }
}

#[expect(clippy::disallowed_methods, reason = "a signal has no main to return to")]
fn leave() {
    let term = Term::stderr();
    let _ = term.show_cursor();
    let _ = term.write_line("");
    std::process::exit(130);
}
