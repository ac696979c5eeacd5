//! Rows read ahead of whoever takes them.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, TryRecvError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use rolefit_engine::table::{Chunk, RowReader};

/// How many times the reading is ahead at the most: where every core has a thread at work, the
/// one that reads gets its turns seldom, and reads more in each.
const MOST_AHEAD: usize = 4;

/// Rows as they come.
pub(crate) enum RowsAhead<R> {
    /// From a thread of their own, which is a little ahead.
    Ahead(Receiver<io::Result<Chunk>>),
    /// Each when it is asked for, where no thread is to be had.
    InTurn(RowReader<R>),
}

impl<R: Read + Send + 'static> RowsAhead<R> {
    /// Reads on in a thread of its own, a little ahead of whoever takes the rows, up to
    /// the first failure.
    ///
    /// The thread is left to itself if nobody takes any more: it may be waiting
    /// for rows that never come.
    pub(crate) fn begin(rows: RowReader<R>) -> Self {
        let (sender, receiver) = sync_channel(MOST_AHEAD);
        let given = Arc::new(Mutex::new(Some(rows)));
        let taken = Arc::clone(&given);
        let reading = thread::Builder::new().name("rows".to_owned()).spawn(move || {
            let rows = taken.lock().unwrap_or_else(PoisonError::into_inner).take();
            for chunk in rows.into_iter().flatten() {
                let failed = chunk.is_err();
                if sender.send(chunk).is_err() || failed {
                    break;
                }
            }
        });
        let left = match reading {
            Ok(_) => None,
            Err(_) => given.lock().unwrap_or_else(PoisonError::into_inner).take(),
        };
        left.map_or(Self::Ahead(receiver), Self::InTurn)
    }

    /// The next rows; `None` at the end.
    pub(super) fn next(&mut self) -> Option<io::Result<Chunk>> {
        match self {
            Self::Ahead(receiver) => receiver.recv().ok(),
            Self::InTurn(rows) => rows.next(),
        }
    }

    /// The next rows, if there are any yet.
    pub(super) fn next_if_ready(&mut self) -> Result<io::Result<Chunk>, TryRecvError> {
        match self {
            Self::Ahead(receiver) => receiver.try_recv(),
            Self::InTurn(rows) => rows.next().ok_or(TryRecvError::Disconnected),
        }
    }
}
