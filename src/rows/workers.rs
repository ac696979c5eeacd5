//! Work shared out to threads, its results taken in the order of the input.

use std::io;
use std::sync::Mutex;
use std::{env, thread};

use rayon::{ThreadPool, ThreadPoolBuilder};
use rolefit_engine::limits::THREADS;
use rolefit_engine::table::Chunk;

use super::chunk_reader::ChunkReader;
use super::in_order::{ChunksInOrder, TakeResult};
use super::locked::locked;
use crate::failure::{Failure, STDIN};

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

    /// Does `work` on every chunk in the threads, and hands the results to `take`, in one of them, in
    /// the order of the rows of `file`, as soon as they are ready: nothing ready is held back to
    /// wait for more rows. Ends at the first failure to read, or of `take`.
    pub(crate) fn in_order<R: Send>(
        &self,
        chunks: ChunkReader,
        file: Option<&str>,
        work: impl Fn(&Chunk) -> R + Sync,
        take: impl FnMut(R) -> Result<(), Failure> + Send,
    ) -> Result<(), Failure> {
        let input = |error| Failure::io(file.unwrap_or(STDIN))(error);
        let take = Mutex::new(take);
        let work = |chunk: io::Result<Chunk>| -> TakeResult<'_> {
            let result = chunk.map(|chunk| work(&chunk));
            Box::new(|| locked(&take)(result.map_err(input)?))
        };
        // What is ready must not wait for a thread that waits for rows.
        let pool = self.0.as_ref().filter(|_| !chunks.may_wait());
        ChunksInOrder::new(chunks, self.most_underway()).through(pool, &work)
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
    use std::io::Read;
    use std::sync::atomic::AtomicUsize;
    use std::sync::atomic::Ordering::SeqCst;
    use std::sync::mpsc::{Receiver, Sender, channel};
    use std::time::Duration;

    use proptest::prelude::*;
    use rolefit_engine::table::{RowReader, Syntax};

    use super::super::in_order::MOST_BYTES;
    use super::*;
    use crate::builtin;

    /// Rows a line each.
    fn reader(
        from: impl Read + Send + 'static,
        at_a_time: usize,
    ) -> RowReader<Box<dyn Read + Send>> {
        let from: Box<dyn Read + Send> = Box::new(from);
        let reader = RowReader::open(from, Some(Syntax::Ndjson), &builtin::catalogue()).unwrap();
        reader.at_most(at_a_time)
    }

    /// Rows a line each, which are read by whoever asks if `is_file`.
    fn rows(from: impl Read + Send + 'static, at_a_time: usize, is_file: bool) -> ChunkReader {
        ChunkReader::begin(reader(from, at_a_time), is_file.then_some(1))
    }

    /// So many threads, whatever the number of cores; without a pool if there are none.
    fn workers(threads: usize) -> Workers {
        let pool = || ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        Workers((threads > 0).then(pool))
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
            threads in 0_usize..4,
            fails in proptest::option::of(0_usize..60),
            is_file: bool,
        ) {
            let work = |chunk: &Chunk| {
                let numbers = numbers(chunk);
                let time = (1..).zip(&times).find(|(number, _)| Some(number) == numbers.first());
                let rounds = time.map_or(0, |(_, rounds)| *rounds);
                black_box((0..rounds).fold(0, |sum, add| black_box(sum ^ add)));
                numbers
            };
            let (mut taken, mut chunks, mut has_failed) = (Vec::new(), 0, false);
            let text = "{}\n".repeat(times.len()).into_bytes();
            let done = workers(threads).in_order(
                rows(io::Cursor::new(text), at_a_time, is_file),
                None,
                work,
                |numbers| {
                    assert!(!has_failed, "taken after a failure");
                    has_failed = fails == Some(chunks);
                    if has_failed {
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
        for (threads, is_file) in
            [(0, false), (1, false), (2, false), (3, false), (0, true), (2, true)]
        {
            let (demand, demanded): (Sender<()>, _) = channel();
            demand.send(()).unwrap();
            let mut demand = Some(demand);
            let mut taken = Vec::new();
            let rows = rows(RowsOnDemand(demanded), 1, is_file);
            let done = workers(threads).in_order(rows, None, numbers, |numbers| {
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
    fn a_failure_does_not_wait_for_rows_that_never_come() {
        for (threads, has_reader) in (0..4).flat_map(|threads| [(threads, true), (threads, false)])
        {
            let (demand, demanded) = channel();
            demand.send(()).unwrap();
            let rows = match RowsOnDemand(demanded) {
                from if has_reader => rows(from, 1, false),
                // As where the system has no thread for a reader.
                from => ChunkReader::Direct { rows: reader(from, 1), may_wait: true },
            };
            let fail = |_| Err(Failure::Data("no more".into()));
            let done = workers(threads).in_order(rows, None, numbers, fail);
            assert!(done.is_err(), "{threads} {has_reader}");
            // Up to here a row could have come.
            drop(demand);
        }
    }

    #[test]
    #[should_panic(expected = "a row that nobody foresaw")]
    fn a_panic_is_passed_on() {
        let (demand, demanded) = channel();
        (0..9).for_each(|_| demand.send(()).unwrap());
        let rows = rows(RowsOnDemand(demanded), 1, false);
        let work = |chunk: &Chunk| assert_ne!(numbers(chunk), [4], "a row that nobody foresaw");
        drop(workers(2).in_order(rows, None, work, |()| Ok(())));
        drop(demand);
    }

    #[test]
    #[should_panic(expected = "a result that nobody foresaw")]
    fn a_panic_of_who_takes_results_is_passed_on() {
        let rows = rows(io::Cursor::new(b"{}\n".repeat(99)), 1, true);
        let take = |numbers| {
            assert_ne!(numbers, [4], "a result that nobody foresaw");
            Ok(())
        };
        drop(workers(2).in_order(rows, None, numbers, take));
    }

    /// How many chunks of a row are worked on while the first of the file waits for its end. The
    /// first to be worked on may be another: what holds the rest back is that this one is not taken.
    fn underway(threads: usize, row: &str, expected: usize) -> usize {
        let begun = AtomicUsize::new(0);
        let work = |chunk: &Chunk| {
            begun.fetch_add(1, SeqCst);
            if numbers(chunk) == [1] {
                while begun.load(SeqCst) < expected {
                    thread::yield_now();
                }
                // What would be too much comes at once.
                thread::sleep(Duration::from_millis(50));
            }
            begun.load(SeqCst)
        };
        let rows = rows(io::Cursor::new(row.repeat(40)), 1, true);
        let mut most = None;
        let take = |begun| {
            most.get_or_insert(begun);
            Ok(())
        };
        workers(threads).in_order(rows, None, work, take).unwrap();
        most.unwrap()
    }

    #[test]
    fn no_more_is_underway_than_two_chunks_for_each_thread() {
        for (threads, expected) in [(0, 1), (2, 4), (3, 6)] {
            assert_eq!(underway(threads, "{}\n", expected), expected);
        }
    }

    #[test]
    fn large_rows_are_not_read_once_they_would_fill_the_memory() {
        let row = format!("{{\"respondent\": \"{}\"}}\n", " ".repeat(MOST_BYTES * 2 / 5));
        assert_eq!(underway(4, &row, 3), 3);
    }

    #[test]
    fn a_failure_to_read_comes_behind_what_was_read() {
        /// Fails at the end.
        struct Torn(io::Cursor<Vec<u8>>);

        impl Read for Torn {
            fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
                match self.0.read(into)? {
                    0 => Err(io::Error::other("torn off")),
                    read => Ok(read),
                }
            }
        }

        for (threads, is_file) in [(0, false), (3, false), (0, true), (3, true)] {
            let mut taken = Vec::new();
            let rows = rows(Torn(io::Cursor::new(b"{}\n".repeat(9))), 2, is_file);
            let done = workers(threads).in_order(rows, Some("a.ndjson"), numbers, |of| {
                taken.extend(of);
                Ok(())
            });
            assert_eq!(done.unwrap_err().to_string(), "a.ndjson: torn off");
            assert_eq!(taken, (1..=9).collect::<Vec<_>>());
        }
    }
}
