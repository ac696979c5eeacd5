//! What a command writes is kept apart from what it reads, before it does either.

use std::path::Path;

use super::row_sources::in_folder;
use crate::args::Command;
use crate::failure::{Failure, named as named_path};
use crate::system::FileIdentity;

/// Refuses a command whose output would go into one of the files that it reads, by
/// whatever name or link, or two of whose outputs are one file.
///
/// # Errors
/// [`Failure::Usage`] that names the option; [`Failure::ErrorsIntoInput`].
pub(crate) fn apart(command: &Command) -> Result<(), Failure> {
    let paths = command.paths();
    let within = |path: &Path| {
        if path.is_dir() { in_folder(path).unwrap_or_default() } else { vec![path.to_owned()] }
    };
    let all = paths
        .reads
        .iter()
        .flat_map(|file| within(file.path).into_iter().map(move |path| (file.what, path)));
    let named = all.filter_map(|(what, path)| Some((what, FileIdentity::at(&path)?)));
    let piped = paths.stdin.and_then(|what| Some((what, FileIdentity::of_stdin()?)));
    let read: Vec<(&str, FileIdentity)> = named.chain(piped).collect();
    let read_at = |file: &FileIdentity| read.iter().find(|(_, read)| read == file);
    if let Some((what, _)) = FileIdentity::of_stderr().as_ref().and_then(read_at) {
        // The words for it must not go there either.
        let is_told = FileIdentity::of_stdout().as_ref().and_then(read_at).is_none();
        return Err(Failure::ErrorsIntoInput { what, is_told });
    }
    let mut written: Vec<(String, FileIdentity)> = Vec::new();
    let to_files = paths.writes.iter().filter_map(|(option, path)| {
        let file = FileIdentity::at(path).or_else(|| FileIdentity::to_be(path))?;
        Some((format!("{option} {}", named_path(path)), file))
    });
    let redirected = FileIdentity::of_stdout().map(|file| ("standard output".to_owned(), file));
    for (option, file) in to_files.chain(redirected) {
        if let Some((what, _)) = read_at(&file) {
            return Err(Failure::Usage(format!(
                "{option}: this is the file that {what} are in, and would be written over: name another"
            )));
        }
        let other = written.iter().find(|(_, other)| *other == file && !file.is_pipe());
        if let Some((other, _)) = other {
            return Err(Failure::Usage(format!(
                "{option}: this file is for {other} already: name \
                                               another"
            )));
        }
        written.push((option, file));
    }
    Ok(())
}
