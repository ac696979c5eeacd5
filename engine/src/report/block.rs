//! Short pieces of text put together, and written as one.

use std::io::{self, Write};

/// Puts together what is written, and writes it on in blocks: many pieces of a record are shorter
/// than what it costs to write each.
///
/// Whoever makes one calls [`Block::finish`] at the end, or the last pieces are lost.
pub(super) struct Block<'t, W, const SIZE: usize> {
    bytes: [u8; SIZE],
    length: usize,
    to: &'t mut W,
}

/// A text that stands in many records. A short one is copied with what stands behind it, as so
/// many bytes whatever its length.
#[derive(Debug, Clone)]
pub(super) enum ReadyText {
    Short([u8; 64], usize),
    Long(String),
}

impl ReadyText {
    pub(super) fn of(text: String) -> Self {
        let mut bytes = [0; 64];
        match bytes.get_mut(..text.len()) {
            Some(place) => {
                place.copy_from_slice(text.as_bytes());
                Self::Short(bytes, text.len())
            }
            None => Self::Long(text),
        }
    }
}

impl<'t, W: Write, const SIZE: usize> Block<'t, W, SIZE> {
    /// A block that is written to `to`.
    pub(super) fn new(to: &'t mut W) -> Self {
        Self { bytes: [0; SIZE], length: 0, to }
    }

    /// Writes what is left. It does not take the block, which would be copied for that.
    ///
    /// # Errors
    /// Those of the writer.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        self.pass_on()
    }

    /// Lets `write` write to the next `N` bytes, and adds as many of them as it says that it wrote;
    /// `None` if it wrote nothing.
    ///
    /// # Errors
    /// Those of the writer.
    #[expect(clippy::inline_always, reason = "it is built with the instructions of its caller")]
    #[inline(always)]
    pub(super) fn fill<const N: usize>(
        &mut self,
        write: impl FnOnce(&mut [u8; N]) -> Option<usize>,
    ) -> io::Result<Option<()>> {
        const { assert!(N <= SIZE, "a block holds what is written to it at once") };
        if SIZE - self.length < N {
            self.pass_on()?;
        }
        let place = self.bytes.get_mut(self.length..).and_then(<[u8]>::first_chunk_mut);
        let length = place.and_then(write);
        self.length += length.unwrap_or_default().min(N);
        Ok(length.map(|_| ()))
    }

    /// Adds a text that was made ready for that.
    ///
    /// # Errors
    /// Those of the writer.
    #[expect(clippy::inline_always, reason = "it is built with the instructions of its caller")]
    #[inline(always)]
    pub(super) fn add(&mut self, text: &ReadyText) -> io::Result<()> {
        match text {
            ReadyText::Short(bytes, length) => self
                .fill(|place| {
                    *place = *bytes;
                    Some(*length)
                })
                .map(|_| ()),
            ReadyText::Long(text) => self.write_all(text.as_bytes()),
        }
    }

    /// Writes the pieces so far.
    #[cold]
    fn pass_on(&mut self) -> io::Result<()> {
        let length = std::mem::take(&mut self.length);
        self.to.write_all(self.bytes.get(..length).unwrap_or_default())
    }
}

impl<W: Write, const SIZE: usize> Write for Block<'_, W, SIZE> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let end = self.length + bytes.len();
        if let Some(place) = self.bytes.get_mut(self.length..end) {
            copy(bytes, place);
            self.length = end;
            return Ok(());
        }
        self.pass_on()?;
        self.to.write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.pass_on()?;
        self.to.flush()
    }
}

/// Copies bytes to a place that is as long. Most are more than 16 and no more than 64: they are
/// covered by two pieces of a length that is known beforehand.
#[inline]
fn copy(bytes: &[u8], place: &mut [u8]) {
    if bytes.len() <= 32 && cover::<16>(bytes, place).is_some() {
        return;
    }
    if bytes.len() <= 64 && cover::<32>(bytes, place).is_some() {
        return;
    }
    place.copy_from_slice(bytes);
}

/// Copies the first `N` and the last `N` bytes, if there are so many.
#[inline]
fn cover<const N: usize>(bytes: &[u8], place: &mut [u8]) -> Option<()> {
    let (first, last) = (bytes.first_chunk::<N>()?, bytes.last_chunk::<N>()?);
    *place.first_chunk_mut::<N>()? = *first;
    *place.last_chunk_mut::<N>()? = *last;
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_comes_out_is_all_that_went_in(
            pieces in proptest::collection::vec((0_usize..100, any::<u8>()), 0..120),
            long in proptest::option::of(2_000_usize..5_000),
        ) {
            let (mut found, mut expected) = (Vec::new(), Vec::new());
            let mut block = Block::<_, 512>::new(&mut found);
            let pieces: Vec<_> = pieces.into_iter().chain(long.map(|long| (long, 7))).collect();
            for (length, first) in pieces {
                let bytes = (0..=u8::MAX).cycle().map(|at| first.wrapping_add(at));
                let piece: Vec<u8> = bytes.take(length).collect();
                expected.extend_from_slice(&piece);
                match piece.first_chunk::<16>() {
                    Some(chunk) if length % 3 == 0 => {
                        let filled = block.fill(|place| {
                            *place = *chunk;
                            Some(5)
                        });
                        assert_eq!(filled.unwrap(), Some(()));
                        assert_eq!(block.fill::<64>(|_| None).unwrap(), None);
                        block.write_all(&piece[5..]).unwrap();
                    }
                    _ if length % 3 == 1 => {
                        let letters: String = piece.iter().map(|byte| char::from(byte % 128)).collect();
                        let from = expected.len() - length;
                        expected[from..].copy_from_slice(letters.as_bytes());
                        block.add(&ReadyText::of(letters)).unwrap();
                    }
                    _ => block.write_all(&piece).unwrap(),
                }
            }
            block.finish().unwrap();
            prop_assert_eq!(found, expected);
        }
    }
}
