//! Which files a command reads and writes, as the command line names them.

use std::path::{Path, PathBuf};

use super::{
    AuditArgs, BatchArgs, CohortArgs, Command, CompareArgs, DataFiles, ResultFile, ScoreArgs,
    SittingsAction, TableArgs,
};

/// What a command reads and writes. A file that it makes anew and never replaces
/// is not among them, nor one that only the system knows of.
#[derive(Debug, Default)]
pub(crate) struct NamedPaths<'a> {
    /// The files that it reads.
    pub(crate) reads: Vec<NamedFile<'a>>,
    /// What standard input brings, if it is read.
    pub(crate) stdin: Option<&'static str>,
    /// The files that it may write over or add to, each with its option.
    pub(crate) writes: Vec<(&'static str, &'a Path)>,
}

/// A file that is read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NamedFile<'a> {
    /// What is in it, as a message says it.
    pub(crate) what: &'static str,
    pub(crate) path: &'a Path,
    /// The option or the variable that names it; none if it stands by itself.
    pub(crate) option: Option<&'static str>,
    pub(crate) expected: ExpectedFile,
}

/// What a file is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExpectedFile {
    /// The answers of one person.
    Sheet,
    /// A whole report of one person.
    Report,
    /// A part of a cohort.
    Part,
    /// The answers of many, in a file or in a folder of files.
    Rows,
    /// The same in a file alone.
    RowsOfFile,
    /// The questions.
    Questions,
    /// The careers.
    Careers,
    /// Which heading is which question.
    ColumnMap,
    /// Which text is which role.
    ChoiceMap,
}

impl Command {
    /// The files that the command reads and writes.
    pub(crate) fn paths(&self) -> NamedPaths<'_> {
        let mut paths = NamedPaths::default();
        match self {
            Self::Quiz(args) => {
                paths.data(&args.result.files);
                paths.stdin = Some("the answers");
                paths.write("--save", args.save.as_deref());
                paths.write("--write-sheet", args.write_sheet.as_deref());
            }
            Self::Score(args) => paths.of_score(args),
            Self::Batch(args) => paths.of_batch(args),
            Self::Cohort(args) => paths.of_cohort(args),
            Self::Render(args) => {
                paths.data(&args.result.files);
                paths.read("the answers of the report", Some(&args.file), ExpectedFile::Report);
            }
            Self::Compare(args) => paths.of_compare(args),
            Self::Sittings(args) => {
                if let Some(SittingsAction::Show(args)) = &args.action {
                    paths.data(&args.files);
                }
            }
            Self::Show(args) => paths.data(&args.files),
            Self::Audit(args) => paths.of_audit(args),
            Self::Form(args) => paths.data(&args.files),
            Self::Page(args) => paths.data(&args.files),
            Self::Doctor(args) => paths.data(&args.files),
            // These read nothing.
            Self::Schema(_) | Self::Completions(_) | Self::Man(_) | Self::Init(_) => {}
        }
        paths.write("--output", self.result_file().and_then(ResultFile::path));
        paths
    }
}

impl<'a> NamedPaths<'a> {
    fn of_score(&mut self, args: &'a ScoreArgs) {
        self.data(&args.result.files);
        if args.answers.is_none() && args.answer.is_empty() {
            self.read("the answers", args.file.as_deref(), ExpectedFile::Sheet);
        }
    }

    fn of_batch(&mut self, args: &'a BatchArgs) {
        self.data(&args.files);
        self.rows(&args.inputs);
        self.map(&args.table);
        self.write("--letters", args.class.letters.as_deref());
    }

    fn of_cohort(&mut self, args: &'a CohortArgs) {
        self.data(&args.files);
        if args.merge.is_empty() {
            self.rows(&args.inputs);
            self.map(&args.table);
        }
        for path in &args.merge {
            self.read_by("--merge", "the summaries", path, ExpectedFile::Part);
        }
        for path in &args.against {
            self.read_by("--against", "the earlier rows", path, ExpectedFile::Rows);
        }
        args.against_catalogue.iter().for_each(|files| self.data(files));
        if let Some(path) = &args.chosen_map {
            let what = "the lines of the map of the choices";
            self.read_by("--chosen-map", what, path, ExpectedFile::ChoiceMap);
        }
    }

    fn of_audit(&mut self, args: &'a AuditArgs) {
        self.data(&args.files);
        if args.file.is_some() {
            self.read("the answers", args.file.as_deref(), ExpectedFile::RowsOfFile);
            self.map(&args.table);
        }
    }

    fn of_compare(&mut self, args: &'a CompareArgs) {
        self.data(&args.files);
        self.read("the answers", Some(&args.before), ExpectedFile::Sheet);
        if let Some(after) = &args.after {
            self.read("the answers", Some(after), ExpectedFile::Sheet);
        }
    }

    fn data(&mut self, files: &'a DataFiles) {
        let of_folder = |folder: Option<(&'static str, &Path)>| folder.map(|(option, _)| option);
        if let Some(path) = files.questions() {
            let option = of_folder(files.questions_folder()).unwrap_or("--questions");
            self.read_by(option, "the questions", path, ExpectedFile::Questions);
        }
        if let Some(path) = files.careers() {
            let option = of_folder(files.careers_folder()).unwrap_or("--careers");
            self.read_by(option, "the careers", path, ExpectedFile::Careers);
        }
    }

    /// Takes files and folders of rows, or standard input if there is none.
    fn rows(&mut self, inputs: &'a [PathBuf]) {
        if inputs.is_empty() {
            self.read("the rows", None, ExpectedFile::Rows);
        }
        for path in inputs {
            self.read("the rows", Some(path), ExpectedFile::Rows);
        }
    }

    fn map(&mut self, table: &'a TableArgs) {
        if let Some(path) = &table.map {
            let what = "the lines of the map of the columns";
            self.read_by("--map", what, path, ExpectedFile::ColumnMap);
        }
    }

    /// Takes a file that is read, or standard input if that is `-` or absent.
    fn read(&mut self, what: &'static str, path: Option<&'a Path>, expected: ExpectedFile) {
        match path {
            Some(path) if path.as_os_str() != "-" => {
                self.reads.push(NamedFile { what, path, option: None, expected });
            }
            _ => self.stdin = Some(what),
        }
    }

    /// The same of a file that an option names.
    fn read_by(
        &mut self,
        option: &'static str,
        what: &'static str,
        path: &'a Path,
        expected: ExpectedFile,
    ) {
        if path.as_os_str() == "-" {
            self.stdin = Some(what);
        } else {
            self.reads.push(NamedFile { what, path, option: Some(option), expected });
        }
    }

    /// Takes a file that is written, unless that is standard output.
    fn write(&mut self, option: &'static str, path: Option<&'a Path>) {
        self.writes.extend(path.filter(|path| path.as_os_str() != "-").map(|path| (option, path)));
    }
}
