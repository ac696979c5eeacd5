//! `rolefit batch`: a cohort, line for line.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::table::{Chunk, Record, RowError};

use crate::args::{BatchArgs, RowFormat};
use crate::builtin;
use crate::failure::{Failure, in_file};
use crate::files;
use crate::interruption::handle_signals;
use crate::output::{Output, RecordTarget};
use crate::rows::{
    Gleaned, Input, Recorder, RowProgress, RowsAhead, RowsTally, Workers, Writer, check,
    format_by_name,
};
use crate::text::TerminalText;

/// Bytes to begin with for the records of the rows that are read together.
const ROOM: usize = 1 << 18;

pub(crate) fn run(args: &BatchArgs, output: &mut Output) -> Result<(), Failure> {
    let catalogue = files::catalogue(&args.files)?;
    let format = args.format.or_else(|| args.output.as_deref().and_then(format_by_name));
    let format = format.unwrap_or(RowFormat::Ndjson);
    if args.full && format == RowFormat::Csv {
        return Err(Failure::Usage(
            "--full: a whole report does not fit a row; use --format ndjson".to_owned(),
        ));
    }
    let input = Input::open(args.file.as_deref(), &args.source, &args.table, &catalogue)?;
    if args.table.check {
        return check(input, &catalogue, args.threads, output);
    }
    input.note_reading(output);
    let assumed = input.assumed();
    let work = BatchWork::new(args, &catalogue, &input, format)?;
    // If signals cannot be handled, the file is written all the same.
    let handle_signals = || drop(handle_signals(false));
    let mut target = RecordTarget::open(args.output.as_deref(), handle_signals)?;
    // Records that come there show how far it is, and a bar would be among them.
    let mut progress = RowProgress::new(input.length, output.is_quiet() || target.is_terminal());
    let mut tally = RowsTally::default();
    let done = work.through(input, &mut target, &mut progress, &mut tally, output);
    progress.finish();
    assumed.note(output);
    if matches!(done, Ok(()) | Err(Failure::Rejected(_))) {
        output.note(&TerminalText::each_on_a_line(tally.lines(args.table.scale_from)));
        output.note(&TerminalText::each_on_a_line([tally.outcomes]));
    }
    done?;
    target.finish()?;
    tally.outcomes.judged()
}

/// About how many bytes the record of a row takes while it is made and as text, at the
/// most: what bounds the memory of a run is how many rows are underway.
fn bytes_a_row(args: &BatchArgs, catalogue: &Catalogue) -> usize {
    let roles = catalogue.careers().roles.len();
    let questions = catalogue.questionnaire().questions.len();
    if args.full {
        8_192 + roles * 4_096 + questions * 256
    } else {
        1_024 + args.top.or_all().min(roles) * 512 + questions * 16
    }
}

/// Some records as text.
#[derive(Default)]
struct WrittenRecords {
    text: Vec<u8>,
    gleaned: Gleaned,
    /// The row at which a strict run ends.
    stop: Option<RowError>,
}

/// What is done with every row.
struct BatchWork<'c> {
    recorder: Recorder<'c>,
    writer: Writer,
    workers: Workers,
    /// About how many bytes are made of a row.
    bytes_a_row: usize,
    strict: bool,
}

impl<'c> BatchWork<'c> {
    fn new(
        args: &BatchArgs,
        catalogue: &'c Catalogue,
        input: &Input,
        format: RowFormat,
    ) -> Result<Self, Failure> {
        let keep = input.rows.columns(&args.keep);
        let keep = keep.map_err(|error| Failure::Usage(format!("--keep: {error}")))?;
        let headings = keep.iter().map(|(heading, _)| heading.clone()).collect();
        let roles = catalogue.careers().roles.len().min(args.top.or(3));
        let recorder = Recorder {
            sheets: input.sheets(catalogue),
            reporter: builtin::reporter(catalogue),
            keep,
            full: args.full,
            top: args.top.or_all(),
        };
        Ok(Self {
            recorder,
            writer: Writer::new(format, headings, roles),
            workers: Workers::new(args.threads),
            bytes_a_row: bytes_a_row(args, catalogue),
            strict: args.strict,
        })
    }

    /// Takes every row through, or all up to the first that is rejected.
    fn through(
        &self,
        input: Input,
        target: &mut RecordTarget,
        progress: &mut RowProgress,
        tally: &mut RowsTally,
        output: &mut Output,
    ) -> Result<(), Failure> {
        // A table has its headings even if it has no rows.
        target.show(&self.writer.headings())?;
        let write = |chunk: &Chunk| (self.written(chunk), chunk.bytes_read());
        let most = self.workers.rows_at_a_time(self.bytes_a_row);
        let (file, rows) = (input.file, RowsAhead::begin(input.rows.at_most(most)));
        self.workers.in_order(rows, write, |(written, bytes)| {
            let written = written.map_err(Failure::io("the output"))?;
            target.show(&written.text)?;
            tally.add(&written.gleaned);
            if let Some(error) = written.stop {
                return Err(Failure::Rejected(in_file(file.as_deref(), error)));
            }
            progress.done(written.gleaned.outcomes.read(), bytes, output);
            Ok(())
        })
    }

    /// The records of some rows, one after the other.
    fn written(&self, chunk: &Chunk) -> std::io::Result<WrittenRecords> {
        let text = Vec::with_capacity(ROOM);
        let mut written = WrittenRecords { text, ..WrittenRecords::default() };
        for row in chunk.rows() {
            let record = self.recorder.record(&row, &mut written.gleaned);
            let Some(record) = record else { continue };
            match record {
                Record::Rejected(rejected) if self.strict => {
                    written.stop = Some(rejected.told.error);
                    break;
                }
                Record::Rejected(_) => {}
                Record::Brief(ref brief) => written.gleaned.count(brief.told.status),
                Record::Full(ref report) => written.gleaned.count(report.told.status),
            }
            self.writer.write(&mut written.text, &record)?;
        }
        Ok(written)
    }
}
