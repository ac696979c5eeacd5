//! A file, or a text of answers, where a command is expected: which command takes it.

use std::fs;
use std::io;
use std::path::Path;

use crate::failure::Failure;
use crate::files::{self, FileKind, is_catalogue};
use crate::system::quoted;

/// What the names of files end with that hold the answers of many.
const TABLES: [&str; 9] = ["csv", "tsv", "tab", "ndjson", "jsonl", "xlsx", "xlsm", "ods", "xls"];

/// What the names of others end with that are read.
const OTHERS: [&str; 3] = ["yaml", "yml", "json"];

/// What to say of a word that is no command, if it is a file, a folder or an answer code, or
/// is written as the name of a file.
pub(super) fn file_word(word: &str) -> Option<Failure> {
    let path = Path::new(word);
    let no_command =
        |rest: String| Failure::Usage(format!("{} is no command of rolefit{rest}", quoted(path)));
    if path.is_dir() {
        return Some(no_command(folder(path)));
    }
    if path.exists() {
        return Some(no_command(file(path)));
    }
    if files::is_answer_code(word) {
        return Some(no_command(format!("; to score it: rolefit score {}", quoted(path))));
    }
    let command = by_name(path)?;
    let why = format!(
        "there is no such file, and no command of that name: check the name; rolefit {command} \
         FILE scores one"
    );
    Some(Failure::NoInput { path: path.to_owned(), source: io::Error::other(why) })
}

/// The command that scores a file of this name; none if it does not end as one that is read.
fn by_name(path: &Path) -> Option<&'static str> {
    let ending = path.extension().and_then(|of| of.to_str()).unwrap_or_default();
    let is_one_of = |endings: &[&str]| endings.iter().any(|of| ending.eq_ignore_ascii_case(of));
    match () {
        () if is_one_of(&TABLES) => Some("batch"),
        () if is_one_of(&OTHERS) => Some("score"),
        () => None,
    }
}

/// What a folder is for.
fn folder(path: &Path) -> String {
    let named = quoted(path);
    if is_catalogue(path) {
        return of_catalogue(path);
    }
    if files::in_folder(path).is_ok() {
        return format!("; to score it: rolefit batch {named}");
    }
    if fs::read_dir(path).is_err() {
        return ": it is a folder that you may not read; rolefit --help lists the commands"
            .to_owned();
    }
    ": it is a folder in which there are neither files with answers nor questions.yaml and \
     careers.yaml; rolefit --help lists the commands"
        .to_owned()
}

fn of_catalogue(folder: &Path) -> String {
    let folder = quoted(folder);
    format!(
        ": it is a folder of questions and careers; to check them: rolefit audit --catalogue \
         {folder}"
    )
}

/// What a file is for, by what is in it.
fn file(path: &Path) -> String {
    let named = quoted(path);
    let kind = files::kind_at(path);
    let (to, command) = match kind {
        None => ("score", by_name(path).unwrap_or("score")),
        Some(FileKind::Sheet) if by_name(path) != Some("batch") => ("score", "score"),
        Some(FileKind::Sheet | FileKind::Table { .. } | FileKind::Container("a workbook")) => {
            ("score", "batch")
        }
        Some(FileKind::Report) if by_name(path) != Some("batch") => ("show", "render"),
        Some(FileKind::Part) => ("add it up", "cohort --merge"),
        Some(FileKind::Sitting) => ("see it again", "quiz --resume --save"),
        Some(kind) => return without_command(kind, path),
    };
    let of_kind = match kind {
        Some(kind @ (FileKind::Report | FileKind::Part | FileKind::Sitting)) => {
            format!(": it is {}", kind.what())
        }
        _ => String::new(),
    };
    let to = if matches!(to, "score" | "show") { format!("{to} it") } else { to.to_owned() };
    format!("{of_kind}; to {to}: rolefit {command} {named}")
}

/// The same of a file that no command takes by itself.
fn without_command(kind: FileKind, path: &Path) -> String {
    let named = quoted(path);
    let what = kind.what();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    match kind {
        FileKind::Questions | FileKind::Careers if is_catalogue(folder) => {
            format!(": it is {what}; to check it: rolefit audit --catalogue {}", quoted(folder))
        }
        FileKind::Questions => {
            format!(": it is {what}; to list them: rolefit show questions --questions {named}")
        }
        FileKind::Careers => format!(
            ": it is {what}; to check it, if they go with the built-in questions: rolefit audit \
             --careers {named}; else name theirs, too, with --questions FILE"
        ),
        FileKind::Report => format!(
            ": it is {what} of several people; to show one, put its line into a file of its own, \
             for rolefit render FILE"
        ),
        _ => match kind.advice() {
            Some(advice) => format!(": it is {what}; {advice}"),
            None => format!(
                ": it is {what}; to score answers, save them as .xlsx or as CSV UTF-8, a row for \
                 each person, for rolefit batch FILE"
            ),
        },
    }
}
