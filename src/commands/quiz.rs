//! `rolefit quiz`: the conversation, then the result.

use std::io::{self, IsTerminal};

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::matching::{Estimate, Pattern, Unranked};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::sitting::{Form, Resumed, SavedSitting, Sitting, USUAL_UNTIL};

use super::exports::{self, After};
use super::result::ResultWriter;
use crate::args::QuizArgs;
use crate::conversation::{Interview, Offer, Plain, Saved, Screen, converse};
use crate::failure::Failure;
use crate::files;
use crate::output::{Output, is_dumb, laid_out, result_style};
use crate::saving::{Autosave, SittingFile, lost_answers, unusable};
use crate::text::{clean, data_options};

pub(crate) fn run(args: &QuizArgs, output: &mut Output) -> Result<(), Failure> {
    let on_terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
    // A script's answers are not a person's sitting, and must not take its place.
    let store = if on_terminal || args.save.is_some() || args.resume || args.forget {
        SittingFile::at(args.save.as_deref())
    } else {
        None
    };
    if args.forget {
        return forget(store.as_ref(), output);
    }
    let catalogue = files::catalogue(&args.result.files)?;
    if let Some(file) = &args.write_sheet {
        if args.save.as_ref() == Some(file) {
            return Err(Failure::Usage(
                "--write-sheet: this file is for --save already".to_owned(),
            ));
        }
        exports::try_out(file)?;
    }
    let plain = args.plain || !on_terminal || is_dumb() || asked_for_plain();
    let saves = store.is_some();
    let quiz = Quiz { args, catalogue: &catalogue, store, on_terminal, plain };
    if plain {
        quiz.take(&mut Plain::new(output, on_terminal, saves))
    } else {
        quiz.take(&mut Screen::new(output, saves)?)
    }
}

fn asked_for_plain() -> bool {
    std::env::var_os("ROLEFIT_PLAIN").is_some_and(|value| !value.is_empty())
}

fn forget(store: Option<&SittingFile>, output: &mut Output) -> Result<(), Failure> {
    let Some(store) = store else { return Err(no_place()) };
    let path = clean(&store.path().display().to_string());
    let done = match store.forget() {
        Ok(true) => format!("removed {path}\n"),
        Ok(false) => "there was no saved sitting\n".to_owned(),
        Err(failure @ Failure::Busy(_)) => {
            return Err(failure.advised("Finish that quiz first, or leave it with q.\n".to_owned()));
        }
        Err(failure) => return Err(failure),
    };
    output.say(&done).map_err(Failure::io("standard error"))
}

fn no_place() -> Failure {
    Failure::Usage("there is no home folder to save a sitting in: use --save FILE".to_owned())
}

struct Quiz<'a> {
    args: &'a QuizArgs,
    catalogue: &'a Catalogue,
    store: Option<SittingFile>,
    on_terminal: bool,
    plain: bool,
}

impl<'a> Quiz<'a> {
    /// Takes the quiz: whatever happens, the person is told how to come back to
    /// what was answered.
    fn take(&self, interview: &mut dyn Interview) -> Result<(), Failure> {
        let (held, saved) = match self.store.as_ref().map(SittingFile::hold).transpose() {
            Ok(held) => held.unzip(),
            Err(failure) => return Err(self.busy(failure)),
        };
        let saved = saved.flatten();
        let store = self.store.as_ref().map_or_else(String::new, SittingFile::options);
        let options = data_options(&self.args.result.files);
        let resume = format!("rolefit quiz --resume{store}{options}");
        let mut saving = Autosave::new(self.catalogue, held, resume, options);
        match self.through(saved.as_ref(), interview, &mut saving) {
            Ok(After::Done) => saving.forget(),
            Ok(After::Later) => {
                // If it cannot be said, the file is there all the same.
                let _ = interview.output().show(&laid_out(&format!("\n{}", saving.rescue())));
                Ok(())
            }
            Err(Failure::Interrupted) => Err(Failure::Interrupted.advised(saving.farewell())),
            Err(failure) if self.on_terminal || self.store.is_some() => {
                Err(self.busy(failure).advised(saving.rescue()))
            }
            Err(failure) => Err(failure),
        }
    }

    /// The questions, the result, and what is kept of it.
    fn through(
        &self,
        saved: Option<&SavedSitting>,
        interview: &mut dyn Interview,
        saving: &mut Autosave<'a>,
    ) -> Result<After, Failure> {
        let begin = self.begin(saved, interview, saving)?;
        let mut keeper = |sitting: &Sitting<'a>| saving.keep(sitting);
        let sheet = converse(begin, interview, &mut keeper)?;
        self.finish(&sheet, interview)
    }

    fn finish(&self, sheet: &Sheet<'a>, interview: &mut dyn Interview) -> Result<After, Failure> {
        let style = if self.plain { result_style().without_bars() } else { result_style() };
        let output = interview.output();
        let writer = ResultWriter::new(self.catalogue, &self.args.result);
        writer.write(sheet, false, style, output)?;
        output.finish()?;
        if let Some(file) = &self.args.write_sheet {
            exports::keep_sheet(sheet, file)?;
        }
        let after =
            if self.on_terminal { exports::offer(sheet, &writer, interview)? } else { After::Done };
        // Who is told to answer more questions has to find these answers again.
        let stays = self.store.is_some() && self.is_too_little(sheet);
        Ok(if stays { After::Later } else { after })
    }

    /// Whether too few interests were answered for any role to be matched.
    fn is_too_little(&self, sheet: &Sheet<'_>) -> bool {
        let estimate = Estimate::of(sheet.answers());
        Pattern::of(&estimate, sheet.importance()) == Err(Unranked::Insufficient)
    }

    /// The sitting to go on with, or a new one.
    fn begin(
        &self,
        saved: Option<&SavedSitting>,
        interview: &mut dyn Interview,
        saving: &mut Autosave<'a>,
    ) -> Result<Sitting<'a>, Failure> {
        let Some(saved) = saved else {
            if self.args.resume {
                return Err(self.nothing_saved());
            }
            let begin = self.afresh()?;
            interview.warn(saving.begin(&begin)?.as_deref());
            return Ok(begin);
        };
        let resumed = saved.resume(self.catalogue);
        if resumed.sitting.asked.is_empty() {
            let store = self.store.as_ref();
            return Err(unusable(self.catalogue, saved, &resumed.dropped, store));
        }
        saving.follow();
        if !self.goes_on(&resumed, interview)? {
            return self.afresh();
        }
        if !resumed.dropped.is_empty() {
            interview.notice(&lost_answers(self.catalogue, &resumed.dropped))?;
        }
        saving.go_on(&resumed.sitting);
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
        let saved = Saved {
            answered: saved.sitting.answers.answered(),
            form: saved.sitting.form,
            wanted: Some(self.form()).filter(|form| *form != Form::Full),
        };
        match interview.offer(saved)? {
            Offer::GoOn => Ok(true),
            Offer::Anew => Ok(false),
            Offer::Quit => Err(Failure::Interrupted),
        }
    }

    fn afresh(&self) -> Result<Sitting<'a>, Failure> {
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

    fn busy(&self, failure: Failure) -> Failure {
        let Failure::Busy(_) = failure else { return failure };
        failure.advised(format!(
            "Finish that quiz first, or leave it with q. Or save this one in a file of its own:\n  \
             rolefit quiz --save FILE{}\n",
            data_options(&self.args.result.files)
        ))
    }

    fn nothing_saved(&self) -> Failure {
        match &self.store {
            Some(store) => Failure::NoInput {
                path: store.path().to_owned(),
                source: io::Error::other("no sitting is saved there"),
            },
            None => no_place(),
        }
    }
}
