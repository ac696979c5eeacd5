//! Work shared out to threads, its results taken in the order of the input.

use std::collections::VecDeque;
use std::io::{self, Read};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::{env, thread};

use rayon::{ThreadPool, ThreadPoolBuilder, Yield};
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
    ///
    /// `take` runs in one of the threads too, which works on a chunk while the next result is
    /// not ready: it writes what was made on its own core, and no core waits for another.
    pub(crate) fn in_order<R: Send, I: Read + Send + 'static>(
        &self,
        mut chunks: RowsAhead<I>,
        file: Option<&str>,
        work: impl Fn(&Chunk) -> R + Sync,
        mut take: impl FnMut(R) -> Result<(), Failure> + Send,
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
        pool.scope_fifo(move |scope| {
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
                    scope.spawn_fifo(move |_| drop(sender.send(chunk.map(|chunk| work(&chunk)))));
                    underway.push_back((bytes, receiver));
                    continue;
                }
                let Some((bytes, first)) = underway.pop_front() else { return Ok(()) };
                // A worker that panics drops its sender; the scope passes the panic on.
                let Some(result) = awaited(&first) else { return Ok(()) };
                held -= bytes;
                take(result.map_err(input)?)?;
            }
        })
    }
}

/// The result, or `None` if there will be none. As long as it is not ready, this thread does what no
/// other has begun.
fn awaited<R>(result: &Receiver<R>) -> Option<R> {
    loop {
        match result.try_recv() {
            Ok(result) => return Some(result),
            Err(TryRecvError::Disconnected) => return None,
            Err(TryRecvError::Empty) if rayon::yield_now() == Some(Yield::Executed) => {}
            Err(TryRecvError::Empty) => return result.recv().ok(),
        }
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

#[cfg(test)]
mod tests {
    use std::hint::black_box;
    use std::sync::mpsc::{Receiver, Sender, channel};

    use proptest::prelude::*;
    use rolefit_engine::table::{RowReader, Syntax};

    use super::*;
    use crate::builtin;

    /// Rows a line each, as they stand in a text.
    fn rows<I: Read + Send + 'static>(from: I, at_a_time: usize) -> RowsAhead<I> {
        let reader = RowReader::open(from, Some(Syntax::Ndjson), &builtin::catalogue()).unwrap();
        RowsAhead::begin(reader.at_most(at_a_time))
    }

    fn numbers(chunk: &Chunk) -> Vec<u64> {
        chunk.rows().map(|row| row.number()).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn results_come_in_order_however_long_each_takes(
            times in proptest::collection::vec(0_u32..60_000, 1..60),
            at_a_time in 1_usize..5,
            threads in 1_u16..4,
            fails in proptest::option::of(0_usize..60),
        ) {
            let work = |chunk: &Chunk| {
                let numbers = numbers(chunk);
                let time = (1..).zip(&times).find(|(number, _)| Some(number) == numbers.first());
                let rounds = time.map_or(0, |(_, rounds)| *rounds);
                black_box((0..rounds).fold(0, |sum, add| black_box(sum ^ add)));
                numbers
            };
            let (mut taken, mut chunks) = (Vec::new(), 0);
            let text = "{}\n".repeat(times.len()).into_bytes();
            let done = Workers::new(Some(threads)).in_order(
                rows(io::Cursor::new(text), at_a_time),
                None,
                work,
                |numbers| {
                    if fails == Some(chunks) {
                        return Err(Failure::Data("no more".into()));
                    }
                    chunks += 1;
                    taken.extend(numbers);
                    Ok(())
                },
            );
            let all = times.len().div_ceil(at_a_time);
            prop_assert_eq!(done.is_err(), fails.is_some_and(|fails| fails < all));
            prop_assert_eq!(chunks, fails.map_or(all, |fails| fails.min(all)));
            let count = taken.len() as u64;
            prop_assert_eq!(taken, (1..=count).collect::<Vec<_>>());
        }
    }

    /// Gives a row when it is told to.
    struct RowsOnDemand(Receiver<()>);

    impl Read for RowsOnDemand {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            if self.0.recv().is_err() {
                return Ok(0);
            }
            into[..3].copy_from_slice(b"{}\n");
            Ok(3)
        }
    }

    #[test]
    fn what_is_ready_does_not_wait_for_more_rows() {
        for threads in 1..4 {
            let (demand, demanded): (Sender<()>, _) = channel();
            demand.send(()).unwrap();
            let mut demand = Some(demand);
            let mut taken = Vec::new();
            let rows = rows(RowsOnDemand(demanded), 1);
            let done = Workers::new(Some(threads)).in_order(rows, None, numbers, |numbers| {
                // The next row comes after this one was taken, or never.
                taken.extend(numbers);
                match &demand {
                    Some(more) if taken.len() < 5 => more.send(()).unwrap(),
                    _ => demand = None,
                }
                Ok(())
            });
            assert!(done.is_ok());
            assert_eq!(taken, [1, 2, 3, 4, 5], "{threads}");
        }
    }

    #[test]
    #[should_panic(expected = "a row that nobody foresaw")]
    fn a_panic_is_passed_on() {
        let rows = rows(io::Cursor::new("{}\n".repeat(9).into_bytes()), 1);
        let work = |chunk: &Chunk| assert_ne!(numbers(chunk), [4], "a row that nobody foresaw");
        drop(Workers::new(None).in_order(rows, None, work, |()| Ok(())));
    }
}
