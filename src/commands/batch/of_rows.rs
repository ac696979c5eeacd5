//! What is known of the rows before they are read.

use std::collections::HashSet;

use rolefit_engine::catalogue::repeated;
use rolefit_engine::table::names_respondents;

use crate::args::BatchArgs;
use crate::failure::{Failure, in_file};
use crate::output::Output;
use crate::rows::Input;
use crate::text::TerminalText;

/// What is known of the rows before they are read.
pub(super) struct OfRows {
    /// The headings of the columns that are carried through.
    pub(super) kept: Vec<String>,
    /// What stands between their cells.
    pub(super) separator: u8,
    /// Whether they are from several files.
    pub(super) are_many: bool,
}

/// Refuses a column that is named twice.
pub(super) fn each_once<'n>(
    option: &str,
    names: impl IntoIterator<Item = &'n str>,
) -> Result<(), Failure> {
    let mut seen = HashSet::new();
    match names.into_iter().map(str::trim).find(|name| !seen.insert(*name)) {
        Some(twice) => {
            let twice = repeated(twice);
            Err(Failure::Usage(format!("{option}: \"{twice}\" is named twice: name it once")))
        }
        None => Ok(()),
    }
}

/// Notes how a file is understood. All have to have the same columns to carry through.
pub(super) fn look(
    args: &BatchArgs,
    input: &Input,
    kept: &mut Option<Vec<String>>,
    output: &mut Output,
) -> Result<(), Failure> {
    let headings: Vec<String> = keep(args, input)?.into_iter().map(|(name, _)| name).collect();
    if args.table.anonymous && kept.is_none() {
        note_names(&headings, output);
    }
    if *kept.get_or_insert_with(|| headings.clone()) != headings {
        let what = "--keep: the files have not the same columns of these";
        return Err(Failure::Data(in_file(input.file.as_deref(), what)));
    }
    input.note_reading(output);
    Ok(())
}

/// Notes that columns which name people are carried through, where people are to be numbered.
fn note_names(kept: &[String], output: &mut Output) {
    let naming = kept.iter().filter(|heading| names_respondents(heading));
    let naming: Vec<String> = naming.map(|heading| format!("\"{}\"", repeated(heading))).collect();
    if !naming.is_empty() {
        let them = if naming.len() == 1 { "it" } else { "them" };
        output.note(&TerminalText::each_on_a_line([format!(
            "--keep carries {} through as it came, by which people can be found in spite of \
             --anonymous; leave {them} out to write numbers alone",
            naming.join(", ")
        )]));
    }
}

/// The columns of a file that are carried through: their headings and places.
pub(super) fn keep(args: &BatchArgs, input: &Input) -> Result<Vec<(String, usize)>, Failure> {
    let keep = input.rows.columns(&args.keep);
    keep.map_err(|error| Failure::Data(in_file(input.file.as_deref(), format!("--keep: {error}"))))
}
