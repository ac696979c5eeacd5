//! Files and folders that go again unless all of them are made.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What was made so far, which goes again unless it stays: a part of it would stand in
/// the way of the next attempt.
#[derive(Default)]
pub(super) struct Made {
    folders: Vec<PathBuf>,
    pub(super) files: Vec<PathBuf>,
}

impl Made {
    /// Makes a folder, and those above it.
    pub(super) fn folder(&mut self, path: &Path) -> io::Result<()> {
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

    pub(super) fn stays(mut self) {
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
