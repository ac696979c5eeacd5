//! The files that rows come from, one after the other.

use std::collections::VecDeque;
use std::path::Path;

use rolefit_engine::catalogue::Catalogue;

use super::input::Input;
use crate::args::{RowSource, TableArgs};
use crate::failure::Failure;
use crate::files::RowSources;

/// Files whose headings were looked at. Each is opened again when its turn comes, so that
/// however many there are, one is open at a time; but for pipes, which are read only once.
pub(crate) struct Inputs<'a> {
    /// Each with its number, from 1.
    waiting: VecDeque<(usize, Option<&'a Path>, Option<Input>)>,
    have_table: bool,
    /// Whether one of them may have a row.
    may_have_rows: bool,
    /// Whether they are files, and not standard input.
    are_files: bool,
    how: HowToOpen<'a>,
}

/// What is said of all files alike.
#[derive(Clone, Copy)]
struct HowToOpen<'a> {
    source: &'a RowSource,
    table: &'a TableArgs,
    catalogue: &'a Catalogue,
    are_many: bool,
}

impl<'a> Inputs<'a> {
    /// Opens each file and has a `look` at it, before any of its rows is used.
    ///
    /// # Errors
    /// What is wrong with the first that cannot be read, or `look` says.
    pub(crate) fn open(
        sources: &'a RowSources,
        source: &'a RowSource,
        table: &'a TableArgs,
        catalogue: &'a Catalogue,
        mut look: impl FnMut(&Input) -> Result<(), Failure>,
    ) -> Result<Self, Failure> {
        let how = HowToOpen { source, table, catalogue, are_many: sources.are_many() };
        let (mut waiting, mut have_table) = (VecDeque::new(), false);
        let (mut may_have_rows, mut are_files) = (false, false);
        for (number, path) in (1..).zip(sources.iter()) {
            let input = how.opened(number, path)?;
            look(&input)?;
            have_table |= input.rows.reading().is_some();
            may_have_rows |= input.rows.may_have_rows();
            are_files |= input.file.is_some();
            let is_reopened = !waiting.is_empty() && path.is_some_and(Path::is_file);
            waiting.push_back((number, path, Some(input).filter(|_| !is_reopened)));
        }
        Ok(Self { waiting, have_table, may_have_rows, are_files, how })
    }

    /// Whether one of them is a table, which has headings even if it has no rows.
    pub(crate) fn have_table(&self) -> bool {
        self.have_table
    }

    /// Whether there has to be a row: in a file, and in a table. What is piped may be empty, as
    /// a part of a larger whole is.
    pub(crate) fn need_rows(&self) -> bool {
        self.are_files || self.have_table
    }

    /// Refuses files, or a table, that have no row.
    ///
    /// # Errors
    /// [`Failure::NoRows`], which names the file if there is one alone.
    pub(crate) fn refuse_empty(&self) -> Result<(), Failure> {
        if self.may_have_rows || !self.need_rows() {
            return Ok(());
        }
        let only = self.waiting.front().filter(|_| self.waiting.len() == 1);
        let file = only.and_then(|(_, _, input)| input.as_ref()?.file.clone());
        Err(Failure::NoRows(file))
    }

    /// How many bytes there are to read, if that is known.
    pub(crate) fn length(&self) -> Option<u64> {
        match self.waiting.front() {
            Some((_, _, Some(input))) if self.waiting.len() == 1 => input.length,
            _ => None,
        }
    }
}

impl HowToOpen<'_> {
    /// The file; records say its name, or its number if no name is to be written.
    fn opened(&self, number: usize, path: Option<&Path>) -> Result<Input, Failure> {
        let mut input = Input::open(path, self.source, self.table, self.catalogue)?;
        let source = path.filter(|_| self.are_many);
        let called = |path: &Path| path.to_string_lossy().into_owned();
        let is_anonymous = self.table.anonymous;
        input.source =
            source.map(|path| if is_anonymous { number.to_string() } else { called(path) });
        Ok(input)
    }
}

impl Iterator for Inputs<'_> {
    type Item = Result<Input, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        let (number, path, opened) = self.waiting.pop_front()?;
        Some(opened.map_or_else(|| self.how.opened(number, path), Ok))
    }
}
