//! Forgetting saved sittings: what is to go is locked first, so that no quiz is
//! writing it.

use std::path::PathBuf;

use crate::failure::Failure;

use super::file::{LockedFile, Locking, SittingFile};
use super::folder::SittingsFolder;
use super::format::FileContent;

/// Saved sittings that are to be forgotten.
#[derive(Debug, Default)]
pub(crate) struct Forgetting {
    files: Vec<LockedFile>,
    answers: usize,
}

impl Forgetting {
    /// The sitting in a file that a person named.
    ///
    /// # Errors
    /// [`Failure::Busy`] while a quiz has it; a file that is no saved sitting.
    pub(crate) fn file(file: &SittingFile) -> Result<Self, Failure> {
        let mut forgetting = Self::default();
        let (locked, saved) = file.lock()?;
        if file.peek()?.is_some() {
            forgetting.answers = saved.map_or(0, |saved| saved.answered());
            forgetting.files.push(locked);
        }
        Ok(forgetting)
    }

    /// These files of the usual folder, whatever is in them.
    ///
    /// # Errors
    /// [`Failure::Busy`] while a quiz has one of them.
    pub(crate) fn files(files: &[SittingFile]) -> Result<Self, Failure> {
        let mut forgetting = Self::default();
        for file in files {
            match file.try_lock()? {
                Locking::Absent(_) => {}
                Locking::Busy => return Err(Failure::Busy(file.path().to_owned())),
                Locking::Locked(locked, content) => {
                    if let FileContent::Sitting(saved) = content {
                        forgetting.answers += saved.answered();
                    }
                    forgetting.files.push(locked);
                }
            }
        }
        Ok(forgetting)
    }

    /// Everything that is saved in the usual folder: also what cannot be read, and
    /// what was left half-written, as there may be answers in it.
    ///
    /// # Errors
    /// [`Failure::Busy`] while a quiz has a part of it.
    pub(crate) fn all(folder: &SittingsFolder) -> Result<Self, Failure> {
        let content = folder.content()?;
        let sittings = content.names.iter().map(|name| folder.file(name));
        let others = content.set_aside.iter().chain(&content.unfinished);
        let others = others.map(|name| folder.other_file(name));
        Self::files(&sittings.chain(others).collect::<Vec<_>>())
    }

    /// How many files there are to remove.
    pub(crate) fn count(&self) -> usize {
        self.files.len()
    }

    /// How many answers are in them.
    pub(crate) fn answers(&self) -> usize {
        self.answers
    }

    /// Removes them; their paths.
    ///
    /// # Errors
    /// One cannot be removed; those before it are.
    pub(crate) fn remove(self) -> Result<Vec<PathBuf>, Failure> {
        let mut removed = Vec::new();
        for file in self.files {
            let path = file.path().to_owned();
            file.remove().map_err(Failure::io(path.display().to_string()))?;
            removed.push(path);
        }
        Ok(removed)
    }
}
