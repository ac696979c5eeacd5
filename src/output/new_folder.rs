//! A folder of many files, which is whole or goes again.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::made::Made;
use super::new_file::of;
use super::staged_file::StagedFile;
use crate::failure::{Failure, named};
use crate::system::Readers;

/// A folder that is being filled. If that fails, what was made of it goes again.
pub(crate) struct NewFolder {
    path: PathBuf,
    made: Made,
}

impl NewFolder {
    /// Makes the folder, and those above it; it may be there and empty.
    ///
    /// # Errors
    /// There is something in it, or it cannot be made.
    pub(crate) fn begin(path: &Path) -> Result<Self, Failure> {
        let is_filled = match fs::read_dir(path) {
            Ok(mut entries) => entries.next().is_some(),
            Err(_) => fs::symlink_metadata(path).is_ok_and(|there| !there.is_dir()),
        };
        if is_filled {
            return Err(Failure::Exists { path: path.to_owned(), instead: "folder" });
        }
        let mut made = Made::default();
        made.folder(path).map_err(Failure::io(named(path)))?;
        Ok(Self { path: path.to_owned(), made })
    }

    /// Writes a file into it, for its owner alone: whole, or not at all.
    ///
    /// # Errors
    /// It cannot be written, or one of that name is there.
    pub(crate) fn write(&mut self, name: &str, text: &[u8]) -> Result<(), Failure> {
        let path = self.path.join(name);
        let written = StagedFile::beside(&path, Readers::Owner).and_then(|mut staged| {
            staged.write_all(text)?;
            staged.place_new(&path)
        });
        written.map_err(of(&path))?;
        self.made.files.push(path);
        Ok(())
    }

    /// Sees to it that it outlasts a loss of power; from now on it stays.
    pub(crate) fn finish(self) {
        let _: io::Result<()> = fs::File::open(&self.path).and_then(|folder| folder.sync_all());
        self.made.stays();
    }
}
