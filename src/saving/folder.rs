//! The folder in which a person's sittings are saved, each in a file of its own.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::file::{LockedFile, SittingFile};
use super::name::SittingName;
use crate::failure::{Failure, named};
use crate::output::StagedFile;
use crate::system::{make_private, state_folder};

/// The usual place of saved sittings, whether there are any or not.
#[derive(Debug, Clone)]
pub(crate) struct SittingsFolder {
    path: PathBuf,
}

/// What the folder holds, by the names of the files.
#[derive(Debug, Default)]
pub(crate) struct FolderContent {
    /// The sittings, the newest first.
    pub(crate) names: Vec<SittingName>,
    /// Files that could not be read, and were set aside.
    pub(crate) set_aside: Vec<String>,
    /// Files whose writing was cut off.
    pub(super) unfinished: Vec<String>,
    /// What this program did not write, and what shows that.
    pub(super) foreign: Vec<(OsString, &'static str)>,
}

impl FolderContent {
    /// That a file has no name that this program gives.
    const OTHER: &str = "it is no file of rolefit";

    /// Takes note of a file by its name.
    fn take(&mut self, name: String) {
        let (stem, rest) = name.split_once('.').unwrap_or((&name, ""));
        let sitting = SittingName::parse(stem);
        let is_aside = name[stem.len()..].starts_with(SittingsFolder::SET_ASIDE);
        match sitting {
            _ if name.starts_with(StagedFile::PREFIX) => self.unfinished.push(name),
            Some(sitting) if rest == "json" => self.names.push(sitting),
            Some(_) if is_aside => self.set_aside.push(name),
            Some(_) | None => self.foreign.push((name.into(), Self::OTHER)),
        }
    }
}

impl SittingsFolder {
    /// What the name of a file is given that was set aside.
    const SET_ASIDE: &str = ".damaged";

    /// This user's; `None` if there is no place for it.
    pub(crate) fn usual() -> Option<Self> {
        Some(Self { path: state_folder()?.join("rolefit") })
    }

    /// The folder's path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The file of the sitting of this name.
    pub(crate) fn file(&self, name: &SittingName) -> SittingFile {
        SittingFile::in_folder(&self.path, name.clone())
    }

    /// The file of a file's name.
    pub(super) fn other_file(&self, name: &str) -> SittingFile {
        SittingFile::at(&self.path.join(name))
    }

    /// Whether `text` is the name of a sitting, saved or not.
    pub(crate) fn is_name(text: &str) -> bool {
        SittingName::parse(text).is_some()
    }

    /// The sitting that is called `text`, if there is one.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub(crate) fn find(&self, text: &str) -> Result<Option<SittingFile>, Failure> {
        let Some(name) = SittingName::parse(text) else { return Ok(None) };
        let is_there = self.content()?.names.contains(&name);
        Ok(is_there.then(|| self.file(&name)))
    }

    /// The file that is listed as `text`, a sitting or one that was set aside.
    ///
    /// # Errors
    /// The folder cannot be read.
    pub(crate) fn any_file(&self, text: &str) -> Result<Option<SittingFile>, Failure> {
        let content = self.content()?;
        let name = SittingName::parse(text).filter(|name| content.names.contains(name));
        let is_aside = content.set_aside.iter().any(|name| name == text);
        Ok(name.map(|name| self.file(&name)).or_else(|| is_aside.then(|| self.other_file(text))))
    }

    /// The place of a sitting that begins on `date`, which has no file yet.
    pub(crate) fn begin(&self, date: &str) -> LockedFile {
        // A folder that cannot be read is told of when the sitting cannot be saved.
        let others = self.content().unwrap_or_default().names;
        self.file(&SittingName::new(date, &others)).absent()
    }

    /// What is in the folder.
    ///
    /// # Errors
    /// It is there and cannot be read, or others may write in it and it cannot be closed.
    pub(crate) fn content(&self) -> Result<FolderContent, Failure> {
        let mut content = FolderContent::default();
        let failed = |source| Failure::Io { what: named(&self.path), source };
        make_private(&self.path).map_err(failed)?;
        let entries = match fs::read_dir(&self.path) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(content),
            Err(error) => return Err(failed(error)),
        };
        for entry in entries {
            let entry = entry.map_err(failed)?;
            let of_other_kind = match entry.file_type() {
                Ok(kind) if kind.is_file() => None,
                Ok(kind) if kind.is_symlink() => Some("it is a link"),
                Ok(kind) if kind.is_dir() => Some("it is a folder"),
                Ok(_) | Err(_) => Some("it is not a plain file"),
            };
            match (of_other_kind, entry.file_name().into_string()) {
                (Some(why), name) => {
                    content.foreign.push((name.map_or_else(|name| name, OsString::from), why));
                }
                (None, Err(name)) => content.foreign.push((name, FolderContent::OTHER)),
                (None, Ok(name)) => content.take(name),
            }
        }
        content.names.sort_unstable();
        content.names.reverse();
        content.set_aside.sort_unstable();
        content.foreign.sort_unstable();
        Ok(content)
    }

    /// Keeps a file aside that could not be read, so that it is told of once and never
    /// lost; its new path.
    ///
    /// # Errors
    /// It cannot be renamed, and is where it was.
    pub(super) fn set_aside(&self, file: LockedFile) -> io::Result<PathBuf> {
        let stem = file.path().with_extension("");
        let stem = stem.file_name().unwrap_or_default().to_string_lossy();
        let name = |number: u32| match number {
            1 => format!("{stem}{}", Self::SET_ASIDE),
            _ => format!("{stem}{}-{number}", Self::SET_ASIDE),
        };
        // Only who has locked the file gives it a name like these.
        let mut paths = (1..=u32::MAX).map(|number| self.path.join(name(number)));
        let free = paths.find(|path| fs::symlink_metadata(path).is_err()).unwrap_or_default();
        file.rename(&free)?;
        Ok(free)
    }
}

#[cfg(test)]
mod tests {
    use rolefit_engine::sitting::{Form, SavedAnswer, SavedSitting};

    use super::super::file::Locking;
    use super::super::forget::Forgetting;
    use super::SittingsFolder;
    use crate::failure::Failure;

    const DATE: &str = "2026-11-26";

    /// A sitting in which so many questions were skipped.
    fn sitting(skipped: usize) -> SavedSitting {
        let put =
            |number| SavedAnswer { id: format!("q{number}"), seen: String::new(), answer: None };
        SavedSitting {
            rolefit_sitting: SavedSitting::VERSION,
            form: Form::Full,
            asked: (0..skipped).map(put).collect(),
            matters: Vec::new(),
            starting_point: None,
            result: None,
        }
    }

    fn folder() -> (tempfile::TempDir, SittingsFolder) {
        let place = tempfile::tempdir().unwrap();
        let path = place.path().join("state/rolefit");
        (place, SittingsFolder { path })
    }

    fn names(folder: &SittingsFolder) -> Vec<String> {
        folder.content().unwrap().names.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn sittings_that_begin_at_once_take_nothing_from_each_other() {
        let (_place, folder) = folder();
        // None of them is there yet when the names are chosen.
        let mut begun: Vec<_> = (0..3).map(|_| folder.begin(DATE)).collect();
        for (number, file) in begun.iter_mut().enumerate() {
            file.save(&sitting(number + 1)).unwrap();
            file.save(&sitting(number + 11)).unwrap();
        }
        assert_eq!(names(&folder), ["2026-11-26-3", "2026-11-26-2", "2026-11-26"]);
        for (number, file) in begun.iter().enumerate() {
            assert!(matches!(file.at().try_lock(), Ok(Locking::Busy)));
            assert!(matches!(Forgetting::all(&folder), Err(Failure::Busy(_))));
            let text = std::fs::read_to_string(file.path()).unwrap();
            assert_eq!(text.matches("\"id\"").count(), number + 11);
        }
        drop(begun);
        assert_eq!(Forgetting::all(&folder).unwrap().remove().unwrap().len(), 3);
        assert_eq!(names(&folder), [""; 0]);
    }

    #[test]
    fn a_sitting_in_which_nothing_was_said_leaves_nothing() {
        let (_place, folder) = folder();
        let mut file = folder.begin(DATE);
        file.save(&sitting(0)).unwrap();
        assert_eq!(names(&folder), [DATE]);
        drop(file);
        assert_eq!(names(&folder), [""; 0]);
    }

    #[test]
    fn threads_that_begin_together_each_get_a_name() {
        let (_place, folder) = folder();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    let mut file = folder.begin(DATE);
                    file.save(&sitting(1)).unwrap();
                    file.save(&sitting(2)).unwrap();
                });
            }
        });
        assert_eq!(names(&folder).len(), 8);
    }
}
