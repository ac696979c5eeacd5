//! What can be said on the command line.

mod class;
mod data;
mod data_files;
mod destination;
mod examples;
mod form;
mod help;
mod many;
mod misplaced;
mod one;
mod options;
mod page;
mod paths;
mod result_file;
mod table;
mod which_questions;
mod whole;

pub(crate) use class::{ClassArgs, SeparatorMark, SortBy};
pub(crate) use data::{
    AuditArgs, CompletionsArgs, DoctorArgs, InitArgs, ManArgs, SchemaArgs, SchemaName, ShowArgs,
    ShowFormat,
};
pub(crate) use data_files::DataFiles;
pub(crate) use form::{FormArgs, FormKind};
pub(crate) use help::sections;
pub(crate) use many::{BatchArgs, BatchFormat, CohortArgs, CohortFormat, RowFormat, RowSource};
pub(crate) use one::{
    CompareArgs, ForgetArgs, QuizArgs, RenderArgs, ScoreArgs, ShowSittingArgs, SittingsAction,
    SittingsArgs,
};
pub(crate) use options::{Color, OutputArgs, ResultArgs, ResultFormat, TextOrJson};
pub(crate) use page::PageArgs;
pub(crate) use result_file::ResultFile;
pub(crate) use table::TableArgs;

use std::ffi::OsString;
use std::mem;

use clap::{CommandFactory, FromArgMatches as _, Parser, Subcommand};

use crate::failure::Failure;

/// A quiz that matches what you like doing with roles in health informatics,
/// and says why, and how sure that is.
///
/// Without a command it takes you through the quiz. It is for exploring, never
/// for selecting people, and your answers stay on this machine.
#[derive(Debug, Parser)]
#[command(
    // On every system, though its file may be called rolefit.exe.
    bin_name = "rolefit",
    version = env!("ROLEFIT_VERSION"),
    about,
    before_help = examples::ROLEFIT,
    after_long_help = help::after_options("rolefit"),
    max_term_width = 88
)]
pub(crate) struct Cli {
    #[command(flatten)]
    quiz: QuizArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
    #[command(subcommand)]
    command: Option<Command>,
    /// What is wrong with an option before the name of the command.
    #[arg(skip)]
    misplaced: Option<String>,
}

/// What can be done.
#[derive(Debug, Clone, Subcommand)]
pub(crate) enum Command {
    /// Take the quiz (the same as no command)
    #[command(before_help = examples::QUIZ, after_long_help = help::after_options("quiz"))]
    Quiz(QuizArgs),
    /// Score one person's answers from a file, standard input or the command line
    #[command(before_help = examples::SCORE, after_long_help = help::after_options("score"))]
    Score(ScoreArgs),
    /// Score a cohort: rows of JSON or of a spreadsheet in, records out, in order
    #[command(before_help = examples::BATCH, after_long_help = help::after_options("batch"))]
    Batch(BatchArgs),
    /// Add a cohort up: roles, demand for training, interests, how well the questions work
    #[command(before_help = examples::COHORT, after_long_help = help::after_options("cohort"))]
    Cohort(CohortArgs),
    /// Write a saved report in another form: it is scored again, and says the same
    #[command(before_help = examples::RENDER, after_long_help = help::after_options("render"))]
    Render(RenderArgs),
    /// Compare two sittings of one person: what moved, and does it matter?
    #[command(before_help = examples::COMPARE, after_long_help = help::after_options("compare"))]
    Compare(CompareArgs),
    /// List your saved sittings, show one again, or forget them
    #[command(before_help = examples::SITTINGS, after_long_help = help::after_options("sittings"))]
    Sittings(SittingsArgs),
    /// List the roles, modules, interests, questions or specialisms, or show one
    #[command(before_help = examples::SHOW, after_long_help = help::after_options("show"))]
    Show(ShowArgs),
    /// Check the questions and careers: can every role come first, how often, how surely?
    #[command(before_help = examples::AUDIT, after_long_help = help::after_options("audit"))]
    Audit(AuditArgs),
    /// Write the questionnaire as a form for the tool where people will answer
    #[command(before_help = examples::FORM, mut_arg("careers", |arg| arg.hide(true)), after_long_help = help::after_options("form"))]
    Form(FormArgs),
    /// Write the quiz as one file for a browser, to hand out: it works offline and sends nothing
    #[command(before_help = examples::PAGE, after_long_help = help::after_options("page"))]
    Page(PageArgs),
    /// Print the JSON Schema of a form that rolefit reads or writes
    #[command(before_help = examples::SCHEMA, after_long_help = help::after_options("schema"))]
    Schema(SchemaArgs),
    /// Print the completions of a shell
    #[command(before_help = examples::COMPLETIONS, after_long_help = help::after_options("completions"))]
    Completions(CompletionsArgs),
    /// Print the manual page of rolefit, or of one of its commands
    #[command(before_help = examples::MAN, after_long_help = help::after_options("man"))]
    Man(ManArgs),
    /// Say what a report of a fault needs: the version, the system, the terminal; nothing of you
    #[command(before_help = examples::DOCTOR, after_long_help = help::after_options("doctor"))]
    Doctor(DoctorArgs),
    /// Write questions.yaml and careers.yaml into a folder, to edit them
    #[command(before_help = examples::INIT, after_long_help = help::after_options("init"))]
    Init(InitArgs),
}

impl Command {
    /// The data files that the command uses, if it uses any.
    fn data_files(&mut self) -> Option<&mut DataFiles> {
        match self {
            Self::Quiz(args) => Some(&mut args.result.files),
            Self::Score(args) => Some(&mut args.result.files),
            Self::Batch(args) => Some(&mut args.files),
            Self::Cohort(args) => Some(&mut args.files),
            Self::Render(args) => Some(&mut args.result.files),
            Self::Compare(args) => Some(&mut args.files),
            Self::Sittings(args) => match &mut args.action {
                Some(SittingsAction::Show(args)) => Some(&mut args.files),
                Some(SittingsAction::Forget(_)) | None => None,
            },
            Self::Show(args) => Some(&mut args.files),
            Self::Audit(args) => Some(&mut args.files),
            Self::Form(args) => Some(&mut args.files),
            Self::Page(args) => Some(&mut args.files),
            Self::Doctor(args) => Some(&mut args.files),
            Self::Schema(_) | Self::Completions(_) | Self::Man(_) | Self::Init(_) => None,
        }
    }
}

impl Cli {
    /// The commands and options, as clap knows them. The short help of the program
    /// leaves the options of the quiz to the help of `quiz`.
    pub(crate) fn definitions() -> clap::Command {
        Self::command().mut_args(|arg| {
            let is_of_quiz = arg.get_help_heading() == Some(one::QUIZ);
            arg.hide_short_help(is_of_quiz)
        })
    }

    /// What is asked with these words.
    ///
    /// # Errors
    /// What to say instead, if the words are wrong or ask for no more than help.
    pub(crate) fn read(words: &[OsString]) -> Result<Self, clap::Error> {
        let mut program = Self::definitions();
        let matches = program.try_get_matches_from_mut(words)?;
        let misplaced = misplaced::misplaced(&program, &matches);
        Ok(Self { misplaced, ..Self::from_arg_matches(&matches)? })
    }

    /// The command that was meant. Data files may be named before its name, as
    /// `init` tells people to begin.
    pub(crate) fn checked(self) -> Result<Command, Failure> {
        if let Some(why) = self.misplaced {
            return Err(Failure::Usage(why));
        }
        let mut quiz = self.quiz;
        let named = mem::take(&mut quiz.result.files);
        let Some(mut command) = self.command else {
            quiz.result.files = named.settled()?;
            return Command::Quiz(quiz).settled();
        };
        if let Some(files) = command.data_files() {
            *files = mem::take(files).or(named).settled()?;
        }
        command.settled()
    }
}

#[cfg(test)]
mod habit;
#[cfg(test)]
mod tests;
