//! Rows that are read and not scored.

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::table::{Chunk, RowError, SheetReader};

use super::input::Input;
use super::inputs::Inputs;
use super::outcomes::RowOutcomes;
use super::progress::RowProgress;
use super::tally::{Gleaned, RowsTally};
use super::workers::Workers;
use crate::failure::{Failure, in_file};
use crate::output::Output;
use crate::text::TerminalText;

/// Says of each file how its rows are understood, and which cannot be.
pub(crate) fn check(
    inputs: Inputs<'_>,
    catalogue: &Catalogue,
    threads: Option<u16>,
    output: &mut Output,
) -> Result<(), Failure> {
    let (mut all, mut rejected, mut tally) =
        (RowOutcomes::default(), Vec::new(), RowsTally::default());
    let needs_rows = inputs.need_rows();
    if !inputs.have_table() {
        inputs.refuse_empty()?;
    }
    for input in inputs {
        let told = of_file(input?, catalogue, threads, tally.before_next_file(), output)?;
        tally = told.0;
        all = all.with(tally.outcomes);
        rejected.extend(told.1);
    }
    all.judged_aloud(needs_rows, &rejected, output.is_quiet())
}

/// What was learnt of its rows, and what is wrong with the first that were rejected.
fn of_file(
    input: Input,
    catalogue: &Catalogue,
    threads: Option<u16>,
    mut tally: RowsTally,
    output: &mut Output,
) -> Result<(RowsTally, Vec<String>), Failure> {
    input.tell_reading(output);
    let assumed = input.assumed();
    let sheets = input.sheets(catalogue);
    let (lowest, of_many) = (input.lowest, input.source.is_some());
    let mut progress = RowProgress::new(input.length, output.is_quiet());
    let workers = Workers::new(threads);
    let bytes_a_row = 1_024 + catalogue.questionnaire().questions.len() * 16;
    let (file, chunks) = input.chunks(workers.rows_at_a_time(bytes_a_row));
    let mut rejected = Vec::new();
    let done = workers.in_order(
        chunks,
        file.as_deref(),
        |chunk| read(&sheets, chunk),
        |(gleaned, errors, bytes)| {
            tally.add(&gleaned, None);
            rejected.extend(errors.into_iter().map(|error| in_file(file.as_deref(), error)));
            rejected.truncate(RowOutcomes::TOLD);
            progress.done(gleaned.outcomes.read(), bytes, output);
            Ok(())
        },
    );
    progress.finish();
    assumed.note(file.as_deref(), output);
    done?;
    let among = file.as_deref().filter(|_| of_many);
    let lines = tally.lines(lowest).into_iter().map(|line| in_file(among, line));
    output.note(&TerminalText::each_on_a_line(lines));
    output.note(&tally.outcomes.told(&rejected, among));
    Ok((tally, rejected))
}

fn read(sheets: &SheetReader<'_>, chunk: &Chunk) -> (Gleaned, Vec<RowError>, u64) {
    let (mut gleaned, mut errors) = (Gleaned::default(), Vec::new());
    for row in chunk.rows() {
        match gleaned.read(sheets, &row) {
            Some(Ok(_)) => gleaned.outcomes.sheets += 1,
            Some(Err(error)) if errors.len() < RowOutcomes::TOLD => errors.push(error),
            Some(Err(_)) | None => {}
        }
    }
    (gleaned, errors, chunk.bytes_read())
}
