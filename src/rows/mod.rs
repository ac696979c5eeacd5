//! The rows of `batch` and `cohort`: opened, read in chunks, shared out to threads, and
//! their records written in order. Nothing is kept of a row.

mod check;
mod choice;
mod chunk_reader;
mod decoded;
mod in_order;
mod input;
mod inputs;
mod locked;
mod outcomes;
mod progress;
mod recorder;
mod respondents;
mod tally;
mod uneven;
mod workers;
mod worksheet;
mod writer;

pub(crate) use check::check;
pub(crate) use choice::note_renumbered;
pub(crate) use decoded::Assumed;
pub(crate) use input::Input;
pub(crate) use inputs::Inputs;
pub(crate) use outcomes::RowOutcomes;
pub(crate) use progress::RowProgress;
pub(crate) use recorder::{BatchRecord, Recorder, WantedRecord};
pub(crate) use respondents::SeenRespondents;
pub(crate) use tally::{Gleaned, RowsTally};
pub(crate) use workers::{Workers, threads};
#[cfg(test)]
pub(crate) use worksheet::NoRows;
pub(crate) use writer::Writer;
