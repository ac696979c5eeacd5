//! Rows read ahead of whoever takes them.

use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

use rolefit_engine::table::{Chunk, Input, TableError};

/// Rows that were read together, and how many bytes were read so far.
pub(crate) type Read = Result<(Chunk, u64), TableError>;

/// Reads on in a thread of its own, a little ahead of whoever takes the rows.
///
/// The thread is left to itself if nobody takes any more: it may be waiting
/// for rows that never come.
pub(crate) fn chunks(mut input: Input) -> Receiver<Read> {
    let (sender, receiver) = sync_channel(2);
    thread::spawn(move || {
        while let Some(read) = input.read().transpose() {
            let failed = read.is_err();
            if sender.send(read.map(|chunk| (chunk, input.bytes()))).is_err() || failed {
                break;
            }
        }
    });
    receiver
}

/// How many bytes there are to work on.
pub(crate) fn size(read: &Read) -> usize {
    read.as_ref().map_or(0, |(chunk, _)| chunk.size())
}
