//! Chunks of rows, of which each thread reads one, works on it, and writes what came of it when
//! its turn comes.
//!
//! What was read, made and written by one thread stays on its core, and hardly any thread waits
//! for another.

use std::collections::BTreeMap;
use std::io::{self, Read};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use rayon::ThreadPool;
use rolefit_engine::table::Chunk;

use super::ahead::{RowsAhead, WaitEnd};
use crate::failure::Failure;

/// How many bytes of rows may be underway before no more is taken up: rows that hold a
/// megabyte each would otherwise fill the memory.
const MOST_BYTES: usize = 2 << 20;

/// Chunks that are read one after the other, worked on in any thread, and whose results are taken
/// in the order of the chunks, each by whichever thread is there first.
pub(super) struct ChunksInOrder<'t, I> {
    reading: Mutex<ChunkSource<I>>,
    underway: Mutex<Underway<'t>>,
    /// Told whenever a result was taken, and if it ends before all was.
    taken: Condvar,
    wait_end: WaitEnd,
    /// So many chunks may be underway.
    most: u64,
}

struct ChunkSource<I> {
    rows: RowsAhead<I>,
    /// How many chunks were read.
    count: u64,
    is_over: bool,
}

/// What was read and not yet taken.
struct Underway<'t> {
    /// Results that wait for others before them, by the number of their chunk.
    done: BTreeMap<u64, ChunkDone<'t>>,
    /// The number of the chunk whose result is taken next, from 0.
    next: u64,
    /// How many bytes the chunks hold.
    bytes: usize,
    /// Whether a thread is taking results: it takes all whose turn comes meanwhile.
    is_taking: bool,
    /// How it ended, if it did so before all was taken.
    stopped: Option<Result<(), Failure>>,
}

/// Takes the result of a chunk. All commands share the code that waits for the turn to do so.
pub(super) type TakeResult<'t> = Box<dyn FnOnce() -> Result<(), Failure> + Send + 't>;

struct ChunkDone<'t> {
    take: TakeResult<'t>,
    /// How many bytes the chunk held.
    bytes: usize,
}

/// Does this should the thread panic.
struct IfPanicking<F: Fn()>(F);

impl<'t, I: Read + Send + 'static> ChunksInOrder<'t, I> {
    /// With at most so many chunks underway.
    pub(super) fn new(rows: RowsAhead<I>, most: usize) -> Self {
        let wait_end = rows.wait_end();
        let done = BTreeMap::new();
        let underway = Underway { done, next: 0, bytes: 0, is_taking: false, stopped: None };
        Self {
            reading: Mutex::new(ChunkSource { rows, count: 0, is_over: false }),
            underway: Mutex::new(underway),
            taken: Condvar::new(),
            wait_end,
            most: most as u64,
        }
    }

    /// Does all of it, in the threads of the pool or, if there is none, in this one. Ends at the first
    /// failure of what takes a result.
    pub(super) fn through(
        self,
        pool: Option<&ThreadPool>,
        work: &(dyn Fn(io::Result<Chunk>) -> TakeResult<'t> + Sync),
    ) -> Result<(), Failure> {
        match pool {
            Some(pool) => drop(pool.broadcast(|_| self.take_part(work))),
            None => self.take_part(work),
        }
        let underway = self.underway.into_inner().unwrap_or_else(PoisonError::into_inner);
        underway.stopped.unwrap_or(Ok(()))
    }

    /// Does the part of one thread: until all is read, or something failed.
    fn take_part(&self, work: &(dyn Fn(io::Result<Chunk>) -> TakeResult<'t> + Sync)) {
        // No thread is to wait for a result that will not come.
        let _guard = IfPanicking(|| self.stop(&mut locked(&self.underway), Ok(())));
        while let Some((number, chunk)) = self.next_chunk() {
            let bytes = size(&chunk);
            self.done(number, ChunkDone { take: work(chunk), bytes });
        }
    }

    /// The next chunk and its number, once there is room for more underway.
    fn next_chunk(&self) -> Option<(u64, io::Result<Chunk>)> {
        let mut reading = locked(&self.reading);
        let number = reading.count;
        let has_no_room = |underway: &mut Underway<'_>| {
            let count = number - underway.next;
            let is_much = count >= self.most || underway.bytes >= MOST_BYTES;
            underway.stopped.is_none() && count > 0 && is_much
        };
        let underway = self.taken.wait_while(locked(&self.underway), has_no_room);
        let is_stopped = underway.unwrap_or_else(PoisonError::into_inner).stopped.is_some();
        if is_stopped || reading.is_over {
            return None;
        }
        let chunk = reading.rows.next();
        reading.is_over = !matches!(chunk, Some(Ok(_)));
        let chunk = chunk?;
        reading.count += 1;
        locked(&self.underway).bytes += size(&chunk);
        Some((number, chunk))
    }

    /// Takes this result when its turn comes, and all that come next, unless another thread is
    /// about to.
    fn done(&self, number: u64, done: ChunkDone<'t>) {
        let mut underway = locked(&self.underway);
        underway.done.insert(number, done);
        if underway.is_taking {
            return;
        }
        underway.is_taking = true;
        while let Some(done) = underway.first_in_turn() {
            drop(underway);
            let taken = (done.take)();
            underway = locked(&self.underway);
            underway.next += 1;
            underway.bytes -= done.bytes;
            if taken.is_err() {
                self.stop(&mut underway, taken);
            }
            self.taken.notify_all();
        }
        underway.is_taking = false;
    }

    fn stop(&self, underway: &mut Underway<'_>, end: Result<(), Failure>) {
        underway.stopped.get_or_insert(end);
        self.taken.notify_all();
        self.wait_end.end();
    }
}

impl<'t> Underway<'t> {
    /// The result whose turn it is, if it is there.
    fn first_in_turn(&mut self) -> Option<ChunkDone<'t>> {
        if self.stopped.is_some() { None } else { self.done.remove(&self.next) }
    }
}

impl<F: Fn()> Drop for IfPanicking<F> {
    fn drop(&mut self) {
        if thread::panicking() {
            (self.0)();
        }
    }
}

fn size(chunk: &io::Result<Chunk>) -> usize {
    chunk.as_ref().map_or(0, Chunk::size)
}

pub(super) fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
