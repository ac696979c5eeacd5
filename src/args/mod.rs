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
mod on_demand;
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
pub(crate) use help::{HelpSection, sections, without_end};
pub(crate) use many::{BatchArgs, BatchFormat, CohortArgs, CohortFormat, RowFormat, RowSource};
pub(crate) use one::{
    CompareArgs, ForgetArgs, QuizArgs, RenderArgs, ScoreArgs, ShowSittingArgs, SittingsAction,
    SittingsArgs,
};
pub(crate) use options::{Color, OutputArgs, ResultArgs, ResultFormat, TextOrJson};
pub(crate) use page::PageArgs;
pub(crate) use paths::{ExpectedFile, NamedFile};
pub(crate) use result_file::ResultFile;
pub(crate) use table::TableArgs;

use std::ffi::OsString;
use std::mem::{self, ManuallyDrop};

use clap::{CommandFactory, FromArgMatches as _, Parser, Subcommand};

use crate::failure::Failure;
use on_demand::OnDemand;

/// How wide a help is at the most.
pub(crate) const HELP_COLUMNS: usize = 88;

/// The version of the program, with the commit that it is built from, if any.
pub(crate) const VERSION: &str = env!("ROLEFIT_VERSION");

/// A quiz that matches what you like doing with roles in health informatics,
/// and says why, and how sure that is.
///
/// Without a command it takes you through the quiz. It is for exploring, never
/// for selecting people, and your answers stay on this machine.
#[derive(Debug, Parser)]
#[command(
    // On every system, though its file may be called rolefit.exe.
    bin_name = "rolefit",
    version = VERSION,
    about,
    before_help = examples::ROLEFIT,
    max_term_width = HELP_COLUMNS
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

/// The same where the first word is the name of a command: no option of the quiz stands before
/// it, and most runs need none of their definitions.
#[derive(Debug, Parser)]
#[command(bin_name = "rolefit", max_term_width = HELP_COLUMNS)]
struct CommandFirst {
    #[command(flatten)]
    output: OutputArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

impl From<CommandFirst> for Cli {
    fn from(words: CommandFirst) -> Self {
        let CommandFirst { output, command } = words;
        Self { quiz: QuizArgs::default(), output, command, misplaced: None }
    }
}

/// What can be done.
#[derive(Debug, Clone, Subcommand)]
pub(crate) enum Command {
    /// Take the quiz (the same as no command)
    #[command(before_help = examples::QUIZ)]
    Quiz(OnDemand<QuizArgs>),
    /// Score one person's answers from a file, standard input or the command line
    #[command(before_help = examples::SCORE)]
    Score(OnDemand<ScoreArgs>),
    /// Score a cohort: rows of JSON or of a spreadsheet in, records out, in order
    #[command(before_help = examples::BATCH)]
    Batch(OnDemand<BatchArgs>),
    /// Add a cohort up: roles, demand for training, interests, how well the questions work
    #[command(before_help = examples::COHORT)]
    Cohort(OnDemand<CohortArgs>),
    /// Write a saved report in another form: it is scored again, and says the same
    #[command(before_help = examples::RENDER)]
    Render(OnDemand<RenderArgs>),
    /// Compare two sittings of one person: what moved, and does it matter?
    #[command(before_help = examples::COMPARE)]
    Compare(OnDemand<CompareArgs>),
    /// List your saved sittings, show one again, or forget them
    #[command(before_help = examples::SITTINGS)]
    Sittings(OnDemand<SittingsArgs>),
    /// List the roles, modules, interests, questions or specialisms, or show one
    #[command(before_help = examples::SHOW)]
    Show(OnDemand<ShowArgs>),
    /// Check the questions and careers: can every role come first, how often, how surely?
    #[command(before_help = examples::AUDIT)]
    Audit(OnDemand<AuditArgs>),
    /// Write the questionnaire as a form for the tool where people will answer
    #[command(before_help = examples::FORM)]
    Form(OnDemand<FormArgs>),
    /// Write the quiz as one file for a browser, to hand out: it works offline and sends nothing
    #[command(before_help = examples::PAGE)]
    Page(OnDemand<PageArgs>),
    /// Print the JSON Schema of a form that rolefit reads or writes
    #[command(before_help = examples::SCHEMA)]
    Schema(OnDemand<SchemaArgs>),
    /// Print the completions of a shell
    #[command(before_help = examples::COMPLETIONS)]
    Completions(OnDemand<CompletionsArgs>),
    /// Print the manual page of rolefit, or of one of its commands
    #[command(before_help = examples::MAN)]
    Man(OnDemand<ManArgs>),
    /// Say what a report of a fault needs: the version, the system, the terminal; nothing of you
    #[command(before_help = examples::DOCTOR)]
    Doctor(OnDemand<DoctorArgs>),
    /// Write questions.yaml and careers.yaml into a folder, to edit them
    #[command(before_help = examples::INIT)]
    Init(OnDemand<InitArgs>),
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
    /// All commands and options, as clap knows them.
    pub(crate) fn whole() -> clap::Command {
        on_demand::define(Self::command(), |_| true)
    }

    /// The same as they are parsed. The short help of the program leaves the options of the
    /// quiz to the help of `quiz`.
    pub(crate) fn definitions() -> clap::Command {
        Self::defining(|_| true)
    }

    /// The same, with the options of those commands alone that are wanted.
    fn defining(is_wanted: impl Fn(&str) -> bool) -> clap::Command {
        let program = Self::command().mut_args(|arg| {
            let is_of_quiz = arg.get_help_heading() == Some(one::QUIZ);
            arg.hide_short_help(is_of_quiz)
        });
        on_demand::define(program, is_wanted)
    }

    /// What is asked with these words.
    ///
    /// # Errors
    /// What to say instead, if the words are wrong or ask for no more than help.
    pub(crate) fn read(words: &[OsString]) -> Result<Self, clap::Error> {
        let is_said = |name: &str| words.iter().any(|word| word == name);
        let first = words.get(1).and_then(|word| word.to_str()).unwrap_or_default();
        let read = if on_demand::is_command(first) {
            let mut program = with_ends(on_demand::define(CommandFirst::command(), is_said), words);
            let matches = program.try_get_matches_from_mut(words);
            matches.and_then(|matches| Ok(CommandFirst::from_arg_matches(&matches)?.into()))
        } else {
            Self::read_by(Self::defining(is_said), words)
        };
        match read {
            // What was meant may be of another command.
            Err(error) if error.use_stderr() => Self::read_whole(words),
            read => read,
        }
    }

    /// The same with the definitions of all commands.
    fn read_whole(words: &[OsString]) -> Result<Self, clap::Error> {
        Self::read_by(Self::definitions(), words)
    }

    fn read_by(program: clap::Command, words: &[OsString]) -> Result<Self, clap::Error> {
        // What ends with help or a mistake ends at once, and need not free what was defined.
        let mut program = ManuallyDrop::new(with_ends(program, words));
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
            return Command::Quiz(quiz.into()).settled();
        };
        if let Some(files) = command.data_files() {
            *files = mem::take(files).or(named).settled()?;
        }
        command.settled()
    }
}

/// The program with the end of the long help of it and of each command among the words, if
/// help is among them, too.
fn with_ends(mut program: clap::Command, words: &[OsString]) -> clap::Command {
    let words: Vec<&str> = words.iter().filter_map(|word| word.to_str()).collect();
    if !words.iter().any(|word| matches!(*word, "--help" | "help")) {
        return program;
    }
    for name in words {
        if let Some(command) = program.find_subcommand_mut(name) {
            *command = mem::take(command).after_long_help(help::end(name));
        }
    }
    program.after_long_help(help::end("rolefit"))
}

#[cfg(test)]
mod habit;
#[cfg(test)]
mod tests;
