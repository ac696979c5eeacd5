//! From the tree of a data file to typed values, every mistake noted on the way.

mod careers;
mod guidance;
mod names;
mod questions;

pub(super) use careers::careers;
pub(super) use questions::questionnaire;
