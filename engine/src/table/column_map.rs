//! What columns hold, said by hand.

use std::collections::HashMap;

use super::column::Column;
use crate::catalogue::schema::{Keys, ValueKind};
use crate::catalogue::yaml::{Listed, Reader, Slot, Source, Value, parse};
use crate::catalogue::{Catalogue, Mistake, Problems, repeated_path};
use crate::sheet::keys;

/// The form of the map: the question of each heading, or nothing.
static HEADINGS: ValueKind = ValueKind::Map {
    keys: Keys::Any,
    values: &ValueKind::OrNull(&ValueKind::Text),
    is_filled: true,
};

/// The questions of headings that no rule can know, such as `WORK[SQ001]: waiting-list`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ColumnMap {
    /// By the headings as they are compared.
    columns: HashMap<String, MappedColumn>,
    /// The file of the map.
    file: String,
}

/// What a line of the map says.
#[derive(Debug, Clone, PartialEq)]
struct MappedColumn {
    /// The heading as it is written.
    heading: String,
    /// The line, from 1.
    line: usize,
    column: Column,
}

impl ColumnMap {
    /// Reads a mapping, YAML or JSON, of headings to ids of questions; to `respondent`, or
    /// `answers` for all answers as one text; or to nothing, for a column that is not used.
    ///
    /// # Errors
    /// Every mistake in it, with its place.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::catalogue::yaml::Source;
    /// use rolefit_engine::table::{TableChoice, ColumnMap, RowReader, SheetReader};
    ///
    /// let map = Source::decode("map.yaml", b"WORK[SQ001]: chart\nWORK[SQ002]: talk\nStage:\n")?;
    /// let choice = TableChoice {
    ///     map: ColumnMap::read(&catalogue, &map)?,
    ///     ..TableChoice::default()
    /// };
    /// let table = b"id,Stage,WORK[SQ001],WORK[SQ002]\nAnn,2,5,1\n";
    /// let mut rows = RowReader::choosing(&table[..], None, &catalogue, choice)?;
    /// let chunk = rows.next().ok_or("a row")??;
    /// let row = chunk.rows().next().ok_or("a row")?;
    /// let sheet = SheetReader::new(&catalogue).read(&row).ok_or("a sheet")??;
    /// assert_eq!(sheet.answers().answered(), 2);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn read(catalogue: &Catalogue, source: &Source) -> Result<Self, Problems> {
        let root = parse(source)?;
        let mut reader = Reader::<Mistake>::new(source);
        let questionnaire = catalogue.questionnaire();
        let mut columns = HashMap::new();
        let entries = reader.entries(Slot { node: &root, kind: &HEADINGS });
        for entry in entries.into_iter().flatten() {
            let column = if matches!(entry.value.node.value, Value::Null) {
                Some(Column::Other)
            } else {
                let text = reader.text(entry.value);
                text.and_then(|text| match text.as_str() {
                    keys::RESPONDENT => Some(Column::Respondent),
                    keys::ANSWERS => Some(Column::AllAnswers),
                    id => questionnaire.question(id).map(Column::Answer).or_else(|| {
                        let mistake = Mistake::UnknownId { what: "question", id: id.to_owned() };
                        let known = questionnaire.questions.iter().map(|of| of.id.as_str());
                        let span = entry.value.node.span;
                        reader.note_unknown(span, mistake, Listed::QUESTIONS, id, known);
                        None
                    }),
                })
            };
            if let Some(column) = column {
                let heading = entry.key.into_owned();
                let line = source.place(entry.span).line;
                let mapped = MappedColumn { heading: heading.clone(), line, column };
                if columns.insert(compared(&heading), mapped).is_some() {
                    reader.note(entry.span, Mistake::DuplicateKey { key: heading });
                }
            }
        }
        let problems = reader.into_problems();
        let file = source.name().to_owned();
        if problems.is_empty() { Ok(Self { columns, file }) } else { Err(problems.into()) }
    }

    /// What the column with this heading holds, if it is said.
    pub(super) fn get(&self, heading: &str) -> Option<Column> {
        if self.columns.is_empty() {
            return None;
        }
        self.columns.get(&compared(heading)).map(|mapped| mapped.column)
    }

    /// The first heading that is none of `headings`, and where the map names it.
    pub(super) fn unmet<'h>(
        &self,
        headings: impl Iterator<Item = &'h str>,
    ) -> Option<(&str, String)> {
        let mut left: HashMap<&str, &MappedColumn> =
            self.columns.iter().map(|(key, mapped)| (key.as_str(), mapped)).collect();
        for heading in headings.filter(|_| !self.columns.is_empty()) {
            left.remove(compared(heading).as_str());
        }
        let first = left.into_values().min_by_key(|mapped| (mapped.line, &mapped.heading))?;
        let place = format!("{}:{}", repeated_path(&self.file), first.line);
        Some((&first.heading, place))
    }
}

/// A heading as it is compared: with one blank between two words, in small letters.
pub(super) fn compared(heading: &str) -> String {
    let words: Vec<&str> = heading.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
