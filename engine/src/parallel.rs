//! Work on many things at once: on every core with the feature `rayon`, one
//! after the other without it. The results are in the order of the input.

/// Applies `work` to the numbers below `count`, in order.
#[cfg(feature = "rayon")]
pub(crate) fn map<R: Send>(count: usize, work: impl Fn(usize) -> R + Sync) -> Vec<R> {
    use rayon::prelude::*;
    (0..count).into_par_iter().map(&work).collect()
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
