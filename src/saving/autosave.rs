//! Saving a sitting after every answer. At any moment its person can be told how to
//! come back to what was answered.

use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sheet::{AnswerCode, Sheet};
use rolefit_engine::sitting::{Form, SavedResult, SavedSitting, Sitting};

use super::file::LockedFile;
use crate::failure::{Failure, named, unwritable};
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
    /// What was last to be saved.
    saved: Option<SavedSitting>,
    /// The command that goes on with an earlier sitting.
    earlier: String,
    /// The options that name the data files.
    options: String,
}

/// What the file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum OnDisk {
    /// Nothing of this sitting.
    Nothing,
    /// Nothing of this sitting, and an earlier one is saved there or beside it.
    Earlier,
    /// Everything that was answered.
    Everything,
    /// Less than was answered.
    Less,
    /// Everything, with its result.
    Finished,
}

impl<'c> Autosave<'c> {
    /// Saves a sitting nowhere as yet. `options` name the data files in use.
    pub(crate) fn new(catalogue: &'c Catalogue, options: String) -> Self {
        let sheet = Sitting::new(catalogue, Form::Full).sheet();
        let (on_disk, earlier) = (OnDisk::Nothing, String::new());
        let mut autosave = Self { file: None, on_disk, sheet, saved: None, earlier, options };
        autosave.set_on_disk(OnDisk::Nothing);
        autosave
    }

    /// `file` holds an earlier sitting, which stays until there is an answer.
    pub(crate) fn come_after_earlier(&mut self, file: LockedFile) {
        self.earlier = format!("{}{}", file.at().resume_command(), self.options);
        self.file = Some(file);
        self.set_on_disk(OnDisk::Earlier);
    }

    /// The sitting that is saved goes on from here.
    pub(crate) fn go_on(&mut self, sitting: &Sitting<'c>, saved: SavedSitting) {
        self.sheet = sitting.sheet();
        let is_finished = saved.is_finished();
        self.saved = Some(saved);
        self.set_on_disk(if is_finished { OnDisk::Finished } else { OnDisk::Everything });
    }

    /// A sitting is saved in `file` from here on. It takes its place there, if there
    /// is none yet; a warning if that cannot be done.
    ///
    /// # Errors
    /// [`Failure::Busy`] if another quiz was quicker.
    pub(crate) fn begin(
        &mut self,
        file: LockedFile,
        blank: &Sitting<'c>,
    ) -> Result<Option<String>, Failure> {
        let file = self.file.insert(file);
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
        self.keep(SavedSitting::of(sitting), OnDisk::Everything)
    }

    /// Saves the sitting with its result; a warning if that cannot be done.
    pub(crate) fn finish(&mut self, result: SavedResult) -> Option<String> {
        let finished = self.saved.clone()?.finished(result);
        self.keep(finished, OnDisk::Finished)
    }

    fn keep(&mut self, sitting: SavedSitting, as_what: OnDisk) -> Option<String> {
        let Some(file) = &mut self.file else {
            self.set_on_disk(self.on_disk);
            return None;
        };
        let done = file.save(&sitting).map_err(|error| warning(file.path(), &error));
        let on_disk = match (&done, self.on_disk) {
            (Ok(()), _) => as_what,
            // What was said last is not there; a result adds nothing to what was said.
            (Err(_), OnDisk::Everything | OnDisk::Finished) if as_what == OnDisk::Everything => {
                OnDisk::Less
            }
            (Err(_), before) => before,
        };
        self.saved = Some(sitting);
        self.set_on_disk(on_disk);
        done.err()
    }

    /// Whether the sitting is saved with its result.
    pub(crate) fn is_finished(&self) -> bool {
        self.on_disk == OnDisk::Finished
    }

    /// Whether anything of the sitting is saved, for its person to come back to.
    pub(crate) fn is_kept(&self) -> bool {
        !matches!(self.on_disk, OnDisk::Nothing | OnDisk::Earlier)
    }

    /// Removes what is saved of this sitting, which is saved no more from here on.
    ///
    /// # Errors
    /// It cannot be removed.
    pub(crate) fn forget(&mut self) -> Result<(), Failure> {
        let Some(file) = self.file.take() else { return Ok(()) };
        let what = named(file.path());
        let removed = file.remove().map_err(Failure::io(what));
        self.set_on_disk(OnDisk::Nothing);
        removed
    }

    /// Ends the saving of a sitting that need not be told of any more.
    ///
    /// # Errors
    /// It cannot be removed.
    pub(crate) fn remove(mut self) -> Result<(), Failure> {
        let removed = self.forget();
        set_farewell(TerminalText::empty());
        removed
    }

    /// What a person is told who stops here.
    pub(crate) fn farewell(&self) -> String {
        let back = self.way_back();
        let count = match self.sheet.answers().answered() {
            0 => return format!("\nStopped. Nothing was answered.\n{back}"),
            1 => "1 answer",
            several => &format!("{several} answers"),
        };
        let told = match self.on_disk {
            OnDisk::Finished => format!("To score your {count} again:"),
            _ if count == "1 answer" => "Stopped after 1 answer. What it says so far:".to_owned(),
            _ => format!("Stopped after {count}. What they say so far:"),
        };
        format!("\n{told}\n{}{back}", self.score())
    }

    /// How to come back to what was answered when something else went wrong.
    pub(crate) fn rescue(&self) -> String {
        let back = self.way_back();
        let is_there = matches!(self.on_disk, OnDisk::Everything | OnDisk::Finished);
        if is_there || self.sheet.answers().answered() == 0 {
            return back;
        }
        format!("What you have answered can be scored with:\n{}{back}", self.score())
    }

    /// The command that scores the answers: by the answer code, as a result says it, once
    /// they are all given.
    fn score(&self) -> String {
        let code = matches!(self.on_disk, OnDisk::Finished).then(|| AnswerCode::of(&self.sheet));
        if let Some(Ok(code)) = code {
            return format!("  rolefit score --answers {}{}\n", code.as_str(), self.options);
        }
        let importance = importance_options(&self.sheet);
        let digits = self.sheet.answers().digits();
        format!("  rolefit score --answers {digits}{importance}{}\n", self.options)
    }

    /// The command that goes on with what is saved, or shows it again, if anything is.
    pub(crate) fn way_back(&self) -> String {
        let at = self.file.as_ref().map(LockedFile::at);
        let command = |command: Option<String>| command.unwrap_or_default() + &self.options;
        let resume = || command(at.map(super::file::SittingFile::resume_command));
        match self.on_disk {
            OnDisk::Nothing => String::new(),
            OnDisk::Earlier => {
                let words = "The sitting saved before is still there. To go on with it:";
                format!("{words}\n  {}\n", self.earlier)
            }
            OnDisk::Everything if self.sheet.answers().answered() == 0 => {
                format!("What you skipped is noted. To go on:\n  {}\n", resume())
            }
            OnDisk::Everything => format!("Every answer is saved. To go on:\n  {}\n", resume()),
            OnDisk::Less => {
                let words = "Not every answer is saved. To go on with those that are:";
                format!("{words}\n  {}\n", resume())
            }
            OnDisk::Finished => {
                let show = command(at.map(super::file::SittingFile::show_command));
                let forget = at.map(super::file::SittingFile::forget_command).unwrap_or_default();
                format!(
                    "Your result is kept, on this computer. To see it again:\n  \
                     {show}\nTo forget it:\n  {forget}\n"
                )
            }
        }
    }

    fn set_on_disk(&mut self, on_disk: OnDisk) {
        self.on_disk = on_disk;
        set_farewell(laid_out(&self.farewell()));
    }
}

fn warning(path: &Path, error: &std::io::Error) -> String {
    format!("Your answers are not being saved: {}.", unwritable(path, error))
}
