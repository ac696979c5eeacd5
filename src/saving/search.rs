//! The saved sitting that a quiz goes on with.

use std::path::PathBuf;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::sitting::SavedSitting;
use rolefit_engine::telling::Clean;

use super::file::{LockedFile, Locking, SittingFile};
use super::folder::SittingsFolder;
use super::format::{FileContent, Foreign};
use crate::failure::Failure;

/// What a look through the folder has found.
#[derive(Debug, Default)]
pub(crate) struct Search {
    /// What there is to say of files that cannot be read.
    pub(crate) unreadable: Vec<String>,
    /// A sitting that another quiz has.
    pub(crate) busy: Option<PathBuf>,
    /// The newest one that fits none of the questions in use.
    pub(crate) misfit: Option<(SittingFile, SavedSitting)>,
}

/// A sitting and its file, which nobody else has.
pub(crate) type LockedSitting = (LockedFile, SavedSitting);

/// The newest sitting that is finished with these data files, which is only looked at.
pub(crate) fn newest_result(folder: &SittingsFolder, catalogue: &Catalogue) -> Option<SittingFile> {
    let names = folder.content().ok()?.names;
    let is_result = |file: &SittingFile| match file.peek() {
        Ok(Some(FileContent::Sitting(saved))) => {
            saved.is_finished() && !saved.is_of_other(catalogue)
        }
        Ok(_) | Err(_) => false,
    };
    names.iter().map(|name| folder.file(name)).find(is_result)
}

impl Search {
    /// The newest sitting that is not finished, of which something fits `catalogue`,
    /// and that no other quiz has.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub(crate) fn newest_unfinished(
        &mut self,
        folder: &SittingsFolder,
        catalogue: &Catalogue,
    ) -> Result<Option<LockedSitting>, Failure> {
        self.newest(folder, catalogue, |saved| !saved.is_finished())
    }

    /// The same of those that are finished.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub(crate) fn newest_finished(
        &mut self,
        folder: &SittingsFolder,
        catalogue: &Catalogue,
    ) -> Result<Option<LockedSitting>, Failure> {
        self.newest(folder, catalogue, SavedSitting::is_finished)
    }

    fn newest(
        &mut self,
        folder: &SittingsFolder,
        catalogue: &Catalogue,
        is_wanted: fn(&SavedSitting) -> bool,
    ) -> Result<Option<LockedSitting>, Failure> {
        for name in folder.content()?.names {
            let file = folder.file(&name);
            // Locked only if need be: who looks at a sitting is in nobody's way.
            let saved = match file.peek() {
                Ok(Some(FileContent::Sitting(saved))) if is_wanted(&saved) => saved,
                Ok(Some(FileContent::Foreign(foreign))) if foreign.is_damaged => {
                    self.set_aside(folder, &file);
                    continue;
                }
                Ok(_) | Err(_) => continue,
            };
            if saved.resume(catalogue).sitting.asked.is_empty() && !saved.is_blank() {
                self.misfit.get_or_insert((file, saved));
                continue;
            }
            match file.try_lock() {
                // One that is blank and nobody's goes when its lock does.
                Ok(Locking::Locked(file, FileContent::Sitting(saved)))
                    if is_wanted(&saved) && !saved.is_blank() =>
                {
                    return Ok(Some((file, saved)));
                }
                Ok(Locking::Busy) if !saved.is_blank() => {
                    self.busy.get_or_insert(file.path().to_owned());
                }
                Ok(_) | Err(_) => {}
            }
        }
        Ok(None)
    }

    /// Sets a damaged file aside, and takes note of that.
    fn set_aside(&mut self, folder: &SittingsFolder, file: &SittingFile) {
        let Ok(Locking::Locked(locked, FileContent::Foreign(Foreign { why, .. }))) =
            file.try_lock()
        else {
            return;
        };
        let name = |path: &std::path::Path| Clean::from(path.display().to_string());
        let before = name(file.path());
        self.unreadable.push(match folder.set_aside(locked) {
            Ok(now) => format!("{before}: {why}. It is {} now.", name(&now)),
            Err(_) => format!("{before}: {why}. It is left there."),
        });
    }
}
