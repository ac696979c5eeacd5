//! What a file is, told by its beginning.

use std::fmt;
use std::iter::zip;

use rolefit_engine::workbook::{Workbook, WorkbookError};
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::foreign::{container, foreign};
use super::table_start::{begins_as_table, lossy};

/// What a file is, by what it begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileKind {
    /// There is nothing in it.
    Empty,
    /// A file of another program: what it is.
    Foreign(&'static str),
    /// A workbook or a document of an office program: what it is.
    Container(&'static str),
    /// A table of text.
    Table {
        /// Whether its first line has a colon, as the lines of a map have.
        has_colon: bool,
    },
    /// The answers of one person.
    Sheet,
    /// A whole report of one person, or several.
    Report,
    /// What `cohort --partial` writes.
    Part,
    /// What `batch` writes of a row.
    Record,
    /// What `cohort` writes.
    Cohort,
    /// What `compare` writes.
    Comparison,
    /// What `audit` writes.
    Audit,
    /// What `audit --links` writes.
    Links,
    /// What `show` writes.
    Entries,
    /// What `show limits` writes.
    Limits,
    /// What `sittings` writes.
    Sittings,
    /// A saved sitting.
    Sitting,
    /// What `schema` writes.
    Schema,
    /// A file of questions.
    Questions,
    /// A file of careers.
    Careers,
}

/// The keys of an object that tell what it is: the first of these of which it has all. Those
/// that stand early tell a file that is cut off.
const MARKS: [(&[&str], FileKind); 18] = [
    (&["rolefit_summary"], FileKind::Part),
    (&["rolefit_sitting"], FileKind::Sitting),
    (&["format", "questions"], FileKind::Questions),
    (&["format", "roles"], FileKind::Careers),
    (&["$schema"], FileKind::Schema),
    (&["schema_version", "recovery"], FileKind::Audit),
    (&["schema_version", "problems"], FileKind::Audit),
    (&["schema_version", "basis"], FileKind::Comparison),
    (&["schema_version", "respondents"], FileKind::Cohort),
    (&["schema_version", "notice"], FileKind::Cohort),
    (&["schema_version", "links"], FileKind::Links),
    (&["schema_version", "sittings"], FileKind::Sittings),
    (&["schema_version", "limits"], FileKind::Limits),
    (&["schema_version", "respondent"], FileKind::Report),
    (&["schema_version", "sheet"], FileKind::Report),
    (&["schema_version", "languages"], FileKind::Entries),
    (&["status", "answered", "roles"], FileKind::Record),
    (&["answers"], FileKind::Sheet),
];

impl FileKind {
    /// What begins with these bytes; none if they are nothing that is known.
    pub(crate) fn of(bytes: &[u8]) -> Option<Self> {
        if let Some(what) = foreign(bytes) {
            return Some(Self::Foreign(what));
        }
        if let Some(what) = container(bytes) {
            return Some(Self::Container(document(bytes).unwrap_or(what)));
        }
        let text = lossy(bytes);
        let text = text.trim_start_matches('\u{feff}').trim_start();
        match text.chars().next() {
            None => Some(Self::Empty),
            Some('{' | '[') => Self::of_keys(&first_keys(text)),
            Some(_) => Self::of_lines(text),
        }
    }

    fn of_keys(keys: &[String]) -> Option<Self> {
        let has = |key: &&str| keys.iter().any(|of| of == key);
        MARKS.iter().find(|(marks, _)| marks.iter().all(has)).map(|(_, kind)| *kind)
    }

    fn of_lines(text: &str) -> Option<Self> {
        let mut has = [false; 4];
        for line in text.lines() {
            for (has, key) in zip(&mut has, ["format:", "questions:", "roles:", "answers:"]) {
                *has |= line.starts_with(key);
            }
        }
        match has {
            [true, true, _, _] => Some(Self::Questions),
            [true, _, true, _] => Some(Self::Careers),
            [_, _, _, true] => Some(Self::Sheet),
            _ => {
                let first = text.lines().next().unwrap_or_default();
                let is_text = !first.contains(|c: char| c.is_control() && c != '\t');
                let is_table = is_text && begins_as_table(text.as_bytes());
                is_table.then(|| Self::Table { has_colon: first.contains(':') })
            }
        }
    }

    /// What it is called in messages.
    pub(crate) fn what(self) -> &'static str {
        match self {
            Self::Empty => "an empty file",
            Self::Foreign(what) | Self::Container(what) => what,
            Self::Table { .. } => "a table",
            Self::Sheet => "a sheet of answers",
            Self::Report => "a report that rolefit wrote",
            Self::Part => "a part of a cohort",
            Self::Record => "a record that rolefit batch wrote, without the answers",
            Self::Cohort => "what rolefit cohort wrote",
            Self::Comparison => "what rolefit compare wrote",
            Self::Audit | Self::Links => "what rolefit audit wrote",
            Self::Entries | Self::Limits => "what rolefit show wrote",
            Self::Sittings => "what rolefit sittings wrote",
            Self::Sitting => "a saved sitting of the quiz",
            Self::Schema => "what rolefit schema wrote, or another JSON Schema",
            Self::Questions => "a file of questions",
            Self::Careers => "a file of careers",
        }
    }

    /// What to do with it; none where that depends on what was wanted.
    pub(crate) fn advice(self) -> Option<&'static str> {
        match self {
            Self::Empty
            | Self::Foreign(_)
            | Self::Container(_)
            | Self::Entries
            | Self::Limits
            | Self::Sittings
            | Self::Schema => None,
            Self::Table { .. } => Some("score its rows with rolefit batch"),
            Self::Sheet => Some("score it with rolefit score"),
            Self::Report => Some("show it with rolefit render"),
            Self::Part => Some("add parts up with rolefit cohort --merge"),
            Self::Record => Some(
                "give the row that it was made of, or write whole reports with rolefit batch --full",
            ),
            Self::Cohort => {
                Some("give the rows that it was made of to rolefit batch or rolefit cohort")
            }
            Self::Comparison => Some("give one of the two sheets that it compares"),
            Self::Audit | Self::Links => Some("give the answers themselves"),
            Self::Sitting => Some("see it again with rolefit quiz --resume --save FILE"),
            Self::Questions => Some("use it with --questions FILE"),
            Self::Careers => Some("use it with --careers FILE"),
        }
    }
}

/// What an office program made of a container, if that is no table.
fn document(bytes: &[u8]) -> Option<&'static str> {
    match Workbook::open(bytes.to_vec()) {
        Ok(_) => Some("a workbook"),
        Err(WorkbookError::OtherDocument(what)) => Some(what),
        Err(_) => None,
    }
}

/// The keys of the first object in a text, as far as it goes.
fn first_keys(text: &str) -> Vec<String> {
    let mut keys = FirstKeys::default();
    // It may be cut off, or something else may follow: what was found tells enough.
    let _ = serde_json::Deserializer::from_str(text).deserialize_any(&mut keys);
    keys.0
}

/// Collects the keys of an object, or of the first one in a list.
#[derive(Default)]
struct FirstKeys(Vec<String>);

impl<'de> Visitor<'de> for &mut FirstKeys {
    type Value = ();

    fn expecting(&self, text: &mut fmt::Formatter<'_>) -> fmt::Result {
        text.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            self.0.push(key);
            map.next_value::<IgnoredAny>()?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        list.next_element_seed(self).map(drop)
    }
}

impl<'de> DeserializeSeed<'de> for &mut FirstKeys {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

#[cfg(test)]
mod tests {
    use super::FileKind;

    #[test]
    fn a_file_is_told_by_its_keys_even_where_it_is_cut_off() {
        for (text, kind) in [
            ("{\"schema_version\": 1, \"tool\": {}, \"respondent\": null, \"sta", FileKind::Report),
            ("\u{feff} [{\"answers\": \"12\"}, 3", FileKind::Sheet),
            ("{\"rolefit_summary\": 1", FileKind::Part),
            ("{\"format\": 1, \"roles\": []}", FileKind::Careers),
            ("format: 1\nquestions:\n", FileKind::Questions),
            ("a,b\n1,2\n", FileKind::Table { has_colon: false }),
            ("a, b: c\n", FileKind::Table { has_colon: true }),
            (" \n", FileKind::Empty),
        ] {
            assert_eq!(FileKind::of(text.as_bytes()), Some(kind), "{text}");
        }
        for text in ["{", "[[", "{\"sums\": 3, \"status\": 1}", "sums: 3\n", "12345"] {
            assert_eq!(FileKind::of(text.as_bytes()), None, "{text}");
        }
    }
}
