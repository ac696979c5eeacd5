//! Work shared out to threads, its results taken in the order of the input.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::{env, thread};

use rayon::{ThreadPool, ThreadPoolBuilder};
use rolefit_engine::limits::THREADS;
use rolefit_engine::table::Chunk;

use super::ahead::RowsAhead;
use crate::failure::{Failure, STDIN};

/// How many bytes of rows may be underway before no more is taken up: rows that hold a
/// megabyte each would otherwise fill the memory.
const MOST_BYTES: usize = 2 << 20;

/// How many bytes all that is made of the rows underway may take, about.
const MOST_MADE: usize = 24 << 20;

/// More rows at a time than this are of no use.
const MOST_ROWS: usize = 512;

/// Threads that rows are shared out to; none where the system has none to give, and
/// then one row is done after the other.
pub(crate) struct Workers(Option<ThreadPool>);

impl Workers {
    /// So many threads, or one a core, than which more are of no use; fewer where the
    /// system has no more to give.
    pub(crate) fn new(threads: Option<u16>) -> Self {
        let cores = cores();
        let mut wanted = threads.map_or(cores, usize::from).min(cores);
        while wanted > 0 {
            if let Ok(pool) = ThreadPoolBuilder::new().num_threads(wanted).build() {
                return Self(Some(pool));
            }
            wanted /= 2;
        }
        Self(None)
    }

    /// How many chunks may be underway: one for each thread to work on, and one for
    /// each to go on with.
    fn most_underway(&self) -> usize {
        self.0.as_ref().map_or(1, |pool| 2 * pool.current_num_threads())
    }

    /// How many rows to take at a time, if what is made of one takes so many bytes.
    pub(crate) fn rows_at_a_time(&self, bytes_a_row: usize) -> usize {
        let each = MOST_MADE / self.most_underway();
        (each / bytes_a_row.max(1)).clamp(1, MOST_ROWS)
    }

    /// Does `work` on every chunk in the threads, and hands the results to `take` in the
    /// order of the rows of `file`, as soon as they are ready: nothing ready is held back to wait
    /// for more rows. Ends at the first failure to read, or of `take`.
    pub(crate) fn in_order<R: Send, I: Read + Send + 'static>(
        &self,
        mut chunks: RowsAhead<I>,
        file: Option<&str>,
        work: impl Fn(&Chunk) -> R + Sync,
        mut take: impl FnMut(R) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let input = |error| Failure::io(file.unwrap_or(STDIN))(error);
        let Some(pool) = &self.0 else {
            while let Some(chunk) = chunks.next() {
                take(work(&chunk.map_err(input)?))?;
            }
            return Ok(());
        };
        let most = self.most_underway();
        let work = &work;
        pool.in_place_scope(|scope| {
            let mut underway: VecDeque<(usize, Receiver<io::Result<R>>)> = VecDeque::new();
            let mut held = 0;
            loop {
                let chunk = if underway.is_empty() {
                    chunks.next().ok_or(TryRecvError::Disconnected)
                } else if underway.len() < most && held < MOST_BYTES {
                    chunks.next_if_ready()
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
                take(result.map_err(input)?)?;
            }
        })
    }
}

/// How many threads the rest of the work may use: what `RAYON_NUM_THREADS` says, to at most
/// four a core; 0, for one a core, where it says nothing. The cores are not counted then: that
/// reads four files.
pub(crate) fn threads() -> usize {
    let wanted = env::var("RAYON_NUM_THREADS").ok().and_then(|text| text.trim().parse().ok());
    match wanted {
        Some(wanted) if wanted > 0 => cores().saturating_mul(THREADS.most).min(wanted),
        _ => 0,
    }
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}
