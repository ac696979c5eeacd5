//! Locks what several threads share.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// Locks it, also if a thread panicked meanwhile: then all is stopped anyway.
pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
