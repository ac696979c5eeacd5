//! The sheet of one person, wherever it is.

use std::fs::File;
use std::io::{self, BufRead, Read};
use std::path::Path;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::catalogue::yaml::Source;
use rolefit_engine::sheet::{BadCode, Sheet};

use super::picked_rows;
use crate::args::ExpectedFile;
use crate::failure::{Failure, STDIN};
use crate::files::{self, begins_as_table};
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
        if is_stdin {
            files::refuse_other(STDIN, source.text().as_bytes(), ExpectedFile::Sheet)?;
        }
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
        Err(error) if files::is_answer_code(text) => Err(Failure::NoInput {
            path: path.to_owned(),
            source: io::Error::other(format!("there is no such file, and {error}")),
        }),
        Err(BadCode::Length { .. } | BadCode::Mistyped) => Ok(None),
    }
}

/// Whether a file is a table or a workbook, by its name or its beginning; of standard input,
/// by its beginning.
pub(super) fn is_table(path: &Path) -> Result<bool, Failure> {
    if path.as_os_str() == "-" {
        let begun = io::stdin().lock().fill_buf().map(<[u8]>::to_vec);
        return begun.map(|begun| begins_as_table(&begun)).map_err(Failure::io(STDIN));
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
