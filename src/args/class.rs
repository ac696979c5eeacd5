//! The arguments of what an adviser reads of a class.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::whole::whole;

/// A table for people, and pages for each of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "For people")]
pub(crate) struct ClassArgs {
    /// Write a table for people: the first role of each, how sure it is, whom to talk to
    ///
    /// The column talk says why to talk to a person before to others, so that a filter finds
    /// them: "not read" (the row could not be read), "little answered" (fewer than half of the
    /// questions, or too few for a match), "flagged" (a sign of careless answering), "nothing
    /// liked" (a level of -0.5 or lower), "level between roles" (all interests equal, or no
    /// role with a chance of 0.25 to be the best match), "answered twice" (a row before is of
    /// the same respondent).
    #[arg(long, conflicts_with = "full")]
    pub(crate) table: bool,
    /// Only these columns of the table, in this order, with commas between them
    #[arg(long, value_name = "LIST", conflicts_with = "ids")]
    pub(crate) columns: Option<String>,
    /// Ids in the place of names, for programs that read the table
    #[arg(long, hide_short_help = true)]
    pub(crate) ids: bool,
    /// How many decimals chances have in the table, 1 to 9 [default: 3]
    #[arg(long, value_name = "N", hide_short_help = true, allow_negative_numbers = true, value_parser = whole(1_u8, 9, "--decimals 2"))]
    pub(crate) decimals: Option<u8>,
    /// What stands between the cells of the table
    #[arg(long, value_enum, value_name = "MARK", hide_short_help = true)]
    pub(crate) separator: Option<SeparatorMark>,
    /// Write the table so that Excel opens it with a double click
    ///
    /// It has a mark that it is UTF-8, the separator of the input, and commas before decimals
    /// where that is a semicolon.
    #[arg(long)]
    pub(crate) excel: bool,
    /// Sort the table
    #[arg(long, value_enum, value_name = "BY")]
    pub(crate) sort: Option<SortBy>,
    /// Write a page for each person, and an index, into DIR, which has to be new or empty
    #[arg(long, value_name = "DIR", conflicts_with_all = ["letters", "table", "full", "output", "format"])]
    pub(crate) pages: Option<PathBuf>,
    /// Write the pages of all into FILE, to be printed in one go
    #[arg(long, value_name = "FILE", conflicts_with_all = ["table", "full", "output", "format"])]
    pub(crate) letters: Option<PathBuf>,
}

/// What may stand between the cells of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SeparatorMark {
    /// ,
    Comma,
    /// ;
    Semicolon,
    /// A tab
    Tab,
}

/// What a table is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SortBy {
    /// The closest first
    Closeness,
    /// The surest first
    Chance,
    /// Those to talk to first, by the most urgent reason
    Talk,
    /// By name
    Respondent,
}

impl ClassArgs {
    /// The first option that only a table for people has, if one is given.
    pub(crate) fn only_of_table(&self) -> Option<&'static str> {
        let given = [
            ("--columns", self.columns.is_some()),
            ("--ids", self.ids),
            ("--decimals", self.decimals.is_some()),
            ("--separator", self.separator.is_some()),
            ("--excel", self.excel),
            ("--sort", self.sort.is_some()),
        ];
        given.iter().find(|(_, is_given)| *is_given).map(|(option, _)| *option)
    }
}

impl SeparatorMark {
    /// The character.
    pub(crate) fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
        }
    }
}
