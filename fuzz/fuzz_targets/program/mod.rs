//! The part of the program that reads rows, as it is, in a crate of its own:
//! what it needs of the rest is here, or stands in for it.
#![allow(dead_code, unused_imports, reason = "each target uses a part of the program")]

#[path = "../../../src/failure.rs"]
pub(crate) mod failure;
#[path = "../../../src/rows/mod.rs"]
pub(crate) mod rows;

/// The arguments that rows know of.
pub(crate) mod args {
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub(crate) enum RowFormat {
        Ndjson,
        Csv,
    }
}

/// Nobody is told of progress here.
pub(crate) mod output {
    pub(crate) struct Output;

    impl Output {
        pub(crate) fn note(&mut self, _: &str) {}
    }
}

#[path = "../../../src/text/spreadsheet.rs"]
pub(crate) mod spreadsheet;

pub(crate) mod text {
    pub(crate) use super::spreadsheet;
}

use std::io::{self, Read};

use rolefit_engine::sheet::{Rows, Sheet};

use args::RowFormat;
use failure::Failure;
use rows::{Input, Source, read};

/// A row: its line, and its sheet or what is wrong with it; `None` if it is blank.
pub(crate) type Told = (u64, Option<Result<Sheet, String>>);

/// What becomes of each row of `bytes`, of which so many arrive at a time.
pub(crate) fn told(
    rows: &Rows<'_>,
    bytes: &[u8],
    piece: usize,
    format: RowFormat,
) -> Result<Vec<Told>, Failure> {
    let from = Box::new(Dribble { bytes: bytes.to_vec(), at: 0, piece });
    let input = Input::open(Source { from, length: None }, Some(format), rows)?;
    let columns = input.columns().cloned();
    let mut all = Vec::new();
    for chunk in input.chunks() {
        let (chunk, _) = chunk?;
        for row in chunk.rows().iter() {
            all.push((row.line, read(rows, row, columns.as_ref())));
        }
    }
    Ok(all)
}

/// Bytes that arrive a few at a time.
struct Dribble {
    bytes: Vec<u8>,
    at: usize,
    piece: usize,
}

impl Read for Dribble {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let rest = &self.bytes[self.at..];
        let count = rest.len().min(self.piece).min(into.len());
        into[..count].copy_from_slice(&rest[..count]);
        self.at += count;
        Ok(count)
    }
}
