//! What the page asks.

#[cfg(doc)]
use rolefit_engine::report::Norms;
use rolefit_engine::sitting::{Form, SavedSitting};
use serde::Deserialize;

/// What the page asks. A sitting is told whole each time: nothing of it is kept here.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Request {
    /// To begin with: opens the catalogue that was loaded, and tells what is asked in it.
    Open(Settings),
    /// Which question comes next.
    Next(SavedSitting),
    /// The result, as a page, and what a person takes away.
    Result(SavedSitting),
    /// The page of a role, by its place in the result, from 0.
    Role(SavedSitting, usize),
    /// Two roles against each other, by their places in the result, from 0.
    Pair(SavedSitting, [usize; 2]),
    /// What moved from one sitting to another.
    Moves(SavedSitting, SavedSitting),
    /// The result as `rolefit score --explain --format json` prints it.
    Report(SavedSitting),
}

/// How the quiz is to go.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Which questions are asked.
    pub form: Form,
    /// What people in general come to, [`Norms`] as JSON in a text: a browser would round
    /// the key in it.
    pub norms: String,
    /// Whether the catalogue is another than the one that the program carries: then the
    /// commands that a result mentions need its files.
    pub needs_files: bool,
}
