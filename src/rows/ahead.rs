//! Rows from where reading may keep everybody waiting.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use rolefit_engine::table::{Chunk, RowReader};

/// How many times the reading is ahead at the most: where every core has a thread at work, the
/// one that reads gets its turns seldom, and reads more in each.
const MOST_AHEAD: usize = 4;

/// Rows as they come.
pub(crate) enum RowsAhead<R> {
    /// From a thread of their own, which is a little ahead.
    Ahead(Receiver<Ahead>, SyncSender<Ahead>),
    /// Each when it is asked for.
    InTurn(RowReader<R>),
}

/// What the thread says that reads; none is the end.
type Ahead = Option<io::Result<Chunk>>;

/// Ends the wait for rows.
pub(super) struct WaitEnd(Option<SyncSender<Ahead>>);

/// Says that there are no more rows, however the reading ended.
struct LastWord(SyncSender<Ahead>);

impl<R: Read + Send + 'static> RowsAhead<R> {
    /// Reads `rows`. What is of no known `length`, such as a pipe, may keep whoever reads
    /// waiting: a thread of its own reads that, a little ahead of whoever takes the rows, up to the
    /// first failure.
    ///
    /// The thread is left to itself if nobody takes any more: it may be waiting
    /// for rows that never come.
    pub(crate) fn begin(rows: RowReader<R>, length: Option<u64>) -> Self {
        if length.is_some() {
            return Self::InTurn(rows);
        }
        let (sender, receiver) = sync_channel(MOST_AHEAD);
        let given = Arc::new(Mutex::new(Some(rows)));
        let (taken, last) = (Arc::clone(&given), LastWord(sender.clone()));
        let reading = thread::Builder::new().name("rows".to_owned()).spawn(move || {
            let LastWord(sender) = &last;
            let rows = taken.lock().unwrap_or_else(PoisonError::into_inner).take();
            for chunk in rows.into_iter().flatten() {
                let failed = chunk.is_err();
                if sender.send(Some(chunk)).is_err() || failed {
                    break;
                }
            }
        });
        let left = match reading {
            Ok(_) => None,
            // Where no thread is to be had.
            Err(_) => given.lock().unwrap_or_else(PoisonError::into_inner).take(),
        };
        left.map_or(Self::Ahead(receiver, sender), Self::InTurn)
    }

    /// The next rows; `None` at the end, or if the wait for them was ended. Not to be asked again
    /// then.
    // Every command that reads rows would otherwise have its own copy of the readers.
    #[inline(never)]
    pub(super) fn next(&mut self) -> Option<io::Result<Chunk>> {
        match self {
            Self::Ahead(receiver, _) => receiver.recv().ok().flatten(),
            Self::InTurn(rows) => rows.next(),
        }
    }

    /// What ends the wait of another thread for the next rows.
    pub(super) fn wait_end(&self) -> WaitEnd {
        WaitEnd(match self {
            Self::Ahead(_, sender) => Some(sender.clone()),
            Self::InTurn(_) => None,
        })
    }
}

impl WaitEnd {
    pub(super) fn end(&self) {
        // Nobody waits where there is no room for more.
        let _ = self.0.as_ref().map(|sender| sender.try_send(None));
    }
}

impl Drop for LastWord {
    fn drop(&mut self) {
        let _ = self.0.send(None);
    }
}
