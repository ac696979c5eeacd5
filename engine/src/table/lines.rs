//! Lines of JSON.

use std::io::{self, BufRead};

use super::reading::Buffered;
use super::row::{Chunk, Content, LONGEST, Row};

/// Lines of JSON.
pub(super) struct Lines {
    source: Buffered,
    /// How many lines were read.
    before: u64,
    /// How many bytes were.
    pub(super) bytes: u64,
}

impl Lines {
    /// Lines from `source`.
    pub(super) fn of(source: Buffered) -> Self {
        Self { source, before: 0, bytes: 0 }
    }

    /// The whole lines at hand, or the next if it is not whole; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Chunk>> {
        let mut bytes = Vec::new();
        loop {
            let buffer = self.source.fill_buf()?;
            let end = buffer.iter().rposition(|byte| *byte == b'\n').map(|end| end + 1);
            let taken = end.unwrap_or(buffer.len());
            bytes.extend_from_slice(buffer.get(..taken).unwrap_or_default());
            self.source.consume(taken);
            self.bytes += taken as u64;
            if end.is_some() || taken == 0 {
                break;
            }
            if bytes.len() > LONGEST {
                // It is read to its end and forgotten.
                self.bytes += self.source.skip_until(b'\n')? as u64;
                self.before += 1;
                let row = Row { line: self.before, content: Content::too_long() };
                return Ok(Some(Chunk::Rows(vec![row])));
            }
        }
        if bytes.is_empty() {
            return Ok(None);
        }
        let first = self.before + 1;
        let last = u64::from(!bytes.ends_with(b"\n"));
        self.before += memchr::memchr_iter(b'\n', &bytes).count() as u64 + last;
        Ok(Some(Chunk::Lines(first, bytes)))
    }
}
