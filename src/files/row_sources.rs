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
    /// Of each folder the files whose names do not end as those with answers do.
    passed_over: Vec<String>,
}

impl RowSources {
    /// The files that are named, and those in the folders that are.
    ///
    /// # Errors
    /// A folder that cannot be read or has no file with answers, a file that is named twice,
    /// standard input beside others.
    pub(crate) fn of(named_paths: &[PathBuf]) -> Result<Self, Failure> {
        let (mut files, mut passed_over) = (Vec::new(), Vec::new());
        for path in named_paths {
            if path.is_dir() {
                let folder = FolderFiles::of(path)?;
                passed_over.extend(folder.told(path));
                files.extend(folder.with_answers);
            } else {
                files.push(path.clone());
            }
        }
        let are_many = named_paths.len() > 1 || named_paths.iter().any(|path| path.is_dir());
        if are_many {
            if files.iter().any(|path| path.as_os_str() == "-") {
                let why = "-: standard input is read alone, and not beside files: leave - out, or the files";
                return Err(Failure::Usage(why.to_owned()));
            }
            each_once(&files)?;
        }
        Ok(Self { files, are_many, passed_over })
    }

    /// Each file, or nothing for standard input.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Option<&Path>> {
        let none = self.files.is_empty().then_some(None);
        none.into_iter().chain(self.files.iter().map(|path| Some(path.as_path())))
    }

    /// The first file that is also one of `others`, by whatever name or link, and what it is
    /// called among them. What is redirected to standard input is a file, too.
    pub(crate) fn shared_with(&self, others: &Self) -> Option<(String, String)> {
        let known: Vec<(FileIdentity, String)> = others.iter().filter_map(identified).collect();
        self.iter().filter_map(identified).find_map(|(file, name)| {
            let (_, other) = known.iter().find(|(other, _)| *other == file)?;
            Some((name, other.clone()))
        })
    }

    /// That files in folders are not read, a line a folder.
    pub(crate) fn passed_over(&self) -> &[String] {
        &self.passed_over
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
    FolderFiles::of(folder).map(|files| files.with_answers)
}

/// Why the files in a folder are not known.
const UNREADABLE: &str = "you may not read this folder: name one that you may, or files in it";

/// Of more files than these only the number is told.
const NAMES_TOLD: usize = 5;

/// The files in a folder.
#[derive(Default)]
struct FolderFiles {
    /// By their names, in order.
    with_answers: Vec<PathBuf>,
    /// The others, but for what is hidden.
    others: Vec<PathBuf>,
}

impl FolderFiles {
    fn of(folder: &Path) -> Result<Self, Failure> {
        let no_input = |source: io::Error| Failure::NoInput { path: folder.to_owned(), source };
        let mut files = Self::default();
        let denied = |error: io::Error| match error.kind() {
            io::ErrorKind::PermissionDenied => io::Error::other(UNREADABLE),
            _ => error,
        };
        for entry in fs::read_dir(folder).map_err(denied).map_err(no_input)? {
            let path = entry.map_err(no_input)?.path();
            if is_hidden(&path) || path.is_dir() {
                continue;
            }
            let to = if has_answers(&path) { &mut files.with_answers } else { &mut files.others };
            to.push(path);
        }
        files.with_answers.sort();
        files.others.sort();
        if files.with_answers.is_empty() {
            return Err(no_input(io::Error::other(format!(
                "no file with answers is in this folder: none of its names ends with .{}",
                ENDINGS.join(", .")
            ))));
        }
        Ok(files)
    }

    /// Which files are not read, if there are any.
    fn told(&self, folder: &Path) -> Option<String> {
        let name = |path: &PathBuf| named(Path::new(path.file_name().unwrap_or_default()));
        let mut names: Vec<String> = self.others.iter().take(NAMES_TOLD).map(name).collect();
        match self.others.len().saturating_sub(names.len()) {
            0 => {}
            more => names.push(format!("and {more} more")),
        }
        let endings = ENDINGS.join(", .");
        (!names.is_empty()).then(|| {
            let names = names.join(", ");
            format!("{}: not read: {names}; files with answers end with .{endings}", named(folder))
        })
    }
}

/// Whether a file is one that its owner does not see: spreadsheets keep one beside one that is
/// open.
fn is_hidden(path: &Path) -> bool {
    path.file_name().unwrap_or_default().to_string_lossy().starts_with(['.', '~'])
}

/// Whether a file has answers, by its name.
fn has_answers(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ENDINGS.iter().any(|of| ending.eq_ignore_ascii_case(of))
}

/// What tells a file from others, and what it is called.
fn identified(path: Option<&Path>) -> Option<(FileIdentity, String)> {
    let path = path.unwrap_or(Path::new("-"));
    let file = if path.as_os_str() == "-" {
        FileIdentity::of_stdin().filter(|file| !file.is_pipe())
    } else {
        FileIdentity::at(path)
    };
    Some((file?, named(path)))
}

/// Refuses a file that would be counted twice.
pub(crate) fn each_once(files: &[PathBuf]) -> Result<(), Failure> {
    let mut seen: Vec<(FileIdentity, &Path)> = Vec::new();
    for path in files {
        let Some(file) = FileIdentity::at(path) else { continue };
        if let Some((_, other)) = seen.iter().find(|(known, _)| *known == file) {
            let (path, other) = (named(path), named(other));
            return Err(Failure::Usage(if path == other {
                format!("{path} is given twice: take one out")
            } else {
                format!("{path} is {other}, and given twice: take one out")
            }));
        }
        seen.push((file, path));
    }
    Ok(())
}
