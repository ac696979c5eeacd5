//! The rows, taken through one after the other.

use std::io;

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::report::Reporter;
use rolefit_engine::sheet::Sheet;
use rolefit_engine::table::{Chunk, Record, RowError};

use super::of_rows::keep;
use crate::args::BatchArgs;
use crate::builtin;
use crate::failure::{Failure, in_file};
use crate::output::Output;
use crate::rows::{
    Assumed, BatchRecord, Gleaned, Input, Inputs, Recorder, RowOutcomes, RowProgress, RowsTally,
    WantedRecord, Workers,
};
use crate::text::TerminalText;

/// What is done with every row.
pub(super) struct BatchWork<'w, 'c> {
    pub(super) args: &'w BatchArgs,
    pub(super) catalogue: &'c Catalogue,
    pub(super) reporter: Reporter<'c>,
    workers: Workers,
}

/// How the rows are done.
#[derive(Debug, Clone, Copy)]
pub(super) struct HowDone {
    pub(super) wanted: WantedRecord,
    /// About how many bytes what is made of a row takes, at the most: what bounds the memory
    /// of a run is how many rows are underway.
    pub(super) bytes_a_row: usize,
    /// Whether to show how far it is.
    pub(super) shows_progress: bool,
}

/// What was made of some rows.
struct PartDone<T> {
    part: T,
    gleaned: Gleaned,
    /// What is wrong with the first rows that were rejected.
    rejected: Vec<RowError>,
    /// The row at which a strict run ends.
    stop: Option<RowError>,
}

impl<T> PartDone<T> {
    /// Takes note of what is wrong with a row, if it is one of the first.
    fn note_rejected(&mut self, record: &BatchRecord<'_>) {
        if let Record::Rejected(of) = record
            && self.rejected.len() < RowOutcomes::TOLD
        {
            self.rejected.push(of.told.error.clone());
        }
    }
}

/// What became of all rows, and what is wrong with the first that were rejected.
pub(super) struct RowsDone {
    pub(super) outcomes: RowOutcomes,
    rejected: Vec<String>,
}

impl RowsDone {
    /// Whether all is well, as of [`RowOutcomes::judged_aloud`].
    pub(super) fn judged(&self, is_table: bool, output: &Output) -> Result<(), Failure> {
        self.outcomes.judged_aloud(is_table, &self.rejected, output.is_quiet())
    }
}

/// The files that were read, each with whether its table was taken for Windows-1252.
type ReadFiles = Vec<(Option<String>, Assumed)>;

impl<'w, 'c> BatchWork<'w, 'c> {
    pub(super) fn new(args: &'w BatchArgs, catalogue: &'c Catalogue) -> Self {
        let (reporter, workers) = (builtin::reporter(catalogue), Workers::new(args.threads));
        Self { args, catalogue, reporter, workers }
    }

    /// Takes every row through, or all up to the first that is rejected: `begin` gives an empty
    /// part, `make` adds a record to it, both in any thread, and `take` takes the parts in the
    /// order of the rows, in one of them. Says what became of them.
    pub(super) fn through<T: Send>(
        &self,
        inputs: Inputs<'_>,
        how: HowDone,
        begin: impl Fn() -> T + Sync,
        make: impl Fn(&BatchRecord<'c>, Option<&Sheet<'c>>, &mut T) -> io::Result<()> + Sync,
        mut take: impl FnMut(T) -> Result<(), Failure> + Send,
        output: &mut Output,
    ) -> Result<RowsDone, Failure> {
        let quiet = output.is_quiet() || !how.shows_progress;
        let mut progress = RowProgress::new(inputs.length(), quiet);
        let (mut tally, mut rejected) = (RowsTally::default(), Vec::new());
        let done = self.each(inputs, how, &begin, &make, &mut |made: PartDone<T>, bytes, file| {
            take(made.part)?;
            tally.add(&made.gleaned, file);
            rejected.extend(made.rejected.into_iter().map(|error| in_file(file, error)));
            rejected.truncate(RowOutcomes::TOLD);
            if let Some(error) = made.stop {
                return Err(Failure::Rejected(in_file(file, error)));
            }
            progress.done(made.gleaned.outcomes.read(), bytes, output);
            Ok(())
        });
        progress.finish();
        if matches!(done, Ok(_) | Err(Failure::Rejected(_))) {
            for (file, assumed) in done.as_ref().into_iter().flatten() {
                assumed.note(file.as_deref(), output);
            }
            output.note(&TerminalText::each_on_a_line(tally.lines(self.args.table.scale_from)));
            // Records that are seen as they come tell of the rejected themselves.
            let told = if how.shows_progress { &rejected[..] } else { &[] };
            output.note(&tally.outcomes.told(told, None));
        }
        done?;
        Ok(RowsDone { outcomes: tally.outcomes, rejected })
    }

    fn each<T: Send>(
        &self,
        inputs: Inputs<'_>,
        how: HowDone,
        begin: &(impl Fn() -> T + Sync),
        make: &(impl Fn(&BatchRecord<'c>, Option<&Sheet<'c>>, &mut T) -> io::Result<()> + Sync),
        take: &mut (impl FnMut(PartDone<T>, u64, Option<&str>) -> Result<(), Failure> + Send),
    ) -> Result<ReadFiles, Failure> {
        let mut read = Vec::new();
        for input in inputs {
            let input = input?;
            let recorder = self.recorder(&input, how.wanted)?;
            read.push((input.file.clone(), input.assumed()));
            let of_chunk =
                |chunk: &Chunk| (self.made(&recorder, chunk, begin(), make), chunk.bytes_read());
            let (file, chunks) = input.chunks(self.workers.rows_at_a_time(how.bytes_a_row));
            self.workers.in_order(chunks, file.as_deref(), of_chunk, |(done, bytes)| {
                take(done.map_err(Failure::io("the records"))?, bytes, file.as_deref())
            })?;
        }
        Ok(read)
    }

    /// What makes the records of a file.
    fn recorder(&self, input: &Input, wanted: WantedRecord) -> Result<Recorder<'_, 'c>, Failure> {
        Ok(Recorder {
            sheets: input.sheets(self.catalogue),
            reporter: &self.reporter,
            keep: keep(self.args, input)?,
            source: input.source.clone(),
            wanted,
        })
    }

    /// What is made of some rows, added to this `part`.
    fn made<T>(
        &self,
        recorder: &Recorder<'_, 'c>,
        chunk: &Chunk,
        part: T,
        make: &impl Fn(&BatchRecord<'c>, Option<&Sheet<'c>>, &mut T) -> io::Result<()>,
    ) -> io::Result<PartDone<T>> {
        let (gleaned, rejected) = (Gleaned::default(), Vec::new());
        let mut done = PartDone { part, gleaned, rejected, stop: None };
        for row in chunk.rows() {
            let Some((record, sheet)) = recorder.record(&row, &mut done.gleaned) else { continue };
            if self.args.strict
                && let Record::Rejected(rejected) = record
            {
                done.stop = Some(rejected.told.error);
                break;
            }
            done.note_rejected(&record);
            make(&record, sheet.as_ref(), &mut done.part)?;
        }
        Ok(done)
    }
}
