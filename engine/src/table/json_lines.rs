//! Lines of JSON from a reader, not yet parsed.

use std::io::{self, Read};
use std::mem;

use super::read_bytes::ReadBytes;
use super::row::{AT_ONCE, Chunk, MOST_TOGETHER};
use crate::limits;

/// Reads whole lines, which end with a line feed, a return, or both.
#[derive(Debug)]
pub(super) struct JsonLines<R> {
    from: R,
    /// What was read.
    read: ReadBytes,
    /// How much of that was handed on.
    passed: usize,
    /// How much of that is known to end no line, or was handed on.
    searched: usize,
    /// For how many bytes room is made: for about as many as come at a time.
    room: usize,
    /// How many lines were handed on.
    lines: u64,
    /// How many bytes were handed on.
    bytes: u64,
    /// Whether a line feed that comes next ends the line before it.
    is_returned: bool,
    /// How many lines are read together at the most.
    most: usize,
}

/// Room is made for so many bytes at the least.
const LEAST_ROOM: usize = 1 << 13;

impl<R: Read> JsonLines<R> {
    pub(super) fn new(from: R) -> Self {
        Self {
            from,
            read: ReadBytes::default(),
            passed: 0,
            searched: 0,
            room: AT_ONCE,
            lines: 0,
            bytes: 0,
            is_returned: false,
            most: MOST_TOGETHER,
        }
    }

    /// Reads at most so many lines together, from now on.
    pub(super) fn set_most(&mut self, most: usize) {
        self.most = most;
    }

    /// The whole lines at hand, or the next if it is not whole; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Chunk>> {
        loop {
            self.pass_line_feed();
            let (count, end) = self.whole_lines();
            if let Some(end) = end {
                return Ok(Some(self.handed_on(count, end)));
            }
            self.searched = self.read.len();
            if self.read.len() - self.passed > limits::ROW.most {
                self.skip_line()?;
                self.lines += 1;
                return Ok(Some(Chunk::of_long_line(self.lines, self.bytes)));
            }
            if !self.read_more()? {
                let end = self.read.len();
                return Ok((end > self.passed).then(|| self.handed_on(1, end)));
            }
        }
    }

    /// How many whole lines there are, no more than are wanted together, and where the last ends.
    fn whole_lines(&self) -> (u64, Option<usize>) {
        let rest = self.read.get(self.searched..).unwrap_or_default();
        let ends = memchr::memchr2_iter(b'\n', b'\r', rest).take(self.most);
        // A line feed behind a return ends no line of its own.
        let is_end = |at: usize| !self.read.get(..=at).unwrap_or_default().ends_with(b"\r\n");
        ends.map(|at| self.searched + at)
            .fold((0, None), |(count, _), at| (count + u64::from(is_end(at)), Some(at + 1)))
    }

    /// So many lines, which end there.
    fn handed_on(&mut self, count: u64, end: usize) -> Chunk {
        let first = self.lines + 1;
        // A return that came alone may end the line before.
        self.lines += count.max(1);
        let from = self.passed;
        self.pass(end);
        // Less is copied if what is left is, and the rest goes where it lies.
        let text = if from == 0 && end >= self.read.len() / 2 {
            let left = self.read.copy_of(self.read.get(end..).unwrap_or_default());
            (self.passed, self.searched) = (0, 0);
            let mut read = mem::replace(&mut self.read, left);
            read.truncate(end);
            read
        } else {
            self.read.copy_of(self.read.get(from..end).unwrap_or_default())
        };
        Chunk::of_lines(first, text, self.bytes)
    }

    /// Reads on to the end of the line, and forgets it.
    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let rest = self.read.get(self.searched..).unwrap_or_default();
            let end = memchr::memchr2(b'\n', b'\r', rest).map(|end| self.searched + end + 1);
            self.pass(end.unwrap_or(self.read.len()));
            if end.is_some() || !self.read_more()? {
                return Ok(());
            }
        }
    }

    /// Passes over a line feed that belongs to what was handed on.
    fn pass_line_feed(&mut self) {
        if self.is_returned && self.read.len() > self.passed {
            self.is_returned = false;
            if self.read.get(self.passed) == Some(&b'\n') {
                self.pass(self.passed + 1);
            }
        }
    }

    /// Takes note that all up to there was handed on.
    fn pass(&mut self, end: usize) {
        let passed = self.read.get(self.passed..end).unwrap_or_default();
        self.is_returned = passed.ends_with(b"\r");
        self.bytes += passed.len() as u64;
        (self.passed, self.searched) = (end, end);
    }

    /// Reads what is at hand, and says whether it was not the end.
    fn read_more(&mut self) -> io::Result<bool> {
        self.read.forget(mem::take(&mut self.passed));
        self.searched = self.read.len();
        let count = self.read.read_more(&mut self.from, self.room)?;
        let wanted = if count == self.room { 2 * count } else { count.next_power_of_two() };
        self.room = wanted.clamp(LEAST_ROOM, AT_ONCE);
        Ok(count > 0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Gives pieces of these sizes, again and again.
    struct UnevenReads<'b>(&'b [u8], std::iter::Cycle<std::vec::IntoIter<usize>>);

    impl Read for UnevenReads<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let piece = self.1.next().unwrap_or(1).min(self.0.len()).min(into.len());
            let (now, later) = self.0.split_at(piece);
            into[..piece].copy_from_slice(now);
            self.0 = later;
            Ok(piece)
        }
    }

    /// The lines, each with its number, and how many bytes were read at the end.
    fn read(text: &[u8], pieces: Vec<usize>, most: usize) -> (Vec<(u64, String)>, u64) {
        let mut lines = JsonLines::new(UnevenReads(text, pieces.into_iter().cycle()));
        lines.set_most(most);
        let (mut found, mut bytes) = (Vec::new(), 0);
        while let Some(chunk) = lines.next().unwrap() {
            let rows: Vec<_> = chunk.rows().collect();
            assert!(rows.len() <= most.max(1), "{rows:?}");
            found.extend(rows.iter().map(|row| (row.number(), format!("{:?}", row.content))));
            bytes = chunk.bytes_read();
        }
        (found, bytes)
    }

    proptest! {
        #[test]
        fn lines_are_the_same_however_they_come(
            lines in proptest::collection::vec(("[a-c]{0,40}", "\n|\r|\r\n"), 0..40),
            last in "[a-c]{0,5}",
            pieces in proptest::collection::vec(1_usize..60, 1..5),
            most in 1_usize..30,
        ) {
            let text: String = lines.into_iter().flat_map(|(line, end)| [line, end]).collect();
            let text = text + &last;
            let (found, bytes) = read(text.as_bytes(), pieces, most);
            prop_assert_eq!(&found, &read(text.as_bytes(), vec![text.len().max(1)], usize::MAX).0);
            let ends = text.replace("\r\n", "\n").replace('\r', "\n");
            let expected = ends.strip_suffix('\n').unwrap_or(&ends);
            let count = if ends.is_empty() { 0 } else { expected.split('\n').count() };
            prop_assert_eq!(found.len(), count);
            prop_assert!(found.iter().zip(1..).all(|((number, _), place)| *number == place));
            // A line feed behind the last return may still be to come.
            prop_assert!(text.len() as u64 - bytes <= u64::from(text.ends_with("\r\n")));
        }
    }
}
