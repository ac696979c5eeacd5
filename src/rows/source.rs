//! Where rows come from.

use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use crate::args::RowFormat;
use crate::failure::Failure;

/// A file or a pipe, and how many bytes it holds if that is known.
pub(crate) struct Source {
    pub(crate) from: Box<dyn Read + Send>,
    pub(crate) length: Option<u64>,
}

impl Source {
    /// Opens `path`, or standard input if that is `-` or absent.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        match path {
            Some(path) if path.as_os_str() != "-" => {
                let no_input = |source| Failure::NoInput { path: path.to_owned(), source };
                Self::of_file(path).map_err(no_input)
            }
            None if io::stdin().is_terminal() => Err(Failure::Usage(
                "no rows: give a FILE, or pipe rows to standard input".to_owned(),
            )),
            _ => Ok(Self { from: Box::new(io::stdin()), length: None }),
        }
    }

    fn of_file(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let about = file.metadata()?;
        if about.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        let length = about.is_file().then_some(about.len());
        Ok(Self { from: Box::new(file), length })
    }
}

/// The form of rows that a file's name promises.
pub(crate) fn by_name(path: &Path) -> Option<RowFormat> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "csv" => Some(RowFormat::Csv),
        "ndjson" | "jsonl" => Some(RowFormat::Ndjson),
        _ => None,
    }
}
