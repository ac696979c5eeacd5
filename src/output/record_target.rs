//! Where records go.

use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use super::staged_file::StagedFile;
use crate::failure::{Failure, named};
use crate::system::{Readers, is_stdout_closed};
use crate::text::TerminalText;

/// Standard output, or a file that appears when it is whole.
pub(crate) enum RecordTarget {
    /// Standard output.
    Stdout(io::Stdout),
    /// A file in the making, and the name that it gets.
    File(StagedFile, PathBuf),
    /// A pipe or a device, which is written as the records come.
    Pipe(fs::File, PathBuf),
}

impl RecordTarget {
    /// Standard output if `path` is `-` or absent. A file is made only after
    /// `before_file`, which sees to it that no signal leaves it half-written.
    pub(crate) fn open(path: Option<&Path>, before_file: impl FnOnce()) -> Result<Self, Failure> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            super::opened(is_stdout_closed()).map_err(Failure::io("standard output"))?;
            return Ok(Self::Stdout(io::stdout()));
        };
        let failed = || Failure::io(named(path));
        // A new file in its place would take away what is no file of ours.
        if let Ok(there) = fs::metadata(path) {
            if there.is_dir() {
                let why = "this is a folder, not a file: name a file in it";
                return Err(failed()(io::Error::other(why)));
            }
            if !there.is_file() {
                let pipe = OpenOptions::new().write(true).open(path).map_err(failed())?;
                return Ok(Self::Pipe(pipe, path.to_owned()));
            }
            if fs::symlink_metadata(path).is_ok_and(|link| link.is_symlink()) {
                let why = "this is a link to a file: give the file's own name";
                return Err(failed()(io::Error::other(why)));
            }
        }
        before_file();
        let file = StagedFile::create(path, Readers::AsBefore);
        let unwritable = |source| Failure::Unwritable { path: path.to_owned(), source };
        Ok(Self::File(file.map_err(unwritable)?, path.to_owned()))
    }

    /// Makes sure that a file can be made there when the time comes, without a trace. A pipe or
    /// a device is opened only then.
    pub(super) fn try_file(path: &Path) -> Result<(), Failure> {
        let is_other = fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir());
        if is_other { Ok(()) } else { Self::open(Some(path), || ()).map(drop) }
    }

    /// Whether somebody is looking at the records as they come.
    pub(crate) fn is_terminal(&self) -> bool {
        match self {
            Self::Stdout(stdout) => stdout.is_terminal(),
            Self::File(..) => false,
            Self::Pipe(pipe, _) => pipe.is_terminal(),
        }
    }

    /// Writes some text as it is, but for a terminal, which would obey what is in it.
    pub(crate) fn show(&mut self, text: &[u8]) -> Result<(), Failure> {
        if self.is_terminal() {
            self.write(TerminalText::lines(String::from_utf8_lossy(text)).as_bytes())
        } else {
            self.write(text)
        }
    }

    /// Writes some records.
    pub(crate) fn write(&mut self, text: &[u8]) -> Result<(), Failure> {
        let written = match self {
            Self::Stdout(stdout) => stdout.write_all(text).and_then(|()| stdout.flush()),
            Self::File(file, _) => file.write_all(text),
            Self::Pipe(pipe, _) => pipe.write_all(text),
        };
        written.map_err(|source| Failure::io(self.name())(source))
    }

    /// What a message calls it.
    fn name(&self) -> String {
        match self {
            Self::Stdout(_) => "standard output".to_owned(),
            Self::File(_, path) | Self::Pipe(_, path) => named(path),
        }
    }

    /// Sees everything written, and the file at its name.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let Self::File(mut file, path) = self else { return Ok(()) };
        let done = file.sync().and_then(|()| file.replace(&path));
        done.map_err(Failure::io(named(&path)))?;
        file.sync_folder();
        Ok(())
    }
}
