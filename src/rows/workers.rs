//! Work shared out to threads, its results taken in the order of the input.

use std::io::{self, Read};
use std::sync::Mutex;
use std::{env, thread};

use rayon::{ThreadPool, ThreadPoolBuilder};
use rolefit_engine::limits::THREADS;
use rolefit_engine::table::Chunk;

use super::ahead::RowsAhead;
use super::in_order::{ChunksInOrder, TakeResult, locked};
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
    pub(crate) fn in_order<R: Send, I: Read + Send + 'static>(
        &self,
        chunks: RowsAhead<I>,
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
        ChunksInOrder::new(chunks, self.most_underway()).through(self.0.as_ref(), &work)
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

    /// Rows a line each, which are read by whoever asks if `is_file`.
    fn rows<I: Read + Send + 'static>(from: I, at_a_time: usize, is_file: bool) -> RowsAhead<I> {
        let reader = RowReader::open(from, Some(Syntax::Ndjson), &builtin::catalogue()).unwrap();
        RowsAhead::begin(reader.at_most(at_a_time), is_file.then_some(1))
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
            is_file: bool,
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
                rows(io::Cursor::new(text), at_a_time, is_file),
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
        for (threads, is_file) in [(1, false), (2, false), (3, false), (1, true), (2, true)] {
            let (demand, demanded): (Sender<()>, _) = channel();
            demand.send(()).unwrap();
            let mut demand = Some(demand);
            let mut taken = Vec::new();
            let rows = rows(RowsOnDemand(demanded), 1, is_file);
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
    fn a_failure_does_not_wait_for_rows_that_never_come() {
        for threads in 1..4 {
            let (demand, demanded) = channel();
            demand.send(()).unwrap();
            let rows = rows(RowsOnDemand(demanded), 1, false);
            let fail = |_| Err(Failure::Data("no more".into()));
            let done = Workers::new(Some(threads)).in_order(rows, None, numbers, fail);
            assert!(done.is_err(), "{threads}");
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
        drop(Workers::new(None).in_order(rows, None, work, |()| Ok(())));
        drop(demand);
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

        for (threads, is_file) in [(1, false), (3, false), (1, true), (3, true)] {
            let mut taken = Vec::new();
            let rows = rows(Torn(io::Cursor::new(b"{}\n".repeat(9))), 2, is_file);
            let done =
                Workers::new(Some(threads)).in_order(rows, Some("a.ndjson"), numbers, |of| {
                    taken.extend(of);
                    Ok(())
                });
            assert_eq!(done.unwrap_err().to_string(), "a.ndjson: torn off");
            assert_eq!(taken, (1..=9).collect::<Vec<_>>());
        }
    }
}
