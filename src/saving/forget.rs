//! Forgetting saved sittings: what is to go is locked first, so that no quiz is
//! writing it.

use std::path::{Path, PathBuf};

use crate::failure::{Failure, in_plain_words, named};

use super::file::{LockedFile, Locking, SittingFile};
use super::folder::SittingsFolder;
use super::format::FileContent;

/// Saved sittings that are to be forgotten.
#[derive(Debug, Default)]
pub(crate) struct Forgetting {
    files: Vec<LockedFile>,
    answers: usize,
    left: Vec<LeftAlone>,
}

/// What is not removed although everything was to be.
#[derive(Debug)]
pub(crate) struct LeftAlone {
    /// What it is.
    pub(crate) path: PathBuf,
    /// Why it is left.
    pub(crate) why: String,
}

impl Forgetting {
    /// Adds the sitting in a file that a person named.
    ///
    /// # Errors
    /// [`Failure::Busy`] while a quiz has it; a file that is no saved sitting.
    pub(crate) fn add_elsewhere(&mut self, file: &SittingFile) -> Result<(), Failure> {
        if self.holds(file) {
            return Ok(());
        }
        let (locked, saved) = file.lock()?;
        if file.peek()?.is_some() {
            self.answers += saved.map_or(0, |saved| saved.answered());
            self.files.push(locked);
        }
        Ok(())
    }

    /// Everything that is saved in the usual folder: also what cannot be read, and
    /// what was left half-written, as there may be answers in it. What this program did
    /// not write is left alone, and so is whatever a link leads to.
    ///
    /// # Errors
    /// [`Failure::Busy`] while a quiz has a part of it.
    pub(crate) fn all(folder: &SittingsFolder) -> Result<Self, Failure> {
        let content = folder.content()?;
        let mut forgetting = Self::default();
        for (name, why) in content.foreign {
            let path = folder.path().join(name);
            forgetting.left.push(LeftAlone { path, why: why.to_owned() });
        }
        let sittings = content.names.iter().map(|name| folder.file(name));
        let others = content.set_aside.iter().chain(&content.unfinished);
        let others = others.map(|name| folder.other_file(name));
        for file in sittings.chain(others) {
            match forgetting.add(&file) {
                Err(failure @ Failure::Busy(_)) => return Err(failure),
                Err(Failure::NoInput { path, source }) => {
                    forgetting.left.push(LeftAlone { path, why: in_plain_words(&source) });
                }
                taken => taken?,
            }
        }
        Ok(forgetting)
    }

    /// Adds a file of the usual folder, whatever is in it, if it is there.
    ///
    /// # Errors
    /// [`Failure::Busy`] while a quiz has it.
    pub(crate) fn add(&mut self, file: &SittingFile) -> Result<(), Failure> {
        if self.holds(file) {
            return Ok(());
        }
        match file.try_lock()? {
            Locking::Absent(_) => {}
            Locking::Busy => return Err(Failure::Busy(file.path().to_owned())),
            Locking::Locked(locked, content) => {
                if let FileContent::Sitting(saved) = content {
                    self.answers += saved.answered();
                }
                self.files.push(locked);
            }
        }
        Ok(())
    }

    /// Whether a file is among them already, by whatever path.
    fn holds(&self, file: &SittingFile) -> bool {
        let whole = |path: &Path| path.canonicalize().ok();
        let path = whole(file.path());
        path.is_some() && self.files.iter().any(|held| whole(held.path()) == path)
    }

    /// How many files there are to remove.
    pub(crate) fn count(&self) -> usize {
        self.files.len()
    }

    /// How many answers are in them.
    pub(crate) fn answers(&self) -> usize {
        self.answers
    }

    /// What is left alone.
    pub(crate) fn take_left(&mut self) -> Vec<LeftAlone> {
        std::mem::take(&mut self.left)
    }

    /// Removes them; their paths.
    ///
    /// # Errors
    /// One cannot be removed; those before it are.
    pub(crate) fn remove(self) -> Result<Vec<PathBuf>, Failure> {
        let mut removed = Vec::new();
        for file in self.files {
            let path = file.path().to_owned();
            file.remove().map_err(Failure::io(named(&path)))?;
            removed.push(path);
        }
        Ok(removed)
    }
}
