//! `rolefit quiz`: the conversation, then the result.

mod exports;
mod start;

use std::io::{self, IsTerminal as _};

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::matching::{Estimate, Pattern, Unranked};
use rolefit_engine::sheet::Sheet;
use rolefit_engine::sitting::{SavedSitting, Sitting};
use rolefit_engine::telling::Clean;

use super::result::ResultWriter;
use crate::args::QuizArgs;
use crate::conversation::{Interview, Plain, Screen, converse};
use crate::failure::Failure;
use crate::files;
use crate::interruption::handle_signals;
use crate::output::{Output, is_dumb, laid_out, result_style, try_new};
use crate::saving::{Autosave, Removal, SittingFile};
use crate::terminal;
use crate::text::{TerminalText, data_options};

pub(crate) fn run(args: &QuizArgs, output: &mut Output) -> Result<(), Failure> {
    let on_terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
    let is_plain = args.plain || !on_terminal || is_dumb() || is_plain_wanted();
    // A script's answers are not a person's sitting, and must not take its place.
    let saved = if on_terminal || args.save.is_some() || args.resume || args.forget {
        SittingFile::at(args.save.as_deref())
    } else {
        None
    };
    if args.forget {
        return forget(saved.as_ref(), !is_plain, output);
    }
    let catalogue = files::catalogue(&args.result.files)?;
    if let Some(file) = &args.write_sheet {
        if args.save.as_ref() == Some(file) {
            return Err(Failure::Usage(
                "--write-sheet: this file is for --save already".to_owned(),
            ));
        }
        try_new(file)?;
    }
    let is_saving = saved.is_some();
    let quiz = Quiz { args, catalogue: &catalogue, sitting_file: saved, on_terminal, is_plain };
    if is_plain {
        quiz.take(&mut Plain::new(output, on_terminal, is_saving))
    } else {
        quiz.take(&mut Screen::new(output, is_saving)?)
    }
}

fn is_plain_wanted() -> bool {
    std::env::var_os("ROLEFIT_PLAIN").is_some_and(|value| !value.is_empty())
}

/// Removes the saved sitting; if the person can be asked and would lose answers,
/// only once they say so.
fn forget(saved: Option<&SittingFile>, asks: bool, output: &mut Output) -> Result<(), Failure> {
    let Some(file) = saved else { return Err(no_place()) };
    let path = Clean::from(file.path().display().to_string());
    let agrees = |saved: Option<&SavedSitting>| match saved.map_or(0, SavedSitting::answered) {
        answered if asks && answered > 0 => {
            handle_signals(true).map_err(Failure::io("the terminal"))?;
            let answers = if answered == 1 { "1 answer" } else { &format!("{answered} answers") };
            let question = format!("Remove the saved sitting with {answers}?");
            match terminal::confirm(&question) {
                Ok(sure) => Ok(sure == Some(true)),
                Err(_) => Err(Failure::Interrupted),
            }
        }
        _ => Ok(true),
    };
    let done = match file.forget(agrees) {
        Ok(Removal::Done) => format!("removed {path}\n"),
        Ok(Removal::Absent) => "there was no saved sitting\n".to_owned(),
        Ok(Removal::Refused) => "the saved sitting stays\n".to_owned(),
        Err(failure @ Failure::Busy(_)) => {
            return Err(failure.advised("Finish that quiz first, or leave it with q.\n".to_owned()));
        }
        Err(failure) => return Err(failure),
    };
    output.remark(&TerminalText::lines(&done)).map_err(Failure::io("standard error"))
}

fn no_place() -> Failure {
    Failure::Usage("there is no home folder to save a sitting in: use --save FILE".to_owned())
}

/// What becomes of a sitting whose result was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AfterResult {
    /// It is done with.
    Removed,
    /// It stays saved, as its person wants it.
    Kept,
    /// It stays saved, as there is too little in it for a result.
    Unfinished,
}

struct Quiz<'a> {
    args: &'a QuizArgs,
    catalogue: &'a Catalogue,
    sitting_file: Option<SittingFile>,
    on_terminal: bool,
    is_plain: bool,
}

impl<'a> Quiz<'a> {
    /// Takes the quiz: whatever happens, the person is told how to come back to
    /// what was answered.
    fn take(&self, interview: &mut dyn Interview) -> Result<(), Failure> {
        let (file, saved) = match self.sitting_file.as_ref().map(SittingFile::lock).transpose() {
            Ok(locked) => locked.unzip(),
            Err(failure) => return Err(self.advised_if_busy(failure)),
        };
        let saved = saved.flatten();
        let save = self.sitting_file.as_ref().map_or_else(String::new, SittingFile::options);
        let options = data_options(&self.args.result.files);
        let resume = format!("rolefit quiz --resume{save}{options}");
        let mut autosave = Autosave::new(self.catalogue, file, resume, options);
        let way_back = match self.through(saved.as_ref(), interview, &mut autosave) {
            Ok(AfterResult::Removed) => return autosave.remove(),
            Ok(AfterResult::Kept) => autosave.way_back_to_finished(),
            Ok(AfterResult::Unfinished) => autosave.rescue(),
            Err(Failure::Interrupted) => {
                return Err(Failure::Interrupted.advised(autosave.farewell()));
            }
            Err(failure) if self.on_terminal || self.sitting_file.is_some() => {
                return Err(self.advised_if_busy(failure).advised(autosave.rescue()));
            }
            Err(failure) => return Err(failure),
        };
        // If it cannot be said, the file is there all the same.
        let _ = interview.output().dialogue(&laid_out(&format!("\n{way_back}")));
        Ok(())
    }

    /// The questions, the result, and the files that are written of it.
    fn through(
        &self,
        saved: Option<&SavedSitting>,
        interview: &mut dyn Interview,
        autosave: &mut Autosave<'a>,
    ) -> Result<AfterResult, Failure> {
        let begin = self.begin(saved, interview, autosave)?;
        let mut keeper = |sitting: &Sitting<'a>| autosave.save(sitting);
        let sheet = converse(begin, interview, &mut keeper)?;
        self.finish(&sheet, interview)
    }

    fn finish(
        &self,
        sheet: &Sheet<'a>,
        interview: &mut dyn Interview,
    ) -> Result<AfterResult, Failure> {
        let style = if self.is_plain { result_style().without_bars() } else { result_style() };
        let output = interview.output();
        let writer = ResultWriter::new(self.catalogue, &self.args.result);
        writer.write(sheet, false, style, output)?;
        output.finish()?;
        if let Some(file) = &self.args.write_sheet {
            exports::write_sheet(sheet, file)?;
        }
        let is_done = !self.on_terminal || exports::offer_files(sheet, &writer, interview)?;
        // Who is told to answer more questions has to find these answers again.
        if self.sitting_file.is_some() && Self::is_too_little(sheet) {
            return Ok(AfterResult::Unfinished);
        }
        Ok(if is_done { AfterResult::Removed } else { AfterResult::Kept })
    }

    /// Whether too few interests were answered for any role to be matched.
    fn is_too_little(sheet: &Sheet<'_>) -> bool {
        let estimate = Estimate::of(sheet.answers());
        Pattern::of(&estimate, sheet.importance()) == Err(Unranked::Insufficient)
    }

    fn advised_if_busy(&self, failure: Failure) -> Failure {
        let Failure::Busy(_) = failure else { return failure };
        failure.advised(format!(
            "Finish that quiz first, or leave it with q. Or save this one in a file of its own:\n  \
             rolefit quiz --save FILE{}\n",
            data_options(&self.args.result.files)
        ))
    }
}
