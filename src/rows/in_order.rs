//! Chunks of rows, worked on in several threads, whose results are taken in order.
//!
//! Each thread reads a chunk, works on it, and hands its result in. Whoever hands in the result
//! that is next takes it, and all that follow it and are there. So most chunks stay on one core,
//! and threads seldom wait for each other.

use std::collections::BTreeMap;
use std::io;
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;

use rayon::ThreadPool;
use rolefit_engine::table::Chunk;

use super::chunk_reader::{ChunkReader, WaitEnd};
use super::locked::locked;
use crate::failure::Failure;

/// With so many bytes of rows underway no more are read: rows that hold a megabyte each would
/// otherwise fill the memory.
pub(super) const MOST_BYTES: usize = 2 << 20;

/// Chunks that are read one after the other and worked on in any thread.
pub(super) struct ChunksInOrder<'t> {
    reading: Mutex<ChunkSource>,
    underway: Mutex<Underway<'t>>,
    /// Notified whenever a result was taken, and when all is stopped.
    changed: Condvar,
    wait_end: WaitEnd,
    /// So many chunks may be underway.
    most: u64,
}

struct ChunkSource {
    chunks: ChunkReader,
    /// How many chunks were read.
    count: u64,
    is_over: bool,
}

/// What was read and not yet taken.
struct Underway<'t> {
    /// Results that wait for others before them, by the number of their chunk.
    ready: BTreeMap<u64, ChunkResult<'t>>,
    /// The number of the chunk whose result is taken next, from 0.
    next: u64,
    /// How many bytes the chunks hold.
    bytes: usize,
    /// Whether a thread is taking results: it takes all that come next meanwhile.
    is_taking: bool,
    /// How it ended, if it did so before all was taken.
    stopped: Option<Result<(), Failure>>,
}

/// Works on a chunk, and makes what takes its result.
pub(super) type WorkOnChunk<'w, 't> = &'w (dyn Fn(io::Result<Chunk>) -> TakeResult<'t> + Sync);

/// Takes the result of a chunk. It is boxed, so that the code in this file is compiled once and
/// not for each command.
pub(super) type TakeResult<'t> = Box<dyn FnOnce() -> Result<(), Failure> + Send + 't>;

struct ChunkResult<'t> {
    take: TakeResult<'t>,
    /// How many bytes the chunk held.
    bytes: usize,
}

/// A chunk that is to be worked on.
struct NumberedChunk {
    number: u64,
    chunk: io::Result<Chunk>,
    bytes: usize,
}

/// Stops all if the thread panics: no thread is to wait for a result that will not come. Only
/// tests get here, since the program ends itself at a panic.
struct StopOnPanic<'c, 't>(&'c ChunksInOrder<'t>);

impl<'t> ChunksInOrder<'t> {
    /// With at most so many chunks underway.
    pub(super) fn new(chunks: ChunkReader, most: usize) -> Self {
        let wait_end = chunks.wait_end();
        let ready = BTreeMap::new();
        let underway = Underway { ready, next: 0, bytes: 0, is_taking: false, stopped: None };
        Self {
            reading: Mutex::new(ChunkSource { chunks, count: 0, is_over: false }),
            underway: Mutex::new(underway),
            changed: Condvar::new(),
            wait_end,
            most: most as u64,
        }
    }

    /// Does all of it, in the threads of the pool or, if there is none, in this one. Ends at the
    /// first failure of what takes a result.
    pub(super) fn through(
        self,
        pool: Option<&ThreadPool>,
        work: WorkOnChunk<'_, 't>,
    ) -> Result<(), Failure> {
        match pool {
            Some(pool) => drop(pool.broadcast(|_| self.run_thread(work))),
            None => self.run_thread(work),
        }
        let underway = self.underway.into_inner().unwrap_or_else(PoisonError::into_inner);
        underway.stopped.unwrap_or(Ok(()))
    }

    /// Does the part of one thread: until all is read, or something failed.
    fn run_thread(&self, work: WorkOnChunk<'_, 't>) {
        let _guard = StopOnPanic(self);
        while let Some(NumberedChunk { number, chunk, bytes }) = self.next_chunk() {
            self.hand_in(number, ChunkResult { take: work(chunk), bytes });
        }
    }

    /// The next chunk, once no more than allowed is underway.
    fn next_chunk(&self) -> Option<NumberedChunk> {
        let mut reading = locked(&self.reading);
        let number = reading.count;
        let is_much = |underway: &mut Underway<'_>| {
            let count = number - underway.next;
            underway.stopped.is_none() && (count >= self.most || underway.bytes >= MOST_BYTES)
        };
        let underway = self.changed.wait_while(locked(&self.underway), is_much);
        let is_stopped = underway.unwrap_or_else(PoisonError::into_inner).stopped.is_some();
        if is_stopped || reading.is_over {
            return None;
        }
        let chunk = reading.chunks.next();
        reading.is_over = !matches!(chunk, Some(Ok(_)));
        let chunk = chunk?;
        reading.count += 1;
        let bytes = chunk.as_ref().map_or(0, Chunk::size);
        locked(&self.underway).bytes += bytes;
        Some(NumberedChunk { number, chunk, bytes })
    }

    /// Takes this result if it is next, and all that follow it, unless another thread is about to.
    fn hand_in(&self, number: u64, result: ChunkResult<'t>) {
        let mut underway = locked(&self.underway);
        underway.ready.insert(number, result);
        if underway.is_taking {
            return;
        }
        underway.is_taking = true;
        while let Some(ChunkResult { take, bytes }) = underway.next_result() {
            drop(underway);
            let taken = take();
            underway = locked(&self.underway);
            underway.next += 1;
            underway.bytes -= bytes;
            if taken.is_err() {
                self.stop(&mut underway, taken);
            }
            self.changed.notify_all();
        }
        underway.is_taking = false;
    }

    fn stop(&self, underway: &mut Underway<'_>, end: Result<(), Failure>) {
        underway.stopped.get_or_insert(end);
        self.changed.notify_all();
        self.wait_end.end();
    }
}

impl<'t> Underway<'t> {
    /// The result that is next, if it is there and all goes on.
    fn next_result(&mut self) -> Option<ChunkResult<'t>> {
        if self.stopped.is_some() { None } else { self.ready.remove(&self.next) }
    }
}

impl Drop for StopOnPanic<'_, '_> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.stop(&mut locked(&self.0.underway), Ok(()));
        }
    }
}
