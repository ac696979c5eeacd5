//! Sheets from rows.

use std::iter::zip;

use super::bad_answers::BadAnswers;
use super::cell_notes::CellNotes;
use super::choice::TableChoice;
use super::column::Column;
use super::columns::Columns;
use super::error::{RowError, RowFault};
use super::joined_lines;
use super::json_context::JsonWords;
use super::json_errors::JsonError;
use super::json_sheet;
use super::key_order::KeyOrder;
use super::noted_answers::NotedAnswers;
use super::row::{Content, Row};
use super::row_cells::RowCells;
use super::row_place::RowPlace;
use crate::catalogue::Catalogue;
use crate::limits;
use crate::sheet::{AnswerTexts, AnswerWords, Answers, Ids, QuestionNames, Sheet};

/// Reads the sheets of one catalogue, row by row. No row knows of another, so that
/// they can be read in several threads.
///
/// ```
/// use rolefit_engine::table::SheetReader;
///
/// # use rolefit_engine::catalogue::{Catalogue, yaml::Source};
/// # let (questions, careers) = (
/// #     include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/questions.yaml")),
/// #     include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/careers.yaml")),
/// # );
/// # let questions = Source::decode("questions.yaml", questions);
/// # let careers = Source::decode("careers.yaml", careers);
/// # let catalogue = Catalogue::read(questions, careers).map_err(|problems| format!("{problems:?}"))?;
/// let sheets = SheetReader::new(&catalogue);
/// let sheet = sheets.read_json(br#"{"respondent": "Ann", "answers": {"chart": 5}}"#)?;
/// assert_eq!(sheet.respondent.as_deref(), Some("Ann"));
///
/// let error = sheets.read_json(br#"{"answers": {"chart": 5, "chrat": 2}}"#).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "there is no question called \"chrat\"; did you mean \"chart\"? (column 32)",
/// );
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct SheetReader<'c> {
    words: JsonWords<'c>,
    is_anonymous: bool,
}

impl<'c> SheetReader<'c> {
    /// A reader of sheets of `catalogue`.
    #[must_use]
    pub fn new(catalogue: &'c Catalogue) -> Self {
        Self::choosing(catalogue, &TableChoice::default())
    }

    /// A reader of the rows of [`RowReader::choosing`](super::RowReader::choosing).
    #[must_use]
    pub fn choosing(catalogue: &'c Catalogue, choice: &TableChoice) -> Self {
        let answers = AnswerWords::coded(&catalogue.questionnaire().scale, choice.coding.clone());
        let names = QuestionNames::of(Ids::of(catalogue));
        let TableChoice { is_lenient, is_anonymous, .. } = *choice;
        let answers = NotedAnswers::new(answers, is_lenient);
        let keys = KeyOrder::of(catalogue);
        let texts = AnswerTexts::of(catalogue);
        Self { words: JsonWords { names, answers, texts, keys }, is_anonymous }
    }

    /// Whether respondents are numbered, and not named.
    #[must_use]
    pub fn is_anonymous(&self) -> bool {
        self.is_anonymous
    }

    /// The sheet in a row that a [`RowReader`](super::RowReader) of the same catalogue
    /// has read; `None` if the row is blank.
    ///
    /// # Errors
    /// What is wrong with the row, and on which line.
    #[must_use]
    pub fn read(&self, row: &Row<'_>) -> Option<Result<Sheet<'c>, RowError>> {
        self.read_noting(row, &mut CellNotes::default())
    }

    /// The same, which adds to `notes` how the cells were read.
    ///
    /// # Errors
    /// What is wrong with the row, and on which line.
    pub fn read_noting(
        &self,
        row: &Row<'_>,
        notes: &mut CellNotes,
    ) -> Option<Result<Sheet<'c>, RowError>> {
        let mut place = row.place();
        let mut read = match &row.content {
            Content::Blank => return None,
            Content::Broken(fault) => Err(fault.clone()),
            Content::Json(line) => {
                // No row knows how many before it had mistakes.
                let suggests = row.place().line() <= limits::SUGGESTIONS.most as u64;
                json_sheet::sheet(&self.words, line, suggests, notes).map_err(RowFault::from)
            }
            Content::Value(value, text) => {
                let suggests = value.number <= limits::SUGGESTIONS.most as u64;
                json_sheet::sheet(&self.words, text, suggests, notes).map_err(|error| {
                    let line = value.line + error.line.saturating_sub(1) as u64;
                    place = RowPlace::Json { line };
                    RowFault::of_object(value.number, error, value.column)
                })
            }
            Content::Cells(cells, columns) => self.read_row(place, columns, *cells, notes),
        };
        if let Some(sheet) = read.as_mut().ok().filter(|_| self.is_anonymous) {
            sheet.respondent = Some(row.number().to_string());
        }
        Some(read.map_err(|fault| RowError { place, fault }))
    }

    /// Reads a sheet from one line of JSON.
    ///
    /// # Errors
    /// What is wrong, with the column where that is known.
    pub fn read_json(&self, line: &[u8]) -> Result<Sheet<'c>, JsonError> {
        json_sheet::sheet(&self.words, line, true, &mut CellNotes::default())
    }

    /// Reads a sheet from the cells of a row.
    fn read_row(
        &self,
        place: RowPlace,
        columns: &Columns,
        cells: RowCells<'_>,
        notes: &mut CellNotes,
    ) -> Result<Sheet<'c>, RowFault> {
        let catalogue = self.words.names.ids().catalogue();
        if !columns.are_of(catalogue) {
            return Err(RowFault::OtherCatalogue);
        }
        let shaped = match cells {
            RowCells::Line(line, _) => {
                columns.shape().sheet(catalogue, &self.words.answers, line.as_bytes(), notes)
            }
            RowCells::Apart(_) => None,
        };
        if let Some(sheet) = shaped {
            return Ok(sheet);
        }
        if joined_lines::are_rows(columns, cells, &self.words) {
            return Err(RowFault::JoinedRows);
        }
        let sheet = self.read_cells(columns, cells, notes)?;
        if let RowPlace::Table { row, .. } = place {
            note_count(columns, cells.iter().count(), row, notes);
        }
        Ok(sheet)
    }

    /// Reads a sheet from cells, whatever is in them. An empty cell is a skipped question, and
    /// so is one that is missing: spreadsheets leave empty ones at the end out. Every cell
    /// that is no answer is told of, but for those past the first ten.
    fn read_cells(
        &self,
        columns: &Columns,
        cells: RowCells<'_>,
        notes: &mut CellNotes,
    ) -> Result<Sheet<'c>, RowFault> {
        let headings = columns.meanings().len();
        if cells.iter().skip(headings).any(|cell| !cell.trim().is_empty()) {
            return Err(RowFault::TooManyCells { found: cells.iter().count(), headings });
        }
        let catalogue = self.words.names.ids().catalogue();
        let mut sheet = Sheet::new(Answers::blank(catalogue));
        let mut bad = BadAnswers::default();
        for (place, (column, cell)) in zip(columns.meanings(), cells.iter()).enumerate() {
            let cell = cell.trim();
            match column {
                _ if cell.is_empty() => {}
                Column::Respondent => sheet.respondent = Some(cell.to_owned()),
                Column::Answer(question) => match self.words.answers.read(cell, notes) {
                    Ok(answer) => sheet.set_answer(*question, answer),
                    Err(error) => bad.note(columns.heading(place), error),
                },
                Column::AllAnswers => {
                    let respondent = sheet.respondent.take();
                    let read = match self.words.answers.digits(catalogue, cell, notes) {
                        Some(Ok(answers)) => Sheet::new(answers),
                        Some(Err(wrong)) => {
                            for (question, error) in wrong {
                                let id = self.words.names.ids().id(question);
                                bad.note(&format!("answers: {id}"), error);
                            }
                            continue;
                        }
                        None => self.words.texts.read(cell)?,
                    };
                    sheet = Sheet { respondent, ..read };
                }
                Column::Other => {}
            }
        }
        if bad.are_none() { Ok(sheet) } else { Err(RowFault::BadAnswers(bad)) }
    }
}

/// Notes a row of a text whose cells are not as many as the headings. Those of a worksheet end
/// wherever the last one stands that has something in it.
fn note_count(columns: &Columns, cells: usize, row: u64, notes: &mut CellNotes) {
    let mut missing = columns.meanings().iter().skip(cells);
    if missing.any(|column| matches!(column, Column::Answer(_))) {
        notes.short_rows = notes.short_rows.and(row);
    }
    if cells > columns.meanings().len() {
        notes.long_rows = notes.long_rows.and(row);
    }
}

#[cfg(test)]
mod tests {
    use super::SheetReader;
    use crate::catalogue::Catalogue;
    use crate::catalogue::yaml::Source;
    use crate::table::{RowFault, RowReader};

    /// The small catalogue with another comment, and so another fingerprint.
    fn catalogue(comment: &str) -> Catalogue {
        let questions = include_str!("../../examples/small/questions.yaml");
        let careers = include_str!("../../examples/small/careers.yaml");
        let questions = format!("{questions}# {comment}\n");
        Catalogue::read(
            Source::decode("questions.yaml", questions.as_bytes()),
            Source::decode("careers.yaml", careers.as_bytes()),
        )
        .unwrap()
    }

    #[test]
    fn rows_of_another_catalogue_are_rejected() {
        let (one, other) = (catalogue("one"), catalogue("other"));
        let mut rows = RowReader::open(&b"sums\n5\n"[..], None, &one).unwrap();
        let chunk = rows.next().unwrap().unwrap();
        let row = chunk.rows().next().unwrap();
        assert!(SheetReader::new(&one).read(&row).unwrap().is_ok());
        let error = SheetReader::new(&other).read(&row).unwrap().unwrap_err();
        assert_eq!(error.fault, RowFault::OtherCatalogue);
    }
}
