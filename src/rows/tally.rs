//! What is learnt of rows while they are read, and told at the end.

use std::borrow::Cow;

use rolefit_engine::report::Status;
use rolefit_engine::sheet::Sheet;
use rolefit_engine::table::{CellNotes, Row, RowError, SheetReader};

use super::outcomes::RowOutcomes;
use super::respondents::SeenRespondents;
use super::uneven::UnevenRows;

/// What is learnt of some rows.
#[derive(Debug, Default)]
pub(crate) struct Gleaned {
    pub(crate) outcomes: RowOutcomes,
    notes: CellNotes,
    names: RespondentNames,
}

/// What respondents are called, of those that have a name, one behind the other.
#[derive(Debug, Default)]
struct RespondentNames {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl RespondentNames {
    fn add(&mut self, name: &str) {
        self.text.push_str(name);
        self.ends.push(self.text.len());
    }

    fn iter(&self) -> impl Iterator<Item = &str> {
        let begins = std::iter::once(0).chain(self.ends.iter().copied());
        begins.zip(&self.ends).filter_map(|(from, to)| self.text.get(from..*to))
    }
}

impl Gleaned {
    /// Reads a row, and counts it unless its sheet can be scored; `None` if it is blank.
    pub(crate) fn read<'c>(
        &mut self,
        sheets: &SheetReader<'c>,
        row: &Row<'_>,
    ) -> Option<Result<Sheet<'c>, RowError>> {
        let read = sheets.read_noting(row, &mut self.notes);
        match &read {
            None => self.outcomes.blank += 1,
            Some(Err(_)) => self.outcomes.rejected += 1,
            Some(Ok(_)) => {}
        }
        let name = match &read {
            _ if sheets.is_anonymous() => None,
            None => None,
            Some(Ok(sheet)) => sheet.respondent.as_deref().map(Cow::Borrowed),
            Some(Err(_)) => row.respondent(),
        };
        if let Some(name) = name.filter(|name| !name.is_empty()) {
            self.names.add(&name);
        }
        read
    }

    /// Counts a sheet by what it came to.
    pub(crate) fn count(&mut self, status: Status) {
        match status {
            Status::Ranked => self.outcomes.scored += 1,
            Status::Insufficient => self.outcomes.too_little += 1,
            Status::Undifferentiated => self.outcomes.level += 1,
        }
    }
}

/// What was learnt of all rows so far.
#[derive(Debug, Default)]
pub(crate) struct RowsTally {
    pub(crate) outcomes: RowOutcomes,
    notes: CellNotes,
    uneven: UnevenRows,
    respondents: SeenRespondents,
}

impl RowsTally {
    /// Adds what was learnt of further rows of a file, which has no name where it is told anyway.
    pub(crate) fn add(&mut self, gleaned: &Gleaned, file: Option<&str>) {
        self.uneven.add(gleaned.notes, gleaned.outcomes.understood(), file);
        self.outcomes = self.outcomes.with(gleaned.outcomes);
        self.notes = self.notes.with(gleaned.notes);
        for name in gleaned.names.iter() {
            let _ = self.respondents.add(name);
        }
    }

    /// Begins the next file. Its respondents may be among those so far.
    pub(crate) fn before_next_file(self) -> Self {
        Self { respondents: self.respondents.before_next_file(), ..Self::default() }
    }

    /// Lines of how the cells of a table were read; `lowest` is the number of the lowest
    /// answer, if that was given.
    pub(crate) fn lines(&self, lowest: Option<i8>) -> Vec<String> {
        let CellNotes { numbers, words, passed, below, astray, .. } = self.notes;
        let mut lines = Vec::new();
        if words > 0 {
            let numbers =
                if numbers > 0 { format!(", {numbers} in numbers") } else { String::new() };
            lines.push(format!("answers: {words} in words{numbers}"));
        }
        if passed > 0 {
            let cells = match passed {
                1 => "1 cell was no answer".to_owned(),
                more => format!("{more} cells were no answers"),
            };
            lines.push(format!("{cells}, taken as skipped"));
        }
        if astray > 0 {
            let rows = if astray == 1 { "1 row has".into() } else { format!("{astray} rows have") };
            lines.push(format!(
                "{rows} an answer under a key that is no question, and nearly the id of one: it \
                 was passed over, and rolefit show questions lists the ids"
            ));
        }
        if self.notes.count_lower() && lowest.is_none() {
            let cells =
                if below == 1 { "1 cell holds".into() } else { format!("{below} cells hold") };
            lines.push(format!(
                "{cells} 0, and none the highest answer: if the answers are counted from 0, say \
                 --scale-from 0"
            ));
        }
        lines.extend(self.uneven.lines());
        lines.extend(self.respondents.lines());
        lines
    }
}
