//! The file of a saved sitting, which one quiz at a time reads and writes.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use rolefit_engine::sitting::SavedSitting;
use rolefit_engine::telling::Clean;
use serde::Deserialize;

use crate::failure::Failure;
use crate::system::{create_private_folder, is_same_file, state_folder};
use crate::text::quoted;

/// The place of a saved sitting, whether there is one or not.
#[derive(Debug, Clone)]
pub(crate) struct SittingFile {
    path: PathBuf,
    is_default: bool,
}

/// A saved sitting's file that one quiz has locked, from its start to its end. The
/// system unlocks it however the program ends.
#[derive(Debug)]
pub(crate) struct LockedFile {
    at: SittingFile,
    /// The file, locked; `None` while there is none.
    file: Option<File>,
    /// Whether it holds nothing that anyone would miss.
    is_blank: bool,
}

/// What became of a saved sitting that was to be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Removal {
    /// It is removed.
    Done,
    /// There was none.
    Absent,
    /// It stays, as was answered when that was asked.
    Refused,
}

impl SittingFile {
    /// The largest file that can be a saved sitting.
    const MAX_BYTES: u64 = 1 << 20;

    /// The file that was asked for, or else the usual one; `None` if this user
    /// has no place for it.
    pub(crate) fn at(path: Option<&Path>) -> Option<Self> {
        if let Some(path) = path {
            return Some(Self { path: path.to_owned(), is_default: false });
        }
        Some(Self { path: state_folder()?.join("rolefit").join("sitting.json"), is_default: true })
    }

    /// The options that name this file in a command.
    pub(crate) fn options(&self) -> String {
        if self.is_default { String::new() } else { format!(" --save {}", quoted(&self.path)) }
    }

    /// The file's path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Locks the file, and reads the sitting that is kept there; `None`
    /// if there is none.
    ///
    /// # Errors
    /// [`Failure::Busy`] while another quiz has it; a file that is no saved
    /// sitting, which stays as it is.
    pub(crate) fn lock(&self) -> Result<(LockedFile, Option<SavedSitting>), Failure> {
        /// Nobody starts that many quizzes at once.
        const TRIES: u32 = 100;
        for _ in 0..TRIES {
            let Some(mut file) = self.open()? else {
                return Ok((LockedFile { at: self.clone(), file: None, is_blank: true }, None));
            };
            if !lock_file(&file) {
                return Err(Failure::Busy(self.path.clone()));
            }
            // Another quiz may have put a new file in its place just now.
            if is_same_file(&file, &self.path) {
                let saved = Some(self.read(&mut file)?).filter(|saved| !saved.is_blank());
                let held =
                    LockedFile { at: self.clone(), file: Some(file), is_blank: saved.is_none() };
                return Ok((held, saved));
            }
        }
        Err(Failure::Busy(self.path.clone()))
    }

    /// Removes the saved sitting if `agrees`, which sees it where one can be read.
    ///
    /// # Errors
    /// One that another quiz is writing stays, and so does a file that was named
    /// and is no saved sitting.
    pub(crate) fn forget(
        &self,
        agrees: impl FnOnce(Option<&SavedSitting>) -> Result<bool, Failure>,
    ) -> Result<Removal, Failure> {
        let (locked, saved) = match self.lock() {
            Ok((LockedFile { file: None, .. }, _)) => return Ok(Removal::Absent),
            Ok((locked, saved)) => (Some(locked), saved),
            Err(failure) if !self.is_default || matches!(failure, Failure::Busy(_)) => {
                return Err(failure);
            }
            Err(_) => (None, None),
        };
        if !agrees(saved.as_ref())? {
            return Ok(Removal::Refused);
        }
        let removed = fs::remove_file(&self.path);
        drop(locked);
        match removed {
            Ok(()) => Ok(Removal::Done),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Removal::Absent),
            Err(source) => Err(Failure::Io { what: self.path.display().to_string(), source }),
        }
    }

    /// Opens what is there, if anything is.
    fn open(&self) -> Result<Option<File>, Failure> {
        let no_input = |source| Failure::NoInput { path: self.path.clone(), source };
        let kind = match fs::symlink_metadata(&self.path) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(no_input(source)),
        };
        if !kind.is_file() {
            return Err(self.foreign("it is not a plain file"));
        }
        // Some file systems lock only what may be written.
        let opened = OpenOptions::new().read(true).write(true).open(&self.path);
        match opened.or_else(|_| File::open(&self.path)) {
            Ok(file) => Ok(Some(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(no_input(source)),
        }
    }

    fn read(&self, file: &mut File) -> Result<SavedSitting, Failure> {
        let mut text = String::new();
        match file.take(Self::MAX_BYTES).read_to_string(&mut text) {
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Err(self.foreign("it is not text"));
            }
            Err(source) => {
                return Err(Failure::Io { what: self.path.display().to_string(), source });
            }
            Ok(_) => {}
        }
        parsed(&text).map_err(|why| self.foreign(why))
    }

    fn foreign(&self, why: &str) -> Failure {
        let remedy = if self.is_default {
            "To remove it:\n  rolefit quiz --forget\nTo leave it and save in another file, use \
             --save FILE.\n"
        } else {
            "It is left as it is. Give --save another file.\n"
        };
        let path = Clean::from(self.path.display().to_string());
        Failure::Data(format!("{path} does not hold a saved sitting: {why}"))
            .advised(remedy.to_owned())
    }

    fn folder(&self) -> &Path {
        match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        }
    }
}

impl LockedFile {
    /// The file's path.
    pub(crate) fn path(&self) -> &Path {
        &self.at.path
    }

    /// Saves `sitting`: the new file is complete before it takes the old one's
    /// place, so that no fault can damage what was kept before.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] if someone else's file is there by now.
    pub(crate) fn save(&mut self, sitting: &SavedSitting) -> io::Result<()> {
        let (folder, path) = (self.at.folder(), &self.at.path);
        if self.at.is_default {
            create_private_folder(folder)?;
        }
        // Readable by its owner alone: tempfile makes it so.
        let mut file = tempfile::Builder::new().prefix(".rolefit-").tempfile_in(folder)?;
        file.write_all(serde_json::to_string(sitting)?.as_bytes())?;
        file.write_all(b"\n")?;
        file.as_file().sync_all()?;
        lock_file(file.as_file());
        let is_ours = self.file.as_ref().is_some_and(|held| is_same_file(held, path));
        let kept = if is_ours { file.persist(path) } else { file.persist_noclobber(path) };
        self.file = Some(kept?);
        self.is_blank = sitting.is_blank();
        // The new name has to last, too. Some file systems cannot promise it.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
        Ok(())
    }

    /// Removes the saved sitting, unless someone else's file is in its place.
    pub(crate) fn remove(mut self) -> io::Result<()> {
        self.is_blank = false;
        match &self.file {
            Some(file) if is_same_file(file, &self.at.path) => fs::remove_file(&self.at.path),
            _ => Ok(()),
        }
    }
}

impl Drop for LockedFile {
    /// A sitting in which nothing was said leaves nothing behind.
    fn drop(&mut self) {
        if let Some(file) = self.file.as_ref().filter(|_| self.is_blank)
            && is_same_file(file, &self.at.path)
        {
            let _ = fs::remove_file(&self.at.path);
        }
    }
}

/// Locks a file; whether nobody else has done so. Where the file system has no
/// locks, [`is_same_file`] still tells when another file has come.
fn lock_file(file: &File) -> bool {
    !matches!(file.try_lock(), Err(TryLockError::WouldBlock))
}

/// Reads a saved sitting, or says in plain words why it is none.
fn parsed(text: &str) -> Result<SavedSitting, &'static str> {
    /// What every version has in common.
    #[derive(Deserialize)]
    struct Any {
        rolefit_sitting: u64,
    }
    if text.trim().is_empty() {
        return Err("it is empty");
    }
    let any: Any = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => "it breaks off in the middle",
        _ => "it is something else",
    })?;
    if any.rolefit_sitting > u64::from(SavedSitting::VERSION) {
        return Err("a later version of rolefit wrote it");
    }
    let damaged = "something in it has been changed by hand or damaged";
    let sitting: SavedSitting = serde_json::from_str(text).map_err(|_| damaged)?;
    if sitting.rolefit_sitting == SavedSitting::VERSION { Ok(sitting) } else { Err(damaged) }
}
