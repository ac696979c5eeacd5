//! Saved sittings: the folder of a person's sittings, the file of one, saving while a
//! sitting goes on, and what of a saved sitting no longer fits the questions.

mod autosave;
mod changed;
mod date;
mod file;
mod folder;
mod forget;
mod format;
mod keep;
mod name;
mod search;

pub(crate) use autosave::Autosave;
pub(crate) use changed::{lost_answers, other_catalogue, unusable};
pub(crate) use date::today;
pub(crate) use file::{LockedFile, SittingFile};
pub(crate) use folder::SittingsFolder;
pub(crate) use forget::{Forgetting, LeftAlone};
pub(crate) use format::FileContent;
pub(crate) use keep::keeps_sittings;
pub(crate) use search::{LockedSitting, Search, newest_result};
