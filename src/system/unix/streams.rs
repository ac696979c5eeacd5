//! Which of the standard streams were closed when the program was started.
//!
//! The standard library puts `/dev/null` into the place of those before `main`, and a
//! result written there would be lost without a word. So they are looked at earlier.

use std::sync::atomic::{AtomicBool, Ordering};

use rustix::fd::BorrowedFd;
use rustix::io::fcntl_getfd;
use rustix::stdio::{stderr, stdout};

static STDOUT_CLOSED: AtomicBool = AtomicBool::new(false);
static STDERR_CLOSED: AtomicBool = AtomicBool::new(false);

/// Runs before `main`, where nothing of the standard library may be relied on: asks the
/// system one thing a stream.
#[ctor::ctor]
fn look_at_streams() {
    let is_closed = |stream: BorrowedFd<'_>| fcntl_getfd(stream).is_err();
    STDOUT_CLOSED.store(is_closed(stdout()), Ordering::Relaxed);
    STDERR_CLOSED.store(is_closed(stderr()), Ordering::Relaxed);
}

/// Whether standard output was closed when the program was started.
pub(crate) fn is_stdout_closed() -> bool {
    STDOUT_CLOSED.load(Ordering::Relaxed)
}

/// Whether the error stream was closed when the program was started.
pub(crate) fn is_stderr_closed() -> bool {
    STDERR_CLOSED.load(Ordering::Relaxed)
}
