//! A record of each row, for programs.

use std::sync::{Mutex, PoisonError};

use rolefit_engine::catalogue::Catalogue;
use rolefit_engine::report::{Explain, RecordText};

use super::of_rows::OfRows;
use super::work::{BatchWork, HowDone};
use crate::args::{BatchArgs, BatchFormat};
use crate::failure::Failure;
use crate::interruption::handle_signals;
use crate::output::{Output, RecordTarget};
use crate::rows::{Inputs, WantedRecord, Writer};

pub(super) fn write(
    work: &BatchWork<'_, '_>,
    inputs: Inputs<'_>,
    of_rows: OfRows,
    format: BatchFormat,
    output: &mut Output,
) -> Result<(), Failure> {
    let (args, catalogue) = (work.args, work.catalogue);
    let needs_rows = inputs.need_rows();
    let separator = match format {
        BatchFormat::Ndjson => None,
        BatchFormat::Tsv => Some(b'\t'),
        BatchFormat::Csv | BatchFormat::Xlsx => Some(b','),
    };
    let roles = catalogue.careers().roles.len().min(args.top.or(3));
    let writer = Writer::new(separator, of_rows.are_many, of_rows.kept, roles, catalogue);
    // If signals cannot be handled, the file is written all the same.
    let handle_signals = || drop(handle_signals(false));
    let mut target = RecordTarget::open(args.output.path(), handle_signals)?;
    // A table has its headings even if it has no rows.
    target.show(&writer.headings())?;
    let top = args.top.or_all();
    let how = HowDone {
        wanted: if args.full {
            WantedRecord::Full(top, Explain::Nothing)
        } else {
            WantedRecord::Brief(top)
        },
        bytes_a_row: bytes_a_row(args, catalogue),
        // Records that come there show how far it is, and a bar would be among them.
        shows_progress: !target.is_terminal(),
    };
    // Empty texts, whose room is used again.
    let empty: Mutex<Vec<RecordText>> = Mutex::default();
    let empties = || empty.lock().unwrap_or_else(PoisonError::into_inner);
    let done = work.through(
        inputs,
        how,
        || empties().pop().unwrap_or_default(),
        |record, _, part| writer.write(part, record),
        |mut part| {
            target.show(part.as_bytes())?;
            part.clear();
            empties().push(part);
            Ok(())
        },
        output,
    )?;
    target.finish()?;
    done.judged(needs_rows, output)
}

/// About how many bytes the record of a row takes while it is made and as text, at the
/// most.
fn bytes_a_row(args: &BatchArgs, catalogue: &Catalogue) -> usize {
    let roles = catalogue.careers().roles.len();
    let questions = catalogue.questionnaire().questions.len();
    if args.full {
        8_192 + roles * 4_096 + questions * 256
    } else {
        1_024 + args.top.or_all().min(roles) * 512 + questions * 16
    }
}
