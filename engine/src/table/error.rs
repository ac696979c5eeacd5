//! What can be wrong with a table and with a row.

use std::io;

use serde::{Serialize, Serializer};

use super::bad_answers::BadAnswers;
use super::column_map::compared;
use super::json_errors::JsonError;
use super::listed::{WITH_MAP, listed, on_a_line};
use super::row_place::RowPlace;
use crate::catalogue::{nearest, repeated};
use crate::limits;
use crate::sheet::BadAnswerText;

const BY_MAP: &str = "--map FILE (of batch, cohort and audit)";

const REMEDY: &str = "in the spreadsheet, save it as CSV UTF-8";

/// Why no row can be read.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The reader failed.
    #[error("{0}")]
    Read(#[from] io::Error),
    /// A table has no row at all.
    #[error(
        "the table is empty: expected a row that names the questions, as rolefit form csv writes \
         it, and below it a row for each person"
    )]
    Empty,
    /// The headings of a table do not say what its columns hold.
    #[error("{}{}", place_of(.0), .0)]
    Headings(#[from] HeadingsFault),
}

/// What is wrong with the headings of a table.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HeadingsFault {
    /// Its cells cannot be told apart.
    #[error("{0}")]
    Row(#[from] RowFault),
    /// It is not UTF-8, or has two bytes a character.
    #[error("this is no UTF-8 text: {REMEDY}")]
    NotText,
    /// Two headings mean the same question, or both the respondent.
    #[error("{first} and {other} are both {meaning}: {}", remedy(first, other))]
    SameMeaning {
        /// One column.
        first: HeadedColumn,
        /// The other one.
        other: HeadedColumn,
        /// What both hold.
        meaning: String,
    },
    /// A heading is the text of two questions.
    #[error(
        "the heading \"{}\" could be the question {one} or {other}: name them by their ids",
        repeated(heading)
    )]
    TwoQuestions {
        /// The heading.
        heading: String,
        /// The id of one question.
        one: String,
        /// The id of the other.
        other: String,
    },
    /// There are more than [`limits::COLUMNS`].
    #[error("there are {found} columns, and no more than {most} are read: take out those that hold no answers", most = limits::COLUMNS.most)]
    TooMany {
        /// How many there are.
        found: usize,
    },
    /// A heading that was named is none of the table's.
    #[error("--map: {place}: {error}")]
    NoColumn {
        /// The file of the map and the line that names it.
        place: String,
        /// Which heading, and which there are.
        error: ColumnError,
    },
    /// A column that was asked for cannot be had.
    #[error("{option}: {error}")]
    Column {
        /// The option that asked for it.
        option: &'static str,
        /// Why.
        error: ColumnError,
    },
    /// The column that is to name the respondent holds answers.
    #[error(
        "--respondent: the column \"{}\" cannot name the respondent: it holds answers; name \
         another, or number people with --anonymous",
        repeated(.0)
    )]
    RespondentAnswers(String),
    /// There are fewer columns than questions from the one on that answers the first.
    #[error(
        "--in-order-from: from the column \"{}\" on there are {found} columns for {questions} questions: one is \
         needed for each, in the order of questions.yaml",
        repeated(from)
    )]
    TooFewInOrder {
        /// The heading of the first.
        from: String,
        /// How many there are.
        found: usize,
        /// How many there should be.
        questions: usize,
    },
    /// Questions have no column, and each has to have one.
    #[error(
        "--strict-columns: {count} of {questions} questions have no column: {}; give each one, or \
         leave --strict-columns out",
        listed(missing, *count)
    )]
    Missing {
        /// The ids of the first of them.
        missing: Vec<String>,
        /// How many they are.
        count: usize,
        /// How many questions there are.
        questions: usize,
    },
    /// As many columns look like answers and match no question as match one.
    #[error(
        "{} a question, and {} answers but {} none: {}; name each by the id or the text of a \
         question, or say what it holds with {BY_MAP}",
        counted(*found, "column matches", "columns match"),
        counted(*count, "other holds", "others hold"),
        if *count == 1 { "matches" } else { "match" },
        listed(unmatched, *count)
    )]
    Unmatched {
        /// The headings of the first of them.
        unmatched: Vec<String>,
        /// How many they are.
        count: usize,
        /// How many columns match a question.
        found: usize,
    },
    /// Two rows of headings name two questions for one column.
    #[error(
        "one column is headed \"{heading}\", which is the question {one}, and \"{other}\", which is \
         {two}: mend one of the two rows of headings, or take it out"
    )]
    Contradiction {
        /// One heading.
        heading: String,
        /// The id of the question that it names.
        one: String,
        /// The other heading.
        other: String,
        /// The id of the question that this names.
        two: String,
    },
    /// No heading is a question.
    #[error(
        "no heading is the id or the text of a question: one row has to name them, as the one that \
         rolefit form csv writes; or say which column is which question with --map FILE or \
         --in-order-from COLUMN (of {WITH_MAP})"
    )]
    NoQuestion,
}

impl HeadingsFault {
    /// Whether it is about what was said by hand, and not about the headings alone.
    fn is_of_choice(&self) -> bool {
        matches!(
            self,
            Self::NoColumn { .. }
                | Self::Column { .. }
                | Self::RespondentAnswers(_)
                | Self::TooFewInOrder { .. }
                | Self::Missing { .. }
        )
    }
}

/// What stands before what is wrong with headings: an option says by itself what it is about.
fn place_of(fault: &HeadingsFault) -> &'static str {
    if fault.is_of_choice() { "" } else { "the table's headings: " }
}

/// A column by its place and its heading.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("column {} (\"{}\")", place + 1, repeated(heading))]
pub struct HeadedColumn {
    /// Which it is, from 0.
    pub place: usize,
    /// Its heading.
    pub heading: String,
}

/// What to do about two columns that mean the same: a map cannot tell equal headings apart.
fn remedy(first: &HeadedColumn, other: &HeadedColumn) -> String {
    if compared(&first.heading) == compared(&other.heading) {
        "take one of them out, or give it another heading".to_owned()
    } else {
        let heading = repeated(&other.heading);
        format!("take one of them out, or name it with {BY_MAP} by a line \"{heading}:\"")
    }
}

fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

/// Why a column that was asked for by its heading cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ColumnError {
    /// The input is empty.
    #[error("there are no rows, and so no columns: give a table, or leave the option out")]
    NoRows,
    /// The rows are lines of JSON.
    #[error("only a table has columns, and these rows are JSON: leave the option out")]
    NoTable,
    /// Two columns have this heading.
    #[error("the table has two columns \"{}\": give one of them another heading", repeated(.0))]
    Twice(String),
    /// No column has it.
    #[error(
        "the table has no column \"{name}\"{}",
        instead(near.as_deref(), headings, *count),
        name = repeated(name)
    )]
    Unknown {
        /// What was asked for.
        name: String,
        /// The heading that was probably meant.
        near: Option<String>,
        /// The first of the headings that there are.
        headings: Vec<String>,
        /// How many there are.
        count: usize,
    },
}

impl ColumnError {
    /// So many headings are told one by one.
    const TOLD: usize = 6;

    /// That none of the `headings` is `name`.
    pub(super) fn unknown(name: &str, headings: &csv::StringRecord) -> Self {
        let filled = || headings.iter().map(str::trim).filter(|heading| !heading.is_empty());
        let near = nearest(name, filled().take(limits::CANDIDATES.most)).map(str::to_owned);
        let told = filled().take(Self::TOLD).map(on_a_line).collect();
        Self::Unknown { name: name.to_owned(), near, headings: told, count: filled().count() }
    }
}

/// The headings that there are, and the one that was probably meant.
fn instead(near: Option<&str>, headings: &[String], count: usize) -> String {
    if count == 0 {
        return "; its headings are empty".to_owned();
    }
    let meant = near.map(|near| format!(": did you mean \"{near}\"?")).unwrap_or_default();
    format!("; it has {}{meant}", listed(headings, count))
}

/// A row that cannot be read, and why. Its JSON has the line, the row of a table, and the message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
// The schema's words are those of the record that it is a part of.
#[cfg_attr(feature = "schemars", schemars(description = "What is wrong with a row."))]
#[error("{place}: {fault}")]
pub struct RowError {
    /// Where it stands.
    #[serde(flatten)]
    pub place: RowPlace,
    /// What is wrong with it.
    #[serde(rename = "message", serialize_with = "as_message")]
    #[cfg_attr(feature = "schemars", schemars(with = "String"))]
    pub fault: RowFault,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowFault {
    /// A line of JSON is longer than 1 MiB.
    #[error("the line is longer than 1 MiB: write each sheet on a line of its own")]
    LongLine,
    /// A value of JSON is longer than 1 MiB.
    #[error("the object is longer than 1 MiB: write an object for each person")]
    LongObject,
    /// Something stands between values of JSON, or behind them.
    #[error(
        "this is not JSON: expected objects with commas between them, in [ and ]; what follows is not read"
    )]
    StrayJson,
    /// An object in a list or over several lines is no sheet of the catalogue.
    #[error("object {number}: {error}")]
    Object {
        /// Which it is, from 1.
        number: u64,
        /// What is wrong with it.
        error: JsonError,
    },
    /// A line of JSON is no sheet of the catalogue.
    #[error("{0}")]
    Json(#[from] JsonError),
    /// A row of a table is longer than 1 MiB.
    #[error("the row is longer than 1 MiB: take out columns that hold no answers")]
    LongRow,
    /// It is so long because a quotation mark is open for more than that.
    #[error(
        "the row is longer than 1 MiB: the quotation mark that opens on line {line} takes all up \
         to the next one into one cell: close it, or take it out"
    )]
    LongQuote {
        /// The line of the mark, from 1.
        line: u64,
    },
    /// A quotation mark is open at the end of the input.
    #[error(
        "a quotation mark in this row is never closed, and takes all that follows into one cell: \
         close it, or take it out"
    )]
    OpenQuote,
    /// A cell over several lines has text behind its closing quotation mark: that
    /// mark is probably another cell's.
    #[error(
        "a cell of several lines goes on behind its closing quotation mark: look for a mark that \
         is missing or too many"
    )]
    TextAfterQuote,
    /// Lines within a cell look like rows by themselves.
    #[error(
        "a cell of this row has whole rows within it, which would be lost: look for a quotation \
         mark that is missing or too many"
    )]
    JoinedRows,
    /// The row of a table is not UTF-8.
    #[error("the row is not UTF-8 text, or cut off within a character: {REMEDY}")]
    NotText,
    /// The headings were read with another catalogue than the row.
    #[error("the headings were read with another pair of data files than this row")]
    OtherCatalogue,
    /// There are more cells than headings.
    #[error(
        "the row has {found} cells, and the first row {headings}: look for a cell with a comma, a \
         semicolon or a tab in it that needs quotation marks around it"
    )]
    TooManyCells {
        /// How many cells the row has.
        found: usize,
        /// How many the first row has.
        headings: usize,
    },
    /// The cell of all answers holds none.
    #[error("answers: {0}")]
    BadText(#[from] BadAnswerText),
    /// Cells are no answers.
    #[error("{0}")]
    BadAnswers(BadAnswers),
}

impl RowFault {
    /// What is wrong with an object, before which so many characters stand on its first line.
    pub(super) fn of_object(number: u64, mut error: JsonError, before: usize) -> Self {
        if error.line == 1 {
            error.column = error.column.map(|column| column + before);
        }
        Self::Object { number, error }
    }
}

fn as_message<S: Serializer>(fault: &RowFault, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(fault)
}
