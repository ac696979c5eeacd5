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
    /// The files that it reads, each with what is in it.
    pub(crate) reads: Vec<(&'static str, &'a Path)>,
    /// What standard input brings, if it is read.
    pub(crate) stdin: Option<&'static str>,
    /// The files that it may write over or add to, each with its option.
    pub(crate) writes: Vec<(&'static str, &'a Path)>,
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
                paths.read("the answers of the report", Some(&args.file));
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
            self.read("the answers", args.file.as_deref());
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
            self.read("the summaries", Some(path));
        }
        for path in &args.against {
            self.read("the earlier rows", Some(path));
        }
        args.against_catalogue.iter().for_each(|files| self.data(files));
        self.reads.extend(
            args.chosen_map.as_deref().map(|path| ("the lines of the map of the choices", path)),
        );
    }

    fn of_audit(&mut self, args: &'a AuditArgs) {
        self.data(&args.files);
        if args.file.is_some() {
            self.read("the answers", args.file.as_deref());
            self.map(&args.table);
        }
    }

    fn of_compare(&mut self, args: &'a CompareArgs) {
        self.data(&args.files);
        self.read("the answers", Some(&args.before));
        if let Some(after) = &args.after {
            self.read("the answers", Some(after));
        }
    }

    fn data(&mut self, files: &'a DataFiles) {
        let named = [("the questions", files.questions()), ("the careers", files.careers())];
        self.reads.extend(named.into_iter().filter_map(|(what, path)| Some((what, path?))));
    }

    /// Takes files and folders of rows, or standard input if there is none.
    fn rows(&mut self, inputs: &'a [PathBuf]) {
        if inputs.is_empty() {
            self.read("the rows", None);
        }
        for path in inputs {
            self.read("the rows", Some(path));
        }
    }

    fn map(&mut self, table: &'a TableArgs) {
        self.reads
            .extend(table.map.as_deref().map(|path| ("the lines of the map of the columns", path)));
    }

    /// Takes a file that is read, or standard input if that is `-` or absent.
    fn read(&mut self, what: &'static str, path: Option<&'a Path>) {
        match path {
            Some(path) if path.as_os_str() != "-" => self.reads.push((what, path)),
            _ => self.stdin = Some(what),
        }
    }

    /// Takes a file that is written, unless that is standard output.
    fn write(&mut self, option: &'static str, path: Option<&'a Path>) {
        self.writes.extend(path.filter(|path| path.as_os_str() != "-").map(|path| (option, path)));
    }
}
