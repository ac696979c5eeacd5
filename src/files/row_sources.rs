//! The files and folders that rows come from.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, named};
use crate::system::FileIdentity;

/// The endings of files with answers, as they are looked for in a folder.
const ENDINGS: [&str; 9] = ["csv", "tsv", "tab", "json", "ndjson", "jsonl", "xlsx", "xlsm", "ods"];

/// Where rows come from: standard input, one file, or several.
#[derive(Debug)]
pub(crate) struct RowSources {
    /// The files; none is standard input.
    files: Vec<PathBuf>,
    /// Whether rows say which file they are from.
    are_many: bool,
}

impl RowSources {
    /// The files that are named, and those in the folders that are.
    ///
    /// # Errors
    /// A folder that cannot be read or has no file with answers, a file that is named twice,
    /// standard input beside others.
    pub(crate) fn of(named_paths: &[PathBuf]) -> Result<Self, Failure> {
        let mut files = Vec::new();
        for path in named_paths {
            if path.is_dir() {
                files.extend(in_folder(path)?);
            } else {
                files.push(path.clone());
            }
        }
        let are_many = named_paths.len() > 1 || named_paths.iter().any(|path| path.is_dir());
        if are_many {
            if files.iter().any(|path| path.as_os_str() == "-") {
                let why = "-: standard input is read alone, and not beside files";
                return Err(Failure::Usage(why.to_owned()));
            }
            each_once(&files)?;
        }
        Ok(Self { files, are_many })
    }

    /// Each file, or nothing for standard input.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Option<&Path>> {
        let none = self.files.is_empty().then_some(None);
        none.into_iter().chain(self.files.iter().map(|path| Some(path.as_path())))
    }

    /// Whether rows say which file they are from.
    pub(crate) fn are_many(&self) -> bool {
        self.are_many
    }
}

/// The files with answers in a folder, by their names. What is in folders within it is not
/// looked at, nor what is hidden.
///
/// # Errors
/// The folder cannot be read, or has no such file.
pub(crate) fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let no_input = |source: io::Error| Failure::NoInput { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(no_input)? {
        let path = entry.map_err(no_input)?.path();
        if has_answers(&path) && !path.is_dir() {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err(no_input(io::Error::other(format!(
            "no file with answers is in this folder: none of its names ends with .{}",
            ENDINGS.join(", .")
        ))));
    }
    Ok(files)
}

/// Whether a file has answers, by its name.
fn has_answers(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    // Spreadsheets keep a hidden file beside one that is open.
    !name.starts_with(['.', '~']) && ENDINGS.iter().any(|of| ending.eq_ignore_ascii_case(of))
}

/// Refuses a file that would be counted twice.
fn each_once(files: &[PathBuf]) -> Result<(), Failure> {
    let mut seen: Vec<(FileIdentity, &Path)> = Vec::new();
    for path in files {
        let Some(file) = FileIdentity::at(path) else { continue };
        if let Some((_, other)) = seen.iter().find(|(known, _)| *known == file) {
            let (path, other) = (named(path), named(other));
            return Err(Failure::Usage(if path == other {
                format!("{path} is given twice")
            } else {
                format!("{path} is {other}, and given twice")
            }));
        }
        seen.push((file, path));
    }
    Ok(())
}
