//! The arguments that say what a table does not say of itself.

use std::path::PathBuf;

use clap::Args;

use super::whole::whole;

/// The ids of [`TableArgs`], for what reads no table.
pub(super) const OF_TABLES: [&str; 10] = [
    "map",
    "in_order_from",
    "respondent",
    "anonymous",
    "scale",
    "scale_from",
    "missing",
    "lenient",
    "strict_columns",
    "check",
];

/// How to read a table whose headings and cells are not as usual.
#[derive(Debug, Clone, Default, PartialEq, Eq, Args)]
#[command(next_help_heading = "Tables")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct TableArgs {
    /// Read in FILE which question a heading is, a line each: HEADING: ID
    #[arg(long, value_name = "FILE")]
    pub(crate) map: Option<PathBuf>,
    /// Take the columns from COLUMN on as the questions in the order of questions.yaml
    #[arg(long, value_name = "COLUMN", hide_short_help = true)]
    pub(crate) in_order_from: Option<String>,
    /// The column that names the respondents
    #[arg(long, value_name = "COLUMN", conflicts_with = "anonymous")]
    pub(crate) respondent: Option<String>,
    /// Number the respondents, and leave their names out
    #[arg(long)]
    pub(crate) anonymous: bool,
    /// Words that are answers, such as "Agree=5,Disagree=1"; may be repeated
    ///
    /// Semicolons may stand in the place of the commas. A word may hold either: "Yes, a lot=5".
    #[arg(long, value_name = "WORDS")]
    pub(crate) scale: Vec<String>,
    /// The number of the lowest answer, if that is not 1
    #[arg(long, value_name = "N", allow_negative_numbers = true, hide_short_help = true, value_parser = whole(i8::MIN, i8::MAX, "--scale-from 0"))]
    pub(crate) scale_from: Option<i8>,
    /// Words that stand for a skipped question, with commas between them
    #[arg(long, value_name = "WORDS", hide_short_help = true)]
    pub(crate) missing: Vec<String>,
    /// Take a cell that holds no answer as a skipped question, and count it
    #[arg(long, hide_short_help = true)]
    pub(crate) lenient: bool,
    /// Refuse a table in which a question has no column
    #[arg(long, hide_short_help = true)]
    pub(crate) strict_columns: bool,
    /// Only say how the rows are understood
    #[arg(long)]
    pub(crate) check: bool,
}

#[cfg(test)]
mod tests {
    use clap::{Args as _, Command};

    use super::{OF_TABLES, TableArgs};

    #[test]
    fn every_option_of_tables_is_among_them() {
        let command = TableArgs::augment_args(Command::new("any"));
        let ids: Vec<&str> = command.get_arguments().map(|arg| arg.get_id().as_str()).collect();
        assert_eq!(ids, OF_TABLES);
    }
}
