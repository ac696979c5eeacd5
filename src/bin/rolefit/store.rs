//! Where a sitting is kept between two answers.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Read, Write};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use rolefit::sheet::Progress;

use crate::failure::Failure;

/// The file of a saved sitting.
#[derive(Debug, Clone)]
pub(crate) struct Store {
    path: PathBuf,
    is_default: bool,
}

impl Store {
    /// The largest file that can be a saved sitting.
    const MAX_BYTES: u64 = 1 << 20;

    /// The file that was asked for, or else the usual one; `None` if this user
    /// has no place for it.
    pub(crate) fn at(path: Option<&Path>) -> Option<Self> {
        if let Some(path) = path {
            return Some(Self { path: path.to_owned(), is_default: false });
        }
        let folder = etcetera::choose_base_strategy().ok()?.state_dir()?;
        Some(Self { path: folder.join("rolefit").join("sitting.json"), is_default: true })
    }

    /// The options that name this file in a command.
    pub(crate) fn options(&self) -> String {
        if self.is_default {
            String::new()
        } else {
            format!(" --save {}", crate::render::quoted(&self.path))
        }
    }

    /// The file's path.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// The sitting that is kept there; `None` if there is no file.
    ///
    /// # Errors
    /// A file that is no saved sitting, which stays as it is.
    pub(crate) fn load(&self) -> Result<Option<Progress>, Failure> {
        let kind = match fs::symlink_metadata(&self.path) {
            Ok(metadata) => metadata.file_type(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(Failure::NoInput { path: self.path.clone(), source }),
        };
        if !kind.is_file() {
            return Err(self.foreign("it is not a plain file"));
        }
        let mut text = String::new();
        let read = File::open(&self.path)
            .and_then(|file| file.take(Self::MAX_BYTES).read_to_string(&mut text));
        match read {
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Err(self.foreign("it is not text"));
            }
            Err(source) => return Err(Failure::NoInput { path: self.path.clone(), source }),
            Ok(_) => {}
        }
        let progress: Progress =
            serde_json::from_str(&text).map_err(|error| self.foreign(&error.to_string()))?;
        if progress.rolefit_sitting == Progress::VERSION {
            Ok(Some(progress))
        } else {
            Err(self.foreign("a later version of rolefit wrote it"))
        }
    }

    fn foreign(&self, why: &str) -> Failure {
        let remedy = if self.is_default {
            "rolefit quiz --forget removes it; --save FILE uses another file"
        } else {
            "it is left as it is; give --save another file"
        };
        let path = self.path.display();
        Failure::Data(format!("{path} does not hold a saved sitting ({why}); {remedy}"))
    }

    /// Keeps `progress`: the new file is complete before it takes the old
    /// one's place, so that no fault can damage what was kept before.
    pub(crate) fn keep(&self, progress: &Progress) -> io::Result<()> {
        let folder = self.folder();
        if self.is_default {
            DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
        }
        // Readable by its owner alone: tempfile makes it so.
        let mut file = tempfile::Builder::new().prefix(".rolefit-").tempfile_in(folder)?;
        file.write_all(serde_json::to_string(progress)?.as_bytes())?;
        file.write_all(b"\n")?;
        file.as_file().sync_all()?;
        file.persist(&self.path)?;
        // The new name has to last, too. Some file systems cannot promise it.
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
        Ok(())
    }

    /// Removes the saved sitting; whether there was one.
    ///
    /// # Errors
    /// A file that was named and is no saved sitting stays where it is.
    pub(crate) fn forget(&self) -> Result<bool, Failure> {
        if !self.is_default {
            self.load()?;
        }
        match fs::remove_file(&self.path) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(source) => Err(Failure::Io { what: self.path.display().to_string(), source }),
        }
    }

    fn folder(&self) -> &Path {
        match self.path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        }
    }
}
