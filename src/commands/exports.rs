//! What a person may keep of a finished sitting.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rolefit_engine::sheet::Sheet;
use serde_json::{Map, Value, json};

use super::result::ResultWriter;
use crate::conversation::{Interview, Keepsake};
use crate::failure::Failure;
use crate::output::laid_out;

/// What becomes of a sitting when its result has been told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// It is done with.
    Done,
    /// It stays saved.
    Later,
}

/// Offers what can be kept until nothing more is wanted.
pub(super) fn offer<'c>(
    sheet: &Sheet<'c>,
    writer: &ResultWriter<'c>,
    interview: &mut dyn Interview,
) -> Result<After, Failure> {
    loop {
        let page = free_name("rolefit-result", "html");
        let answers = free_name("rolefit-answers", "json");
        let lines = [
            format!("Write the result as a page: {}", page.display()),
            format!("Write the answers as a sheet: {}", answers.display()),
        ];
        let (path, written) = match interview.keepsake(&lines)? {
            Keepsake::NoMore => return Ok(After::Done),
            Keepsake::Quit => return Ok(After::Later),
            Keepsake::This(0) => (&page, write_new(&page, writer.page(sheet)?.as_str())),
            Keepsake::This(_) => (&answers, keep_sheet(sheet, &answers)),
        };
        let output = interview.output();
        let said = match written {
            Ok(()) => output.say(&format!("Written: {}\n", path.display())),
            Err(failure) => output.show(&laid_out(&format!("{failure}.\n"))),
        };
        said.map_err(Failure::io("standard error"))?;
    }
}

/// Makes sure that a file can be written there when the time comes.
pub(super) fn try_out(path: &Path) -> Result<(), Failure> {
    write_new(path, "")?;
    let removed = std::fs::remove_file(path);
    removed.map_err(|source| Failure::Unwritable { path: path.to_owned(), source })
}

/// A name in this folder that no file has: what is there is never overwritten.
fn free_name(stem: &str, extension: &str) -> PathBuf {
    let name = |number: u32| match number {
        1 => format!("{stem}.{extension}"),
        _ => format!("{stem}-{number}.{extension}"),
    };
    let free = (1..=u32::MAX).map(name).find(|name| std::fs::symlink_metadata(name).is_err());
    PathBuf::from(free.unwrap_or_default())
}

/// Writes the answers to a new file as a sheet that `score` reads.
pub(super) fn keep_sheet(sheet: &Sheet<'_>, path: &Path) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&as_value(sheet)).unwrap_or_default();
    write_new(path, &format!("{text}\n"))
}

/// The sheet with its answers by id, so that it outlives a change of order.
fn as_value(sheet: &Sheet<'_>) -> Value {
    let catalogue = sheet.catalogue();
    let asked = catalogue.questionnaire();
    let answers: Map<String, Value> = asked
        .questions
        .iter()
        .zip(sheet.answers().iter())
        .filter_map(|(question, point)| Some((question.id.to_string(), json!(point?.number()))))
        .collect();
    let importance: Map<String, Value> = asked
        .interests
        .iter()
        .zip(sheet.importance().weights())
        .filter(|(_, weight)| weight.total_cmp(&1.0).is_ne())
        .map(|(interest, weight)| (interest.id.to_string(), json!(weight)))
        .collect();
    let mut object = Map::new();
    if let Some(respondent) = &sheet.respondent {
        object.insert("respondent".to_owned(), json!(respondent));
    }
    object.insert("answers".to_owned(), Value::Object(answers));
    if !importance.is_empty() {
        object.insert("importance".to_owned(), Value::Object(importance));
    }
    object.insert("catalogue".to_owned(), json!(catalogue.fingerprint().as_str()));
    Value::Object(object)
}

/// Writes a file that was not there before, whole or not at all.
pub(super) fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let opened = OpenOptions::new().write(true).create_new(true).open(path);
    let written = opened.and_then(|mut file| {
        let whole = file.write_all(text.as_bytes()).and_then(|()| file.sync_all());
        if whole.is_err() {
            // A half-written file is worse than none, and it is ours.
            let _ = std::fs::remove_file(path);
        }
        whole
    });
    written.map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            return Failure::Exists { path: path.to_owned(), instead: "file" };
        }
        Failure::Unwritable { path: path.to_owned(), source: error }
    })
}
