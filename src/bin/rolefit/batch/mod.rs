//! A cohort, row by row: rows in, records out, in order, and nothing kept.

mod reading;
mod records;
mod writing;

pub(crate) use reading::{Input, Row};
pub(crate) use records::{Record, Recorder};
pub(crate) use writing::Writer;
