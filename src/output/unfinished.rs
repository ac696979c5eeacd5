//! The output file in the making: the records in it are about people, and are to be
//! nowhere but where they were wanted.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

static UNFINISHED: Mutex<Option<PathBuf>> = Mutex::new(None);

/// The output file in the making, which no signal comes between while it is held.
pub(crate) fn unfinished_file() -> MutexGuard<'static, Option<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The same; none if it is held, which whoever panics may do.
pub(crate) fn unfinished_file_if_free() -> Option<MutexGuard<'static, Option<PathBuf>>> {
    UNFINISHED.try_lock().ok()
}
