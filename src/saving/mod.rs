//! Saved sittings: the file of one, saving while a sitting goes on, and what of a
//! saved sitting no longer fits the questions.

mod autosave;
mod changed;
mod file;

pub(crate) use autosave::Autosave;
pub(crate) use changed::{lost_answers, unusable};
pub(crate) use file::{Removal, SittingFile};
