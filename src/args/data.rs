//! The arguments of the commands about the data files and their forms.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::data_files::DataFiles;
use super::many::{RowFormat, RowSource};
use super::options::{OUTPUT, TextOrJson};
use super::result_file::ResultFile;
use super::table::{OF_TABLES, TableArgs};
use super::whole::whole;

/// What to show.
#[derive(Debug, Clone, Args)]
pub(crate) struct ShowArgs {
    /// roles, modules, interests, questions, specialisms, or the id or name of one of them; or
    /// limits, for how much of anything is read
    #[arg(value_name = "KIND|ID|NAME")]
    pub(crate) what: Option<String>,
    #[command(flatten)]
    pub(crate) files: DataFiles,
    /// How to write the result
    ///
    /// [default: by the name of the output, else text]
    #[arg(long, value_enum, help_heading = OUTPUT)]
    pub(crate) format: Option<ShowFormat>,
    /// Write the table so that Excel opens it with a double click
    ///
    /// It has a mark that it is UTF-8.
    #[arg(long, help_heading = OUTPUT)]
    pub(crate) excel: bool,
    #[command(flatten)]
    pub(crate) output: ResultFile,
}

/// The ways to write what the quiz knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum ShowFormat {
    /// For reading in a terminal
    #[default]
    Text,
    /// For other programs
    Json,
    /// A table of one kind, or of the limits, for a spreadsheet
    Csv,
}

/// What says how the catalogue is checked, which `audit --check` does not do.
const NOT_OF_CHECK: [&str; 4] = ["output", "format", "deny_warnings", "respondents"];

/// What to check.
#[derive(Debug, Clone, Args)]
#[command(mut_arg("check", |arg| arg.conflicts_with_all(NOT_OF_CHECK)))]
pub(crate) struct AuditArgs {
    /// Answer sheets as for batch, to see how the questions work with people; - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: Option<PathBuf>,
    /// How the rows are written [default: by the file's name or its first character]
    #[arg(long, value_enum, requires = "file")]
    from: Option<RowFormat>,
    /// Read this worksheet of a workbook [default: the first with a question]
    #[arg(long, value_name = "NAME", requires = "file")]
    worksheet: Option<String>,
    /// Exit with 1 if there are warnings, too
    #[arg(long)]
    pub(crate) deny_warnings: bool,
    /// Simulate N respondents, 1,000 to 1,000,000: more tell smaller differences
    #[arg(long, value_name = "N", default_value_t = 20_000, allow_negative_numbers = true, value_parser = whole(1_000_u32, 1_000_000, "--respondents 5000"))]
    pub(crate) respondents: u32,
    /// List every link with its place, the longest unseen first, to be checked by hand
    #[arg(long, conflicts_with_all = ["deny_warnings", "file", "respondents"], conflicts_with_all = OF_TABLES)]
    pub(crate) links: bool,
    #[command(flatten)]
    pub(crate) table: TableArgs,
    #[command(flatten)]
    pub(crate) files: DataFiles,
    /// How to write the result
    ///
    /// [default: by the name of the output, else text]
    #[arg(long, value_enum, help_heading = OUTPUT)]
    pub(crate) format: Option<TextOrJson>,
    #[command(flatten)]
    pub(crate) output: ResultFile,
}

impl AuditArgs {
    /// How the rows of the file are read.
    pub(crate) fn source(&self) -> RowSource {
        RowSource { from: self.from, worksheet: self.worksheet.clone() }
    }
}

/// Which data files to look at.
#[derive(Debug, Clone, Args)]
pub(crate) struct DoctorArgs {
    #[command(flatten)]
    pub(crate) files: DataFiles,
    #[command(flatten)]
    pub(crate) output: ResultFile,
}

/// Where to write.
#[derive(Debug, Clone, Args)]
pub(crate) struct InitArgs {
    /// The folder; it is made if need be, and nothing in it is overwritten
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
    /// Write a small pair to begin with, every field explained, instead of the built-in one
    #[arg(long)]
    pub(crate) empty: bool,
}

/// For which shell.
#[derive(Debug, Clone, Args)]
pub(crate) struct CompletionsArgs {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub(crate) shell: clap_complete::Shell,
    #[command(flatten)]
    pub(crate) output: ResultFile,
}

/// The commands that have a page in the manual.
const COMMANDS: [&str; 16] = [
    "quiz",
    "score",
    "batch",
    "cohort",
    "render",
    "compare",
    "sittings",
    "show",
    "audit",
    "form",
    "page",
    "schema",
    "completions",
    "man",
    "doctor",
    "init",
];

/// Of which command.
#[derive(Debug, Clone, Args)]
pub(crate) struct ManArgs {
    /// One of rolefit's commands [default: all of rolefit]
    #[arg(value_name = "COMMAND", value_parser = COMMANDS)]
    pub(crate) command: Option<String>,
    /// One of the commands of sittings
    #[arg(value_name = "SUBCOMMAND", value_parser = ["show", "forget"])]
    pub(crate) subcommand: Option<String>,
    /// Write the pages of all commands into DIR instead
    #[arg(long, value_name = "DIR", conflicts_with_all = ["command", "output"])]
    pub(crate) output_dir: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) output: ResultFile,
}

/// Which schema.
#[derive(Debug, Clone, Args)]
pub(crate) struct SchemaArgs {
    /// The form
    #[arg(value_enum, value_name = "NAME")]
    pub(crate) name: SchemaName,
    #[command(flatten)]
    pub(crate) output: ResultFile,
}

/// The forms that have a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaName {
    /// What score and quiz write
    Report,
    /// A line of what batch writes
    BatchRecord,
    /// What audit writes
    Audit,
    /// What audit --links writes
    Links,
    /// What cohort writes
    Cohort,
    /// What compare writes
    Comparison,
    /// What sittings writes
    Sittings,
    /// What show writes; the columns of its table are the same keys
    Entries,
    /// What show limits writes
    Limits,
    /// An answer sheet
    Sheet,
    /// questions.yaml
    Questions,
    /// careers.yaml
    Careers,
}
