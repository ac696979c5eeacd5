//! Leaving the terminal as it was found, however the program ends.

use std::io;
use std::panic::{self, Location};
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

/// Sees to it that a fault of the program, too, leaves the terminal as it was,
/// and tells nothing of a person: only its place is said, and how to go on.
pub(crate) fn mind_faults() {
    #[expect(clippy::disallowed_methods, reason = "a fault has no main to return to")]
    panic::set_hook(Box::new(|about| {
        // Whoever panics may hold these: what is not to be had is left.
        if let Ok(before) = BEFORE.try_lock() {
            put_back(before.as_ref());
        }
        let farewell = FAREWELL.try_lock().map(|text| text.clone()).unwrap_or_default();
        let term = Term::stderr();
        if term.is_term() {
            let _ = term.show_cursor();
        }
        let _ = term.write_str(&(fault(about.location()) + &farewell));
        // No core is left, in which answers could be read.
        std::process::exit(70);
    }));
}

/// What is said of a fault at this place.
fn fault(place: Option<&Location<'_>>) -> String {
    let place = place.map_or_else(String::new, |place| {
        // The part of the path that is the same on every machine.
        let file = place.file().replace('\\', "/");
        let from = file.rfind("/src/").map_or(0, |at| at + 1);
        format!(" at {}:{}", file.get(from..).unwrap_or(&file), place.line())
    });
    format!(
        "\nerror: rolefit has a fault{place}. Please report this line, without your answers, to \
         those from whom you have the program; SECURITY.md beside its source says how.\n"
    )
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
    put_back(BEFORE.lock().unwrap_or_else(PoisonError::into_inner).as_ref());
}

fn put_back(before: Option<&Termios>) {
    if let Some(before) = before {
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

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{mind_faults, set_farewell};

    /// Runs the next test in a process of its own, which it ends.
    #[test]
    fn a_fault_tells_its_place_and_how_to_go_on_and_nothing_of_the_person() {
        let program = std::env::current_exe().unwrap();
        let faulty = "conversation::terminal_guard::tests::faulty";
        let output = Command::new(program)
            .args(["--exact", faulty, "--ignored", "--nocapture"])
            .env("RUST_BACKTRACE", "1")
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(70));
        assert!(said.starts_with("\nerror: rolefit has a fault at src/"), "{said}");
        assert!(said.ends_with("To go on: rolefit quiz --resume\n"), "{said}");
        assert!(!said.contains("4521") && !said.contains("stack"), "{said}");
    }

    #[test]
    #[ignore = "ends its process; the test above runs it"]
    fn faulty() {
        mind_faults();
        set_farewell("To go on: rolefit quiz --resume\n");
        panic!("the answers were 4521");
    }
}
