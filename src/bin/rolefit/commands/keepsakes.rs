//! What a person may keep of a finished sitting.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rolefit::catalogue::Catalogue;
use rolefit::sheet::Sheet;
use serde_json::{Map, Value, json};

use super::quiz::Setting;
use super::tell;
use crate::args::Common;
use crate::failure::Failure;
use crate::output::Output;

/// Offers what can be kept until nothing more is wanted.
pub(super) fn offer(
    catalogue: &Catalogue,
    sheet: &Sheet,
    common: &Common,
    setting: Setting,
    output: &mut Output,
) -> Result<(), Failure> {
    loop {
        let page = free_name("rolefit-result", "html");
        let answers = free_name("rolefit-answers", "json");
        let lines = [
            format!("Write the result as a page: {}", page.display()),
            format!("Write the answers as a sheet: {}", answers.display()),
        ];
        // Leaving here loses nothing: the result has been told.
        let wanted = match setting.with(output, |interview| interview.keepsake(&lines)) {
            Ok(Some(wanted)) => wanted,
            Ok(None) | Err(Failure::Interrupted) => return Ok(()),
            Err(failure) => return Err(failure),
        };
        let path = if wanted == 0 {
            write_new(&page, &tell::html(catalogue, sheet, common)?)?;
            page
        } else {
            keep_sheet(catalogue, sheet, &answers)?;
            answers
        };
        let written = format!("Written: {}\n", path.display());
        output.say(&written).map_err(Failure::io("standard error"))?;
    }
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
pub(super) fn keep_sheet(catalogue: &Catalogue, sheet: &Sheet, path: &Path) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(&as_value(catalogue, sheet)).unwrap_or_default();
    write_new(path, &format!("{text}\n"))
}

/// The sheet with its answers by id, so that it outlives a change of order.
fn as_value(catalogue: &Catalogue, sheet: &Sheet) -> Value {
    let asked = catalogue.questionnaire();
    let answers: Map<String, Value> = asked
        .questions
        .iter()
        .zip(sheet.answers.iter())
        .filter_map(|(question, point)| Some((question.id.to_string(), json!(point?.number()))))
        .collect();
    let importance: Map<String, Value> = asked
        .interests
        .iter()
        .zip(sheet.importance.weights())
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
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()));
    written.map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            return Failure::Exists(path.to_owned());
        }
        // A half-written file is worse than none, and it is ours.
        let _ = std::fs::remove_file(path);
        Failure::Io { what: path.display().to_string(), source: error }
    })
}
