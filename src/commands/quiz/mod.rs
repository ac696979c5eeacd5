//! `rolefit quiz`: the conversation, then the result.

mod desk;
mod place;
mod start;

use std::fs;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sitting::Sitting;

use self::desk::QuizDesk;
use self::place::SavingPlace;
use self::start::QuizStart;
use super::result::ResultWriter;
use crate::args::{QuizArgs, ResultFormat};
use crate::conversation::{Beginning, Interview, Plain, Screen, converse, explore};
use crate::failure::Failure;
use crate::files;
use crate::output::{Output, is_plain_wanted, laid_out, try_new};
use crate::saving::Autosave;
use crate::text::data_options;

pub(crate) fn run(args: &QuizArgs, output: &mut Output) -> Result<(), Failure> {
    let on_terminal = io::stdin().is_terminal() && io::stderr().is_terminal();
    let is_plain = args.plain || !on_terminal || is_plain_wanted();
    let place = SavingPlace::of(args, on_terminal)?;
    let catalogue = files::catalogue(&args.result.files)?;
    let is_new = |file: &&PathBuf| fs::symlink_metadata(file).is_err();
    if let Some(file) = args.save.as_ref().filter(|_| !on_terminal).filter(is_new) {
        // Nobody would see a warning and save the answers elsewhere.
        try_new(file).map_err(|failure| failure.named_by("--save"))?;
    }
    if let Some(file) = &args.write_sheet {
        try_new(file)?;
    }
    let is_saving = place.is_somewhere();
    let quiz = Quiz { args, catalogue, place, on_terminal };
    if is_plain {
        quiz.take(&mut Plain::new(output, on_terminal, is_saving))
    } else {
        quiz.take(&mut Screen::new(output, is_saving)?)
    }
}

/// What becomes of a sitting whose result was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AfterResult {
    /// A script has what it wanted.
    Removed,
    /// It stays saved, with its result if there is enough in it for one.
    Kept,
}

struct Quiz<'a> {
    args: &'a QuizArgs,
    catalogue: &'a Catalogue,
    place: SavingPlace,
    on_terminal: bool,
}

impl<'a> Quiz<'a> {
    /// Takes the quiz: whatever happens, the person is told how to come back to
    /// what was answered.
    fn take(&self, interview: &mut dyn Interview) -> Result<(), Failure> {
        let options = data_options(&self.args.result.files);
        let mut autosave = Autosave::new(self.catalogue, options);
        match self.through(interview, &mut autosave) {
            Ok(AfterResult::Removed) => autosave.remove(),
            Ok(AfterResult::Kept) => {
                let way_back = autosave.way_back();
                if !way_back.is_empty() {
                    // If it cannot be said, the file is there all the same.
                    let way_back = laid_out(&format!("\n{way_back}"));
                    let _ = interview.output().dialogue(&way_back);
                }
                Ok(())
            }
            Err(Failure::Interrupted) => Err(Failure::Interrupted.advised(autosave.farewell())),
            Err(failure) => Err(self.advised_if_busy(failure).advised(autosave.rescue())),
        }
    }

    /// The questions, the result, and the files that are written of it.
    fn through(
        &self,
        interview: &mut dyn Interview,
        autosave: &mut Autosave<'a>,
    ) -> Result<AfterResult, Failure> {
        let Self { args, catalogue, ref place, on_terminal, .. } = *self;
        let start = QuizStart { args, catalogue, place, on_terminal };
        let mut begin = start.begin(interview, autosave)?;
        begin.starting_point = args.starting_point.or(begin.starting_point);
        // A script's lines go through the answers in any case.
        let has_result = self.on_terminal && autosave.is_finished();
        let mut keeper = |sitting: &Sitting<'a>| autosave.save(sitting);
        let is_start_given = args.starting_point.is_some();
        let begin = Beginning { sitting: begin, has_result, is_start_given };
        let sitting = converse(begin, interview, &mut keeper)?;
        self.finish(sitting, interview, autosave)
    }

    fn finish(
        &self,
        sitting: Sitting<'a>,
        interview: &mut dyn Interview,
        autosave: &mut Autosave<'a>,
    ) -> Result<AfterResult, Failure> {
        let sheet = sitting.sheet();
        let writer = ResultWriter::new(self.catalogue, &self.args.result);
        if !self.is_on_screen() {
            interview.step_aside()?;
            let output = interview.output();
            let style = output.style();
            let style = if self.args.plain { style.without_bars() } else { style };
            writer.write(&sheet, false, style, output)?;
            output.finish()?;
        }
        if let Some(file) = &self.args.write_sheet {
            desk::write_sheet(&sheet, file)?;
        }
        if self.is_for_a_script() && !desk::is_too_little(&sheet) {
            return Ok(AfterResult::Removed);
        }
        let mut desk = QuizDesk { sitting, writer: &writer, autosave };
        let warning = desk.finish().unwrap_or_default();
        if self.on_terminal {
            explore(&mut desk, warning, interview)?;
        } else if !warning.is_empty() {
            let warning = laid_out(&format!("\n{warning}\n"));
            interview.output().dialogue(&warning).map_err(Failure::io("standard error"))?;
        }
        Ok(AfterResult::Kept)
    }

    /// Whether the result is told on the terminal alone, page by page as it is asked for.
    fn is_on_screen(&self) -> bool {
        self.on_terminal
            && io::stdout().is_terminal()
            && self.args.result.output.path().is_none()
            && self.args.result.format() == ResultFormat::Text
    }

    /// Whether a script began this sitting, which nobody comes back to: it named no file for it.
    fn is_for_a_script(&self) -> bool {
        !self.on_terminal && self.args.resume.is_none() && self.args.save.is_none()
    }

    fn advised_if_busy(&self, failure: Failure) -> Failure {
        let Failure::Busy(_) = failure else { return failure };
        let (instead, save) = match self.place {
            SavingPlace::Folder(_) => ("begin another one", ""),
            SavingPlace::File(_) | SavingPlace::Nowhere => {
                ("save this one in a file of its own", " --save FILE")
            }
        };
        failure.advised(format!(
            "Finish that quiz first, or leave it with q. Or {instead}:\n  rolefit quiz{save}{}\n",
            data_options(&self.args.result.files)
        ))
    }
}
