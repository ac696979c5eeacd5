//! What can be said on the command line.

mod data;
mod examples;
mod many;
mod one;

pub(crate) use data::{CompletionsArgs, InitArgs, ManArgs, SchemaArgs, SchemaName, ShowArgs};
pub(crate) use many::{BatchArgs, CohortArgs, RowFormat};
pub(crate) use one::{CompareArgs, QuizArgs, ScoreArgs};

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::failure::Failure;

/// A quiz that matches what you like doing with roles in health informatics,
/// and says why, and how sure that is.
///
/// Without a command it takes you through the quiz. It is for exploring, never
/// for selecting people, and your answers stay on this machine.
#[derive(Debug, Parser)]
#[command(
    version = env!("ROLEFIT_VERSION"),
    about,
    before_help = examples::ROLEFIT,
    after_help = EXIT_CODES,
    max_term_width = 88
)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(flatten)]
    quiz: QuizArgs,
    #[command(subcommand)]
    command: Option<Command>,
}

const EXIT_CODES: &str = "\
Exit codes: 0 done; 1 rows were rejected or the audit found errors; 2 usage, or no terminal and no answers; 65 bad data; \
66 no such input; 74 input or output failed; 130 interrupted; 70 a fault of rolefit itself.";

/// What every command takes.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Catalogue and output")]
pub(crate) struct Common {
    /// Ask the questions in FILE instead of the built-in ones
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) questions: Option<PathBuf>,
    /// Match against the careers in FILE instead of the built-in ones
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) careers: Option<PathBuf>,
    /// How to write the result
    #[arg(long, value_enum, default_value_t, global = true)]
    pub(crate) format: Format,
    /// Show only the first N roles
    #[arg(long, value_name = "N", global = true, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) top: Option<u16>,
    /// Whether to use colour
    #[arg(long, value_enum, default_value_t, global = true)]
    pub(crate) color: Color,
    /// Say nothing but the conversation, the result and errors
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// The ways to write a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    /// For reading in a terminal
    #[default]
    Text,
    /// For other programs
    Json,
    /// For notes and wikis
    Markdown,
    /// One page for a browser, which needs nothing else
    Html,
    /// A table for a spreadsheet (cohort)
    Csv,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal that can, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Even into a file
    Always,
    /// Not at all
    Never,
}

/// What can be done.
#[derive(Debug, Clone, Subcommand)]
pub(crate) enum Command {
    /// Take the quiz (the same as no command)
    #[command(before_help = examples::QUIZ, after_help = EXIT_CODES)]
    Quiz(QuizArgs),
    /// Score one person's answers from a file, standard input or the command line
    #[command(before_help = examples::SCORE, after_help = EXIT_CODES)]
    Score(ScoreArgs),
    /// Score a cohort: rows of JSON or of a spreadsheet in, records out, in order
    #[command(before_help = examples::BATCH, after_help = EXIT_CODES)]
    Batch(BatchArgs),
    /// Add a cohort up: roles, demand for training, interests, how well the questions work
    #[command(before_help = examples::COHORT, after_help = EXIT_CODES)]
    Cohort(CohortArgs),
    /// Compare two sittings of one person: what moved, and does it matter?
    #[command(before_help = examples::COMPARE, after_help = EXIT_CODES)]
    Compare(CompareArgs),
    /// List the roles, modules, interests, questions or specialisms, or show one
    #[command(before_help = examples::SHOW, after_help = EXIT_CODES)]
    Show(ShowArgs),
    /// Check the questions and careers: can every role come first, how often, how surely?
    #[command(before_help = examples::AUDIT, after_help = EXIT_CODES)]
    Audit,
    /// Print the JSON Schema of a form that rolefit reads or writes
    #[command(before_help = examples::SCHEMA, after_help = EXIT_CODES)]
    Schema(SchemaArgs),
    /// Print the completions of a shell
    #[command(before_help = examples::COMPLETIONS, after_help = EXIT_CODES)]
    Completions(CompletionsArgs),
    /// Print the manual page of rolefit, or of one of its commands
    #[command(before_help = examples::MAN, after_help = EXIT_CODES)]
    Man(ManArgs),
    /// Write the built-in questions.yaml and careers.yaml into a folder, to edit them
    #[command(before_help = examples::INIT, after_help = EXIT_CODES)]
    Init(InitArgs),
}

impl Common {
    /// Refuses `--top` for a command that ranks no roles.
    pub(crate) fn without_top(&self) -> Result<(), Failure> {
        match self.top {
            Some(_) => Err(Failure::Usage("--top: this command ranks no roles".to_owned())),
            None => Ok(()),
        }
    }

    /// Refuses a format that the command does not write.
    pub(crate) fn accept(&self, formats: &[Format]) -> Result<(), Failure> {
        if formats.contains(&self.format) {
            return Ok(());
        }
        let names: Vec<String> = formats
            .iter()
            .filter_map(|format| Some(format.to_possible_value()?.get_name().to_owned()))
            .collect();
        Err(Failure::Usage(match names.split_last() {
            Some((last, others)) if !others.is_empty() => {
                format!("--format: this command writes {} or {last}", others.join(", "))
            }
            _ => "--format: this command writes one form only".to_owned(),
        }))
    }
}

impl Cli {
    /// The command that was meant.
    pub(crate) fn checked(&self) -> Result<Command, Failure> {
        match &self.command {
            None => Ok(Command::Quiz(self.quiz.clone())),
            Some(command) if self.quiz == QuizArgs::default() => Ok(command.clone()),
            Some(_) => Err(Failure::Usage(
                "the options of the quiz belong after its name, as in rolefit quiz --plain"
                    .to_owned(),
            )),
        }
    }
}
