//! The sheet of one person, wherever it is.

use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::sheet::{BadCode, Sheet};

use super::picked_rows;
use crate::failure::{Failure, named};
use crate::files::{self, ExpectedFile};
use crate::output::Output;

/// So many bytes of a file tell whether it is a table.
const BEGINNING: u64 = 8_192;

/// What stands where a sheet is looked for.
pub(super) enum OneSheet<'c> {
    /// A sheet: an answer code in the place of a file, or the only row of a table.
    Read(Sheet<'c>),
    /// A text, which should be a sheet, a code or digits.
    Text(Source),
}

impl<'c> OneSheet<'c> {
    /// What stands in the file at `path`, or on standard input where that is `-`; an answer
    /// code may be in the place of a file.
    ///
    /// # Errors
    /// There is no such file, it cannot be read, it is a table of more rows than one, or the
    /// code is of another questionnaire.
    pub(super) fn at(
        catalogue: &'c Catalogue,
        path: &Path,
        output: &mut Output,
    ) -> Result<Self, Failure> {
        if let Some(sheet) = of_code(catalogue, path)? {
            return Ok(Self::Read(sheet));
        }
        if is_table(path)? {
            return picked_rows::only(catalogue, path, output).map(Self::Read);
        }
        let is_stdin = path.as_os_str() == "-";
        let source = if is_stdin { files::read_stdin()? } else { files::read(path)? };
        let source = source.map_err(|problem| Failure::Problems(problem.into()))?;
        let file = (!is_stdin).then(|| named(path));
        files::refuse_other(file.as_deref(), source.text(), ExpectedFile::Sheet)?;
        Ok(Self::Text(source))
    }
}

/// The sheet whose answer code was given in place of a file; none where there is a file
/// of that name, or it is no code.
fn of_code<'c>(catalogue: &'c Catalogue, path: &Path) -> Result<Option<Sheet<'c>>, Failure> {
    let Some(text) = path.to_str().filter(|_| !path.exists()) else { return Ok(None) };
    match Sheet::from_code(catalogue, text) {
        Ok(sheet) => Ok(Some(sheet)),
        Err(error @ BadCode::OtherQuestionnaire) => Err(Failure::Data(format!("{text}: {error}"))),
        Err(BadCode::Length { .. } | BadCode::Mistyped) => Ok(None),
    }
}

/// Whether a file is a table or a workbook, by its name or its beginning; of standard input,
/// by its beginning.
pub(super) fn is_table(path: &Path) -> Result<bool, Failure> {
    if path.as_os_str() == "-" {
        let begun = io::stdin().lock().fill_buf().map(<[u8]>::to_vec);
        return begun.map(|begun| begins_as_table(&begun)).map_err(Failure::io("standard input"));
    }
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    let is_named_so = ["csv", "tsv", "tab", "xlsx", "xlsm", "xlsb", "xls", "ods"];
    if is_named_so.iter().any(|of| ending.eq_ignore_ascii_case(of)) {
        return Ok(true);
    }
    if !path.is_file() {
        // What comes through a pipe is gone once it was looked at.
        return Ok(false);
    }
    let mut begun = Vec::new();
    let read = File::open(path).and_then(|file| file.take(BEGINNING).read_to_end(&mut begun));
    Ok(read.is_ok() && begins_as_table(&begun))
}

/// Whether these first bytes are those of a workbook or of a row of headings: cells with
/// commas, semicolons or tabs between them, of which the first has no colon, as keys in YAML
/// and JSON have.
fn begins_as_table(begun: &[u8]) -> bool {
    if begun.starts_with(b"PK\x03\x04") || begun.starts_with(b"\xd0\xcf\x11\xe0") {
        return true;
    }
    let text = String::from_utf8_lossy(begun);
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let line = text.lines().next().unwrap_or_default();
    if line.starts_with("sep=") {
        return true;
    }
    let is_other = line.starts_with(['{', '[', '#', '%', '-']);
    // A heading in quotes may hold anything.
    let first = match line.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
        Some((_, after)) => after.chars().next(),
        None => line.chars().find(|mark| ",;\t:".contains(*mark)),
    };
    !is_other && first.is_some_and(|mark| ",;\t".contains(mark))
}

#[cfg(test)]
mod tests {
    use super::begins_as_table;

    #[test]
    fn a_table_is_told_from_a_sheet_a_code_and_digits_by_its_first_line() {
        let tables = [
            "respondent,a,b\nx,1,2\n",
            "\u{feff}a;b\r\n",
            "sep=;\na;b\n",
            "\"How much, say: a lot\",b\n",
            "a\tb",
        ];
        for table in tables {
            assert!(begins_as_table(table.as_bytes()), "{table:?}");
        }
        let others = [
            "answers: {a: 1, b: 2}\n",
            "{\"answers\": {\"a\": 1, \"b\": 2}}",
            "- a, b",
            "# with a comma, and more\nanswers: 12",
            "RABC-DEFG-HJKM",
            "44145-3",
            "\"answers\": 12, 13",
            "",
        ];
        for other in others {
            assert!(!begins_as_table(other.as_bytes()), "{other:?}");
        }
        assert!(begins_as_table(b"PK\x03\x04rest"));
    }
}
