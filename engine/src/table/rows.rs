//! Many sheets of one catalogue: a JSON object a line, or a row of cells.

use std::collections::HashMap;

use serde::de::DeserializeSeed;

use super::row_json::SheetSeed;
use super::row_words::in_plain_words;
use crate::catalogue::{Catalogue, InterestIx, QuestionIx, nearest};
use crate::sheet::{Answers, Sheet, point, shortened};

/// Reads the sheets of one catalogue row by row; no row knows of another.
#[derive(Debug, Clone)]
pub struct Rows<'c> {
    catalogue: &'c Catalogue,
    questions: HashMap<&'c str, QuestionIx>,
    interests: HashMap<&'c str, InterestIx>,
}

/// What each column of a table holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns(Vec<Column>);

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// What the respondent is called.
    Respondent,
    /// The answers to this question.
    Answer(QuestionIx),
    /// Something else.
    Other,
}

impl Columns {
    /// The columns, in the table's order.
    #[must_use]
    pub fn all(&self) -> &[Column] {
        &self.0
    }
}

impl<'c> Rows<'c> {
    /// A reader of rows.
    #[must_use]
    pub fn new(catalogue: &'c Catalogue) -> Self {
        let asked = catalogue.questionnaire();
        let questions = asked.questions.indexed().map(|(ix, of)| (of.id.as_str(), ix));
        let interests = asked.interests.indexed().map(|(ix, of)| (of.id.as_str(), ix));
        Self { catalogue, questions: questions.collect(), interests: interests.collect() }
    }

    /// Reads a sheet from one line of JSON.
    ///
    /// # Errors
    /// What is wrong, with the column where that is known.
    pub fn json(&self, line: &[u8]) -> Result<Sheet<'c>, String> {
        // Checked once for the line, it need not be checked for every key.
        let line = std::str::from_utf8(line)
            .map_err(|error| format!("not UTF-8 text (column {})", error.valid_up_to() + 1))?;
        let mut json = serde_json::Deserializer::from_str(line);
        let sheet =
            SheetSeed(self).deserialize(&mut json).map_err(|error| in_plain_words(&error))?;
        json.end().map_err(|error| in_plain_words(&error))?;
        Ok(sheet)
    }

    /// What the column with this heading holds; spaces around it and capitals
    /// change nothing.
    #[must_use]
    pub fn column(&self, heading: &str) -> Column {
        let heading = heading.trim().to_lowercase();
        match self.questions.get(heading.as_str()) {
            Some(question) => Column::Answer(*question),
            None if heading == "respondent" => Column::Respondent,
            None => Column::Other,
        }
    }

    /// What the columns with these headings hold.
    ///
    /// # Errors
    /// A heading that stands twice, or no heading that is a question's id.
    pub fn columns<'h>(&self, headings: impl Iterator<Item = &'h str>) -> Result<Columns, String> {
        let mut columns = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for heading in headings {
            let column = self.column(heading);
            let first = columns.iter().position(|known| *known == column);
            let first =
                first.filter(|_| column != Column::Other).and_then(|at| seen.get(at).copied());
            seen.push(heading);
            if let Some(first) = first {
                let (first, heading) = (shortened(first.trim()), shortened(heading.trim()));
                return Err(if first == heading {
                    format!("the heading \"{heading}\" stands there twice")
                } else {
                    format!("the headings \"{first}\" and \"{heading}\" mean the same")
                });
            }
            columns.push(column);
        }
        if columns.iter().any(|column| matches!(column, Column::Answer(_))) {
            Ok(Columns(columns))
        } else {
            Err("no heading is the id of a question; the first row has to name them".to_owned())
        }
    }

    /// Reads a sheet from the cells of a row; an empty cell is a skipped question, and
    /// so is one that is missing: spreadsheets leave empty ones at the end out.
    ///
    /// # Errors
    /// How many cells there are, if more than columns; or the first cell that is no
    /// answer, with its question.
    pub fn cells<'r>(
        &self,
        columns: &Columns,
        cells: impl Iterator<Item = &'r str> + Clone,
    ) -> Result<Sheet<'c>, String> {
        let (found, width) = (cells.clone().count(), columns.0.len());
        if found > width {
            return Err(format!(
                "the row has {found} cells, and the first row {width}: look for a cell with a \
                 comma, a semicolon or a tab in it that needs quotation marks around it"
            ));
        }
        let asked = self.catalogue.questionnaire();
        let mut sheet = Sheet::new(Answers::blank(self.catalogue));
        for (column, cell) in columns.0.iter().zip(cells) {
            let cell = cell.trim();
            match column {
                _ if cell.is_empty() => {}
                Column::Respondent => sheet.respondent = Some(cell.to_owned()),
                Column::Answer(question) => {
                    let answer = point(&asked.scale, cell)
                        .map_err(|error| format!("{}: {error}", self.name(*question)))?;
                    sheet.set_answer(*question, Some(answer));
                }
                Column::Other => {}
            }
        }
        Ok(sheet)
    }

    pub(super) fn catalogue(&self) -> &'c Catalogue {
        self.catalogue
    }

    /// The number of the question called `id`.
    pub(super) fn question(&self, id: &str) -> Result<QuestionIx, String> {
        self.questions.get(id).copied().ok_or_else(|| unknown("question", id, &self.questions))
    }

    /// The number of the interest called `id`.
    pub(super) fn interest(&self, id: &str) -> Result<InterestIx, String> {
        self.interests.get(id).copied().ok_or_else(|| unknown("interest", id, &self.interests))
    }

    /// The id of `question`.
    pub(super) fn name(&self, question: QuestionIx) -> &str {
        self.catalogue.questionnaire().questions[question].id.as_str()
    }
}

fn unknown<T>(what: &str, id: &str, known: &HashMap<&str, T>) -> String {
    let mut known: Vec<&str> = known.keys().copied().collect();
    known.sort_unstable();
    let hint = nearest(id, known).map(|near| format!("; did you mean \"{near}\"?"));
    format!("there is no {what} called \"{}\"{}", shortened(id), hint.unwrap_or_default())
}
