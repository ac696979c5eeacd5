//! The file or pipe that rows come from.

use std::fmt;
use std::fs::File;
use std::io::{self, Cursor, IsTerminal, Read};
use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::table::{RowReader, SheetReader, TableChoice, TableError};
use rolefit_engine::workbook::is_workbook;

use super::choice::table_choice;
use super::chunk_reader::ChunkReader;
use super::decoded::{Assumed, Decoded};
use super::worksheet::{self, NoRows, WorksheetRows};
use crate::args::{RowFormat, RowSource, TableArgs};
use crate::failure::{Failure, STDIN, in_file, named};
use crate::files::{foreign, may_be_foreign};
use crate::output::Output;
use crate::text::TerminalText;

/// What to do with answers in a file that is no table.
const AS_TABLE: &str = "save the answers as .xlsx or as CSV UTF-8, a row for each person";

/// Rows to come.
pub(crate) struct Input {
    pub(crate) rows: RowReader<Box<dyn Read + Send>>,
    /// How many bytes they take, if that is known.
    pub(crate) length: Option<u64>,
    /// What their file is called in messages; standard input has no name.
    pub(crate) file: Option<String>,
    /// What it is called in records, where there are several.
    pub(crate) source: Option<String>,
    /// What is said by hand of a table.
    pub(crate) choice: TableChoice,
    /// The number of the lowest answer, if that is said by hand.
    pub(crate) lowest: Option<i8>,
    assumed: Assumed,
    /// Which worksheet of a workbook is read.
    worksheet: Option<String>,
}

impl Input {
    /// Opens a file, or standard input if that is `-` or absent. A workbook is known by its
    /// first bytes; other rows are written as is said, or else as the name of the file or
    /// the first character tells.
    pub(crate) fn open(
        path: Option<&Path>,
        source: &RowSource,
        table: &TableArgs,
        catalogue: &Catalogue,
    ) -> Result<Self, Failure> {
        let choice = table_choice(table, catalogue)?;
        let file = path.filter(|path| path.as_os_str() != "-").map(named);
        let lowest = table.scale_from;
        let (mut from, length) = open(path)?;
        let called = || file.clone().unwrap_or_else(|| STDIN.to_owned());
        let begun = begun(&mut from, &called())?;
        let is_workbook = is_workbook(&begun) == Some(true);
        let from = Cursor::new(begun).chain(from);
        let asked = source.worksheet.as_deref();
        if is_workbook {
            let read = worksheet::rows(from, asked, catalogue, &choice);
            let WorksheetRows { rows, length, note } =
                read.map_err(|error| no_rows(file.as_deref(), error))?;
            let (length, assumed) = (u64::try_from(length).ok(), Assumed::default());
            return Ok(Self {
                rows,
                length,
                file,
                source: None,
                choice,
                lowest,
                assumed,
                worksheet: note,
            });
        }
        if asked.is_some() {
            return Err(Failure::Data(no_workbook(&called())));
        }
        let format = source.from.or_else(|| path.and_then(format_by_name));
        let from = Decoded::new(from);
        let assumed = from.assumed();
        let from: Box<dyn Read + Send> = Box::new(from);
        let syntax = format.map(RowFormat::syntax);
        let rows = RowReader::choosing(from, syntax, catalogue, choice.clone());
        let rows = rows.map_err(|error| no_rows(file.as_deref(), of_text(path, error)))?;
        if rows.reading().is_none() {
            refuse_columns(table, file.as_deref())?;
        }
        Ok(Self { rows, length, file, source: None, choice, lowest, assumed, worksheet: None })
    }

    /// What its file is called in messages, and its rows, so many at a time.
    pub(crate) fn chunks(self, rows_at_a_time: usize) -> (Option<String>, ChunkReader) {
        (self.file, ChunkReader::begin(self.rows.at_most(rows_at_a_time), self.length))
    }

    /// What reads its rows.
    pub(crate) fn sheets<'c>(&self, catalogue: &'c Catalogue) -> SheetReader<'c> {
        SheetReader::choosing(catalogue, &self.choice)
    }

    /// Notes how a table was understood, unless its headings are the ids of all questions,
    /// and headings that are nearly such ids.
    pub(crate) fn note_reading(&self, output: &mut Output) {
        self.tell(&self.worksheet, output);
        if self.rows.reading().is_some_and(|reading| !reading.is_as_expected()) {
            self.tell_understood(output);
        }
    }

    /// Notes how a table was understood, whatever its headings.
    pub(crate) fn tell_reading(&self, output: &mut Output) {
        self.tell(&self.worksheet, output);
        self.tell_understood(output);
    }

    fn tell_understood(&self, output: &mut Output) {
        let reading = self.rows.reading().map(ToString::to_string).unwrap_or_default();
        self.tell(reading.lines(), output);
        self.tell(self.rows.near_misses(), output);
    }

    /// `what`, with the file in front of it where there are several.
    pub(crate) fn told(&self, what: impl fmt::Display) -> String {
        in_file(self.file.as_deref().filter(|_| self.source.is_some()), what)
    }

    /// Notes lines, which say of which file they are where there are several.
    fn tell(&self, lines: impl IntoIterator<Item = impl fmt::Display>, output: &mut Output) {
        let lines = lines.into_iter().map(|line| self.told(line));
        output.note(&TerminalText::each_on_a_line(lines));
    }

    /// What tells, once the rows were read, whether they were taken for Windows-1252.
    pub(crate) fn assumed(&self) -> Assumed {
        self.assumed.clone()
    }
}

type Opened = (Box<dyn Read + Send>, Option<u64>);

fn open(path: Option<&Path>) -> Result<Opened, Failure> {
    match path {
        Some(path) if path.as_os_str() != "-" => {
            open_file(path).map_err(|source| Failure::NoInput { path: path.to_owned(), source })
        }
        None if io::stdin().is_terminal() => {
            Err(Failure::Usage("no rows: give a FILE, or pipe rows to standard input".to_owned()))
        }
        _ => Ok((Box::new(io::stdin()), None)),
    }
}

fn open_file(path: &Path) -> io::Result<Opened> {
    let file = File::open(path)?;
    let about = file.metadata()?;
    if about.is_dir() {
        return Err(io::Error::from(io::ErrorKind::IsADirectory));
    }
    // A file that is said to be empty may be made while it is read, as in /proc, and keep whoever
    // reads it waiting as a pipe does.
    let length = (about.is_file() && about.len() > 0).then_some(about.len());
    Ok((Box::new(file), length))
}

/// The first bytes of `file`, which are not those of a file of another kind.
fn begun(from: &mut impl Read, file: &str) -> Result<Vec<u8>, Failure> {
    let begun = first_bytes(from).map_err(Failure::io(file))?;
    match foreign(&begun) {
        Some(what) => {
            Err(Failure::Data(format!("{file}: this is {what}, and no table: {AS_TABLE}")))
        }
        None => Ok(begun),
    }
}

/// Why a text gives no rows; one that is named as a workbook was meant to be one.
fn of_text(path: Option<&Path>, error: TableError) -> NoRows {
    let is_misnamed = path.is_some_and(is_named_workbook) && worksheet::is_no_table(&error);
    if is_misnamed { NoRows::Misnamed } else { error.into() }
}

/// As many bytes as tell a workbook, or a file of another kind, from all else, and no more: rows may come one by one.
fn first_bytes(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut begun = Vec::new();
    while is_workbook(&begun).is_none() || may_be_foreign(&begun) {
        if from.by_ref().take(1).read_to_end(&mut begun)? == 0 {
            break;
        }
    }
    Ok(begun)
}

/// That only a workbook has worksheets.
fn no_workbook(file: &str) -> String {
    format!("--worksheet: {file} is no workbook, and has no worksheets: leave --worksheet out")
}

/// Refuses what is said by hand of columns, where rows are JSON and have none.
fn refuse_columns(table: &TableArgs, file: Option<&str>) -> Result<(), Failure> {
    let said = [
        ("--map", table.map.is_some()),
        ("--in-order-from", table.in_order_from.is_some()),
        ("--respondent", table.respondent.is_some()),
        ("--strict-columns", table.strict_columns),
    ];
    match said.into_iter().find(|(_, is_said)| *is_said) {
        Some((option, _)) => {
            let why = format!(
                "{option}: only a table has columns, and these rows are JSON: leave {option} out"
            );
            Err(Failure::Data(in_file(file, why)))
        }
        None => Ok(()),
    }
}

/// Why there are no rows, and in which file.
fn no_rows(file: Option<&str>, error: NoRows) -> Failure {
    match error {
        NoRows::Read(source) => Failure::io(file.unwrap_or(STDIN))(source),
        error => Failure::Data(in_file(file, error)),
    }
}

/// Whether a file is a workbook by its name.
fn is_named_workbook(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["xlsx", "xlsm", "xlsb", "xls", "ods"].iter().any(|of| ending.eq_ignore_ascii_case(of))
}

/// How the rows in a file are written, by its name.
fn format_by_name(path: &Path) -> Option<RowFormat> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "csv" => Some(RowFormat::Csv),
        "ndjson" | "jsonl" => Some(RowFormat::Ndjson),
        _ => None,
    }
}
