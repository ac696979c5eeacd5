//! Lines of JSON from a reader, not yet parsed.

use std::io::{self, BufRead};

use super::row::{Chunk, MOST_TOGETHER};
use crate::limits;

/// Reads whole lines, which end with a line feed, a return, or both.
#[derive(Debug)]
pub(super) struct JsonLines<R> {
    from: R,
    /// How many lines were read.
    lines: u64,
    /// How many bytes were read.
    bytes: u64,
    /// Whether a line feed that comes next ends the line before it.
    is_returned: bool,
    /// How many lines are read together at the most.
    most: usize,
}

impl<R: BufRead> JsonLines<R> {
    pub(super) fn new(from: R) -> Self {
        Self { from, lines: 0, bytes: 0, is_returned: false, most: MOST_TOGETHER }
    }

    /// Reads at most so many lines together, from now on.
    pub(super) fn set_most(&mut self, most: usize) {
        self.most = most;
    }

    /// The whole lines at hand, or the next if it is not whole; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Chunk>> {
        let mut text = Vec::new();
        loop {
            let most = self.most;
            let buffer = self.buffer()?;
            let ends = memchr::memchr2_iter(b'\n', b'\r', buffer).take(most);
            // A line feed behind a return ends no line of its own.
            let is_end = |at: usize| !buffer.get(..=at).unwrap_or_default().ends_with(b"\r\n");
            let (count, end) = ends
                .fold((0, None), |(count, _), at| (count + u64::from(is_end(at)), Some(at + 1)));
            let taken = buffer.get(..end.unwrap_or(buffer.len())).unwrap_or_default();
            text.extend_from_slice(taken);
            let (taken, is_returned) = (taken.len(), taken.ends_with(b"\r"));
            self.consume(taken, is_returned);
            if end.is_some() || taken == 0 {
                if text.is_empty() {
                    return Ok(None);
                }
                let first = self.lines + 1;
                self.lines += count.max(1);
                return Ok(Some(Chunk::of_lines(first, text, self.bytes)));
            }
            if text.len() > limits::ROW.most {
                self.skip_line()?;
                self.lines += 1;
                return Ok(Some(Chunk::of_long_line(self.lines, self.bytes)));
            }
        }
    }

    /// Reads on to the end of the line, and forgets it.
    fn skip_line(&mut self) -> io::Result<()> {
        loop {
            let buffer = self.buffer()?;
            let end = memchr::memchr2(b'\n', b'\r', buffer);
            let is_returned = end.is_some_and(|end| buffer.get(end) == Some(&b'\r'));
            let taken = end.map_or(buffer.len(), |end| end + 1);
            self.consume(taken, is_returned);
            if end.is_some() || taken == 0 {
                return Ok(());
            }
        }
    }

    /// The bytes that come next, without a line feed that belongs to what was read.
    fn buffer(&mut self) -> io::Result<&[u8]> {
        if std::mem::take(&mut self.is_returned) && self.from.fill_buf()?.starts_with(b"\n") {
            self.consume(1, false);
        }
        self.from.fill_buf()
    }

    fn consume(&mut self, count: usize, is_returned: bool) {
        self.from.consume(count);
        self.bytes += count as u64;
        self.is_returned = is_returned;
    }
}
