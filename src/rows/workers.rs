//! Work shared out to threads, its results taken in the order of the input.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::{io, thread};

use rayon::{ThreadPool, ThreadPoolBuilder};
use rolefit_engine::table::Chunk;

use crate::failure::Failure;

/// How many bytes may be underway before no more is taken up: rows that hold a
/// megabyte each would otherwise fill the memory.
const MOST_BYTES: usize = 2 << 20;

/// Threads that rows are shared out to: so many, or one a core, than which more are
/// of no use.
pub(crate) fn pool(threads: Option<u16>) -> Result<ThreadPool, Failure> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let threads = threads.map_or(cores, |threads| usize::from(threads).min(cores));
    ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .map_err(|error| Failure::io("--threads")(io::Error::other(error)))
}

/// Does `work` on every chunk in the threads of `pool`, and hands the results to
/// `take` in the order of the input, as soon as they are ready: nothing ready is
/// held back to wait for more rows. Ends at the first failure to read, or of `take`.
pub(crate) fn in_order<R: Send>(
    pool: &ThreadPool,
    chunks: &Receiver<io::Result<Chunk>>,
    work: impl Fn(&Chunk) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), Failure>,
) -> Result<(), Failure> {
    // One for each thread to work on, and one for each to go on with.
    let most = 2 * pool.current_num_threads();
    let work = &work;
    pool.in_place_scope(|scope| {
        let mut underway: VecDeque<(usize, Receiver<io::Result<R>>)> = VecDeque::new();
        let mut held = 0;
        loop {
            let chunk = if underway.is_empty() {
                chunks.recv().map_err(|_| TryRecvError::Disconnected)
            } else if underway.len() < most && held < MOST_BYTES {
                chunks.try_recv()
            } else {
                Err(TryRecvError::Empty)
            };
            if let Ok(chunk) = chunk {
                let bytes = chunk.as_ref().map_or(0, Chunk::size);
                held += bytes;
                let (sender, receiver) = sync_channel(1);
                // Nobody takes it any more if a former one failed.
                scope.spawn(move |_| drop(sender.send(chunk.map(|chunk| work(&chunk)))));
                underway.push_back((bytes, receiver));
                continue;
            }
            let Some((bytes, first)) = underway.pop_front() else { return Ok(()) };
            // A worker that panics drops its sender; the scope passes the panic on.
            let Ok(result) = first.recv() else { return Ok(()) };
            held -= bytes;
            take(result.map_err(Failure::io("the input"))?)?;
        }
    })
}
