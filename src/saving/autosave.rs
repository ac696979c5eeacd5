//! Saving a sitting after every answer. At any moment its person can be told how to
//! come back to what was answered.

use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sheet::Sheet;
use rolefit_engine::sitting::{Form, SavedSitting, Sitting};

use super::file::LockedFile;
use crate::failure::{Failure, unwritable};
use crate::interruption::set_farewell;
use crate::output::laid_out;
use crate::text::{TerminalText, importance_options};

/// Saves one sitting as it goes on.
pub(crate) struct Autosave<'c> {
    /// Where it is saved, if anywhere.
    file: Option<LockedFile>,
    on_disk: OnDisk,
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
    /// Saves a sitting in `file`, if anywhere. `resume` is the command that
    /// goes on with it, and `options` name the data files in use.
    pub(crate) fn new(
        catalogue: &'c Catalogue,
        file: Option<LockedFile>,
        resume: String,
        options: String,
    ) -> Self {
        let sheet = Sitting::new(catalogue, Form::Full).sheet();
        let on_disk = OnDisk::Nothing;
        let mut autosave = Self { file, on_disk, sheet, resume, options };
        autosave.set_on_disk(OnDisk::Nothing);
        autosave
    }

    /// The file holds an earlier sitting, which stays until there is an answer.
    pub(crate) fn come_after_earlier(&mut self) {
        self.set_on_disk(OnDisk::Earlier);
    }

    /// The sitting that is saved goes on from here.
    pub(crate) fn go_on(&mut self, sitting: &Sitting<'c>) {
        self.sheet = sitting.sheet();
        self.set_on_disk(OnDisk::Everything);
    }

    /// Takes the place of a sitting that begins, if there is none yet; a warning if
    /// that cannot be done.
    ///
    /// # Errors
    /// [`Failure::Busy`] if another quiz was quicker.
    pub(crate) fn begin(&mut self, blank: &Sitting<'c>) -> Result<Option<String>, Failure> {
        let Some(file) = &mut self.file else { return Ok(None) };
        match file.save(&SavedSitting::of(blank)) {
            Ok(()) => Ok(None),
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                Err(Failure::Busy(file.path().to_owned()))
            }
            Err(error) => Ok(Some(warning(file.path(), &error))),
        }
    }

    /// Saves what was said; a warning if that cannot be done.
    pub(crate) fn save(&mut self, sitting: &Sitting<'c>) -> Option<String> {
        self.sheet = sitting.sheet();
        let Some(file) = &mut self.file else {
            self.set_on_disk(self.on_disk);
            return None;
        };
        let saved = file.save(&SavedSitting::of(sitting));
        let (on_disk, warning) = match (saved, self.on_disk) {
            (Ok(()), _) => (OnDisk::Everything, None),
            (Err(error), OnDisk::Everything) => (OnDisk::Less, Some(warning(file.path(), &error))),
            (Err(error), before) => (before, Some(warning(file.path(), &error))),
        };
        self.set_on_disk(on_disk);
        warning
    }

    /// Ends the saving: a finished sitting is not kept.
    pub(crate) fn remove(mut self) -> Result<(), Failure> {
        set_farewell(TerminalText::empty());
        let Some(file) = self.file.take() else { return Ok(()) };
        let what = file.path().display().to_string();
        file.remove().map_err(Failure::io(what))
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
        if self.on_disk == OnDisk::Everything || self.sheet.answers().answered() == 0 {
            return back;
        }
        format!("What you have answered can be scored with:\n{}{back}", self.score())
    }

    fn score(&self) -> String {
        let importance = importance_options(&self.sheet);
        let digits = self.sheet.answers().digits();
        format!("  rolefit score --answers {digits}{importance}{}\n", self.options)
    }

    /// How to come back to a sitting whose result was told.
    pub(crate) fn way_back_to_finished(&self) -> String {
        match self.on_disk {
            OnDisk::Everything => {
                format!("Your answers stay saved. To come back to them:\n  {}\n", self.resume)
            }
            _ => self.rescue(),
        }
    }

    /// The command that goes on with what is saved, if anything is.
    fn way_back(&self) -> String {
        let words = match self.on_disk {
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

    fn set_on_disk(&mut self, on_disk: OnDisk) {
        self.on_disk = on_disk;
        set_farewell(laid_out(&self.farewell()));
    }
}

fn warning(path: &Path, error: &std::io::Error) -> String {
    format!("Your answers are not being saved: {}.", unwritable(path, error))
}
