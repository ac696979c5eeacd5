//! Files that rolefit itself reads or writes, given where another one is expected.

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::failure::{Failure, in_file};

/// What a file was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExpectedFile {
    /// The answers of one person.
    Sheet,
    /// A whole report of one person.
    Report,
    /// A part of a cohort.
    Part,
}

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FileKind {
    Sheet,
    Report,
    Part,
    Record,
    Cohort,
    Comparison,
    Audit,
    Questions,
    Careers,
}

/// The keys of an object that tell what it is.
#[derive(Deserialize)]
struct Marks {
    rolefit_summary: Option<IgnoredAny>,
    schema_version: Option<IgnoredAny>,
    answers: Option<IgnoredAny>,
    answered: Option<IgnoredAny>,
    status: Option<IgnoredAny>,
    respondents: Option<IgnoredAny>,
    basis: Option<IgnoredAny>,
    recovery: Option<IgnoredAny>,
}

/// Refuses a text that is something else which rolefit knows.
///
/// # Errors
/// What it is, and what reads it.
pub(crate) fn refuse_other(
    file: Option<&str>,
    text: &str,
    expected: ExpectedFile,
) -> Result<(), Failure> {
    let Some(kind) = FileKind::of(text).filter(|kind| !kind.is(expected)) else { return Ok(()) };
    let (what, advice) = kind.told();
    let expected = match expected {
        ExpectedFile::Sheet => "no answer sheet",
        ExpectedFile::Report => "no whole report of one person",
        ExpectedFile::Part => "no part of a cohort",
    };
    Err(Failure::Data(in_file(file, format!("this is {what}, and {expected}: {advice}"))))
}

impl FileKind {
    fn of(text: &str) -> Option<Self> {
        let text = text.trim_start_matches('\u{feff}').trim_start();
        if !text.starts_with('{') {
            let has = |key: &str| text.lines().any(|line| line.starts_with(key));
            return match (has("format:"), has("questions:"), has("roles:"), has("answers:")) {
                (true, true, _, _) => Some(Self::Questions),
                (true, _, true, _) => Some(Self::Careers),
                (_, _, _, true) => Some(Self::Sheet),
                _ => None,
            };
        }
        let mut objects = serde_json::Deserializer::from_str(text).into_iter::<Marks>();
        let marks = objects.next()?.ok()?;
        match (&marks.rolefit_summary, &marks.schema_version) {
            (Some(_), _) => Some(Self::Part),
            (None, Some(_)) if marks.recovery.is_some() => Some(Self::Audit),
            (None, Some(_)) if marks.basis.is_some() => Some(Self::Comparison),
            (None, Some(_)) if marks.respondents.is_some() => Some(Self::Cohort),
            (None, Some(_)) if marks.answered.is_some() => Some(Self::Report),
            (None, Some(_)) => None,
            (None, None) if marks.answers.is_some() => Some(Self::Sheet),
            (None, None) => {
                (marks.status.is_some() && marks.answered.is_some()).then_some(Self::Record)
            }
        }
    }

    fn is(self, expected: ExpectedFile) -> bool {
        match expected {
            ExpectedFile::Sheet => self == Self::Sheet,
            ExpectedFile::Report => self == Self::Report,
            ExpectedFile::Part => self == Self::Part,
        }
    }

    /// What it is, and what to do with it.
    fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Sheet => ("a sheet of answers", "score it with rolefit score"),
            Self::Report => ("a report that rolefit wrote", "show it with rolefit render"),
            Self::Part => ("a part of a cohort", "add parts up with rolefit cohort --merge"),
            Self::Record => (
                "a record that rolefit batch wrote, without the answers",
                "give the row that it was made of, or write whole reports with rolefit batch --full",
            ),
            Self::Cohort => (
                "what rolefit cohort wrote",
                "give the rows that it was made of to rolefit batch or rolefit cohort",
            ),
            Self::Comparison => {
                ("what rolefit compare wrote", "give one of the two sheets that it compares")
            }
            Self::Audit => ("what rolefit audit wrote", "give the answers themselves"),
            Self::Questions => ("a file of questions", "use it with --questions FILE"),
            Self::Careers => ("a file of careers", "use it with --careers FILE"),
        }
    }
}
