//! Records to a file or a pipe.

use std::borrow::Cow;
use std::io::{self, Write};

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::matching::Band;
use rolefit_engine::report::{Brief, BriefText, RecordText, ReportText, Status};
use rolefit_engine::table::{Carried, Kept, Record, write_row_between};
use rolefit_engine::telling::class::unlike;

use super::recorder::BatchRecord;

/// Writes records one after the other.
#[derive(Debug)]
pub(crate) struct Writer {
    /// What stands between the cells of a table; none writes lines of JSON.
    separator: Option<u8>,
    has_source: bool,
    kept: Vec<String>,
    roles: usize,
    brief: BriefText,
    report: ReportText,
}

impl Writer {
    /// Writes records on the sheets of `catalogue`: a table with this `separator`, or else JSON. A table
    /// has a column for the source of a row, if that is told, the columns `kept`, and so many
    /// `roles`.
    pub(crate) fn new(
        separator: Option<u8>,
        has_source: bool,
        kept: Vec<String>,
        roles: usize,
        catalogue: &Catalogue,
    ) -> Self {
        let (brief, report) = (BriefText::of(catalogue.careers()), ReportText::of(catalogue));
        Self { separator, has_source, kept, roles, brief, report }
    }

    /// What stands before the first record.
    pub(crate) fn headings(&self) -> Vec<u8> {
        let mut text = Vec::new();
        if let Some(separator) = self.separator {
            let source = self.has_source.then_some("source");
            let mut first: Vec<String> =
                ["respondent"].into_iter().chain(source).map(str::to_owned).collect();
            let mut last = ["status", "answered", "error"].map(str::to_owned).to_vec();
            for rank in 1..=self.roles {
                last.extend(["role", "fit", "band"].map(|what| format!("{what}_{rank}")));
            }
            let kept = unlike(&[&first[..], &last].concat(), &self.kept);
            first.extend(kept);
            write_row_between(&mut text, separator, first.into_iter().chain(last));
        }
        text
    }

    /// Adds `record` to `text`.
    pub(crate) fn write(&self, text: &mut RecordText, record: &BatchRecord<'_>) -> io::Result<()> {
        if let Some(separator) = self.separator {
            let mut row = Vec::new();
            write_row_between(&mut row, separator, self.cells(record));
            return text.write_all(&row);
        }
        // What `serde_json` would write, in less time.
        match record {
            Record::Brief(record) => {
                self.brief.open(&record.told, text)?;
                close(record, text)?;
            }
            Record::Full(record) => {
                self.report.open(&record.told, text)?;
                close(record, text)?;
            }
            Record::Rejected(_) => serde_json::to_writer(&mut *text, record)?,
        }
        text.write_all(b"\n")
    }

    fn cells<'r>(&self, record: &'r BatchRecord<'_>) -> Vec<Cow<'r, str>> {
        match record {
            // Whole reports are refused for a table.
            Record::Full(_) => Vec::new(),
            Record::Rejected(Carried { told, kept, source }) => {
                let mut cells =
                    self.first_cells(told.respondent.as_deref(), source.as_deref(), kept);
                cells.extend([Cow::Borrowed(""), Cow::Borrowed("")]);
                cells.push(told.error.to_string().into());
                cells.resize(cells.len() + 3 * self.roles, Cow::Borrowed(""));
                cells
            }
            Record::Brief(Carried { told, kept, source }) => {
                let cells = self.first_cells(told.respondent.as_deref(), source.as_deref(), kept);
                self.with_roles(cells, told)
            }
        }
    }

    /// Who it is, from which file, and what is carried through.
    fn first_cells<'r>(
        &self,
        respondent: Option<&'r str>,
        source: Option<&'r str>,
        kept: &'r Kept,
    ) -> Vec<Cow<'r, str>> {
        let first = 1 + usize::from(self.has_source) + self.kept.len();
        let mut cells = Vec::with_capacity(first + 3 + 3 * self.roles);
        cells.push(respondent.unwrap_or_default().into());
        cells.extend(self.has_source.then(|| source.unwrap_or_default().into()));
        cells.extend(kept.0.iter().map(|(_, cell)| cell.as_str().into()));
        // A row of which nothing could be read has none to carry through.
        cells.resize(first, Cow::Borrowed(""));
        cells
    }

    fn with_roles<'r>(
        &self,
        mut cells: Vec<Cow<'r, str>>,
        brief: &'r Brief<'_>,
    ) -> Vec<Cow<'r, str>> {
        cells.push(status_word(brief.status).into());
        cells.push(brief.answered.to_string().into());
        cells.push(Cow::Borrowed(""));
        for place in 0..self.roles {
            let role = brief.roles.get(place);
            cells.push(role.map_or("", |role| role.id.as_str()).into());
            let fit = role.and_then(|role| role.fit);
            cells.push(fit.map_or(Cow::Borrowed(""), |fit| fit.to_string().into()));
            cells.push(role.and_then(|role| role.band).map_or("", band_word).into());
        }
        cells
    }
}

/// Writes what was carried through, and the end of the object that was opened.
fn close<T>(record: &Carried<T>, text: &mut impl Write) -> io::Result<()> {
    if !record.kept.is_empty() {
        text.write_all(b",\"kept\":")?;
        serde_json::to_writer(&mut *text, &record.kept)?;
    }
    if let Some(source) = &record.source {
        text.write_all(b",\"source\":")?;
        serde_json::to_writer(&mut *text, source)?;
    }
    text.write_all(b"}")
}

/// The word that stands for a status in JSON, too.
fn status_word(status: Status) -> &'static str {
    match status {
        Status::Ranked => "ranked",
        Status::Insufficient => "insufficient",
        Status::Undifferentiated => "undifferentiated",
    }
}

/// The word that stands for a band in JSON, too.
fn band_word(band: Band) -> &'static str {
    match band {
        Band::Strong => "strong",
        Band::Good => "good",
        Band::Fair => "fair",
        Band::Weak => "weak",
    }
}

#[cfg(test)]
mod tests {
    use rolefit_engine::matching::Band;
    use rolefit_engine::report::{Brief, Explain, RecordText, Report, Reporter, Status};
    use rolefit_engine::sheet::{Answers, Sheet};
    use rolefit_engine::table::{Carried, Kept, Record};

    use super::{BatchRecord, Writer, band_word, status_word};
    use crate::builtin;

    fn line(record: &BatchRecord<'_>) -> Vec<u8> {
        format!("{}\n", serde_json::to_string(record).unwrap()).into_bytes()
    }

    #[test]
    fn words_are_those_of_json() {
        for status in [Status::Ranked, Status::Insufficient, Status::Undifferentiated] {
            assert_eq!(serde_json::json!(status), status_word(status));
        }
        for band in [Band::Strong, Band::Good, Band::Fair, Band::Weak] {
            assert_eq!(serde_json::json!(band), band_word(band));
        }
    }

    #[test]
    fn a_record_is_written_as_serde_writes_it_with_all_that_is_carried_through() {
        let catalogue = builtin::catalogue();
        let roles = catalogue.careers().roles.len();
        let writer = Writer::new(None, true, Vec::new(), roles, &catalogue);
        let questions = catalogue.questionnaire().questions.len();
        let digits: String = "1524".chars().cycle().take(questions).collect();
        let sheet = Sheet::new(Answers::from_digits(&catalogue, &digits).unwrap());
        let reporter = Reporter::new(&catalogue);
        let cells = vec![("a \"b\"".to_owned(), "é\n".to_owned()), (String::new(), "2".to_owned())];
        for (kept, source) in [(vec![], None), (cells, Some("one\\two.csv".to_owned()))] {
            let kept = Kept(kept);
            let told = Report::of(&reporter, &sheet, Explain::First(2));
            let full = Carried { told, kept: kept.clone(), source: source.clone() };
            let told = Brief::of(&reporter, &sheet, usize::MAX);
            let brief = Carried { told, kept, source };
            for record in [Record::Brief(brief), Record::Full(Box::new(full))] {
                let mut text = RecordText::default();
                writer.write(&mut text, &record).unwrap();
                assert_eq!(text.as_bytes(), line(&record));
            }
        }
    }
}
