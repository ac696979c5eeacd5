//! Menus before the first key of a quiz is read. Dialoguer draws them on the error
//! stream, and puts the terminal back before they end.

use std::io;

use dialoguer::console::Term;
use dialoguer::{Confirm, Select};

use super::guard;

/// Lets a person choose one of some lines; `None` if they want none.
///
/// # Errors
/// The terminal cannot be read, or a signal came.
pub(crate) fn choose(lines: &[&str]) -> io::Result<Option<usize>> {
    menu(|| Select::new().items(lines).default(0).interact_opt())
}

/// Asks a question; `None` if it is left open.
///
/// # Errors
/// The terminal cannot be read, or a signal came.
pub(crate) fn confirm(question: &str) -> io::Result<Option<bool>> {
    menu(|| Confirm::new().with_prompt(question).interact_opt())
}

fn menu<T>(shown: impl FnOnce() -> dialoguer::Result<T>) -> io::Result<T> {
    guard::lend(|| {
        shown().map_err(|dialoguer::Error::IO(error)| {
            // They leave it hidden then.
            let _ = Term::stderr().show_cursor();
            error
        })
    })
}
