//! Files of a known kind, given where another one is expected.

use std::io;
use std::path::Path;

use super::kind::FileKind;
use super::{begun_at, row_sources};
use crate::args::{Command, ExpectedFile, NamedFile};
use crate::failure::{Failure, named};
use crate::system::quoted;

/// Refuses a command that names a file of another kind than the one that is read there, or a
/// folder where a file is read. What cannot be looked at twice is not looked at.
///
/// # Errors
/// The option and the file, what it is, and what to give instead.
pub(crate) fn expected(command: &Command) -> Result<(), Failure> {
    // What is wrong with data files is a part of what it tells.
    if matches!(command, Command::Doctor(_)) {
        return Ok(());
    }
    for file in command.paths().reads {
        let found = if file.path.is_dir() { not_a_file(&file) } else { of_kind(&file) };
        found.map_err(|failure| match file.option {
            Some(option) => failure.named_by(option),
            None => failure,
        })?;
    }
    Ok(())
}

fn of_kind(file: &NamedFile<'_>) -> Result<(), Failure> {
    begun_at(file.path)
        .map_or(Ok(()), |begun| refuse_other(&named(file.path), &begun, file.expected))
}

/// Refuses what begins with these bytes if it is something else than what is expected.
///
/// # Errors
/// What it is, and what reads it.
pub(crate) fn refuse_other(
    file: &str,
    begun: &[u8],
    expected: ExpectedFile,
) -> Result<(), Failure> {
    let Some(kind) = FileKind::of(begun).filter(|kind| !is_fit(*kind, expected)) else {
        return Ok(());
    };
    let (what, no) = (kind.what(), called(expected));
    Err(Failure::Data(format!("{file}: this is {what}, and no {no}: {}", advice(kind, expected))))
}

/// Whether a file of that kind may be read there. Who reads rows, and parts, says more of what
/// holds none.
fn is_fit(kind: FileKind, expected: ExpectedFile) -> bool {
    let is_row = matches!(
        kind,
        FileKind::Empty
            | FileKind::Foreign(_)
            | FileKind::Container(_)
            | FileKind::Table { .. }
            | FileKind::Sheet
    );
    match expected {
        ExpectedFile::Rows | ExpectedFile::RowsOfFile => is_row,
        ExpectedFile::Sheet => is_row && !matches!(kind, FileKind::Empty | FileKind::Foreign(_)),
        ExpectedFile::Report => kind == FileKind::Report,
        ExpectedFile::Part => matches!(kind, FileKind::Part | FileKind::Empty),
        ExpectedFile::Questions => kind == FileKind::Questions,
        ExpectedFile::Careers => kind == FileKind::Careers,
        ExpectedFile::ColumnMap | ExpectedFile::ChoiceMap => {
            kind == FileKind::Table { has_colon: true }
        }
    }
}

/// What is expected.
fn called(expected: ExpectedFile) -> &'static str {
    match expected {
        ExpectedFile::Sheet => "answer sheet",
        ExpectedFile::Report => "whole report of one person",
        ExpectedFile::Part => "part of a cohort",
        ExpectedFile::Rows | ExpectedFile::RowsOfFile => "table of answers",
        ExpectedFile::Questions => "file of questions",
        ExpectedFile::Careers => "file of careers",
        ExpectedFile::ColumnMap => "map of columns",
        ExpectedFile::ChoiceMap => "map of choices",
    }
}

/// What to give there.
pub(super) fn instead(expected: ExpectedFile) -> &'static str {
    match expected {
        ExpectedFile::Sheet => {
            "give a sheet as rolefit quiz --write-sheet FILE writes it, or a table of one row"
        }
        ExpectedFile::Report => "give a report as rolefit score --format json writes it",
        ExpectedFile::Part => "give what rolefit cohort --partial wrote",
        ExpectedFile::Rows | ExpectedFile::RowsOfFile => {
            "give a row for each person, below the headings that rolefit form csv writes"
        }
        ExpectedFile::Questions => "give a questions.yaml as rolefit init DIR writes it",
        ExpectedFile::Careers => "give a careers.yaml as rolefit init DIR writes it",
        ExpectedFile::ColumnMap => "give a text with a line for each column, HEADING: ID",
        ExpectedFile::ChoiceMap => "give a text with a line for each choice, TEXT: ID",
    }
}

/// What to do: where an option names the file, what it takes; else what takes the file.
fn advice(kind: FileKind, expected: ExpectedFile) -> String {
    use ExpectedFile::{Careers, ChoiceMap, ColumnMap, Questions};
    let instead = instead(expected);
    match (kind, expected) {
        (FileKind::Questions, Careers) => format!("name it with --questions, and {instead}"),
        (FileKind::Careers, Questions) => format!("name it with --careers, and {instead}"),
        (_, Questions | Careers | ColumnMap | ChoiceMap) => instead.to_owned(),
        _ => kind.advice().unwrap_or(instead).to_owned(),
    }
}

/// Refuses a folder where a file is read.
fn not_a_file(file: &NamedFile<'_>) -> Result<(), Failure> {
    let what = "this is a folder, not a file: name";
    let why = match file.expected {
        ExpectedFile::Rows => return Ok(()),
        ExpectedFile::Questions | ExpectedFile::Careers => {
            format!("{what} the file in it, or take the two in it with --catalogue DIR")
        }
        ExpectedFile::RowsOfFile if is_catalogue(file.path) => format!(
            "this is a folder of questions and careers: to check them, rolefit audit --catalogue {}",
            quoted(file.path)
        ),
        ExpectedFile::RowsOfFile | ExpectedFile::Sheet
            if row_sources::in_folder(file.path).is_ok() =>
        {
            format!("{what} a file in it; rolefit batch and rolefit cohort take whole folders")
        }
        _ => format!("{what} a file in it"),
    };
    Err(Failure::NoInput { path: file.path.to_owned(), source: io::Error::other(why) })
}

/// Whether a folder has questions and careers in it.
pub(crate) fn is_catalogue(folder: &Path) -> bool {
    ["questions.yaml", "careers.yaml"].iter().all(|name| folder.join(name).is_file())
}

/// What the file at `path` is, if it can be read again and is something that is known.
pub(crate) fn kind_at(path: &Path) -> Option<FileKind> {
    FileKind::of(&begun_at(path)?)
}
