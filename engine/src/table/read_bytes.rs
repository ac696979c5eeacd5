//! Bytes from a reader, in buffers that are used again.

use std::io::{self, Read};
use std::mem;
use std::ops::Deref;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A buffer larger than this, in bytes, is given back to the system.
const KEPT: usize = 1 << 20;

/// Bytes that were read. Once nobody needs them their buffer serves for what is read next, wherever
/// they were used, unless it is unusually large: a new buffer has to be cleared first.
#[derive(Debug, Default)]
pub(super) struct ReadBytes {
    /// The bytes, and behind them some that mean nothing.
    buffer: Vec<u8>,
    /// How many of them were read.
    length: usize,
    spare: Spare,
}

/// Buffers that nobody uses at present.
#[derive(Debug, Clone, Default)]
struct Spare(Arc<Mutex<Vec<Vec<u8>>>>);

impl Spare {
    fn buffers(&self) -> MutexGuard<'_, Vec<Vec<u8>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ReadBytes {
    /// A copy of these bytes, in a buffer that may have been used before.
    pub(super) fn copy_of(&self, bytes: &[u8]) -> Self {
        let spare = self.spare.clone();
        let buffer = spare.buffers().pop().unwrap_or_default();
        let mut copy = Self { buffer, length: 0, spare };
        copy.place(bytes.len()).copy_from_slice(bytes);
        copy.length = bytes.len();
        copy
    }

    /// Reads at most so many bytes more, and says how many there were.
    ///
    /// # Errors
    /// What the reader says, unless it was only interrupted.
    pub(super) fn read_more(&mut self, from: &mut impl Read, most: usize) -> io::Result<usize> {
        let place = self.place(most);
        let count = loop {
            match from.read(place) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read?.min(most),
            }
        };
        self.length += count;
        Ok(count)
    }

    /// Forgets all but so many bytes at the beginning.
    pub(super) fn truncate(&mut self, length: usize) {
        self.length = self.length.min(length);
    }

    /// Forgets so many bytes at the beginning.
    pub(super) fn forget(&mut self, count: usize) {
        let count = count.min(self.length);
        self.buffer.copy_within(count..self.length, 0);
        self.length -= count;
    }

    /// Where so many bytes more go.
    fn place(&mut self, more: usize) -> &mut [u8] {
        let end = self.length + more;
        if self.buffer.len() < end {
            self.buffer.resize(end, 0);
        }
        self.buffer.get_mut(self.length..end).unwrap_or_default()
    }
}

impl Deref for ReadBytes {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        self.buffer.get(..self.length).unwrap_or_default()
    }
}

impl Drop for ReadBytes {
    fn drop(&mut self) {
        if (1..=KEPT).contains(&self.buffer.capacity()) {
            self.spare.buffers().push(mem::take(&mut self.buffer));
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What is done with the bytes.
    #[derive(Debug, Clone)]
    enum Step {
        ReadMore(Vec<u8>, usize),
        Forget(usize),
        /// All but so many are handed on, and kept for as many steps.
        HandOn(usize, usize),
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![
            (proptest::collection::vec(any::<u8>(), 0..40), 0_usize..60)
                .prop_map(|(bytes, most)| Step::ReadMore(bytes, most)),
            (0_usize..30).prop_map(Step::Forget),
            (0_usize..30, 0_usize..6).prop_map(|(left, steps)| Step::HandOn(left, steps)),
        ]
    }

    proptest! {
        #[test]
        fn a_buffer_that_is_used_again_holds_what_was_read_last(
            steps in proptest::collection::vec(step(), 0..60),
        ) {
            let (mut read, mut expected) = (ReadBytes::default(), Vec::new());
            let mut held: Vec<(usize, ReadBytes, Vec<u8>)> = Vec::new();
            for (now, step) in steps.into_iter().enumerate() {
                match step {
                    Step::ReadMore(bytes, most) => {
                        let count = read.read_more(&mut bytes.as_slice(), most).unwrap();
                        prop_assert_eq!(count, bytes.len().min(most));
                        expected.extend_from_slice(&bytes[..count]);
                    }
                    Step::Forget(count) => {
                        read.forget(count);
                        expected.drain(..count.min(expected.len()));
                    }
                    Step::HandOn(left, steps) => {
                        let at = expected.len().saturating_sub(left);
                        let rest = read.copy_of(&read[at..]);
                        let mut handed_on = mem::replace(&mut read, rest);
                        handed_on.truncate(at);
                        let after = expected.split_off(at);
                        held.push((now + steps, handed_on, mem::replace(&mut expected, after)));
                    }
                }
                prop_assert_eq!(&*read, &expected[..]);
                for (_, held, expected) in &held {
                    prop_assert_eq!(&**held, &expected[..]);
                }
                held.retain(|(until, ..)| *until > now);
            }
        }
    }

    #[test]
    fn a_buffer_is_used_again_unless_it_is_unusually_large() {
        for (length, is_kept) in [(1, true), (KEPT, true), (KEPT + 1, false)] {
            let first = ReadBytes::default();
            drop(first.copy_of(&vec![7; length]));
            let buffers: Vec<usize> = first.spare.buffers().iter().map(Vec::len).collect();
            assert_eq!(buffers, if is_kept { vec![length] } else { Vec::new() });
        }
    }
}
