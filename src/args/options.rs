//! Options that several commands take.

use clap::{Args, ValueEnum};

use super::data_files::DataFiles;
pub(super) use super::result_file::OUTPUT;
use super::result_file::ResultFile;
use super::whole::whole;
use crate::failure::Failure;

/// How to write one person's result.
#[derive(Debug, Clone, PartialEq, Eq, Default, Args)]
pub(crate) struct ResultArgs {
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

/// How many roles to show.
#[derive(Debug, Clone, PartialEq, Eq, Default, Args)]
pub(crate) struct TopArgs {
    /// Show only the first N roles
    #[arg(long, value_name = "N", help_heading = OUTPUT, allow_negative_numbers = true, value_parser = whole(1_u16, u16::MAX, "--top 5"))]
    top: Option<u16>,
}

/// The place of what no option stands behind; those with one place are ordered by name.
const LAST: usize = 900;

/// What every command takes, behind what is its own.
#[derive(Debug, Clone, Args)]
pub(crate) struct OutputArgs {
    /// Whether to use colour
    #[arg(
        long,
        value_enum,
        default_value_t,
        global = true,
        alias = "colour",
        help_heading = OUTPUT,
        display_order = LAST
    )]
    pub(crate) color: Color,
    /// Say nothing but the conversation, the result and errors
    #[arg(long, short, global = true, help_heading = OUTPUT, display_order = LAST)]
    pub(crate) quiet: bool,
}

/// The ways to write one person's result.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum ResultFormat {
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

/// The ways to write what is read in a terminal or by a program, and nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum TextOrJson {
    /// For reading in a terminal
    #[default]
    Text,
    /// For other programs
    Json,
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

impl ResultArgs {
    /// How to write the result.
    pub(crate) fn format(&self) -> ResultFormat {
        self.format.unwrap_or_default()
    }

    /// Settles the format by the name of the file, where none is given.
    pub(super) fn settle(&mut self) -> Result<(), Failure> {
        self.output.settle(&mut self.format)
    }
}

impl TopArgs {
    /// Whether it was said how many.
    pub(crate) fn is_given(&self) -> bool {
        self.top.is_some()
    }

    /// How many roles to show at the most; `otherwise`, if nothing was said.
    pub(crate) fn or(&self, otherwise: usize) -> usize {
        self.top.map_or(otherwise, usize::from)
    }

    /// How many roles to show at the most; all, if nothing was said.
    pub(crate) fn or_all(&self) -> usize {
        self.or(usize::MAX)
    }
}
