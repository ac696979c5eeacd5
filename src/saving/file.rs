//! The file of a saved sitting, which one quiz at a time reads and writes.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};

use rolefit_engine::limits;
use rolefit_engine::sitting::{SavedSitting, SittingJournal};
use rolefit_engine::telling::Clean;

use super::format::{FileContent, Foreign, content};
use super::name::SittingName;
use crate::failure::{Failure, named};
use crate::output::StagedFile;
use crate::system::{Readers, create_private_folder, is_same_file, open_locked, quoted};

/// The place of a saved sitting, whether there is one or not.
#[derive(Debug, Clone)]
pub(crate) struct SittingFile {
    path: PathBuf,
    /// Its name, if it is in the usual folder.
    name: Option<SittingName>,
}

/// A saved sitting's file that one quiz has locked, from its start to its end. The
/// system unlocks it however the program ends.
#[derive(Debug)]
pub(crate) struct LockedFile {
    at: SittingFile,
    /// The file, locked; `None` while there is none.
    file: Option<File>,
    /// What holds of it, if a sitting is in it.
    journal: Option<SittingJournal>,
    /// Whether it holds nothing that anyone would miss.
    is_blank: bool,
}

/// What came of an attempt to lock a file.
pub(super) enum Locking {
    /// There is none.
    Absent(LockedFile),
    /// Another quiz has it.
    Busy,
    /// It is locked, and this is in it.
    Locked(LockedFile, FileContent),
}

impl SittingFile {
    /// The largest file that can be a saved sitting.
    const MAX_BYTES: u64 = limits::SITTING.most as u64;

    /// A file that has grown larger than this is written anew, without what has changed
    /// since.
    const LARGE: u64 = Self::MAX_BYTES / 2;

    /// The file that a person named.
    pub(crate) fn at(path: &Path) -> Self {
        Self { path: path.to_owned(), name: None }
    }

    /// The file of the sitting of this name in the usual folder.
    pub(super) fn in_folder(folder: &Path, name: SittingName) -> Self {
        Self { path: folder.join(format!("{name}.json")), name: Some(name) }
    }

    /// The file's path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The sitting's name, if it is in the usual folder.
    pub(crate) fn name(&self) -> Option<&SittingName> {
        self.name.as_ref()
    }

    /// The command that goes on with this sitting.
    pub(crate) fn resume_command(&self) -> String {
        match &self.name {
            Some(name) => format!("rolefit quiz --resume {name}"),
            None => format!("rolefit quiz --resume --save {}", quoted(&self.path)),
        }
    }

    /// The command that shows its result again.
    pub(crate) fn show_command(&self) -> String {
        match &self.name {
            Some(name) => format!("rolefit sittings show {name}"),
            None => self.resume_command(),
        }
    }

    /// The command that removes it.
    pub(crate) fn forget_command(&self) -> String {
        match &self.name {
            Some(name) => format!("rolefit sittings forget {name}"),
            None => format!("rolefit sittings forget {}", quoted(&self.path)),
        }
    }

    /// Locks the file, and reads the sitting that is kept there; `None`
    /// if there is none.
    ///
    /// # Errors
    /// [`Failure::Busy`] while another quiz has it; a file that is no saved
    /// sitting, which stays as it is.
    pub(crate) fn lock(&self) -> Result<(LockedFile, Option<SavedSitting>), Failure> {
        match self.try_lock()? {
            Locking::Absent(file) => Ok((file, None)),
            Locking::Busy => Err(Failure::Busy(self.path.clone())),
            Locking::Locked(file, FileContent::Sitting(saved)) => {
                Ok((file, Some(saved).filter(|saved| !saved.is_blank())))
            }
            Locking::Locked(_, FileContent::Foreign(foreign)) => Err(self.refused(foreign)),
        }
    }

    /// Locks the file, whatever is in it.
    pub(super) fn try_lock(&self) -> Result<Locking, Failure> {
        /// Nobody starts that many quizzes at once.
        const TRIES: u32 = 100;
        for _ in 0..TRIES {
            let Some(opened) = self.opened(open_locked)? else {
                return Ok(Locking::Absent(self.clone().absent()));
            };
            let Some(mut file) = opened else { return Ok(Locking::Busy) };
            // Another quiz may have put a new file in its place just now.
            if is_same_file(&file, &self.path) {
                let (content, journal) = self.read(&mut file)?;
                let is_blank = matches!(&content, FileContent::Sitting(saved) if saved.is_blank());
                let locked = LockedFile { at: self.clone(), file: Some(file), journal, is_blank };
                return Ok(Locking::Locked(locked, content));
            }
        }
        Ok(Locking::Busy)
    }

    /// What is in the file, whoever has it; `None` if there is none. A quiz adds whole
    /// lines to it, and one that is not whole yet is not read.
    ///
    /// # Errors
    /// It cannot be read.
    pub(crate) fn peek(&self) -> Result<Option<FileContent>, Failure> {
        match self.opened(|path| File::open(path))? {
            None => Ok(None),
            Some(mut file) => Ok(Some(self.read(&mut file)?.0)),
        }
    }

    /// A failure that says why this is no saved sitting, and what can be done.
    pub(crate) fn refused(&self, foreign: Foreign) -> Failure {
        let remedy = match &self.name {
            Some(_) if foreign == Foreign::NO_FILE => "It is left as it is.\n".to_owned(),
            Some(_) => format!("It is left as it is. To remove it:\n  {}\n", self.forget_command()),
            None => "It is left as it is. Name another file.\n".to_owned(),
        };
        let path = Clean::from(self.path.display().to_string());
        Failure::Data(format!("{path} does not hold a saved sitting: {}", foreign.why))
            .advised(remedy)
    }

    /// This place, where there is no file.
    pub(super) fn absent(self) -> LockedFile {
        LockedFile { at: self, file: None, journal: None, is_blank: true }
    }

    /// What is there as it is opened, if anything is.
    fn opened<T>(&self, open: impl FnOnce(&Path) -> io::Result<T>) -> Result<Option<T>, Failure> {
        let no_input = |source| Failure::NoInput { path: self.path.clone(), source };
        let kind = match fs::symlink_metadata(&self.path) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(no_input(source)),
        };
        if !kind.is_file() {
            return Err(self.refused(Foreign::NO_FILE));
        }
        match open(&self.path) {
            Ok(opened) => Ok(Some(opened)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(no_input(source)),
        }
    }

    fn read(&self, file: &mut File) -> Result<(FileContent, Option<SittingJournal>), Failure> {
        let mut bytes = Vec::new();
        let read = file.take(Self::MAX_BYTES).read_to_end(&mut bytes);
        read.map_err(|source| Failure::Io { what: named(&self.path), source })?;
        Ok(content(&bytes))
    }

    fn folder(&self) -> &Path {
        match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        }
    }
}

impl LockedFile {
    /// Where it is.
    pub(crate) fn at(&self) -> &SittingFile {
        &self.at
    }

    /// The file's path.
    pub(crate) fn path(&self) -> &Path {
        &self.at.path
    }

    /// Saves `sitting`: what has changed is added to the file, so that no fault can damage
    /// what was kept before. A new file is whole before it has its name. In the usual
    /// folder a sitting whose name was taken meanwhile gets the next one.
    ///
    /// # Errors
    /// [`io::ErrorKind::AlreadyExists`] if someone else's file is there by now.
    pub(crate) fn save(&mut self, sitting: &SavedSitting) -> io::Result<()> {
        if self.at.name.is_some() {
            create_private_folder(self.at.folder())?;
        }
        let is_in_place = self.is_in_place();
        match (&self.journal, &self.file) {
            (Some(journal), Some(file)) if is_in_place && can_grow(journal, file) => {
                let (journal, lines) = journal.go_on(sitting);
                let end = journal.length() - lines.len() as u64;
                add(file, self.path(), end, &lines)?;
                self.journal = Some(journal);
            }
            _ => self.write_anew(sitting, is_in_place)?,
        }
        self.is_blank = sitting.is_blank();
        Ok(())
    }

    fn write_anew(&mut self, sitting: &SavedSitting, is_in_place: bool) -> io::Result<()> {
        let (journal, text) = SittingJournal::begin(sitting);
        let mut staged = StagedFile::create(self.path(), Readers::Owner)?;
        staged.write_all(text.as_bytes())?;
        staged.sync()?;
        if is_in_place {
            staged.replace(self.path()).or_else(|_| {
                // Some file systems replace no file that is open.
                self.file = None;
                staged.replace(self.path())
            })?;
        } else {
            self.place(&mut staged)?;
        }
        staged.sync_folder();
        self.file = Some(staged.into_file());
        self.journal = Some(journal);
        Ok(())
    }

    /// Gives a new file its name, where no other file has it.
    fn place(&mut self, staged: &mut StagedFile) -> io::Result<()> {
        /// Nobody begins that many sittings at once.
        const TRIES: u32 = 100;
        for _ in 0..TRIES {
            let Err(error) = staged.place_new(self.path()) else { return Ok(()) };
            match &self.at.name {
                Some(name) if error.kind() == io::ErrorKind::AlreadyExists => {
                    self.at = SittingFile::in_folder(self.at.folder(), name.next());
                }
                _ => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }

    /// Removes the saved sitting, unless someone else's file is in its place.
    ///
    /// # Errors
    /// It cannot be removed.
    pub(crate) fn remove(mut self) -> io::Result<()> {
        self.is_blank = false;
        if self.is_in_place() { fs::remove_file(self.path()) } else { Ok(()) }
    }

    /// Gives the file another name, which no other has.
    ///
    /// # Errors
    /// It cannot be renamed.
    pub(super) fn rename(mut self, to: &Path) -> io::Result<()> {
        self.is_blank = false;
        if self.is_in_place() { fs::rename(self.path(), to) } else { Ok(()) }
    }

    fn is_in_place(&self) -> bool {
        self.file.as_ref().is_some_and(|file| is_same_file(file, self.path()))
    }
}

impl Drop for LockedFile {
    /// A sitting in which nothing was said leaves nothing behind.
    fn drop(&mut self) {
        if self.is_blank && self.is_in_place() {
            let _ = fs::remove_file(self.path());
        }
    }
}

/// Whether lines can be added to what holds of a file: it is all there, and not large yet.
fn can_grow(journal: &SittingJournal, file: &File) -> bool {
    let is_there = file.metadata().is_ok_and(|about| about.len() >= journal.length());
    is_there && journal.length() < SittingFile::LARGE
}

/// Adds `lines` to what holds of the file at `path`, up to `end`. If they cannot be
/// written whole, they are not there.
fn add(file: &File, path: &Path, end: u64, lines: &str) -> io::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    // It may have been opened to be read alone, and this then says why.
    let mut file = match file.set_len(end) {
        Ok(()) => file.try_clone()?,
        Err(_) => OpenOptions::new().write(true).open(path)?,
    };
    let written = file.set_len(end).and_then(|()| {
        file.seek(SeekFrom::Start(end))?;
        file.write_all(lines.as_bytes())?;
        file.sync_data()
    });
    if written.is_err() {
        let _ = file.set_len(end);
    }
    written
}
