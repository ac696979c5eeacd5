//! The arguments of the commands about one person.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Subcommand};
use rolefit_engine::catalogue::StartingPoint;

use super::data_files::DataFiles;
use super::examples;
use super::help::{FORGET_END, SHOW_SITTING_END};
use super::options::{OUTPUT, ResultArgs, ResultFormat, TextOrJson, TopArgs};
use super::result_file::ResultFile;
use super::which_questions::WhichQuestions;

/// The heading of the options of the quiz.
pub(super) const QUIZ: &str = "The quiz";

/// How to ask.
#[derive(Debug, Clone, PartialEq, Default, Args)]
#[command(next_help_heading = QUIZ)]
pub(crate) struct QuizArgs {
    /// Plain numbered lines, one line read a question: for screen readers and scripts
    #[arg(long)]
    pub(crate) plain: bool,
    #[command(flatten)]
    pub(crate) asked: WhichQuestions,
    /// Where you start from
    #[arg(long, value_name = "POINT", value_parser = starting_point())]
    pub(crate) starting_point: Option<StartingPoint>,
    /// Go on with the sitting called NAME [default: the newest unfinished one, else the newest]
    #[arg(long, value_name = "NAME", num_args = 0..=1, conflicts_with_all = ["short", "adaptive"])]
    #[expect(clippy::option_option, reason = "the option may be given without its value")]
    pub(crate) resume: Option<Option<String>>,
    /// Save the sitting in FILE instead of the usual folder
    #[arg(long, value_name = "FILE")]
    pub(crate) save: Option<PathBuf>,
    /// At the end, also write the answers to FILE as a sheet
    #[arg(long, value_name = "FILE")]
    pub(crate) write_sheet: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) result: ResultArgs,
}

/// Where the answers are.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Answers")]
pub(crate) struct ScoreArgs {
    /// An answer sheet, YAML or JSON, or an answer code; - for standard input
    #[arg(value_name = "FILE", conflicts_with_all = ["answers", "answer"])]
    pub(crate) file: Option<PathBuf>,
    /// One character a question, a digit or - for a skipped one; or an answer code
    #[arg(long, value_name = "DIGITS|CODE", allow_hyphen_values = true, conflicts_with = "answer")]
    pub(crate) answers: Option<String>,
    /// The answer to one question; may be repeated
    #[arg(long, value_name = "ID=VALUE", value_parser = pair)]
    pub(crate) answer: Vec<(String, String)>,
    /// How much an interest counts, 0 to 5, where 1 is usual; may be repeated
    #[arg(long, value_name = "ID=VALUE", value_parser = pair)]
    pub(crate) importance: Vec<(String, String)>,
    /// Where you start from
    #[arg(long, value_name = "POINT", value_parser = starting_point())]
    pub(crate) starting_point: Option<StartingPoint>,
    #[command(flatten)]
    pub(crate) result: ResultArgs,
    /// Show what every interest and every answer adds to a role
    #[arg(long, help_heading = OUTPUT)]
    pub(crate) explain: bool,
}

/// Which report, and how to write it.
#[derive(Debug, Clone, Args)]
pub(crate) struct RenderArgs {
    /// A whole report as JSON: what score --format json writes, or a line of batch --full; - for
    /// standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) result: ResultArgs,
    /// Show what every interest and every answer adds to a role
    #[arg(long, help_heading = OUTPUT)]
    pub(crate) explain: bool,
}

/// Which sittings.
#[derive(Debug, Clone, Args)]
pub(crate) struct CompareArgs {
    /// The earlier sitting: the file of a sheet or of a table, the name of a saved sitting, or
    /// an answer code; if there is a file of that name, the file; - for standard input
    #[arg(value_name = "A")]
    pub(crate) before: PathBuf,
    /// The later sitting, in the same way; none if both are rows of one table
    #[arg(value_name = "B")]
    pub(crate) after: Option<PathBuf>,
    /// Whose rows of a table: once for one person, twice for the earlier and the later
    #[arg(long, value_name = "NAME")]
    pub(crate) respondent: Vec<String>,
    #[command(flatten)]
    pub(crate) files: DataFiles,
    /// How to write the result
    ///
    /// [default: by the name of the output, else text]
    #[arg(long, value_enum, help_heading = OUTPUT)]
    pub(crate) format: Option<ResultFormat>,
    #[command(flatten)]
    pub(crate) output: ResultFile,
    #[command(flatten)]
    pub(crate) top: TopArgs,
}

/// What to do with the saved sittings.
#[derive(Debug, Clone, Args)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
pub(crate) struct SittingsArgs {
    #[command(subcommand)]
    pub(crate) action: Option<SittingsAction>,
    /// How to write the result
    ///
    /// [default: by the name of the output, else text]
    #[arg(long, value_enum, help_heading = OUTPUT)]
    pub(crate) format: Option<TextOrJson>,
    #[command(flatten)]
    pub(crate) output: ResultFile,
}

/// What can be done with saved sittings besides listing them.
#[derive(Debug, Clone, Subcommand)]
pub(crate) enum SittingsAction {
    /// Show what came of one: its short summary, and where it was finished with the
    /// questions and careers in use, its whole result
    #[command(before_help = examples::SHOW_SITTING, after_long_help = SHOW_SITTING_END)]
    Show(ShowSittingArgs),
    /// Remove some of them, or all
    #[command(before_help = examples::FORGET, after_long_help = FORGET_END)]
    Forget(ForgetArgs),
}

/// Which sitting.
#[derive(Debug, Clone, Args)]
pub(crate) struct ShowSittingArgs {
    /// The name of the sitting, as in the list, or a file of --save
    #[arg(value_name = "SITTING")]
    pub(crate) name: String,
    #[command(flatten)]
    pub(crate) files: DataFiles,
    /// How to write the result
    ///
    /// [default: by the name of the output, else text]
    #[arg(long, value_enum, help_heading = OUTPUT)]
    pub(crate) format: Option<ResultFormat>,
    #[command(flatten)]
    pub(crate) output: ResultFile,
}

/// Which sittings.
#[derive(Debug, Clone, Args)]
pub(crate) struct ForgetArgs {
    /// The names of the sittings, as in the list, or the files of --save
    #[arg(value_name = "SITTING", required_unless_present = "all", conflicts_with = "all")]
    pub(crate) names: Vec<String>,
    /// Remove every saved sitting
    #[arg(long)]
    pub(crate) all: bool,
    /// Remove without asking
    #[arg(long)]
    pub(crate) yes: bool,
}

/// The words for starting points, each with what it means.
fn starting_point() -> impl TypedValueParser<Value = StartingPoint> {
    let values = StartingPoint::WORDS
        .iter()
        .map(|(word, means)| PossibleValue::new(word).help(means.trim_end_matches('.')));
    PossibleValuesParser::new(values).try_map(|word| StartingPoint::of(&word).ok_or(""))
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (id, value) = text.split_once('=').ok_or("expected ID=VALUE, such as some-id=4")?;
    Ok((id.trim().to_owned(), value.trim().to_owned()))
}
