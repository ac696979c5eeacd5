//! A file that has no name until it is whole, and then the one that was wanted.
//!
//! Where the system makes no file without a name, it has another one meanwhile, and is
//! locked: one that nobody has locked was left by a program that was killed, and goes
//! with the next file that is written beside it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::unfinished::unfinished_file;
use crate::system::{
    Readers, create_locked, in_full, is_ours, is_same_file, link_unnamed, open_locked, set_readers,
    unnamed_file,
};

/// A file in the making.
#[derive(Debug)]
pub(crate) struct StagedFile {
    file: File,
    folder: PathBuf,
    /// Its name meanwhile, if it has one.
    name: Option<TempPath>,
}

impl StagedFile {
    /// What the names of files in the making begin with.
    pub(crate) const PREFIX: &str = ".rolefit-";

    /// How many characters follow.
    const RANDOM: usize = 6;

    /// Begins a file that is to stand at `path`.
    ///
    /// # Errors
    /// No file can be made in its folder.
    pub(crate) fn create(path: &Path, readers: Readers) -> io::Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        sweep(folder.unwrap_or(Path::new(".")));
        Self::beside(path, readers)
    }

    /// The same in a folder of our own, in which nothing was left.
    ///
    /// # Errors
    /// No file can be made in its folder.
    pub(super) fn beside(path: &Path, readers: Readers) -> io::Result<Self> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = in_full(folder.unwrap_or(Path::new(".")));
        let (file, name) = match unnamed_file(&folder, readers) {
            Some(file) => (file, None),
            None => named_file(&folder, path, readers)?,
        };
        if readers == Readers::AsBefore {
            set_readers(&file, path)?;
        }
        Ok(Self { file, folder, name })
    }

    /// Gives the file its name, where no other has it.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] if something is there.
    pub(crate) fn place_new(&mut self, path: &Path) -> io::Result<()> {
        let mut unfinished = unfinished_file();
        match self.name.take() {
            None => link_unnamed(&self.file, path),
            Some(name) => match name.persist_noclobber(self.place_of(path)) {
                Ok(()) => {
                    *unfinished = None;
                    Ok(())
                }
                Err(failed) => {
                    self.name = Some(failed.path);
                    Err(failed.error)
                }
            },
        }
    }

    /// Gives the file its name, in the place of what is there.
    ///
    /// # Errors
    /// It cannot have it; what is there stays.
    pub(crate) fn replace(&mut self, path: &Path) -> io::Result<()> {
        if self.name.is_none() {
            match self.place_new(path) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                done => return done,
            }
        }
        // Held till it has its last name, so that no signal comes in between.
        let mut unfinished = unfinished_file();
        let name = match self.name.take() {
            Some(name) => name,
            // No system call gives it a name that is taken: it has another for a moment.
            None => temporary_names(|name| link_unnamed(&self.file, name), &self.folder)?.1,
        };
        self.rename(name, path)?;
        *unfinished = None;
        Ok(())
    }

    /// Gives the file another name; it keeps the one that it has if that fails.
    fn rename(&mut self, mut name: TempPath, path: &Path) -> io::Result<()> {
        let renamed = fs::rename(&name, self.place_of(path));
        match renamed {
            Ok(()) => name.disable_cleanup(true),
            Err(_) => self.name = Some(name),
        }
        renamed
    }

    /// The place at `path` in its folder.
    fn place_of(&self, path: &Path) -> PathBuf {
        path.file_name().map_or_else(|| path.to_owned(), |name| self.folder.join(name))
    }

    /// Sees to it that the file, and its name, outlast a loss of power.
    ///
    /// # Errors
    /// What was written cannot be kept.
    pub(crate) fn sync(&self) -> io::Result<()> {
        self.file.sync_all()
    }

    /// Sees to it that names in the folder outlast it, too. Some file systems cannot
    /// promise that.
    pub(crate) fn sync_folder(&self) {
        let _ = File::open(&self.folder).and_then(|folder| folder.sync_all());
    }

    /// The file itself, locked, once it has its name.
    pub(crate) fn into_file(self) -> File {
        self.file
    }
}

impl Write for StagedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// A file that has a name of its own, which a signal takes away with it.
fn named_file(
    folder: &Path,
    path: &Path,
    readers: Readers,
) -> io::Result<(File, Option<TempPath>)> {
    let mut unfinished = unfinished_file();
    let (file, name) = temporary_names(|name| create_locked(name, path, readers), folder)?;
    *unfinished = Some(name.to_path_buf());
    Ok((file, Some(name)))
}

/// Makes something at a name that no file in `folder` has.
fn temporary_names<R>(
    make: impl FnMut(&Path) -> io::Result<R>,
    folder: &Path,
) -> io::Result<(R, TempPath)> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(StagedFile::PREFIX).rand_bytes(StagedFile::RANDOM);
    Ok(builder.make_in(folder, make)?.into_parts())
}

/// Removes what a program of this user has left in `folder` that was killed.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let random = name.to_str().and_then(|name| name.strip_prefix(StagedFile::PREFIX));
        let is_made = random.is_some_and(|random| {
            random.len() == StagedFile::RANDOM && random.bytes().all(|c| c.is_ascii_alphanumeric())
        });
        let is_file = || entry.metadata().is_ok_and(|about| about.is_file() && is_ours(&about));
        if !is_made || !is_file() {
            continue;
        }
        let path = entry.path();
        if let Ok(Some(file)) = open_locked(&path)
            && is_same_file(&file, &path)
        {
            let _ = fs::remove_file(&path);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::{StagedFile, named_file};
    use crate::system::Readers;

    fn names(folder: &std::path::Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_was_left_goes_and_what_is_in_use_or_is_not_ours_stays() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in [".rolefit-abc123", ".rolefit-notes", ".rolefit-abc12", ".rolefit-a.c123"] {
            std::fs::write(at(name), "").unwrap();
        }
        std::fs::create_dir(at(".rolefit-folder")).unwrap();
        // It is locked as long as it is open.
        let (_file, used) = named_file(folder.path(), &at("new"), Readers::Owner).unwrap();
        let mut staged = StagedFile::create(&at("new"), Readers::Owner).unwrap();
        staged.write_all(b"whole").unwrap();
        staged.place_new(&at("new")).unwrap();
        // Its name, which would go with the path.
        let used = used.unwrap();
        let name = used.file_name().unwrap().to_str().unwrap();
        // `notes` is five characters, and the folder is no file.
        let mut stay =
            vec![".rolefit-a.c123", ".rolefit-abc12", ".rolefit-folder", ".rolefit-notes", "new"];
        stay.push(name);
        stay.sort_unstable();
        assert_eq!(names(folder.path()), stay);
    }

    #[test]
    fn a_file_takes_a_free_name_or_replaces_what_is_there_and_leaves_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new");
        let staged = |text: &str| {
            let mut staged = StagedFile::create(&path, Readers::Owner).unwrap();
            staged.write_all(text.as_bytes()).unwrap();
            staged
        };
        staged("first").replace(&path).unwrap();
        let taken = staged("second").place_new(&path).unwrap_err();
        assert_eq!(taken.kind(), std::io::ErrorKind::AlreadyExists);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "first");
        staged("third").replace(&path).unwrap();
        drop(staged("fourth"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "third");
        assert_eq!(names(folder.path()), ["new"]);
    }
}
