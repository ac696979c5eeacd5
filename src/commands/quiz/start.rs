//! The sitting that a quiz starts from: the saved one, or a new one.

use std::io;

use rolefit_engine::sitting::{Form, Resumed, SavedSitting, Sitting, USUAL_UNTIL};

use super::{Quiz, no_place};
use crate::conversation::{Interview, ResumeReply, SavedSummary};
use crate::failure::Failure;
use crate::saving::{Autosave, lost_answers, unusable};

impl<'a> Quiz<'a> {
    /// The sitting to go on with, or a new one.
    pub(super) fn begin(
        &self,
        saved: Option<&SavedSitting>,
        interview: &mut dyn Interview,
        autosave: &mut Autosave<'a>,
    ) -> Result<Sitting<'a>, Failure> {
        let Some(saved) = saved else {
            if self.args.resume {
                return Err(self.nothing_saved());
            }
            let begin = self.new_sitting()?;
            interview.warn(autosave.begin(&begin)?.as_deref());
            return Ok(begin);
        };
        let resumed = saved.resume(self.catalogue);
        if resumed.sitting.asked.is_empty() {
            let file = self.sitting_file.as_ref();
            return Err(unusable(self.catalogue, saved, &resumed.dropped, file));
        }
        autosave.come_after_earlier();
        if !self.goes_on(&resumed, interview)? {
            return self.new_sitting();
        }
        if !resumed.dropped.is_empty() {
            interview.tell_lost(&lost_answers(self.catalogue, &resumed.dropped))?;
        }
        autosave.go_on(&resumed.sitting);
        Ok(resumed.sitting)
    }

    /// Whether the person goes on with the saved sitting.
    fn goes_on(&self, saved: &Resumed<'_>, interview: &mut dyn Interview) -> Result<bool, Failure> {
        if self.args.resume {
            return Ok(true);
        }
        if !self.on_terminal {
            return Err(Failure::Usage(
                "--save: this file holds a sitting already; add --resume to go on with it, or \
                 remove it with --forget"
                    .to_owned(),
            ));
        }
        let saved = SavedSummary {
            answered: saved.sitting.answers.answered(),
            form: saved.sitting.form,
            wanted: Some(self.form()).filter(|form| *form != Form::Full),
        };
        match interview.resume_or_begin(saved)? {
            ResumeReply::GoOn => Ok(true),
            ResumeReply::Anew => Ok(false),
            ResumeReply::Quit => Err(Failure::Interrupted),
        }
    }

    fn new_sitting(&self) -> Result<Sitting<'a>, Failure> {
        let questions = &self.catalogue.questionnaire().questions;
        if self.args.short && !questions.iter().any(|question| question.short) {
            return Err(Failure::Usage(
                "--short: no question in this questionnaire is marked short: true".to_owned(),
            ));
        }
        Ok(Sitting::new(self.catalogue, self.form()))
    }

    /// The form that is asked for.
    fn form(&self) -> Form {
        if self.args.adaptive {
            Form::Adaptive(self.args.until.unwrap_or(USUAL_UNTIL))
        } else if self.args.short {
            Form::Short
        } else {
            Form::Full
        }
    }

    fn nothing_saved(&self) -> Failure {
        match &self.sitting_file {
            Some(file) => Failure::NoInput {
                path: file.path().to_owned(),
                source: io::Error::other("no sitting is saved there"),
            },
            None => no_place(),
        }
    }
}
