//! `rolefit batch`: a cohort, line for line.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::report::Reporter;
use rolefit_engine::table::{Chunk, Record, RowError};

use crate::args::{BatchArgs, RowFormat};
use crate::builtin;
use crate::failure::{Failure, in_file};
use crate::files::{self, RowSources};
use crate::interruption::handle_signals;
use crate::output::{Output, RecordTarget};
use crate::rows::{
    Assumed, Gleaned, Input, Inputs, Recorder, RowProgress, RowsAhead, RowsTally, Workers, Writer,
    check, format_by_name,
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
    let sources = RowSources::of(&args.inputs)?;
    let mut kept = None;
    let inputs = Inputs::open(&sources, &args.source, &args.table, &catalogue, |input| {
        if args.table.check { Ok(()) } else { look(args, input, &mut kept, output) }
    })?;
    if args.table.check {
        return check(inputs, &catalogue, args.threads, output);
    }
    let has_table = inputs.have_table();
    let work = BatchWork::new(args, &catalogue, format, sources.are_many(), kept);
    // If signals cannot be handled, the file is written all the same.
    let handle_signals = || drop(handle_signals(false));
    let mut target = RecordTarget::open(args.output.as_deref(), handle_signals)?;
    // Records that come there show how far it is, and a bar would be among them.
    let mut progress = RowProgress::new(inputs.length(), output.is_quiet() || target.is_terminal());
    let mut tally = RowsTally::default();
    let done = work.through(inputs, &mut target, &mut progress, &mut tally, output);
    progress.finish();
    if matches!(done, Ok(_) | Err(Failure::Rejected(_))) {
        for (file, assumed) in done.as_ref().into_iter().flatten() {
            assumed.note(file.as_deref(), output);
        }
        output.note(&TerminalText::each_on_a_line(tally.lines(args.table.scale_from)));
        output.note(&TerminalText::each_on_a_line([tally.outcomes]));
    }
    done?;
    target.finish()?;
    tally.outcomes.judged(has_table)
}

/// Notes how a file is understood. All have to have the same columns to carry through.
fn look(
    args: &BatchArgs,
    input: &Input,
    kept: &mut Option<Vec<String>>,
    output: &mut Output,
) -> Result<(), Failure> {
    let headings: Vec<String> = keep(args, input)?.into_iter().map(|(name, _)| name).collect();
    if *kept.get_or_insert_with(|| headings.clone()) != headings {
        let what = "--keep: the files have not the same columns of these";
        return Err(Failure::Usage(in_file(input.file.as_deref(), what)));
    }
    input.note_reading(output);
    Ok(())
}

/// The columns of a file that are carried through: their headings and places.
fn keep(args: &BatchArgs, input: &Input) -> Result<Vec<(String, usize)>, Failure> {
    let keep = input.rows.columns(&args.keep);
    keep.map_err(|error| Failure::Usage(input.told(format!("--keep: {error}"))))
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

/// The files that were read, each with whether its table was taken for Windows-1252.
type ReadFiles = Vec<(Option<String>, Assumed)>;

/// What is done with every row.
struct BatchWork<'w, 'c> {
    args: &'w BatchArgs,
    catalogue: &'c Catalogue,
    reporter: Reporter<'c>,
    writer: Writer,
    workers: Workers,
}

impl<'w, 'c> BatchWork<'w, 'c> {
    fn new(
        args: &'w BatchArgs,
        catalogue: &'c Catalogue,
        format: RowFormat,
        has_source: bool,
        kept: Option<Vec<String>>,
    ) -> Self {
        let roles = catalogue.careers().roles.len().min(args.top.or(3));
        Self {
            args,
            catalogue,
            reporter: builtin::reporter(catalogue),
            writer: Writer::new(format, has_source, kept.unwrap_or_default(), roles),
            workers: Workers::new(args.threads),
        }
    }

    /// Takes every row through, or all up to the first that is rejected.
    fn through(
        &self,
        inputs: Inputs<'_>,
        target: &mut RecordTarget,
        progress: &mut RowProgress,
        tally: &mut RowsTally,
        output: &mut Output,
    ) -> Result<ReadFiles, Failure> {
        // A table has its headings even if it has no rows.
        target.show(&self.writer.headings())?;
        let mut read = Vec::new();
        for input in inputs {
            let input = input?;
            let recorder = self.recorder(&input)?;
            read.push((input.file.clone(), input.assumed()));
            let write = |chunk: &Chunk| (self.written(&recorder, chunk), chunk.bytes_read());
            let most = self.workers.rows_at_a_time(bytes_a_row(self.args, self.catalogue));
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
            })?;
        }
        Ok(read)
    }

    /// What makes the records of a file.
    fn recorder(&self, input: &Input) -> Result<Recorder<'_, 'c>, Failure> {
        Ok(Recorder {
            sheets: input.sheets(self.catalogue),
            reporter: &self.reporter,
            keep: keep(self.args, input)?,
            source: input.source.clone(),
            full: self.args.full,
            top: self.args.top.or_all(),
        })
    }

    /// The records of some rows, one after the other.
    fn written(
        &self,
        recorder: &Recorder<'_, 'c>,
        chunk: &Chunk,
    ) -> std::io::Result<WrittenRecords> {
        let text = Vec::with_capacity(ROOM);
        let mut written = WrittenRecords { text, ..WrittenRecords::default() };
        for row in chunk.rows() {
            let record = recorder.record(&row, &mut written.gleaned);
            let Some(record) = record else { continue };
            match record {
                Record::Rejected(rejected) if self.args.strict => {
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
