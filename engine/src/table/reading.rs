//! Rows from a file or a pipe.

use std::io::{self, BufRead, BufReader, Chain, Cursor, Read};

use super::error::TableError;
use super::lines::Lines;
use super::row::{Chunk, LONGEST};
use super::rows::{Column, Columns, Rows};
use super::table::Table;
use crate::catalogue::{Catalogue, nearest};

/// What rows are read from, but for what was looked at already.
pub(super) type Rest = BufReader<Box<dyn Read + Send>>;
/// What rows are read from.
pub(super) type Buffered = Chain<Cursor<Vec<u8>>, Rest>;

/// How rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// A table as spreadsheets write it.
    Csv,
    /// A JSON object a line.
    Ndjson,
}

/// Rows to come.
pub struct Input {
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
    ///
    /// # Errors
    /// [`TableError`] if it cannot be read, or has no headings that are questions.
    pub fn open(
        from: Box<dyn Read + Send>,
        syntax: Option<Syntax>,
        rows: &Rows<'_>,
    ) -> Result<Self, TableError> {
        let mut rest = BufReader::with_capacity(1 << 16, from);
        let begun = beginning(&mut rest)?;
        let first = begun.iter().copied().find(|byte| !byte.is_ascii_whitespace());
        let syntax = syntax.unwrap_or(match first {
            Some(b'{') | None => Syntax::Ndjson,
            Some(_) => Syntax::Csv,
        });
        let form = match syntax {
            Syntax::Ndjson => Form::Json(Lines::of(Cursor::new(begun).chain(rest))),
            Syntax::Csv => Form::Table(Box::new(Table::open(begun, rest, rows)?)),
        };
        Ok(Self { form, is_empty: first.is_none() })
    }

    /// The place of the one column with the heading `name`.
    ///
    /// # Errors
    /// That there is none, or more than one.
    pub fn column(&self, name: &str) -> Result<usize, String> {
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
    pub fn columns_called(&self, names: &[String]) -> Result<Vec<(String, usize)>, String> {
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
    #[must_use]
    pub fn nearly_questions(&self, catalogue: &Catalogue) -> Vec<String> {
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
    #[must_use]
    pub fn columns(&self) -> Option<&Columns> {
        let Form::Table(table) = &self.form else { return None };
        Some(&table.columns)
    }

    /// How many bytes were read so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        match &self.form {
            Form::Json(lines) => lines.bytes,
            Form::Table(table) => table.bytes,
        }
    }

    /// The next rows: as many as are at hand, so that nobody waits for more;
    /// `None` at the end.
    ///
    /// # Errors
    /// [`TableError::Read`].
    pub fn read(&mut self) -> Result<Option<Chunk>, TableError> {
        match &mut self.form {
            Form::Json(lines) => lines.next().map_err(TableError::from),
            Form::Table(table) => table.next(),
        }
    }
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
