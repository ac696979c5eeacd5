//! Where records go.

use std::fs::{self, OpenOptions};
use std::io::{self, IsTerminal as _, Write};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::failure::Failure;

/// The file in the making, which a signal has to take away: the records in it are
/// about people, and are to be nowhere but where they were wanted.
static MAKING: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Standard output, or a file that appears when it is whole.
pub(crate) enum Target {
    /// Standard output.
    Stdout(io::Stdout),
    /// A file in the making, and the name that it gets.
    File(tempfile::NamedTempFile, PathBuf),
    /// A pipe or a device, which is written as the records come.
    Pipe(fs::File),
}

impl Target {
    /// Standard output if `path` is `-` or absent.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(Self::Stdout(io::stdout()));
        };
        let failed = || Failure::io(path.display().to_string());
        // A new file in its place would take away what is no file of ours.
        if let Ok(there) = fs::metadata(path) {
            if !there.is_file() {
                let pipe = OpenOptions::new().write(true).open(path).map_err(failed())?;
                return Ok(Self::Pipe(pipe));
            }
            if fs::symlink_metadata(path).is_ok_and(|link| link.is_symlink()) {
                let why = "this is a link to a file: give the file's own name";
                return Err(failed()(io::Error::other(why)));
            }
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        // As a new file would be, or as the one there was.
        let there = fs::metadata(path).map(|there| there.permissions());
        let usual = there.unwrap_or_else(|_| fs::Permissions::from_mode(0o666));
        let mut file = tempfile::Builder::new();
        mind_signals();
        // Held till the name is known, so that no signal comes in between.
        let mut making = making();
        let file = file.prefix(".rolefit-").permissions(usual).tempfile_in(folder);
        let unwritable = |source| Failure::Unwritable { path: path.to_owned(), source };
        let file = file.map_err(unwritable)?;
        *making = Some(file.path().to_owned());
        Ok(Self::File(file, path.to_owned()))
    }

    /// Whether somebody is looking at the records as they come.
    pub(crate) fn is_terminal(&self) -> bool {
        match self {
            Self::Stdout(stdout) => stdout.is_terminal(),
            Self::File(..) => false,
            Self::Pipe(pipe) => pipe.is_terminal(),
        }
    }

    /// Writes some records.
    pub(crate) fn write(&mut self, text: &[u8]) -> Result<(), Failure> {
        let written = match self {
            Self::Stdout(stdout) => stdout.write_all(text).and_then(|()| stdout.flush()),
            Self::File(file, _) => file.write_all(text),
            Self::Pipe(pipe) => pipe.write_all(text),
        };
        written.map_err(Failure::io("the output"))
    }

    /// Sees everything written, and the file at its name.
    pub(crate) fn finish(self) -> Result<(), Failure> {
        let Self::File(file, path) = self else { return Ok(()) };
        let what = path.display().to_string();
        file.as_file().sync_all().map_err(Failure::io(what.clone()))?;
        let mut making = making();
        *making = None;
        file.persist(&path).map(|_| ()).map_err(|error| Failure::io(what)(error.error))
    }
}

fn making() -> std::sync::MutexGuard<'static, Option<PathBuf>> {
    MAKING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Sees to it that Ctrl-C, a request to end and a terminal that goes leave no
/// half-written file. If that cannot be, a file is written all the same.
fn mind_signals() {
    if !outlives_its_terminal() {
        let _ = ctrlc::set_handler(leave);
    }
}

/// Whether the program was started to go on when its terminal goes, as `nohup`
/// does: minding that signal would undo it.
fn outlives_its_terminal() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    // The lowest bit is the first signal, SIGHUP.
    ignored.is_some_and(|mask| mask & 1 == 1)
}

#[expect(clippy::disallowed_methods, reason = "a signal has no main to return to")]
fn leave() {
    let making = making();
    if let Some(path) = making.as_deref() {
        let _ = fs::remove_file(path);
    }
    // Still held, so that no file gets its name meanwhile.
    std::process::exit(130);
}
