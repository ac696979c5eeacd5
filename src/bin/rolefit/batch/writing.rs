//! Records to a file or a pipe.

use std::io::Write;

use rolefit::report::{Brief, Status};
use serde_json::json;

use super::records::Record;
use crate::args::RowFormat;

/// Writes records one after the other.
#[derive(Debug)]
pub(crate) struct Writer {
    format: RowFormat,
    kept: Vec<String>,
    roles: usize,
    begun: bool,
}

impl Writer {
    /// Writes in `format`; a table has the columns `kept` and so many `roles`.
    pub(crate) fn new(format: RowFormat, kept: Vec<String>, roles: usize) -> Self {
        Self { format, kept, roles, begun: false }
    }

    /// `records` as text.
    pub(crate) fn write(&mut self, records: &[Record<'_>]) -> std::io::Result<Vec<u8>> {
        let mut text = Vec::new();
        if self.format == RowFormat::Csv && !self.begun {
            line(&mut text, self.headings().iter().map(String::as_str))?;
        }
        self.begun = true;
        for record in records {
            match self.format {
                RowFormat::Ndjson => self.json(&mut text, record)?,
                RowFormat::Csv => self.cells(&mut text, record)?,
            }
        }
        Ok(text)
    }

    fn json(&self, text: &mut Vec<u8>, record: &Record<'_>) -> std::io::Result<()> {
        match record {
            Record::Blank => return Ok(()),
            Record::Full(report) => serde_json::to_writer(&mut *text, report)?,
            Record::Error(line, message) => {
                let error = json!({"error": {"line": line, "message": message}});
                serde_json::to_writer(&mut *text, &error)?;
            }
            Record::Brief(brief, kept) if kept.is_empty() => {
                serde_json::to_writer(&mut *text, brief)?;
            }
            Record::Brief(brief, kept) => {
                let mut value = serde_json::to_value(brief)?;
                let kept = self.kept.iter().cloned().zip(kept.iter().map(|cell| json!(cell)));
                if let Some(object) = value.as_object_mut() {
                    object
                        .insert("kept".to_owned(), kept.collect::<serde_json::Map<_, _>>().into());
                }
                serde_json::to_writer(&mut *text, &value)?;
            }
        }
        text.write_all(b"\n")
    }

    fn headings(&self) -> Vec<String> {
        let mut headings = vec!["respondent".to_owned()];
        headings.extend(self.kept.iter().cloned());
        headings.extend(["status", "answered", "error"].map(str::to_owned));
        for rank in 1..=self.roles {
            headings.extend(["role", "fit", "band"].map(|what| format!("{what}_{rank}")));
        }
        headings
    }

    fn cells(&self, text: &mut Vec<u8>, record: &Record<'_>) -> std::io::Result<()> {
        match record {
            Record::Blank | Record::Full(_) => Ok(()),
            Record::Error(at, message) => {
                let mut cells = vec![String::new(); 1 + self.kept.len() + 2];
                cells.push(format!("line {at}: {message}"));
                cells.resize(cells.len() + 3 * self.roles, String::new());
                line(text, cells.iter().map(String::as_str))
            }
            Record::Brief(brief, kept) => {
                let cells = self.brief_cells(brief, kept);
                line(text, cells.iter().map(String::as_str))
            }
        }
    }

    fn brief_cells(&self, brief: &Brief<'_>, kept: &[String]) -> Vec<String> {
        let mut cells = vec![brief.respondent.clone().unwrap_or_default()];
        cells.extend(kept.iter().cloned());
        cells.push(status(brief.status).to_owned());
        cells.push(brief.answered.to_string());
        cells.push(String::new());
        for place in 0..self.roles {
            let role = brief.roles.get(place);
            cells.push(role.map_or_else(String::new, |role| role.id.to_owned()));
            let fit = role.and_then(|role| role.fit);
            cells.push(fit.map_or_else(String::new, |fit| fit.to_string()));
            let band = role.and_then(|role| role.band).map(|band| json!(band));
            cells.push(band.and_then(|band| band.as_str().map(str::to_owned)).unwrap_or_default());
        }
        cells
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Ranked => "ranked",
        Status::Insufficient => "insufficient",
        Status::Undifferentiated => "undifferentiated",
    }
}

/// One row of a table, its cells made harmless for a spreadsheet.
fn line<'r>(text: &mut Vec<u8>, cells: impl Iterator<Item = &'r str>) -> std::io::Result<()> {
    let mut writer = csv::Writer::from_writer(text);
    writer.write_record(cells.map(harmless))?;
    writer.flush()
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe before it.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_nothing_but_text() {
        let cells = ["=1+1", "+1", "-1", "@x", "\tx", "plain", ""].map(harmless);
        assert_eq!(cells, ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "plain", ""]);
    }
}
