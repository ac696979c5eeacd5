//! Work on many things at once: on every core with the feature `rayon`, one
//! after the other without it, or where the system has no threads to give. The
//! results are in the order of the input.

#[cfg(feature = "rayon")]
pub use threads::limit_threads;

/// Applies `work` to the numbers below `count`, in order.
#[cfg(feature = "rayon")]
pub(crate) fn map<R: Send>(count: usize, work: impl Fn(usize) -> R + Sync) -> Vec<R> {
    use rayon::prelude::*;
    let in_parallel = || (0..count).into_par_iter().map(&work).collect();
    if count < 2 {
        return (0..count).map(work).collect();
    }
    // Whoever shares out this work already has threads for it.
    if rayon::current_thread_index().is_some() {
        return in_parallel();
    }
    match threads::pool() {
        Some(pool) => pool.install(in_parallel),
        None => (0..count).map(&work).collect(),
    }
}

/// Applies `work` to the numbers below `count`, in order.
#[cfg(not(feature = "rayon"))]
pub(crate) fn map<R: Send>(count: usize, work: impl Fn(usize) -> R + Sync) -> Vec<R> {
    (0..count).map(work).collect()
}

/// Applies `work` to each of `items`, in order.
pub(crate) fn map_each<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let all = map(items.len(), |place| items.get(place).map(&work));
    all.into_iter().flatten().collect()
}

/// The threads of the engine.
#[cfg(feature = "rayon")]
mod threads {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::thread;

    use rayon::{ThreadPool, ThreadPoolBuilder};

    /// How many there may be; 0 for one a core.
    static MOST: AtomicUsize = AtomicUsize::new(0);

    /// Work that is shared out from now on takes at most so many threads; 0 for one a
    /// core. Said after the first such work it changes nothing. No result depends on it.
    pub fn limit_threads(most: usize) {
        MOST.store(most, Ordering::Relaxed);
    }

    /// As many as are wanted, or fewer where the system has no more to give; `None` if
    /// it has none.
    pub(super) fn pool() -> Option<&'static ThreadPool> {
        static POOL: OnceLock<Option<ThreadPool>> = OnceLock::new();
        POOL.get_or_init(|| {
            let mut wanted = match MOST.load(Ordering::Relaxed) {
                0 => thread::available_parallelism().map_or(1, usize::from),
                most => most,
            };
            while wanted > 0 {
                if let Ok(pool) = ThreadPoolBuilder::new().num_threads(wanted).build() {
                    return Some(pool);
                }
                wanted /= 2;
            }
            None
        })
        .as_ref()
    }
}
