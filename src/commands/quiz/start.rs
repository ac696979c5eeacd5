//! The sitting that a quiz starts from: a saved one, or a new one.

use std::io;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sitting::{Form, Resumed, SavedSitting, Sitting};

use super::place::SavingPlace;
use crate::args::QuizArgs;
use crate::conversation::{Interview, LostAnswers, ResumeReply, SavedSummary};
use crate::failure::{Failure, no_short_form};
use crate::saving::{
    Autosave, LockedFile, LockedSitting, Search, SittingFile, SittingsFolder, lost_answers,
    newest_result, other_catalogue, today, unusable,
};

/// What a quiz starts with.
pub(super) struct QuizStart<'a, 'p> {
    pub(super) args: &'a QuizArgs,
    pub(super) catalogue: &'a Catalogue,
    pub(super) place: &'p SavingPlace,
    pub(super) on_terminal: bool,
}

impl<'a> QuizStart<'a, '_> {
    /// The sitting to go on with, or a new one.
    pub(super) fn begin(
        &self,
        interview: &mut dyn Interview,
        autosave: &mut Autosave<'a>,
    ) -> Result<Sitting<'a>, Failure> {
        let (file, saved) = match self.place {
            SavingPlace::Nowhere => return self.new_sitting(),
            SavingPlace::File(file) => file.lock()?,
            SavingPlace::Folder(folder) => match self.saved_in(folder, interview)? {
                Some((file, saved)) => (file, Some(saved)),
                None if self.args.resume.is_some() => (folder.begin(&today()), None),
                None => return self.reopen_or_begin(folder, interview, autosave),
            },
        };
        let Some(saved) = saved else {
            if self.args.resume.is_some() {
                return Err(nothing_saved(file.at()));
            }
            return self.begin_anew(file, interview, autosave);
        };
        let resumed = saved.resume(self.catalogue);
        if resumed.sitting.asked.is_empty() {
            return Err(unusable(self.catalogue, &saved, file.at()));
        }
        self.go_on_or_begin((file, saved), resumed, interview, autosave)
    }

    /// Goes on with what is saved, if the person likes.
    fn go_on_or_begin(
        &self,
        (file, saved): LockedSitting,
        resumed: Resumed<'a>,
        interview: &mut dyn Interview,
        autosave: &mut Autosave<'a>,
    ) -> Result<Sitting<'a>, Failure> {
        if self.args.resume.is_none() && (!self.on_terminal || saved.is_finished()) {
            return Err(taken(&saved, file.at()));
        }
        autosave.come_after_earlier(file);
        if self.args.resume.is_none() && !self.goes_on(&resumed, interview)? {
            return match self.place {
                SavingPlace::Folder(folder) => {
                    self.begin_anew(folder.begin(&today()), interview, autosave)
                }
                // It is there until the first answer.
                SavingPlace::File(_) | SavingPlace::Nowhere => self.new_sitting(),
            };
        }
        self.go_on(saved, resumed, interview, autosave)
    }

    /// Goes on with what is saved.
    fn go_on(
        &self,
        saved: SavedSitting,
        resumed: Resumed<'a>,
        interview: &mut dyn Interview,
        autosave: &mut Autosave<'a>,
    ) -> Result<Sitting<'a>, Failure> {
        if saved.is_of_other(self.catalogue) {
            self.go_on_beside(&saved, &resumed, interview, autosave)?;
        } else {
            autosave.go_on(&resumed.sitting, saved);
        }
        if !resumed.dropped.is_empty() {
            interview.tell_lost(&lost_answers(self.catalogue, &resumed.dropped))?;
        }
        Ok(resumed.sitting)
    }

    /// Tells what came of a sitting that was finished with other questions or careers,
    /// and goes on with a copy of it, where there is a place for one.
    fn go_on_beside(
        &self,
        saved: &SavedSitting,
        resumed: &Resumed<'a>,
        interview: &mut dyn Interview,
        autosave: &mut Autosave<'a>,
    ) -> Result<(), Failure> {
        let summary = saved.result.iter().flat_map(|result| result.summary.clone());
        let summary: Vec<String> = summary.collect();
        let SavingPlace::Folder(folder) = self.place else {
            let after = "You go on with its answers, and what comes of that takes its place.";
            autosave.go_on(&resumed.sitting, saved.clone());
            return interview.tell_lost(&other_catalogue(&summary, after));
        };
        let after = "It stays saved. You go on with its answers in a new sitting.";
        interview.tell_lost(&other_catalogue(&summary, after))?;
        let warning = autosave.begin(folder.begin(&today()), &resumed.sitting)?;
        autosave.go_on(&resumed.sitting, SavedSitting::of(&resumed.sitting));
        interview.warn(warning.as_deref());
        Ok(())
    }

    /// Opens the newest result, if one is kept and the person likes; else begins anew.
    fn reopen_or_begin(
        &self,
        folder: &SittingsFolder,
        interview: &mut dyn Interview,
        autosave: &mut Autosave<'a>,
    ) -> Result<Sitting<'a>, Failure> {
        if let Some(kept) = newest_result(folder, self.catalogue) {
            match interview.reopen_or_begin()? {
                ResumeReply::Anew => {}
                ResumeReply::Quit => return Err(Failure::Interrupted),
                ResumeReply::GoOn => {
                    let (file, saved) = kept.lock()?;
                    let saved = saved.ok_or_else(|| nothing_saved(&kept))?;
                    let resumed = saved.resume(self.catalogue);
                    autosave.come_after_earlier(file);
                    return self.go_on(saved, resumed, interview, autosave);
                }
            }
        }
        self.begin_anew(folder.begin(&today()), interview, autosave)
    }

    /// A new sitting that is saved in `file`.
    fn begin_anew(
        &self,
        file: LockedFile,
        interview: &mut dyn Interview,
        autosave: &mut Autosave<'a>,
    ) -> Result<Sitting<'a>, Failure> {
        let begin = self.new_sitting()?;
        interview.warn(autosave.begin(file, &begin)?.as_deref());
        Ok(begin)
    }

    /// The sitting in the usual folder to go on with: the one that was named, else the
    /// newest that is not finished, and to resume also the newest that is.
    fn saved_in(
        &self,
        folder: &SittingsFolder,
        interview: &mut dyn Interview,
    ) -> Result<Option<LockedSitting>, Failure> {
        if let Some(Some(name)) = &self.args.resume {
            let file = folder.find(name)?.ok_or_else(|| no_such(name))?;
            let (locked, saved) = file.lock()?;
            let saved = saved.ok_or_else(|| nothing_saved(&file))?;
            return Ok(Some((locked, saved)));
        }
        let mut search = Search::default();
        let mut found = match search.newest_unfinished(folder, self.catalogue) {
            // A folder that cannot be read is told of when the new sitting is to be saved.
            Err(_) if self.args.resume.is_none() => None,
            found => found?,
        };
        if found.is_none() && self.args.resume.is_some() {
            if let Some(busy) = search.busy {
                return Err(Failure::Busy(busy));
            }
            found = search.newest_finished(folder, self.catalogue)?;
        }
        if !search.unreadable.is_empty() {
            interview.tell_lost(&set_aside(search.unreadable))?;
        }
        match (found, search.misfit) {
            (None, Some((file, saved))) if self.args.resume.is_some() => {
                Err(unusable(self.catalogue, &saved, &file))
            }
            (found, _) => Ok(found),
        }
    }

    /// Whether the person goes on with the saved sitting.
    fn goes_on(&self, saved: &Resumed<'_>, interview: &mut dyn Interview) -> Result<bool, Failure> {
        let saved = SavedSummary {
            answered: saved.sitting.answers.answered(),
            form: saved.sitting.form,
            wanted: Some(self.args.asked.form()).filter(|form| *form != Form::Full),
            is_replaced: matches!(self.place, SavingPlace::File(_)),
        };
        match interview.resume_or_begin(saved)? {
            ResumeReply::GoOn => Ok(true),
            ResumeReply::Anew => Ok(false),
            ResumeReply::Quit => Err(Failure::Interrupted),
        }
    }

    fn new_sitting(&self) -> Result<Sitting<'a>, Failure> {
        let questions = &self.catalogue.questionnaire().questions;
        if self.args.asked.short && !questions.iter().any(|question| question.short) {
            return Err(no_short_form());
        }
        Ok(Sitting::new(self.catalogue, self.args.asked.form()))
    }
}

/// A file that was named for a new sitting and has one in it.
fn taken(saved: &SavedSitting, file: &SittingFile) -> Failure {
    let (what, why) = if saved.is_finished() {
        ("a finished sitting", "see it again")
    } else {
        ("a sitting", "go on with it")
    };
    Failure::Usage(format!(
        "--save: this file holds {what} already: add --resume to {why}, or remove it with {}",
        file.forget_command()
    ))
}

fn nothing_saved(file: &SittingFile) -> Failure {
    let path = match file.name() {
        Some(_) => file.path().parent(),
        None => Some(file.path()),
    };
    Failure::NoInput {
        path: path.unwrap_or(file.path()).to_owned(),
        source: io::Error::other("no sitting is saved there"),
    }
}

fn no_such(name: &str) -> Failure {
    crate::commands::sittings::no_such(name)
}

/// Files that could not be read, and what became of them.
fn set_aside(items: Vec<String>) -> LostAnswers {
    LostAnswers {
        before: "What was saved before cannot be read, and is not lost:",
        items,
        after: "rolefit sittings lists it.",
    }
}
