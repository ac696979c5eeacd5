//! The sheet that a report says it was made of.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Sheet;
use super::written::BadAnswerText;
use crate::catalogue::{Catalogue, StartingPoint};

/// Why no sheet can be read from a report.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadReport {
    /// It is no report.
    #[error(
        "this is no whole report of one person (line {line}, column {column}): rolefit score --format json and a line of rolefit batch --full are"
    )]
    NotOne {
        /// The line at which it is none, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// It ends in the middle.
    #[error(
        "this report is cut off (line {line}, column {column}): write it anew, with rolefit score --format json or rolefit batch --full"
    )]
    CutOff {
        /// The line at which it ends, from 1.
        line: usize,
        /// The column, from 1.
        column: usize,
    },
    /// A key is missing without which it is none.
    #[error(
        "the key \"{0}\" is missing in this report: write it anew, with rolefit score --format json or rolefit batch --full"
    )]
    MissingKey(&'static str),
    /// There is something behind the first report.
    #[error(
        "there is more than one report from line {line} on: put one line into a file of its own"
    )]
    Several {
        /// The line of the second, from 1.
        line: usize,
    },
    /// It is of another version.
    #[error(
        "this report is of version {0}, and this program reads version 1: render it with the version of rolefit that wrote it"
    )]
    OtherVersion(u32),
    /// It was made with other data files.
    #[error(
        "this report was made with other questions or careers ({found}) than those in use ({loaded}): give the files it was made with, with --questions and --careers or --catalogue"
    )]
    OtherCatalogue {
        /// The fingerprint in the report.
        found: String,
        /// The fingerprint of the catalogue.
        loaded: String,
    },
    /// The answers in it are none.
    #[error("the answers in this report: {0}")]
    Answers(#[from] BadAnswerText),
    /// What it says of importance cannot be.
    #[error("the importance in this report: {0}")]
    Importance(String),
    /// There is no such starting point.
    #[error("the starting point in this report is not known: {0}")]
    StartingPoint(String),
}

/// What of a report is read; the rest is worked out again.
#[derive(Deserialize)]
struct ReportedSheet {
    schema_version: Option<u32>,
    respondent: Option<String>,
    catalogue: Option<String>,
    sheet: Option<ReportedAnswers>,
}

#[derive(Deserialize)]
struct ReportedAnswers {
    answers: String,
    importance: BTreeMap<String, f64>,
    starting_point: Option<String>,
}

impl ReportedSheet {
    /// The answers, and what identifies the catalogue that they were given with.
    fn of_this_version(self) -> Result<(ReportedAnswers, String), BadReport> {
        let missing = BadReport::MissingKey;
        match self.schema_version {
            None if self.sheet.is_none() => {
                return Err(BadReport::NotOne { line: 1, column: 1 });
            }
            None => return Err(missing("schema_version")),
            Some(1) => {}
            Some(other) => return Err(BadReport::OtherVersion(other)),
        }
        let catalogue = self.catalogue.ok_or(missing("catalogue"))?;
        Ok((self.sheet.ok_or(missing("sheet"))?, catalogue))
    }
}

impl<'c> Sheet<'c> {
    /// The sheet of which `text`, a report as JSON, was made: of the rest of the report
    /// nothing is read.
    ///
    /// # Errors
    /// [`BadReport`]
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::report::{Explain, report};
    /// use rolefit_engine::sheet::{Answers, Sheet};
    ///
    /// let sheet = Sheet::new(Answers::from_digits(&catalogue, "52314-")?);
    /// let told = serde_json::to_string(&report(&sheet, Explain::Nothing))?;
    /// assert_eq!(Sheet::from_report(&catalogue, &told)?, sheet);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_report(catalogue: &'c Catalogue, text: &str) -> Result<Self, BadReport> {
        let mut reports = serde_json::Deserializer::from_str(text).into_iter::<ReportedSheet>();
        let not_one = |line, column| BadReport::NotOne { line, column };
        let read = match reports.next() {
            Some(Ok(read)) => read,
            Some(Err(error)) if error.is_eof() => {
                return Err(BadReport::CutOff { line: error.line(), column: error.column() });
            }
            Some(Err(error)) => return Err(not_one(error.line(), error.column())),
            None => return Err(not_one(1, 1)),
        };
        let rest = text.get(reports.byte_offset()..).unwrap_or_default();
        if !rest.trim().is_empty() {
            let behind = rest.len() - rest.trim_start().len();
            let before = text.get(..reports.byte_offset() + behind).unwrap_or_default();
            return Err(BadReport::Several { line: before.matches('\n').count() + 1 });
        }
        // As in every other form of a sheet: without blanks around it, and none if it is empty.
        let respondent = read.respondent.as_deref().map(str::trim).filter(|name| !name.is_empty());
        let respondent = respondent.map(str::to_owned);
        let (reported, found) = read.of_this_version()?;
        let loaded = catalogue.fingerprint().as_str();
        if found != loaded {
            let found = crate::catalogue::repeated(&found).to_string();
            return Err(BadReport::OtherCatalogue { found, loaded: loaded.to_owned() });
        }
        let mut sheet = Self::from_text(catalogue, &reported.answers)?;
        for (interest, weight) in &reported.importance {
            sheet
                .weigh(interest, &weight.to_string())
                .map_err(|error| BadReport::Importance(error.to_string()))?;
        }
        if let Some(word) = &reported.starting_point {
            let point = StartingPoint::of(word);
            let unknown = || BadReport::StartingPoint(crate::catalogue::repeated(word).to_string());
            sheet.starting_point = Some(point.ok_or_else(unknown)?);
        }
        sheet.respondent = respondent;
        Ok(sheet)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::small_catalogue::CATALOGUE;

    #[test]
    fn a_respondent_is_called_what_the_same_sheet_would_call_them() {
        let fingerprint = CATALOGUE.fingerprint().as_str();
        for (written, read) in [
            (r#""Ann B""#, Some("Ann B")),
            (r#""\u00a0Ann\t""#, Some("Ann")),
            (r#"" \n""#, None),
            (r#""""#, None),
            ("null", None),
        ] {
            let text = format!(
                r#"{{"schema_version":1,"respondent":{written},"catalogue":"{fingerprint}","sheet":{{"answers":"52314-","importance":{{}},"starting_point":null}}}}"#
            );
            let sheet = Sheet::from_report(&CATALOGUE, &text).expect("it is a report");
            assert_eq!(sheet.respondent.as_deref(), read, "{written}");
        }
    }
}
