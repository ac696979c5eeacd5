//! Autosave a sitting as it goes on, and what its person is told of that: at any
//! moment there is a way back to what was answered.

use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sheet::Sheet;
use rolefit_engine::sitting::{Form, SavedSitting, Sitting};

use super::file::LockedFile;
use crate::conversation::set_farewell;
use crate::failure::{Failure, unwritable};
use crate::output::laid_out;
use crate::text::importance_options;

/// The saving of one sitting.
pub(crate) struct Autosave<'c> {
    /// Where it is saved, if anywhere.
    held: Option<LockedFile>,
    state: OnDisk,
    /// What was said so far.
    sheet: Sheet<'c>,
    /// The command that goes on with what is saved.
    resume: String,
    /// The options that name the data files.
    options: String,
}

/// What the file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OnDisk {
    /// Nothing of this sitting, and nothing of another.
    Nothing,
    /// An earlier sitting.
    Earlier,
    /// Everything that was answered.
    Everything,
    /// Less than was answered.
    Less,
}

impl<'c> Autosave<'c> {
    /// The saving of a sitting in `held`, if anywhere. `resume` is the command that
    /// goes on with it, and `options` name the data files in use.
    pub(crate) fn new(
        catalogue: &'c Catalogue,
        held: Option<LockedFile>,
        resume: String,
        options: String,
    ) -> Self {
        let sheet = Sitting::new(catalogue, Form::Full).sheet();
        let mut saving = Self { held, state: OnDisk::Nothing, sheet, resume, options };
        saving.turn(OnDisk::Nothing);
        saving
    }

    /// The file holds an earlier sitting, which stays until there is an answer.
    pub(crate) fn follow(&mut self) {
        self.turn(OnDisk::Earlier);
    }

    /// The sitting that is saved goes on from here.
    pub(crate) fn go_on(&mut self, sitting: &Sitting<'c>) {
        self.sheet = sitting.sheet();
        self.turn(OnDisk::Everything);
    }

    /// Takes the place of a sitting that begins, if there is none yet; a warning if
    /// that cannot be done.
    ///
    /// # Errors
    /// [`Failure::Busy`] if another quiz was quicker.
    pub(crate) fn begin(&mut self, blank: &Sitting<'c>) -> Result<Option<String>, Failure> {
        let Some(held) = &mut self.held else { return Ok(None) };
        match held.keep(&SavedSitting::of(blank)) {
            Ok(()) => Ok(None),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                Err(Failure::Busy(held.path().to_owned()))
            }
            Err(error) => Ok(Some(warning(held.path(), &error))),
        }
    }

    /// Saves what was said; a warning if that cannot be done.
    pub(crate) fn keep(&mut self, sitting: &Sitting<'c>) -> Option<String> {
        self.sheet = sitting.sheet();
        let Some(held) = &mut self.held else {
            self.turn(self.state);
            return None;
        };
        let kept = held.keep(&SavedSitting::of(sitting));
        let (state, warning) = match (kept, self.state) {
            (Ok(()), _) => (OnDisk::Everything, None),
            (Err(error), OnDisk::Everything) => (OnDisk::Less, Some(warning(held.path(), &error))),
            (Err(error), state) => (state, Some(warning(held.path(), &error))),
        };
        self.turn(state);
        warning
    }

    /// Ends the saving: a finished sitting is not kept.
    pub(crate) fn forget(mut self) -> Result<(), Failure> {
        set_farewell("");
        let Some(held) = self.held.take() else { return Ok(()) };
        let what = held.path().display().to_string();
        held.forget().map_err(Failure::io(what))
    }

    /// What a person is told who stops here.
    pub(crate) fn farewell(&self) -> String {
        let count = match self.sheet.answers().answered() {
            0 => return format!("\nStopped. Nothing was answered.\n{}", self.way_back()),
            1 => "1 answer. What it says so far:".to_owned(),
            several => format!("{several} answers. What they say so far:"),
        };
        format!("\nStopped after {count}\n{}{}", self.score(), self.way_back())
    }

    /// How to come back to what was answered when something else went wrong.
    pub(crate) fn rescue(&self) -> String {
        let back = self.way_back();
        if self.state == OnDisk::Everything || self.sheet.answers().answered() == 0 {
            return back;
        }
        format!("What you have answered can be scored with:\n{}{back}", self.score())
    }

    fn score(&self) -> String {
        let importance = importance_options(&self.sheet);
        let digits = self.sheet.answers().digits();
        format!("  rolefit score --answers {digits}{importance}{}\n", self.options)
    }

    /// The command that goes on with what is saved, if anything is.
    fn way_back(&self) -> String {
        let words = match self.state {
            OnDisk::Nothing => return String::new(),
            OnDisk::Earlier => "The sitting saved before is still there. To go on with it:",
            OnDisk::Everything if self.sheet.answers().answered() == 0 => {
                "What you skipped is noted. To go on:"
            }
            OnDisk::Everything => "Every answer is saved. To go on:",
            OnDisk::Less => "Not every answer is saved. To go on with those that are:",
        };
        format!("{words}\n  {}\n", self.resume)
    }

    fn turn(&mut self, state: OnDisk) {
        self.state = state;
        set_farewell(&laid_out(&self.farewell()));
    }
}

fn warning(path: &Path, error: &std::io::Error) -> String {
    format!("Your answers are not being saved: {}.", unwritable(path, error))
}
