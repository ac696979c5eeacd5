//! Lines of input, and what they may hold.

use std::io::{self, BufRead};

use crate::failure::Failure;

/// The lines of standard input, counted.
#[derive(Debug, Default)]
pub(super) struct Lines {
    count: usize,
}

impl Lines {
    /// How many lines were read.
    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// The next line without blanks around it; `None` at the end of input.
    pub(super) fn read(&mut self) -> Result<Option<String>, Failure> {
        /// A line that is longer than this answers nothing.
        const LONGEST: u64 = 4_096;
        let mut bytes = Vec::new();
        let mut input = io::Read::take(io::stdin().lock(), LONGEST);
        let read = input.read_until(b'\n', &mut bytes).map_err(Failure::io("standard input"))?;
        if read == 0 {
            return Ok(None);
        }
        self.count += 1;
        Ok(Some(String::from_utf8_lossy(&bytes).trim().to_owned()))
    }
}

/// Numbers from 1 to `highest`, with blanks or commas between them.
pub(super) fn numbers(line: &str, highest: usize) -> Option<Vec<usize>> {
    line.split(|c: char| c.is_whitespace() || c == ',')
        .filter(|part| !part.is_empty())
        .map(|part| part.parse().ok().filter(|number| (1..=highest).contains(number)))
        .collect()
}
