//! `rolefit batch`: a cohort, line for line.

use std::{fs, io};

use rolefit_engine::report::{Record, Reporter, RowError};
use rolefit_engine::table::{Chunk, Columns, Input, Rows};

use crate::args::{BatchArgs, RowFormat};
use crate::failure::Failure;
use crate::files;
use crate::output::Output;
use crate::rows::{
    Progress, Read, Recorder, RowCounts, Source, Target, Writer, by_name, chunks, in_order, pool,
    size,
};
use crate::text::{clean_lines, clean_text};

/// Bytes to begin with for the records of the rows that are read together.
const ROOM: usize = 1 << 18;

pub(crate) fn run(args: &BatchArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.files)?;
    let rows = Rows::new(&catalogue);
    let to = args
        .format
        .or_else(|| args.output.as_deref().and_then(by_name))
        .unwrap_or(RowFormat::Ndjson);
    if args.full && to == RowFormat::Csv {
        return Err(Failure::Usage(
            "--full: a whole report does not fit a row; use --format ndjson".to_owned(),
        ));
    }
    let from = args.from.or_else(|| args.file.as_deref().and_then(by_name));
    apart(args)?;
    let source = Source::open(args.file.as_deref())?;
    let length = source.length;
    let input = Input::open(source.from, from.map(RowFormat::syntax), &rows)?;
    output.note(&clean_lines(&input.nearly_questions(&catalogue)));
    let keep = input.columns_called(&args.keep);
    let keep = keep.map_err(|why| Failure::Usage(format!("--keep: {why}")))?;
    let top = args.top.or_all();
    let reporter = Reporter::new(&catalogue);
    let roles = catalogue.careers().roles.len().min(args.top.or(3));
    let headings = keep.iter().map(|(heading, _)| heading.clone()).collect();
    let writer = Writer::new(to, headings, roles);
    let recorder = Recorder { rows, reporter, keep, full: args.full, top };
    let work = Work { recorder, writer, threads: pool(args.threads)?, strict: args.strict };
    let mut target = Target::open(args.output.as_deref())?;
    // Records that come there show how far it is, and a bar would be among them.
    let mut progress = Progress::new(length, output.is_quiet() || target.is_terminal());
    let mut counts = RowCounts::default();
    let done = work.through(input, &mut target, &mut progress, &mut counts, output);
    progress.finish();
    if matches!(done, Ok(()) | Err(Failure::Rejected(_))) {
        output.note(&format!("{counts}\n"));
    }
    done?;
    target.finish()?;
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

/// Writes records as they are, but for a terminal, which would obey what is in them.
fn show(text: &[u8], target: &mut Target) -> Result<(), Failure> {
    if target.is_terminal() {
        target.write(clean_text(&String::from_utf8_lossy(text)).as_bytes())
    } else {
        target.write(text)
    }
}

/// Some records as text.
#[derive(Default)]
struct Written {
    text: Vec<u8>,
    counts: RowCounts,
    /// The row at which a strict run ends.
    stop: Option<RowError>,
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
        counts: &mut RowCounts,
        output: &mut Output,
    ) -> Result<(), Failure> {
        let to_output = || Failure::io("the output");
        // A table has its headings even if it has no rows.
        show(&self.writer.headings().map_err(to_output())?, target)?;
        let columns = input.columns().cloned();
        let write = |read: Read| {
            let (chunk, bytes) = read?;
            Ok((self.written(&chunk, columns.as_ref()).map_err(to_output())?, bytes))
        };
        in_order(&self.threads, &chunks(input), size, write, |written: Result<_, Failure>| {
            let (written, bytes): (Written, u64) = written?;
            show(&written.text, target)?;
            *counts = counts.with(written.counts);
            if let Some(error) = written.stop {
                let why = format!("line {}: {}", error.line, error.message);
                return Err(Failure::Rejected(why));
            }
            progress.done(written.counts.read(), bytes, output);
            Ok(())
        })
    }

    /// The records of some rows, one after the other.
    fn written(&self, chunk: &Chunk, columns: Option<&Columns>) -> io::Result<Written> {
        let text = Vec::with_capacity(ROOM);
        let mut written = Written { text, ..Written::default() };
        for row in chunk.rows().iter() {
            match self.recorder.record(row, columns) {
                None => written.counts.blank += 1,
                Some(Record::Rejected(rejected)) if self.strict => {
                    written.counts.rejected += 1;
                    written.stop = Some(rejected.told.error);
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
