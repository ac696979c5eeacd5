//! Files that were not there before.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

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

fn of(path: &Path) -> impl FnOnce(io::Error) -> Failure {
    let path = path.to_owned();
    move |source| match source.kind() {
        io::ErrorKind::AlreadyExists => Failure::Exists { path, instead: "file" },
        _ => Failure::Unwritable { path, source },
    }
}

/// What was made so far, which goes again unless it stays: a part of it would stand in
/// the way of the next attempt.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    /// Makes a folder, and those above it.
    fn folder(&mut self, path: &Path) -> io::Result<()> {
        if path.as_os_str().is_empty() || path.is_dir() {
            return Ok(());
        }
        if let Some(above) = path.parent() {
            self.folder(above)?;
        }
        match fs::create_dir(path) {
            Ok(()) => self.folders.push(path.to_owned()),
            Err(_) if path.is_dir() => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                return Err(io::ErrorKind::NotADirectory.into());
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    fn stays(mut self) {
        self.folders.clear();
        self.files.clear();
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}
