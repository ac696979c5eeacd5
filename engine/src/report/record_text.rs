//! The text of records, put together of many short pieces.

use std::io::{self, Write};

/// Room to begin with, in bytes.
const ROOM: usize = 1 << 16;

/// So much room, in bytes, is kept for what is written next.
const KEPT: usize = 1 << 21;

/// Records one behind the other, as text.
///
/// When it is cleared its room is kept, unless it grew unusually large: many records are written
/// faster into room that was used before.
///
/// ```
/// use std::io::Write as _;
/// use rolefit_engine::report::RecordText;
///
/// let mut text = RecordText::default();
/// text.write_all(b"{}\n")?;
/// assert_eq!(text.as_bytes(), b"{}\n");
/// text.clear();
/// assert!(text.as_bytes().is_empty());
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct RecordText {
    /// The text, and behind it bytes that mean nothing yet: its length is the room that there is.
    bytes: Vec<u8>,
    /// The length of the text, which is no more.
    length: usize,
}

/// A text that stands in many records.
#[derive(Debug, Clone)]
pub(super) enum ReadyText {
    /// One with its length, and with what may be copied behind it.
    Short([u8; ReadyText::SHORT], usize),
    Long(String),
}

impl ReadyText {
    /// The length of the longest that is short, in bytes.
    pub(super) const SHORT: usize = 64;

    pub(super) fn of(text: String) -> Self {
        let mut bytes = [0; Self::SHORT];
        match bytes.get_mut(..text.len()) {
            Some(place) => {
                place.copy_from_slice(text.as_bytes());
                Self::Short(bytes, text.len())
            }
            None => Self::Long(text),
        }
    }

    /// Copies a short text, as so many bytes whatever its length, which it gives; `None` of a long
    /// one.
    #[expect(clippy::inline_always, reason = "it is built with the instructions of its caller")]
    #[inline(always)]
    pub(super) fn copy(&self, place: &mut [u8; Self::SHORT]) -> Option<usize> {
        let Self::Short(bytes, length) = self else { return None };
        *place = *bytes;
        Some(*length)
    }
}

impl RecordText {
    /// What was written.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// Forgets what was written.
    pub fn clear(&mut self) {
        self.length = 0;
        if self.bytes.len() > KEPT {
            self.bytes = Vec::new();
        }
    }

    /// Lets `write` write to the next `N` bytes, and adds as many of them as it says that it wrote;
    /// `None` if it wrote nothing.
    ///
    /// # Errors
    /// There is no memory for them.
    #[expect(clippy::inline_always, reason = "it is built with the instructions of its caller")]
    #[inline(always)]
    pub(super) fn fill<const N: usize>(
        &mut self,
        write: impl FnOnce(&mut [u8; N]) -> Option<usize>,
    ) -> io::Result<Option<()>> {
        if self.bytes.len() - self.length < N {
            self.grow(N)?;
        }
        let place = self.bytes.get_mut(self.length..).and_then(<[u8]>::first_chunk_mut);
        let length = place.and_then(write);
        self.length += length.unwrap_or_default().min(N);
        Ok(length.map(|_| ()))
    }

    /// Adds a text that was made ready for that.
    ///
    /// # Errors
    /// There is no memory for it.
    pub(super) fn add(&mut self, text: &ReadyText) -> io::Result<()> {
        match text {
            ReadyText::Short(bytes, length) => {
                self.write_all(bytes.get(..*length).unwrap_or_default())
            }
            ReadyText::Long(text) => self.write_all(text.as_bytes()),
        }
    }

    /// Makes room for so many bytes more.
    #[cold]
    fn grow(&mut self, more: usize) -> io::Result<()> {
        let missing = (self.length + more).saturating_sub(self.bytes.len());
        self.bytes.try_reserve(missing.max(ROOM)).map_err(|_| no_memory())?;
        self.bytes.resize(self.bytes.capacity(), 0);
        Ok(())
    }
}

fn no_memory() -> io::Error {
    io::ErrorKind::OutOfMemory.into()
}

impl Write for RecordText {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes).map(|()| bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        if self.bytes.len() - self.length < bytes.len() {
            self.grow(bytes.len())?;
        }
        let end = self.length + bytes.len();
        copy(bytes, self.bytes.get_mut(self.length..end).ok_or_else(no_memory)?);
        self.length = end;
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
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

    /// How a piece is written.
    #[derive(Debug, Clone)]
    enum Piece {
        Written(Vec<u8>),
        Ready(String),
        /// So many of these bytes count.
        Filled([u8; 16], usize),
        NotFilled,
    }

    fn piece() -> impl Strategy<Value = Piece> {
        prop_oneof![
            proptest::collection::vec(any::<u8>(), 0..100).prop_map(Piece::Written),
            "[a-z]{0,100}".prop_map(Piece::Ready),
            (any::<[u8; 16]>(), 0_usize..=16)
                .prop_map(|(bytes, length)| Piece::Filled(bytes, length)),
            Just(Piece::NotFilled),
        ]
    }

    proptest! {
        #[test]
        fn what_comes_out_is_all_that_went_in(
            // Some end within what there is room for at first, and some go on behind it.
            long in prop_oneof![Just(0), ROOM - 1_000..ROOM + 1_000],
            pieces in proptest::collection::vec(piece(), 0..60),
        ) {
            let mut text = RecordText::default();
            // Room that was used before holds nothing of it.
            text.write_all(b"before").unwrap();
            text.clear();
            text.write_all(&vec![7; long]).unwrap();
            let mut expected = vec![7; long];
            for piece in pieces {
                match piece {
                    Piece::Written(bytes) => {
                        text.write_all(&bytes).unwrap();
                        expected.extend(bytes);
                    }
                    Piece::Ready(letters) => {
                        text.add(&ReadyText::of(letters.clone())).unwrap();
                        expected.extend(letters.into_bytes());
                    }
                    Piece::Filled(bytes, length) => {
                        let fill = |place: &mut [u8; 16]| {
                            *place = bytes;
                            Some(length)
                        };
                        prop_assert_eq!(text.fill(fill).unwrap(), Some(()));
                        expected.extend(&bytes[..length]);
                    }
                    Piece::NotFilled => prop_assert_eq!(text.fill::<64>(|_| None).unwrap(), None),
                }
            }
            prop_assert!(text.as_bytes() == expected);
        }
    }

    #[test]
    fn room_is_kept_unless_it_is_unusually_large() {
        for (length, is_kept) in [(ROOM, true), (KEPT, true), (KEPT + 1, false)] {
            let mut text = RecordText::default();
            text.write_all(&vec![7; length]).unwrap();
            text.clear();
            assert_eq!(text.bytes.capacity() >= length, is_kept, "{length}");
        }
    }
}
