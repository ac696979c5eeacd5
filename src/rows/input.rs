//! The file or pipe that rows come from.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::table::{RowReader, SheetReader, TableChoice};

use super::choice::table_choice;
use super::decoded::{Assumed, Decoded};
use crate::args::{RowFormat, TableArgs};
use crate::failure::Failure;
use crate::output::Output;
use crate::text::TerminalText;

/// Rows to come, and how many bytes they take if that is known.
pub(crate) struct Input {
    pub(crate) rows: RowReader<Decoded<Box<dyn Read + Send>>>,
    pub(crate) length: Option<u64>,
    /// What is said by hand of a table.
    pub(crate) choice: TableChoice,
    /// The number of the lowest answer, if that is said by hand.
    pub(crate) lowest: Option<i8>,
    assumed: Assumed,
}

impl Input {
    /// Opens `path`, or standard input if that is `-` or absent. The rows are written
    /// in `format`, or else as the name or the first character tells.
    pub(crate) fn open(
        path: Option<&Path>,
        format: Option<RowFormat>,
        table: &TableArgs,
        catalogue: &Catalogue,
    ) -> Result<Self, Failure> {
        let choice = table_choice(table, catalogue)?;
        let format = format.or_else(|| path.and_then(format_by_name));
        let (from, length) = open(path)?;
        let from = Decoded::new(from);
        let assumed = from.assumed();
        let syntax = format.map(RowFormat::syntax);
        let rows = RowReader::choosing(from, syntax, catalogue, choice.clone())?;
        Ok(Self { rows, length, choice, lowest: table.scale_from, assumed })
    }

    /// What reads its rows.
    pub(crate) fn sheets<'c>(&self, catalogue: &'c Catalogue) -> SheetReader<'c> {
        SheetReader::choosing(catalogue, &self.choice)
    }

    /// Notes how a table was understood, unless its headings are the ids of all questions,
    /// and headings that are nearly such ids.
    pub(crate) fn note_reading(&self, output: &mut Output) {
        if self.rows.reading().is_some_and(|reading| !reading.is_as_expected()) {
            self.tell_reading(output);
        }
    }

    /// Notes how a table was understood, whatever its headings.
    pub(crate) fn tell_reading(&self, output: &mut Output) {
        let reading = self.rows.reading().map(ToString::to_string);
        output.note(&TerminalText::lines(&reading.unwrap_or_default()));
        output.note(&TerminalText::each_on_a_line(self.rows.near_misses()));
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
    let length = about.is_file().then_some(about.len());
    Ok((Box::new(file), length))
}

/// How the rows in a file are written, by its name.
pub(crate) fn format_by_name(path: &Path) -> Option<RowFormat> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "csv" => Some(RowFormat::Csv),
        "ndjson" | "jsonl" => Some(RowFormat::Ndjson),
        _ => None,
    }
}
