//! Work shared out to threads, its results taken in the order of the input.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};

use rayon::ThreadPool;

use crate::failure::Failure;

/// How many bytes may be underway before no more is taken up: rows that hold a
/// megabyte each would otherwise fill the memory.
const MOST_BYTES: usize = 2 << 20;

/// Does `work` on every item in the threads of `pool`, and hands the results to
/// `take` in order, as soon as they are ready: nothing ready is held back to
/// wait for more items. `size` is how many bytes an item holds. Ends at the first
/// failure of `take`.
pub(crate) fn in_order<T: Send, R: Send>(
    pool: &ThreadPool,
    items: &Receiver<T>,
    size: impl Fn(&T) -> usize,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    // One for each thread to work on, and one for each to go on with.
    let most = 2 * pool.current_num_threads();
    let work = &work;
    pool.in_place_scope(|scope| {
        let mut underway: VecDeque<(usize, Receiver<R>)> = VecDeque::new();
        let mut held = 0;
        loop {
            let item = if underway.is_empty() {
                items.recv().map_err(|_| TryRecvError::Disconnected)
            } else if underway.len() < most && held < MOST_BYTES {
                items.try_recv()
            } else {
                Err(TryRecvError::Empty)
            };
            if let Ok(item) = item {
                let bytes = size(&item);
                held += bytes;
                let (sender, receiver) = sync_channel(1);
                // Nobody takes it any more if a former one failed.
                scope.spawn(move |_| drop(sender.send(work(item))));
                underway.push_back((bytes, receiver));
                continue;
            }
            let Some((bytes, first)) = underway.pop_front() else { return Ok(()) };
            // A worker that panics drops its sender; the scope passes the panic on.
            let Ok(result) = first.recv() else { return Ok(()) };
            held -= bytes;
            take(result)?;
        }
    })
}
