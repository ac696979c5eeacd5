//! Saving a sitting as it goes on, and what its person is told of that: at any
//! moment there is a way back to what was answered.

use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sheet::{Form, Progress, Sheet, Sitting};

use super::tell::importance;
use crate::conversation::set_farewell;
use crate::failure::{Failure, unwritable};
use crate::output::laid_out;
use crate::store::Held;

/// The saving of one sitting.
pub(super) struct Saving<'c> {
    catalogue: &'c Catalogue,
    /// Where it is saved, if anywhere.
    held: Option<Held>,
    state: State,
    /// What was said so far.
    sheet: Sheet,
    /// The command that goes on with what is saved.
    resume: String,
    /// The options that name the data files.
    options: String,
}

/// What the file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing of this sitting, and nothing of another.
    Nothing,
    /// An earlier sitting.
    Earlier,
    /// Everything that was answered.
    Everything,
    /// Less than was answered.
    Less,
}

impl<'c> Saving<'c> {
    /// The saving of a sitting in `held`, if anywhere. `resume` is the command that
    /// goes on with it, and `options` name the data files in use.
    pub(super) fn new(
        catalogue: &'c Catalogue,
        held: Option<Held>,
        resume: String,
        options: String,
    ) -> Self {
        let sheet = Sitting::new(catalogue, Form::Full).sheet(catalogue);
        let mut saving = Self { catalogue, held, state: State::Nothing, sheet, resume, options };
        saving.turn(State::Nothing);
        saving
    }

    /// The file holds an earlier sitting, which stays until there is an answer.
    pub(super) fn follow(&mut self) {
        self.turn(State::Earlier);
    }

    /// The sitting that is saved goes on from here.
    pub(super) fn go_on(&mut self, sitting: &Sitting) {
        self.sheet = sitting.sheet(self.catalogue);
        self.turn(State::Everything);
    }

    /// Takes the place of a sitting that begins, if there is none yet; a warning if
    /// that cannot be done.
    ///
    /// # Errors
    /// [`Failure::Busy`] if another quiz was quicker.
    pub(super) fn begin(&mut self, blank: &Sitting) -> Result<Option<String>, Failure> {
        let Some(held) = &mut self.held else { return Ok(None) };
        match held.keep(&Progress::of(self.catalogue, blank)) {
            Ok(()) => Ok(None),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                Err(Failure::Busy(held.path().to_owned()))
            }
            Err(error) => Ok(Some(warning(held.path(), &error))),
        }
    }

    /// Saves what was said; a warning if that cannot be done.
    pub(super) fn keep(&mut self, sitting: &Sitting) -> Option<String> {
        self.sheet = sitting.sheet(self.catalogue);
        let Some(held) = &mut self.held else {
            self.turn(self.state);
            return None;
        };
        let kept = held.keep(&Progress::of(self.catalogue, sitting));
        let (state, warning) = match (kept, self.state) {
            (Ok(()), _) => (State::Everything, None),
            (Err(error), State::Everything) => (State::Less, Some(warning(held.path(), &error))),
            (Err(error), state) => (state, Some(warning(held.path(), &error))),
        };
        self.turn(state);
        warning
    }

    /// Ends the saving: a finished sitting is not kept.
    pub(super) fn forget(mut self) -> Result<(), Failure> {
        set_farewell("");
        let Some(held) = self.held.take() else { return Ok(()) };
        let what = held.path().display().to_string();
        held.forget().map_err(Failure::io(what))
    }

    /// What a person is told who stops here.
    pub(super) fn farewell(&self) -> String {
        let count = match self.sheet.answers.answered() {
            0 => return format!("\nStopped. Nothing was answered.\n{}", self.way_back()),
            1 => "1 answer. What it says so far:".to_owned(),
            several => format!("{several} answers. What they say so far:"),
        };
        format!("\nStopped after {count}\n{}{}", self.score(), self.way_back())
    }

    /// How to come back to what was answered when something else went wrong.
    pub(super) fn rescue(&self) -> String {
        let back = self.way_back();
        if self.state == State::Everything || self.sheet.answers.answered() == 0 {
            return back;
        }
        format!("What you have answered can be scored with:\n{}{back}", self.score())
    }

    fn score(&self) -> String {
        let importance = importance(self.catalogue, &self.sheet);
        let digits = self.sheet.answers.digits();
        format!("  rolefit score --answers {digits}{importance}{}\n", self.options)
    }

    /// The command that goes on with what is saved, if anything is.
    fn way_back(&self) -> String {
        let words = match self.state {
            State::Nothing => return String::new(),
            State::Earlier => "The sitting saved before is still there. To go on with it:",
            State::Everything if self.sheet.answers.answered() == 0 => {
                "What you skipped is noted. To go on:"
            }
            State::Everything => "Every answer is saved. To go on:",
            State::Less => "Not every answer is saved. To go on with those that are:",
        };
        format!("{words}\n  {}\n", self.resume)
    }

    fn turn(&mut self, state: State) {
        self.state = state;
        set_farewell(&laid_out(&self.farewell()));
    }
}

fn warning(path: &Path, error: &std::io::Error) -> String {
    format!("Your answers are not being saved: {}.", unwritable(path, error))
}
