//! What the file of a saved sitting holds, or why it holds none.

use rolefit_engine::sitting::SavedSitting;
use serde::Deserialize;

/// What is found in a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum FileContent {
    /// A sitting.
    Sitting(SavedSitting),
    /// Something else.
    Foreign(Foreign),
}

/// Why a file holds no saved sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Foreign {
    /// In plain words.
    pub(crate) why: &'static str,
    /// Whether it may have been one that is damaged now.
    pub(crate) is_damaged: bool,
}

impl Foreign {
    /// Something that is no file to read.
    pub(super) const NO_FILE: Self = Self { why: "it is not a plain file", is_damaged: false };
    /// A file of other bytes.
    pub(super) const NO_TEXT: Self = Self { why: "it is not text", is_damaged: true };
    const LATER: Self = Self { why: "a later version of rolefit wrote it", is_damaged: false };

    const fn damaged(why: &'static str) -> Self {
        Self { why, is_damaged: true }
    }
}

/// Reads what is in a file.
pub(super) fn content(text: &str) -> FileContent {
    parsed(text).map_or_else(FileContent::Foreign, FileContent::Sitting)
}

fn parsed(text: &str) -> Result<SavedSitting, Foreign> {
    /// What every version has in common.
    #[derive(Deserialize)]
    struct Any {
        rolefit_sitting: u64,
    }
    if text.trim().is_empty() {
        return Err(Foreign::damaged("it is empty"));
    }
    let any: Any = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Eof => Foreign::damaged("it breaks off in the middle"),
        _ => Foreign::damaged("it is something else"),
    })?;
    if any.rolefit_sitting > u64::from(SavedSitting::VERSION) {
        return Err(Foreign::LATER);
    }
    let damaged = Foreign::damaged("something in it has been changed by hand or damaged");
    let sitting: SavedSitting = serde_json::from_str(text).map_err(|_| damaged)?;
    let is_known = sitting.rolefit_sitting >= SavedSitting::OLDEST_VERSION;
    if is_known { Ok(sitting) } else { Err(damaged) }
}
