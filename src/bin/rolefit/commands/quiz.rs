//! `rolefit quiz`: the conversation, then the result.

use std::io::{self, IsTerminal};

use rolefit::audit::UNTIL;
use rolefit::catalogue::Catalogue;
use rolefit::sheet::{Form, Progress, Reason, Resumed, Sheet};

use super::keepsakes;
use super::tell::{options, tell};
use crate::args::{Common, QuizArgs};
use crate::conversation::{Interview, Plain, Screen, Stopped, afresh, converse, set_farewell};
use crate::failure::{Failure, in_plain_words};
use crate::files;
use crate::output::{Output, is_dumb, result_style};
use crate::render::clean;
use crate::store::Store;

pub(crate) fn run(args: &QuizArgs, common: &Common, output: &mut Output) -> Result<(), Failure> {
    let on_terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
    // A script's answers are not a person's sitting, and must not take its place.
    let store = if on_terminal || args.save.is_some() || args.resume || args.forget {
        Store::at(args.save.as_deref())
    } else {
        None
    };
    if args.forget {
        return forget(store.as_ref(), output);
    }
    let catalogue = files::catalogue(common)?;
    if let Some(file) = args.keep.as_ref().filter(|file| file.exists()) {
        return Err(Failure::Exists(file.clone()));
    }
    let setting = Setting {
        plain: args.plain || !on_terminal || is_dumb() || asked_for_plain(),
        on_terminal,
    };
    let quiz = Quiz { args, common, catalogue: &catalogue, store: store.as_ref(), on_terminal };
    let sat = setting.with(output, |interview| quiz.sit(interview));
    let sheet = sat.map_err(|stopped| quiz.account(stopped, output))?;
    let style = if setting.plain { result_style().without_bars() } else { result_style() };
    tell(&catalogue, &sheet, false, common, style, output)?;
    output.finish()?;
    if let Some(file) = &args.keep {
        keepsakes::keep_sheet(&catalogue, &sheet, file)?;
    }
    if let Some(store) = &store {
        store.forget()?;
    }
    if on_terminal && !common.quiet {
        set_farewell("");
        keepsakes::offer(&catalogue, &sheet, common, setting, output)?;
    }
    Ok(())
}

/// How a person is spoken with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    plain: bool,
    on_terminal: bool,
}

impl Setting {
    /// Does something with someone to ask.
    pub(super) fn with<T, E: From<Failure>>(
        self,
        output: &mut Output,
        act: impl FnOnce(&mut dyn Interview) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.plain {
            act(&mut Plain::new(output, self.on_terminal))
        } else {
            act(&mut Screen::new(output)?)
        }
    }
}

fn asked_for_plain() -> bool {
    std::env::var_os("ROLEFIT_PLAIN").is_some_and(|value| !value.is_empty())
}

fn forget(store: Option<&Store>, output: &mut Output) -> Result<(), Failure> {
    let Some(store) = store else { return Err(no_place()) };
    let path = clean(&store.path().display().to_string());
    let done = if store.forget()? {
        format!("removed {path}\n")
    } else {
        "there was no saved sitting\n".to_owned()
    };
    output.say(&done).map_err(Failure::io("standard error"))
}

fn no_place() -> Failure {
    Failure::Usage("there is no home folder to save a sitting in: use --save FILE".to_owned())
}

struct Quiz<'a> {
    args: &'a QuizArgs,
    common: &'a Common,
    catalogue: &'a Catalogue,
    store: Option<&'a Store>,
    on_terminal: bool,
}

impl Quiz<'_> {
    fn sit(&self, interview: &mut dyn Interview) -> Result<Sheet, Stopped> {
        let begin = self.begin(interview)?;
        if self.store.is_some() {
            set_farewell(&format!("Every answer is saved. To go on:\n  {}\n", self.resumption()));
        }
        let mut keeper = |progress: &Progress| {
            let error = self.store?.keep(progress).err()?;
            Some(format!("Your answers are not being saved: {}", in_plain_words(&error)))
        };
        converse(self.catalogue, begin, interview, &mut keeper)
    }

    /// The sitting to go on with, or a new one.
    fn begin(&self, interview: &mut dyn Interview) -> Result<Resumed, Failure> {
        let saved = self.store.map_or(Ok(None), Store::load)?;
        let Some(saved) = saved else {
            return if self.args.resume { Err(self.nothing_saved()) } else { self.afresh() };
        };
        let resumed = saved.resume(self.catalogue);
        let answered = resumed.answers.answered();
        let wanted = if self.args.resume {
            true
        } else if self.on_terminal {
            interview.offer(answered)?
        } else {
            return Err(Failure::Usage(
                "--save: this file holds a sitting already; add --resume to go on with it, or \
                 remove it with --forget"
                    .to_owned(),
            ));
        };
        if !wanted {
            return self.afresh();
        }
        if !resumed.dropped.is_empty() {
            interview.notice(&lost(&resumed))?;
        }
        Ok(resumed)
    }

    fn afresh(&self) -> Result<Resumed, Failure> {
        let questions = &self.catalogue.questionnaire().questions;
        if self.args.short && !questions.iter().any(|question| question.short) {
            return Err(Failure::Usage(
                "--short: no question in this questionnaire is marked short: true".to_owned(),
            ));
        }
        let form = if self.args.adaptive {
            Form::Adaptive(self.args.until.unwrap_or(UNTIL))
        } else if self.args.short {
            Form::Short
        } else {
            Form::Full
        };
        Ok(afresh(self.catalogue, form))
    }

    fn nothing_saved(&self) -> Failure {
        match self.store {
            Some(store) => Failure::NoInput {
                path: store.path().to_owned(),
                source: io::Error::other("no sitting is saved there"),
            },
            None => no_place(),
        }
    }

    /// The command that goes on with the saved sitting.
    fn resumption(&self) -> String {
        let store = self.store.map_or_else(String::new, Store::options);
        format!("rolefit quiz --resume{store}{}", options(self.common))
    }

    /// Says where the person stopped and how to go on.
    fn account(&self, stopped: Stopped, output: &mut Output) -> Failure {
        match stopped {
            Stopped::Failed(failure) => {
                if matches!(failure, Failure::Interrupted) && self.store.is_some() {
                    let _ = output.say(&format!("\nTo go on:\n  {}\n", self.resumption()));
                }
                failure
            }
            Stopped::Left(sheet) => {
                // If it cannot be said, the exit code still tells.
                let _ = output.say(&self.left(&sheet));
                Failure::Interrupted
            }
        }
    }

    fn left(&self, sheet: &Sheet) -> String {
        let (count, they) = match sheet.answers.answered() {
            0 => return "\nStopped. Nothing was answered.\n".to_owned(),
            1 => ("1 answer".to_owned(), "it says"),
            several => (format!("{several} answers"), "they say"),
        };
        let so_far = format!(
            "\nStopped after {count}. What {they} so far:\n  rolefit score --answers {}{}\n",
            sheet.answers.digits(),
            options(self.common)
        );
        match self.store {
            Some(_) => format!("{so_far}To go on:\n  {}\n", self.resumption()),
            None => so_far,
        }
    }
}

/// Which answers of a saved sitting could not be kept, and why.
fn lost(resumed: &Resumed) -> String {
    let told: Vec<String> = resumed
        .dropped
        .iter()
        .map(|dropped| {
            let why = match dropped.reason {
                Reason::Gone => "is no longer asked",
                Reason::Changed => "reads differently now",
            };
            format!("{} {why}", clean(&dropped.id))
        })
        .collect();
    format!(
        "The questions have changed since you stopped. The other answers are kept, but these are \
         lost: {}.",
        told.join(", ")
    )
}
