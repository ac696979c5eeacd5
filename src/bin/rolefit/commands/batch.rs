//! `rolefit batch`: a cohort, line for line.

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;
use rolefit::report::Reporter;
use rolefit::sheet::{Columns, Rows};

use crate::args::{BatchArgs, Common, RowFormat};
use crate::batch::{Input, Record, Recorder, Row, Writer};
use crate::failure::Failure;
use crate::files;
use crate::output::Output;

pub(crate) fn run(args: &BatchArgs, common: &Common, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(common)?;
    let rows = Rows::new(&catalogue);
    let to =
        args.to.or_else(|| args.output.as_deref().and_then(by_name)).unwrap_or(RowFormat::Ndjson);
    if args.full && to == RowFormat::Csv {
        return Err(Failure::Usage(
            "--full: a whole report does not fit a row; use --to ndjson".to_owned(),
        ));
    }
    let from = args.from.or_else(|| args.file.as_deref().and_then(by_name));
    let mut input = Input::open(source(args)?, from, &rows)?;
    let keep = args.keep.iter().map(|name| {
        let missing = || Failure::Usage(format!("--keep: the table has no column \"{name}\""));
        input.heading(name).ok_or_else(missing)
    });
    let keep = keep.collect::<Result<Vec<usize>, Failure>>()?;
    let top = common.top.map_or(usize::MAX, usize::from);
    let reporter = Reporter::new(&catalogue);
    let recorder = Recorder { rows, reporter, keep, full: args.full, top };
    let roles = catalogue.careers().roles.len().min(common.top.map_or(3, usize::from));
    let writer = Writer::new(to, args.keep.clone(), roles);
    let threads = rayon::ThreadPoolBuilder::new().num_threads(args.threads.map_or(0, usize::from));
    let threads =
        threads.build().map_err(|error| Failure::io("--threads")(io::Error::other(error)))?;
    let mut target = Target::open(args.output.as_deref())?;
    let mut work =
        Work { recorder, writer, threads, strict: args.strict, counts: Counts::default() };
    work.through(&mut input, &mut target, &progress(common.quiet))?;
    target.finish()?;
    output.say(&work.counts.summary()).map_err(Failure::io("standard error"))?;
    if work.counts.rejected > 0 { Err(Failure::Unsound) } else { Ok(()) }
}

fn by_name(path: &Path) -> Option<RowFormat> {
    match path.extension()?.to_str()? {
        "csv" => Some(RowFormat::Csv),
        "ndjson" | "jsonl" => Some(RowFormat::Ndjson),
        _ => None,
    }
}

fn source(args: &BatchArgs) -> Result<Box<dyn Read>, Failure> {
    match args.file.as_deref() {
        Some(path) if path.as_os_str() != "-" => {
            let file = File::open(path);
            let file = file.and_then(|file| {
                if file.metadata()?.is_dir() {
                    return Err(io::Error::from(io::ErrorKind::IsADirectory));
                }
                Ok(file)
            });
            let no_input = |source| Failure::NoInput { path: path.to_owned(), source };
            Ok(Box::new(file.map_err(no_input)?))
        }
        None if io::stdin().is_terminal() => {
            Err(Failure::Usage("no rows: give a FILE, or pipe rows to standard input".to_owned()))
        }
        _ => Ok(Box::new(io::stdin())),
    }
}

/// A count of rows on the error stream, if that is a terminal.
fn progress(quiet: bool) -> ProgressBar {
    let target = if quiet { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let bar = ProgressBar::with_draw_target(None, target);
    match ProgressStyle::with_template("{human_pos} rows, {per_sec}, {elapsed}") {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

/// What became of the rows.
#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    scored: u64,
    rejected: u64,
    blank: u64,
}

impl Counts {
    fn add(&mut self, record: &Record<'_>) {
        match record {
            Record::Brief(..) | Record::Full(_) => self.scored += 1,
            Record::Error(..) => self.rejected += 1,
            Record::Blank => self.blank += 1,
        }
    }

    fn summary(self) -> String {
        let Self { scored, rejected, blank } = self;
        let read = scored + rejected + blank;
        format!("{read} rows read: {scored} scored, {rejected} rejected, {blank} blank\n")
    }
}

struct Work<'c> {
    recorder: Recorder<'c>,
    writer: Writer,
    threads: rayon::ThreadPool,
    strict: bool,
    counts: Counts,
}

impl<'c> Work<'c> {
    /// Takes every row through, or all up to the first that is rejected.
    fn through(
        &mut self,
        input: &mut Input,
        target: &mut Target,
        bar: &ProgressBar,
    ) -> Result<(), Failure> {
        loop {
            let rows = input.next()?;
            if rows.is_empty() {
                // A table has its headings even if it has no rows.
                target.write(&self.writer.write(&[]).map_err(Failure::io("the output"))?)?;
                bar.finish_and_clear();
                return Ok(());
            }
            let records = self.records(&rows, input.columns());
            let mut stop = None;
            for (at, record) in records.iter().enumerate() {
                self.counts.add(record);
                if let (true, Record::Error(line, message)) = (self.strict, record) {
                    stop = Some((at, format!("line {line}: {message}")));
                    break;
                }
            }
            let told = stop.as_ref().map_or(records.len(), |(at, _)| *at);
            let text = self.writer.write(records.get(..told).unwrap_or_default());
            target.write(&text.map_err(Failure::io("the output"))?)?;
            bar.inc(rows.len() as u64);
            if let Some((_, why)) = stop {
                bar.finish_and_clear();
                return Err(Failure::Rejected(why));
            }
        }
    }

    fn records(&self, rows: &[Row], columns: Option<&Columns>) -> Vec<Record<'c>> {
        let record = |row: &Row| self.recorder.record(row, columns);
        // A few rows are done sooner than they are shared out.
        if rows.len() < 16 {
            return rows.iter().map(record).collect();
        }
        self.threads.install(|| rows.par_iter().map(record).collect())
    }
}

/// Where records go: standard output, or a file that appears when it is whole.
enum Target {
    Stdout(io::Stdout),
    File(tempfile::NamedTempFile, PathBuf),
}

impl Target {
    fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path else { return Ok(Self::Stdout(io::stdout())) };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let file = tempfile::Builder::new().prefix(".rolefit-").tempfile_in(folder);
        Ok(Self::File(file.map_err(Failure::io(folder.display().to_string()))?, path.to_owned()))
    }

    fn write(&mut self, text: &[u8]) -> Result<(), Failure> {
        let written = match self {
            Self::Stdout(stdout) => stdout.write_all(text).and_then(|()| stdout.flush()),
            Self::File(file, _) => file.write_all(text),
        };
        written.map_err(Failure::io("the output"))
    }

    fn finish(self) -> Result<(), Failure> {
        let Self::File(file, path) = self else { return Ok(()) };
        let what = path.display().to_string();
        file.as_file().sync_all().map_err(Failure::io(what.clone()))?;
        file.persist(&path).map(|_| ()).map_err(|error| Failure::io(what)(error.error))
    }
}
