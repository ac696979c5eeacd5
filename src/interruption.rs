//! The end of the program in the middle of its work: by a signal, or by a fault of
//! its own. Either puts the terminal back, removes a half-written output file and
//! says how to come back to what was answered.

use std::io::{self, BufRead as _, IsTerminal as _};
use std::panic::{self, Location};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, Once, PoisonError};
use std::thread;

use crate::output::{LastWords, unfinished_file, unfinished_file_if_free};
use crate::system::{self, SystemSignal};
use crate::terminal;
use crate::text::TerminalText;

/// What a person is told whom a signal takes away.
static FAREWELL: Mutex<TerminalText> = Mutex::new(TerminalText::empty());

/// Whether the program is ending already.
static IS_ENDING: AtomicBool = AtomicBool::new(false);

/// Sees to it that a signal ends the program in order. One that tells of a terminal
/// that has gone does so if the work `needs_terminal`, or was not started to outlive
/// it.
///
/// # Errors
/// Signals cannot be handled here: they end the program as they do any other.
pub(crate) fn handle_signals(needs_terminal: bool) -> io::Result<()> {
    static HANDLER: Once = Once::new();
    let mut handled = Ok(());
    HANDLER.call_once(|| handled = system::on_signals(handle, needs_terminal));
    handled
}

/// Sees to it that a fault of the program, too, ends it in order, and tells nothing
/// of a person: only its place is said, and how to go on. A file that may not grow is
/// none: what is written to it fails.
pub(crate) fn handle_faults() {
    system::end_writes_at_limit();
    #[expect(clippy::disallowed_methods, reason = "a fault has no main to return to")]
    panic::set_hook(Box::new(|about| {
        let mut last_words = LastWords::begin();
        last_words.control(&terminal::leave_at_fault());
        // Whoever panics may hold these: what is not to be had is left.
        if let Some(unfinished) = unfinished_file_if_free() {
            remove(unfinished.as_deref());
        }
        let farewell = FAREWELL.try_lock().map(|text| text.clone()).unwrap_or_default();
        last_words.say(&TerminalText::lines(fault(about.location())));
        last_words.say(&farewell);
        drop(last_words);
        keep_window_open();
        // No core is left, in which answers could be read.
        std::process::exit(70);
    }));
}

/// Sets what is said when a signal or a fault ends the program.
pub(crate) fn set_farewell(text: TerminalText) {
    *FAREWELL.lock().unwrap_or_else(PoisonError::into_inner) = text;
}

/// Ends the program from its main thread; if a signal is ending it, that goes first.
pub(crate) fn begin_end() {
    while IS_ENDING.swap(true, Ordering::SeqCst) {
        thread::park();
    }
}

/// Keeps a window open that would close with the program, until the person has read what is
/// in it.
pub(crate) fn keep_window_open() {
    if !system::has_own_window() || !io::stdin().is_terminal() {
        return;
    }
    LastWords::begin().say(&TerminalText::lines("\nTo close this window, press Enter.\n"));
    // Where nothing can be read, nobody is waited for.
    let _ = io::stdin().lock().skip_until(b'\n');
}

fn handle(signal: SystemSignal) {
    match signal {
        SystemSignal::End => end(),
        SystemSignal::Continued => {
            if let Some(sequences) = terminal::reenter() {
                LastWords::begin().control(&sequences);
                system::redraw();
            }
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "a signal has no main to return to")]
fn end() {
    if IS_ENDING.swap(true, Ordering::SeqCst) {
        return;
    }
    let mut last_words = LastWords::begin();
    last_words.control(&terminal::leave_for_good());
    let unfinished = unfinished_file();
    remove(unfinished.as_deref());
    last_words.say(&FAREWELL.lock().unwrap_or_else(PoisonError::into_inner));
    // All of it still held, so that no file gets its name and no text comes after.
    std::process::exit(130);
}

fn remove(unfinished: Option<&Path>) {
    if let Some(path) = unfinished {
        let _ = std::fs::remove_file(path);
    }
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

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::{TerminalText, handle_faults, set_farewell, unfinished_file};

    /// Runs the next test in a process of its own, which it ends.
    #[test]
    fn a_fault_tells_its_place_and_how_to_go_on_and_nothing_of_the_person() {
        let folder = tempfile::tempdir().unwrap();
        let unfinished = folder.path().join("unfinished");
        std::fs::write(&unfinished, "somebody's answers").unwrap();
        let output = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "interruption::tests::faulty", "--ignored", "--nocapture"])
            .env("RUST_BACKTRACE", "1")
            .env("UNFINISHED", &unfinished)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(70));
        assert!(said.starts_with("\nerror: rolefit has a fault at src/"), "{said}");
        assert!(said.ends_with("To go on: rolefit quiz --resume\n"), "{said}");
        assert!(!said.contains("4521") && !said.contains("stack"), "{said}");
        assert!(!unfinished.exists(), "a half-written file is left");
    }

    #[test]
    #[ignore = "ends its process; a test of src/system runs it on a terminal"]
    fn faulty_on_a_screen() {
        use std::io::Write as _;
        handle_faults();
        let begin = crate::terminal::enter(crate::terminal::TerminalUse::WholeScreen).unwrap();
        std::io::stderr().write_all(begin.as_bytes()).unwrap();
        panic!("the answers were 4521");
    }

    #[test]
    #[ignore = "ends its process; the first test runs it"]
    fn faulty() {
        handle_faults();
        set_farewell(TerminalText::lines("To go on: rolefit quiz --resume\n"));
        *unfinished_file() = std::env::var_os("UNFINISHED").map(Into::into);
        panic!("the answers were 4521");
    }
}
