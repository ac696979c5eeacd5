//! How the headings of a table were understood, to be told.

use std::fmt;

use super::column::Column;
use super::columns::Columns;
use super::listed::{listed, on_a_line};
use super::naming::Naming;
use crate::sheet::keys;

/// How the headings of a table were understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableReading {
    /// The row of headings, from 1, as a spreadsheet numbers it.
    pub row: u64,
    /// How many rows below it hold headings, too.
    pub further: usize,
    /// How many questions have a column; all if one column holds all answers.
    pub found: usize,
    /// How many questions there are.
    pub questions: usize,
    /// The ids of the first questions without a column.
    pub missing: Vec<String>,
    /// The heading of the column that names the respondent.
    pub respondent: Option<String>,
    /// Whether people are numbered, whatever the columns.
    pub is_anonymous: bool,
    /// The headings of the first columns that are not used.
    pub unused: Vec<String>,
    /// How many columns are not used.
    pub unused_count: usize,
    /// Whether the first row has the headings, and they are ids.
    pub is_plain: bool,
}

impl TableReading {
    pub(super) fn of(columns: &Columns, names: &Naming<'_>) -> Self {
        let questions = &names.ids().catalogue().questionnaire().questions;
        let has_all = columns.meanings().contains(&Column::AllAnswers);
        let has = |question| has_all || columns.meanings().contains(&Column::Answer(question));
        let missing = questions.indexed().filter(|(question, _)| !has(*question));
        let missing: Vec<&str> = missing.map(|(_, question)| question.id.as_str()).collect();
        let respondent = columns.respondent().map(str::to_owned);
        let by_id = columns.meanings().iter().enumerate().all(|(place, column)| match column {
            Column::Answer(_) => names.by_id(columns.heading(place)).is_some(),
            Column::Respondent => columns.heading(place).eq_ignore_ascii_case(keys::RESPONDENT),
            Column::AllAnswers | Column::Other => true,
        });
        // What was probably meant for a question comes first.
        let near: Vec<&str> = columns.near_misses().iter().map(|of| of.heading.as_str()).collect();
        let others = columns.unused().filter(|heading| !near.contains(heading));
        Self {
            row: 1,
            further: 0,
            found: questions.len() - missing.len(),
            questions: questions.len(),
            is_plain: by_id && !names.choice.is_anonymous,
            missing: missing.into_iter().take(Self::TOLD).map(str::to_owned).collect(),
            respondent,
            is_anonymous: names.choice.is_anonymous,
            unused: near.iter().copied().chain(others).take(Self::TOLD).map(on_a_line).collect(),
            unused_count: columns.unused().count(),
        }
    }

    /// So many of a kind are told one by one.
    const TOLD: usize = 3;

    /// Whether the first row has the ids of all questions, and there is nothing that may be
    /// the name of a respondent and is not used.
    #[must_use]
    pub fn is_as_expected(&self) -> bool {
        let is_named = self.respondent.is_some() || self.is_anonymous || self.unused_count == 0;
        self.is_plain && self.found == self.questions && is_named
    }
}

/// A line or two for a person.
impl fmt::Display for TableReading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { row, found, questions, .. } = self;
        if !self.is_plain {
            write!(f, "headings in row {row}")?;
            match self.further {
                0 => {}
                1 => write!(f, " and the row below")?,
                more => write!(f, " and {more} rows below")?,
            }
            write!(f, ": ")?;
        }
        write!(f, "{found} of {questions} questions have a column")?;
        if !self.missing.is_empty() {
            let (missing, count) = (listed(&self.missing, questions - found), questions - found);
            write!(f, "; {missing} {} none", if count == 1 { "has" } else { "have" })?;
        }
        // Where all is found, nobody asks what else there is.
        let is_all = self.respondent.is_some() && found == questions || self.unused_count == 0;
        if self.is_plain && is_all {
            return writeln!(f);
        }
        let mut told = Vec::new();
        match &self.respondent {
            _ if self.is_anonymous => told.push("people are numbered".to_owned()),
            // That is what is expected.
            Some(_) if self.is_plain => {}
            Some(heading) => {
                told.push(format!("respondents are named by \"{}\"", on_a_line(heading)));
            }
            None => told.push("no column names the respondents".to_owned()),
        }
        if self.unused_count > 0 {
            told.push(format!("not answers: {}", listed(&self.unused, self.unused_count)));
        }
        f.write_str(if self.is_plain { "; " } else { "\n" })?;
        f.write_str(&told.join("; "))?;
        writeln!(f)
    }
}
