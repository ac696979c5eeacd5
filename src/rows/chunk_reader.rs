//! Reads chunks of rows from files, and from pipes that may keep whoever reads waiting.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use rolefit_engine::table::{Chunk, RowReader};

use super::locked::locked;

/// How many chunks are read ahead at most: where every core has a thread at work, the one that
/// reads runs seldom, and reads more each time.
const MOST_AHEAD: usize = 4;

/// Rows from a file or a pipe.
type Rows = RowReader<Box<dyn Read + Send>>;

/// Reads chunks of rows, one after the other.
pub(crate) enum ChunkReader {
    /// Each is read when it is asked for.
    Direct {
        rows: Rows,
        /// Whether reading may wait for rows that never come.
        may_wait: bool,
    },
    /// A thread of their own reads them, a little ahead. The sender ends the wait for it.
    FromThread(Receiver<Message>, SyncSender<Message>),
}

/// What the thread that reads sends; `None` is the end.
type Message = Option<io::Result<Chunk>>;

/// Ends the wait for rows.
pub(super) struct WaitEnd(Option<SyncSender<Message>>);

/// Sends the end when dropped, however the reading ended: the channel does not close by itself,
/// since its reader holds a sender too.
struct SendEnd(SyncSender<Message>);

impl ChunkReader {
    /// Reads `rows`. What is of no known `length`, such as a pipe, may keep whoever reads
    /// waiting: a thread of its own reads that, up to the first failure.
    ///
    /// The thread is left to itself if nobody takes any more: it may be waiting
    /// for rows that never come.
    pub(crate) fn begin(rows: Rows, length: Option<u64>) -> Self {
        if length.is_some() {
            return Self::Direct { rows, may_wait: false };
        }
        let (sender, receiver) = sync_channel(MOST_AHEAD);
        let given = Arc::new(Mutex::new(Some(rows)));
        let (shared, end) = (Arc::clone(&given), SendEnd(sender.clone()));
        let thread = thread::Builder::new().name("rows".to_owned()).spawn(move || {
            let SendEnd(sender) = &end;
            let rows = locked(&shared).take();
            for chunk in rows.into_iter().flatten() {
                let failed = chunk.is_err();
                if sender.send(Some(chunk)).is_err() || failed {
                    break;
                }
            }
        });
        // Where no thread is to be had, the rows are still here.
        let left = if thread.is_err() { locked(&given).take() } else { None };
        match left {
            Some(rows) => Self::Direct { rows, may_wait: true },
            None => Self::FromThread(receiver, sender),
        }
    }

    /// Whether reading may keep the thread that asks waiting, with nothing to end that wait.
    pub(super) fn may_wait(&self) -> bool {
        matches!(self, Self::Direct { may_wait: true, .. })
    }

    /// The next rows; `None` at the end, or if the wait for them was ended. Not to be asked again
    /// then.
    pub(super) fn next(&mut self) -> Option<io::Result<Chunk>> {
        match self {
            Self::FromThread(receiver, _) => receiver.recv().ok().flatten(),
            Self::Direct { rows, .. } => rows.next(),
        }
    }

    /// What ends the wait of another thread for the next rows.
    pub(super) fn wait_end(&self) -> WaitEnd {
        WaitEnd(match self {
            Self::FromThread(_, sender) => Some(sender.clone()),
            Self::Direct { .. } => None,
        })
    }
}

impl WaitEnd {
    pub(super) fn end(&self) {
        // If the channel is full, nobody is waiting.
        let _ = self.0.as_ref().map(|sender| sender.try_send(None));
    }
}

impl Drop for SendEnd {
    fn drop(&mut self) {
        let _ = self.0.send(None);
    }
}
