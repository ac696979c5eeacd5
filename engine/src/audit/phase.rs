//! How far an audit is.

use std::sync::atomic::{AtomicUsize, Ordering};

/// Told the share that is done, 0 to 1, from whichever thread.
pub(super) type Progress<'p> = &'p (dyn Fn(f64) + Sync);

/// A part of an audit that takes its time.
pub(super) struct Phase<'p> {
    progress: Progress<'p>,
    from: f64,
    to: f64,
    steps: usize,
    done: AtomicUsize,
}

impl<'p> Phase<'p> {
    /// The part that takes the whole from one share to another in so many steps.
    pub(super) fn new(progress: Progress<'p>, from: f64, to: f64, steps: usize) -> Self {
        progress(from);
        Self { progress, from, to, steps: steps.max(1), done: AtomicUsize::new(0) }
    }

    /// One step more is done.
    #[expect(clippy::cast_precision_loss, reason = "there are few steps")]
    pub(super) fn step(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        let share = done as f64 / self.steps as f64;
        (self.progress)(self.from + (self.to - self.from) * share.min(1.0));
    }
}
