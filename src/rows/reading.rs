//! Rows from a file or a pipe.

use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use rolefit_engine::catalogue::{Catalogue, nearest};
use rolefit_engine::sheet::{Column, Columns, Rows};

use super::lines::Lines;
use super::row::{Chunk, LONGEST};
use super::source::Source;
use super::table::Table;
use crate::args::RowFormat;
use crate::failure::Failure;

/// What rows are read from, but for what was looked at already.
pub(super) type Rest = BufReader<Box<dyn Read + Send>>;
/// What rows are read from.
pub(super) type Buffered = Chain<Cursor<Vec<u8>>, Rest>;

/// Rows to come.
pub(crate) struct Input {
    form: Form,
    /// Whether there was nothing to be seen.
    is_empty: bool,
}

enum Form {
    Json(Lines),
    Table(Box<Table>),
}

impl Input {
    /// Looks at the input as far as is needed to read it.
    pub(crate) fn open(
        source: Source,
        format: Option<RowFormat>,
        rows: &Rows<'_>,
    ) -> Result<Self, Failure> {
        let mut rest = BufReader::with_capacity(1 << 16, source.from);
        let begun = beginning(&mut rest).map_err(Failure::io("the input"))?;
        let first = begun.iter().copied().find(|byte| !byte.is_ascii_whitespace());
        let format = format.unwrap_or(match first {
            Some(b'{') | None => RowFormat::Ndjson,
            Some(_) => RowFormat::Csv,
        });
        let form = match format {
            RowFormat::Ndjson => Form::Json(Lines::of(Cursor::new(begun).chain(rest))),
            RowFormat::Csv => Form::Table(Box::new(Table::open(begun, rest, rows)?)),
        };
        Ok(Self { form, is_empty: first.is_none() })
    }

    /// Reads on in a thread of its own, a little ahead of whoever takes the rows.
    /// With each chunk come the bytes read so far.
    ///
    /// The thread is left to itself if nobody takes any more: it may be waiting
    /// for rows that never come.
    pub(crate) fn chunks(mut self) -> Receiver<Result<(Chunk, u64), Failure>> {
        let (sender, receiver) = sync_channel(2);
        thread::spawn(move || {
            while let Some(read) = self.next().transpose() {
                let failed = read.is_err();
                if sender.send(read.map(|chunk| (chunk, self.bytes()))).is_err() || failed {
                    break;
                }
            }
        });
        receiver
    }

    /// The place of the one column with the heading `name`.
    ///
    /// # Errors
    /// That there is none, or more than one.
    pub(crate) fn column(&self, name: &str) -> Result<usize, String> {
        let Form::Table(table) = &self.form else {
            if self.is_empty {
                return Err("there are no rows, and so no columns".to_owned());
            }
            return Err("only a table has columns, and these rows are JSON".to_owned());
        };
        let headings = || table.headings.iter().map(str::trim);
        let places = |is_it: fn(&str, &str) -> bool| {
            let mut places =
                headings().enumerate().filter(move |(_, heading)| is_it(heading, name));
            (places.next(), places.next())
        };
        // As it is written; or else in whatever capitals.
        let exact = places(|heading, name| heading == name);
        let found = match exact {
            (None, _) => places(|heading, name| heading.to_lowercase() == name.to_lowercase()),
            exact => exact,
        };
        match found {
            (Some((place, _)), None) => Ok(place),
            (Some(_), Some(_)) => Err(format!("the table has two columns \"{name}\"")),
            (None, _) => {
                let near = nearest(name, headings());
                let hint = near.map(|near| format!("; did you mean \"{near}\"?"));
                Err(format!("the table has no column \"{name}\"{}", hint.unwrap_or_default()))
            }
        }
    }

    /// The columns with these headings, and their places: a name is a heading, or
    /// several with commas between them. One that is named twice is one.
    ///
    /// # Errors
    /// What [`Input::column`] says of the first name that is no column's.
    pub(crate) fn columns_called(&self, names: &[String]) -> Result<Vec<(String, usize)>, String> {
        let mut columns: Vec<(String, usize)> = Vec::new();
        for name in names {
            let parts = match self.column(name) {
                Ok(_) => vec![name.as_str()],
                Err(_) => name.split(',').map(str::trim).collect(),
            };
            for part in parts {
                let place = self.column(part)?;
                if columns.iter().all(|(_, known)| *known != place) {
                    columns.push((part.to_owned(), place));
                }
            }
        }
        Ok(columns)
    }

    /// Headings that are no id of a question but nearly one, each with what is
    /// said of it.
    pub(crate) fn nearly_questions(&self, catalogue: &Catalogue) -> Vec<String> {
        let Form::Table(table) = &self.form else { return Vec::new() };
        let ids = || catalogue.questionnaire().questions.iter().map(|of| of.id.as_str());
        let headings = table.headings.iter().zip(table.columns.all());
        let others = headings.filter(|(_, column)| **column == Column::Other);
        let said = |(heading, _): (&str, &Column)| {
            let near = nearest(&heading.trim().to_lowercase().replace(' ', "-"), ids())?;
            Some(format!("the column \"{heading}\" is not used: did you mean \"{near}\"?\n"))
        };
        others.filter_map(said).collect()
    }

    /// What a table's columns hold.
    pub(crate) fn columns(&self) -> Option<&Columns> {
        let Form::Table(table) = &self.form else { return None };
        Some(&table.columns)
    }

    /// How many bytes were read so far.
    fn bytes(&self) -> u64 {
        match &self.form {
            Form::Json(lines) => lines.bytes,
            Form::Table(table) => table.bytes,
        }
    }

    /// The next rows: as many as are at hand, so that nobody waits for more;
    /// `None` at the end.
    fn next(&mut self) -> Result<Option<Chunk>, Failure> {
        match &mut self.form {
            Form::Json(lines) => lines.next().map_err(Failure::io("the input")),
            Form::Table(table) => table.next(),
        }
    }
}

/// How many bytes there are to work on.
pub(crate) fn size(read: &Result<(Chunk, u64), Failure>) -> usize {
    read.as_ref().map_or(0, |(chunk, _)| chunk.size())
}

/// All up to the end of the first line that is not blank, without the mark that
/// some programs begin a file with: however few bytes come at a time, what is
/// guessed of the rows rests on the same ones. A longer line is left at its limit.
fn beginning(source: &mut Rest) -> io::Result<Vec<u8>> {
    const MARK: &[u8] = &[0xef, 0xbb, 0xbf];
    let mut begun = Vec::new();
    loop {
        let before = begun.len();
        let left = LONGEST.saturating_sub(before) as u64;
        let read = source.take(left).read_until(b'\n', &mut begun)?;
        if before == 0 && begun.starts_with(MARK) {
            begun.drain(..MARK.len());
        }
        let is_blank = begun.get(before..).is_none_or(|line| line.trim_ascii().is_empty());
        if read == 0 || !is_blank {
            return Ok(begun);
        }
    }
}
