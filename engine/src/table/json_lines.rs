//! Lines of JSON from a reader, not yet parsed.

use std::io::{self, BufRead};

use super::row::{Chunk, LONGEST, MOST_TOGETHER};

/// Reads whole lines.
#[derive(Debug)]
pub(super) struct JsonLines<R> {
    from: R,
    /// How many lines were read.
    lines: u64,
    /// How many bytes were read.
    bytes: u64,
    /// How many lines are read together at the most.
    most: usize,
}

impl<R: BufRead> JsonLines<R> {
    pub(super) fn new(from: R) -> Self {
        Self { from, lines: 0, bytes: 0, most: MOST_TOGETHER }
    }

    /// Reads at most so many lines together, from now on.
    pub(super) fn set_most(&mut self, most: usize) {
        self.most = most;
    }

    /// The whole lines at hand, or the next if it is not whole; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Chunk>> {
        let mut text = Vec::new();
        loop {
            let buffer = self.from.fill_buf()?;
            let ends = memchr::memchr_iter(b'\n', buffer).take(self.most);
            let end = ends.last().map(|end| end + 1);
            let taken = end.unwrap_or(buffer.len());
            text.extend_from_slice(buffer.get(..taken).unwrap_or_default());
            self.from.consume(taken);
            self.bytes += taken as u64;
            if end.is_some() || taken == 0 {
                break;
            }
            if text.len() > LONGEST {
                // It is read to its end and forgotten.
                self.bytes += self.from.skip_until(b'\n')? as u64;
                self.lines += 1;
                return Ok(Some(Chunk::of_long_line(self.lines, self.bytes)));
            }
        }
        if text.is_empty() {
            return Ok(None);
        }
        let first = self.lines + 1;
        let unended = u64::from(!text.ends_with(b"\n"));
        self.lines += memchr::memchr_iter(b'\n', &text).count() as u64 + unended;
        Ok(Some(Chunk::of_lines(first, text, self.bytes)))
    }
}
