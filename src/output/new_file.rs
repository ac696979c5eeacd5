//! Files that were not there before.

use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;

use crate::failure::Failure;

/// Writes a file that was not there before, whole or not at all.
pub(crate) fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
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

/// Makes sure that a file can be written there when the time comes.
pub(crate) fn try_new(path: &Path) -> Result<(), Failure> {
    write_new(path, "")?;
    let removed = std::fs::remove_file(path);
    removed.map_err(|source| Failure::Unwritable { path: path.to_owned(), source })
}
