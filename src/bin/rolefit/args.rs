//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::failure::Failure;

/// A quiz that matches what you like doing with roles in health informatics,
/// and says why, and how sure that is.
///
/// Without a command it takes you through the quiz. It is for exploring, never
/// for selecting people, and your answers stay on this machine.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXIT_CODES, max_term_width = 88)]
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
66 no such input; 74 input or output failed; 130 interrupted.";

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
    /// Say nothing but the result and errors
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
    Quiz(QuizArgs),
    /// Score one person's answers from a file, standard input or the command line
    Score(ScoreArgs),
    /// Score a cohort: rows of JSON or of a spreadsheet in, records out, in order
    Batch(BatchArgs),
    /// Compare two sittings of one person: what moved, and does it matter?
    Compare(CompareArgs),
    /// List the roles, modules, interests, questions or specialisms, or show one
    Show(ShowArgs),
    /// Check the questions and careers: can every role come first, how often, how surely?
    Audit,
    /// Write the built-in questions.yaml and careers.yaml into a folder, to edit them
    Init(InitArgs),
}

/// How to ask.
#[derive(Debug, Clone, PartialEq, Default, Args)]
#[command(next_help_heading = "The quiz")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct QuizArgs {
    /// Plain numbered lines, one line read a question: for screen readers and scripts
    #[arg(long)]
    pub(crate) plain: bool,
    /// Ask only the short form
    #[arg(long, conflicts_with = "adaptive")]
    pub(crate) short: bool,
    /// Ask what tells most, and stop when your answers are clear enough
    #[arg(long)]
    pub(crate) adaptive: bool,
    /// With --adaptive: stop when the first three roles hold this chance, 0 to 1 [default: 0.8]
    #[arg(long, value_name = "P", requires = "adaptive", value_parser = chance)]
    pub(crate) until: Option<f64>,
    /// Go on with the saved sitting
    #[arg(long, conflicts_with_all = ["short", "adaptive"])]
    pub(crate) resume: bool,
    /// Save the sitting in FILE instead of the usual place
    #[arg(long, value_name = "FILE")]
    pub(crate) save: Option<PathBuf>,
    /// Remove the saved sitting, and ask nothing
    #[arg(long, conflicts_with_all = ["short", "adaptive", "resume", "keep"])]
    pub(crate) forget: bool,
    /// At the end, also write the answers to FILE, as a sheet for score and compare
    #[arg(long, value_name = "FILE")]
    pub(crate) keep: Option<PathBuf>,
}

/// Where the answers are.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Answers")]
pub(crate) struct ScoreArgs {
    /// An answer sheet, YAML or JSON; - for standard input
    #[arg(value_name = "FILE", conflicts_with_all = ["answers", "answer"])]
    pub(crate) file: Option<PathBuf>,
    /// One character a question, in order: a digit, or - for a skipped question
    #[arg(long, value_name = "DIGITS", allow_hyphen_values = true, conflicts_with = "answer")]
    pub(crate) answers: Option<String>,
    /// The answer to one question; may be repeated
    #[arg(long, value_name = "ID=VALUE", value_parser = pair)]
    pub(crate) answer: Vec<(String, String)>,
    /// How much an interest counts, 0 to 5, where 1 is usual; may be repeated
    #[arg(long, value_name = "ID=VALUE", value_parser = pair)]
    pub(crate) importance: Vec<(String, String)>,
    /// Show what every interest and every answer adds to a role
    #[arg(long, help_heading = "Catalogue and output")]
    pub(crate) explain: bool,
}

/// Which rows, and how to write the records.
#[derive(Debug, Clone, Args)]
pub(crate) struct BatchArgs {
    /// NDJSON, or CSV with the heading respondent and the ids of questions; - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// Write the records to FILE, which appears when it is whole
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// How the rows are written [default: by the file's name or its first character]
    #[arg(long, value_enum)]
    pub(crate) from: Option<RowFormat>,
    /// How to write the records [default: by the name of the output, else ndjson]
    #[arg(long, value_enum)]
    pub(crate) to: Option<RowFormat>,
    /// Carry these columns of a table through to the records
    #[arg(long, value_name = "COLUMN", value_delimiter = ',')]
    pub(crate) keep: Vec<String>,
    /// Write whole reports, not brief records
    #[arg(long)]
    pub(crate) full: bool,
    /// Stop at the first row that cannot be scored
    #[arg(long)]
    pub(crate) strict: bool,
    /// Use N threads instead of one a core
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) threads: Option<u16>,
}

/// The forms of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowFormat {
    /// A table as spreadsheets write it
    Csv,
    /// A JSON object a line
    Ndjson,
}

/// Which sittings.
#[derive(Debug, Clone, Args)]
pub(crate) struct CompareArgs {
    /// The sheet of the earlier sitting
    #[arg(value_name = "A")]
    pub(crate) before: PathBuf,
    /// The sheet of the later sitting
    #[arg(value_name = "B")]
    pub(crate) after: PathBuf,
}

/// What to show.
#[derive(Debug, Clone, Args)]
pub(crate) struct ShowArgs {
    /// roles, modules, interests, questions, specialisms, or the id of one of them
    #[arg(value_name = "KIND|ID")]
    pub(crate) what: Option<String>,
}

/// Where to write.
#[derive(Debug, Clone, Args)]
pub(crate) struct InitArgs {
    /// The folder; it is made if need be, and nothing in it is overwritten
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
}

fn chance(text: &str) -> Result<f64, String> {
    let chance = text.parse().ok().filter(|chance| (0.0..=1.0).contains(chance));
    chance.ok_or_else(|| "expected a number from 0 to 1".to_owned())
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (id, value) = text.split_once('=').ok_or("expected ID=VALUE, such as some-id=4")?;
    Ok((id.trim().to_owned(), value.trim().to_owned()))
}

impl Common {
    /// Refuses the formats that only a person's result has.
    pub(crate) fn text_or_json(&self) -> Result<(), Failure> {
        match self.format {
            Format::Text | Format::Json => Ok(()),
            Format::Markdown | Format::Html => {
                Err(Failure::Usage("--format: this command writes text or json".to_owned()))
            }
        }
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
