//! A cohort, row by row: rows in, records out, in order, and nothing kept.

mod ahead;
mod counts;
mod pipeline;
mod progress;
mod records;
mod source;
mod target;
mod writing;

use std::{io, thread};

use crate::failure::Failure;

pub(crate) use ahead::{Read, chunks, size};
pub(crate) use counts::RowCounts;
pub(crate) use pipeline::in_order;
pub(crate) use progress::Progress;
pub(crate) use records::{Recorder, read};
pub(crate) use source::{Source, by_name};
pub(crate) use target::Target;
pub(crate) use writing::Writer;

/// The threads that rows are shared out to: so many, or one a core, than which
/// more are of no use.
pub(crate) fn pool(threads: Option<u16>) -> Result<rayon::ThreadPool, Failure> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let threads = threads.map_or(cores, |threads| usize::from(threads).min(cores));
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| Failure::io("--threads")(io::Error::other(error)))
}
