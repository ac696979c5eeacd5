//! Files that were not there before.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::made::Made;
use super::staged_file::StagedFile;
use crate::failure::{Failure, named};
use crate::system::Readers;

/// Writes a file that was not there before, whole or not at all. One that holds
/// somebody's answers is for its owner alone.
pub(crate) fn write_new(path: &Path, text: &str, readers: Readers) -> Result<(), Failure> {
    let mut staged = staged(path, text, readers)?;
    staged.place_new(path).map_err(of(path))?;
    staged.sync_folder();
    Ok(())
}

/// Writes files that were not there before into folders that are made if need be:
/// all of them, or none.
///
/// # Errors
/// One of them is there, or cannot be written; `instead` is what to choose another of.
pub(crate) fn write_all_new(
    files: &[(PathBuf, String)],
    instead: &'static str,
) -> Result<(), Failure> {
    // All are looked for before any is written.
    for (path, _) in files {
        if fs::symlink_metadata(path).is_ok() {
            return Err(Failure::Exists { path: path.clone(), instead });
        }
    }
    let mut made = Made::default();
    for folder in files.iter().filter_map(|(path, _)| path.parent()) {
        made.folder(folder).map_err(Failure::io(named(folder)))?;
    }
    let stage = |(path, text): &(PathBuf, String)| staged(path, text, Readers::Usual);
    let mut staged = files.iter().map(stage).collect::<Result<Vec<StagedFile>, Failure>>()?;
    for ((path, _), staged) in files.iter().zip(&mut staged) {
        staged.place_new(path).map_err(of(path))?;
        made.files.push(path.clone());
    }
    staged.iter().for_each(StagedFile::sync_folder);
    made.stays();
    Ok(())
}

/// Makes sure that a file can be written there when the time comes.
pub(crate) fn try_new(path: &Path) -> Result<(), Failure> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(of(path)(io::ErrorKind::AlreadyExists.into()));
    }
    StagedFile::create(path, Readers::Owner).map(drop).map_err(of(path))
}

/// A file with `text` in it that has no name yet.
fn staged(path: &Path, text: &str, readers: Readers) -> Result<StagedFile, Failure> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(of(path)(io::ErrorKind::AlreadyExists.into()));
    }
    let mut staged = StagedFile::create(path, readers).map_err(of(path))?;
    let written = staged.write_all(text.as_bytes()).and_then(|()| staged.sync());
    written.map_err(of(path))?;
    Ok(staged)
}

pub(super) fn of(path: &Path) -> impl FnOnce(io::Error) -> Failure {
    let path = path.to_owned();
    move |source| match source.kind() {
        io::ErrorKind::AlreadyExists => Failure::Exists { path, instead: "file" },
        _ => Failure::Unwritable { path, source },
    }
}
