//! The arguments of the commands about many people.

use std::path::PathBuf;

use clap::builder::{PathBufValueParser, TypedValueParser as _};
use clap::{Args, ValueEnum};
use rolefit_engine::table::Syntax;

use super::class::ClassArgs;
use super::data_files::DataFiles;
use super::options::{OUTPUT, TopArgs};
use super::result_file::ResultFile;
use super::table::{OF_TABLES, TableArgs};
use super::whole::whole;

/// What says how rows are scored and written, which `batch --check` does not do.
const NOT_OF_BATCH_CHECK: [&str; 15] = [
    "output",
    "format",
    "keep",
    "full",
    "strict",
    "top",
    "table",
    "columns",
    "ids",
    "decimals",
    "separator",
    "excel",
    "sort",
    "pages",
    "letters",
];

/// The same of `cohort --check`.
const NOT_OF_COHORT_CHECK: [&str; 8] =
    ["output", "format", "top", "by", "private", "fit", "listwise", "partial"];

/// Which rows, and how to write the records.
#[derive(Debug, Clone, Args)]
#[command(mut_arg("check", |arg| arg.conflicts_with_all(NOT_OF_BATCH_CHECK)))]
pub(crate) struct BatchArgs {
    /// NDJSON, a table with a question's id or text at the head of each column, a workbook, or a
    /// folder of them; - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) output: ResultFile,
    #[command(flatten)]
    pub(crate) source: RowSource,
    /// How to write the result
    ///
    /// [default: by the name of the output, else ndjson, or csv with --table]
    #[arg(long, value_enum, help_heading = OUTPUT)]
    pub(crate) format: Option<BatchFormat>,
    /// Carry these columns of a table through to the records, with commas between them
    #[arg(long, value_name = "COLUMNS")]
    pub(crate) keep: Vec<String>,
    /// Write whole reports, not brief records
    #[arg(long)]
    pub(crate) full: bool,
    /// Stop at the first row that cannot be scored
    #[arg(long)]
    pub(crate) strict: bool,
    /// Use no more than N threads, and never more than one a core
    #[arg(long, value_name = "N", hide_short_help = true, allow_negative_numbers = true, value_parser = whole(1_u16, 256, "--threads 2"))]
    pub(crate) threads: Option<u16>,
    #[command(flatten)]
    pub(crate) class: ClassArgs,
    #[command(flatten)]
    pub(crate) table: TableArgs,
    #[command(flatten)]
    pub(crate) files: DataFiles,
    #[command(flatten)]
    pub(crate) top: TopArgs,
}

/// Whom to add up, and how.
#[derive(Debug, Clone, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[command(mut_arg("check", |arg| arg.conflicts_with_all(NOT_OF_COHORT_CHECK)))]
pub(crate) struct CohortArgs {
    /// NDJSON, tables, workbooks or folders, as for batch; - for standard input
    #[arg(value_name = "FILE")]
    pub(crate) inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) output: ResultFile,
    #[command(flatten)]
    pub(crate) source: RowSource,
    /// Also tell of each group of people with the same cell in this column of a table;
    /// groups of which fewer than 10 can be matched are left out
    #[arg(long, value_name = "COLUMN")]
    pub(crate) by: Option<String>,
    /// Set the cohort against an earlier one of other people, whose rows are in FILE; may be
    /// repeated
    #[arg(long, value_name = "FILE", conflicts_with_all = ["partial", "merge", "check"])]
    pub(crate) against: Vec<PathBuf>,
    /// The questions.yaml and careers.yaml in DIR are those of the earlier cohort
    #[arg(long, value_name = "DIR", requires = "against", hide_short_help = true, value_parser = PathBufValueParser::new().map(DataFiles::in_folder))]
    pub(crate) against_catalogue: Option<DataFiles>,
    /// The column of the role that each person chose later, an id or a name: did it come true?
    #[arg(long, value_name = "COLUMN", conflicts_with_all = ["partial", "merge", "check"])]
    pub(crate) chosen: Option<String>,
    /// Read in FILE which role a choice is, a line each: TEXT: ID
    #[arg(long, value_name = "FILE", requires = "chosen", hide_short_help = true)]
    pub(crate) chosen_map: Option<PathBuf>,
    /// Leave no group and no figure out, for yourself alone
    #[arg(long, conflicts_with = "partial")]
    pub(crate) private: bool,
    /// Estimate the noise and the signal of the answers, to paste into questions.yaml
    #[arg(long)]
    pub(crate) fit: bool,
    /// Also tell alpha of those who answered every question on the interest
    #[arg(long)]
    pub(crate) listwise: bool,
    /// Write a summary that --merge can add to others
    #[arg(long, conflicts_with_all = ["fit", "listwise", "format", "top"])]
    pub(crate) partial: bool,
    /// Add up summaries that --partial wrote, instead of reading sheets; - for standard input
    #[arg(long, value_name = "FILES", num_args = 1.., conflicts_with_all = ["inputs", "from", "worksheet", "by"], conflicts_with_all = OF_TABLES)]
    pub(crate) merge: Vec<PathBuf>,
    /// Use no more than N threads, and never more than one a core
    #[arg(long, value_name = "N", hide_short_help = true, allow_negative_numbers = true, value_parser = whole(1_u16, 256, "--threads 2"))]
    pub(crate) threads: Option<u16>,
    #[command(flatten)]
    pub(crate) table: TableArgs,
    #[command(flatten)]
    pub(crate) files: DataFiles,
    /// How to write the result
    ///
    /// [default: by the name of the output, else text]
    #[arg(long, value_enum, help_heading = OUTPUT)]
    pub(crate) format: Option<CohortFormat>,
    #[command(flatten)]
    pub(crate) top: TopArgs,
}

/// How the rows of a file are read.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct RowSource {
    /// How the rows are written [default: by the file's name or its first character]
    #[arg(long, value_enum)]
    pub(crate) from: Option<RowFormat>,
    /// Read this worksheet of a workbook [default: the first with a question]
    #[arg(long, value_name = "NAME", hide_short_help = true)]
    pub(crate) worksheet: Option<String>,
}

/// The ways to write what a cohort adds up to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum CohortFormat {
    /// For reading in a terminal
    #[default]
    Text,
    /// For other programs
    Json,
    /// A table for a spreadsheet
    Csv,
    /// One page for a browser, which needs nothing else
    Html,
}

/// The ways to write what becomes of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum BatchFormat {
    /// A JSON object a line
    Ndjson,
    /// A table with commas between the cells
    Csv,
    /// A table with tabs between them
    Tsv,
    /// A workbook for people: the class, and what it adds up to
    Xlsx,
}

/// The forms of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowFormat {
    /// A table as spreadsheets write it
    Csv,
    /// A JSON object a line
    Ndjson,
}

impl RowFormat {
    /// What the engine calls it.
    pub(crate) fn syntax(self) -> Syntax {
        match self {
            Self::Csv => Syntax::Csv,
            Self::Ndjson => Syntax::Ndjson,
        }
    }
}
