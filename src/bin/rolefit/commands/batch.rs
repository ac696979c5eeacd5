//! `rolefit batch`: a cohort, line for line.

use std::{fs, io};

use rolefit::report::{Record, Rejected, Reporter};
use rolefit::sheet::{Columns, Rows};

use crate::args::{BatchArgs, Common, RowFormat};
use crate::failure::Failure;
use crate::files;
use crate::output::Output;
use crate::render::clean_lines;
use crate::rows::{
    Chunk, Input, Progress, Recorder, Source, Target, Writer, by_name, in_order, pool,
};

/// Bytes to begin with for the records of the rows that are read together.
const ROOM: usize = 1 << 18;

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
    apart(args)?;
    let source = Source::open(args.file.as_deref())?;
    let mut progress = Progress::new(source.length, common.quiet);
    let input = Input::open(source, from, &rows)?;
    let unused = clean_lines(&input.nearly_questions(&catalogue));
    output.say(&unused).map_err(Failure::io("standard error"))?;
    let keep = args.keep.iter().map(|name| {
        let missing = || Failure::Usage(format!("--keep: the table has no column \"{name}\""));
        input.heading(name).ok_or_else(missing).map(|at| (name.clone(), at))
    });
    let keep = keep.collect::<Result<_, Failure>>()?;
    let top = common.top.map_or(usize::MAX, usize::from);
    let reporter = Reporter::new(&catalogue);
    let recorder = Recorder { rows, reporter, keep, full: args.full, top };
    let roles = catalogue.careers().roles.len().min(common.top.map_or(3, usize::from));
    let writer = Writer::new(to, args.keep.clone(), roles);
    let work = Work { recorder, writer, threads: pool(args.threads)?, strict: args.strict };
    let mut target = Target::open(args.output.as_deref())?;
    let counts = work.through(input, &mut target, &mut progress, output);
    progress.finish();
    let counts = counts?;
    target.finish()?;
    output.say(&counts.summary()).map_err(Failure::io("standard error"))?;
    if counts.rejected > 0 { Err(Failure::Unsound) } else { Ok(()) }
}

/// Refuses to write over the rows.
fn apart(args: &BatchArgs) -> Result<(), Failure> {
    if let Some((from, to)) = args.file.as_deref().zip(args.output.as_deref())
        && fs::canonicalize(from).ok().is_some_and(|from| fs::canonicalize(to).ok() == Some(from))
    {
        return Err(Failure::Usage(
            "--output: this is the file that the rows are in; the records would replace them"
                .to_owned(),
        ));
    }
    Ok(())
}

/// What became of the rows.
#[derive(Debug, Default, Clone, Copy)]
struct Counts {
    scored: u64,
    rejected: u64,
    blank: u64,
}

impl Counts {
    fn read(self) -> u64 {
        self.scored + self.rejected + self.blank
    }

    fn with(self, other: Self) -> Self {
        Self {
            scored: self.scored + other.scored,
            rejected: self.rejected + other.rejected,
            blank: self.blank + other.blank,
        }
    }

    fn summary(self) -> String {
        let Self { scored, rejected, blank } = self;
        let read = self.read();
        format!("{read} rows read: {scored} scored, {rejected} rejected, {blank} blank\n")
    }
}

/// Some records as text.
#[derive(Default)]
struct Written {
    text: Vec<u8>,
    counts: Counts,
    /// The row at which a strict run ends.
    stop: Option<Rejected>,
}

struct Work<'c> {
    recorder: Recorder<'c>,
    writer: Writer,
    threads: rayon::ThreadPool,
    strict: bool,
}

impl Work<'_> {
    /// Takes every row through, or all up to the first that is rejected.
    fn through(
        &self,
        input: Input,
        target: &mut Target,
        progress: &mut Progress,
        output: &mut Output,
    ) -> Result<Counts, Failure> {
        let to_output = || Failure::io("the output");
        // A table has its headings even if it has no rows.
        target.write(&self.writer.headings().map_err(to_output())?)?;
        let mut counts = Counts::default();
        let columns = input.columns().cloned();
        let write = |read: Result<(Chunk, u64), Failure>| {
            let (chunk, bytes) = read?;
            Ok((self.written(&chunk, columns.as_ref()).map_err(to_output())?, bytes))
        };
        in_order(&self.threads, &input.chunks(), write, |written: Result<_, Failure>| {
            let (written, bytes): (Written, u64) = written?;
            target.write(&written.text)?;
            counts = counts.with(written.counts);
            if let Some(Rejected { error }) = written.stop {
                let why = format!("line {}: {}", error.line, error.message);
                return Err(Failure::Rejected(why));
            }
            progress.done(written.counts.read(), bytes, output);
            Ok(())
        })?;
        Ok(counts)
    }

    /// The records of some rows, one after the other.
    fn written(&self, chunk: &Chunk, columns: Option<&Columns>) -> io::Result<Written> {
        let text = Vec::with_capacity(ROOM);
        let mut written = Written { text, ..Written::default() };
        for row in chunk.rows().iter() {
            match self.recorder.record(row, columns) {
                None => written.counts.blank += 1,
                Some(Record::Rejected(rejected)) if self.strict => {
                    written.stop = Some(rejected);
                    break;
                }
                Some(record) => {
                    match &record {
                        Record::Rejected(_) => written.counts.rejected += 1,
                        _ => written.counts.scored += 1,
                    }
                    self.writer.write(&mut written.text, &record)?;
                }
            }
        }
        Ok(written)
    }
}
