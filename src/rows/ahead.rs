//! Rows read ahead of whoever takes them.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use rolefit_engine::table::{Chunk, RowReader};

/// Reads on in a thread of its own, a little ahead of whoever takes the rows, up to
/// the first failure.
///
/// The thread is left to itself if nobody takes any more: it may be waiting
/// for rows that never come.
pub(crate) fn read_ahead<R: Read + Send + 'static>(
    rows: RowReader<R>,
) -> Receiver<io::Result<Chunk>> {
    let (sender, receiver) = sync_channel(2);
    thread::spawn(move || {
        for chunk in rows {
            let failed = chunk.is_err();
            if sender.send(chunk).is_err() || failed {
                break;
            }
        }
    });
    receiver
}
