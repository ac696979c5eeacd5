//! Objects of JSON from a reader that stand in a list, or over several lines, not yet parsed.

use std::io::{self, BufRead};

use super::error::RowFault;
use super::row::{Chunk, JsonValue, MOST_TOGETHER};
use crate::limits;

/// Whether a text that begins with this line is a list of objects, or an object over several
/// lines, and not one on each line.
pub(super) fn is_spread(first_line: &[u8]) -> bool {
    match first_line.trim_ascii() {
        b"{" => true,
        [b'[', rest @ ..] => matches!(rest.trim_ascii_start().first(), None | Some(b'{' | b']')),
        _ => false,
    }
}

/// Reads whole values, one after the other. No more than one is held, up to its limit.
#[derive(Debug)]
pub(super) struct JsonValues<R> {
    from: R,
    scanner: Scanner,
    /// How many values were read.
    values: u64,
    bytes: u64,
    most: usize,
    /// Whether more bytes are at hand.
    is_more_at_hand: bool,
    /// Whether something stood where nothing can, behind which nothing is read.
    is_over: bool,
}

/// Knows where values begin and end, byte by byte.
#[derive(Debug)]
struct Scanner {
    /// The line and the character on it of the next byte, from 1 and from 0.
    line: u64,
    column: usize,
    expected: Expected,
    /// Whether the values are in a list.
    is_list: bool,
    /// How many brackets are open in the value.
    depth: usize,
    is_string: bool,
    is_escaped: bool,
}

/// What may come next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    /// A list, or the first value.
    Beginning,
    /// A value; in a list that is empty so far, its end.
    Value { is_first: bool },
    /// More of a value.
    Rest,
    /// In a list, a comma or its end.
    Comma,
    /// Nothing.
    End,
}

/// What a byte is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Between,
    Within,
    /// The last of a value.
    Last,
    /// The first behind a value that has no end of its own.
    Behind,
    /// It has no place here.
    Stray,
}

impl<R: BufRead> JsonValues<R> {
    pub(super) fn new(from: R) -> Self {
        let scanner = Scanner {
            line: 1,
            column: 0,
            expected: Expected::Beginning,
            is_list: false,
            depth: 0,
            is_string: false,
            is_escaped: false,
        };
        Self {
            from,
            scanner,
            values: 0,
            bytes: 0,
            most: MOST_TOGETHER,
            is_more_at_hand: false,
            is_over: false,
        }
    }

    /// Reads at most so many values together, from now on.
    pub(super) fn set_most(&mut self, most: usize) {
        self.most = most;
    }

    /// The values at hand, or the next if none is; `None` at the end.
    pub(super) fn next(&mut self) -> io::Result<Option<Chunk>> {
        let (mut values, mut held) = (Vec::new(), 0);
        while let Some(value) = self.value()? {
            held += value.text.as_ref().map_or(0, Vec::len);
            values.push(value);
            if values.len() >= self.most || held > limits::ROW.most || !self.is_more_at_hand {
                break;
            }
        }
        Ok((!values.is_empty()).then(|| Chunk::of_values(values, self.bytes)))
    }

    /// The next value, or why there is none.
    fn value(&mut self) -> io::Result<Option<JsonValue>> {
        let mut value: Option<JsonValue> = None;
        if self.is_over {
            return Ok(None);
        }
        loop {
            let buffer = self.from.fill_buf()?;
            if buffer.is_empty() {
                let value = value.or_else(|| self.scanner.is_cut().then(|| self.begun(Vec::new())));
                self.scanner.expected = Expected::End;
                self.is_more_at_hand = false;
                return Ok(value.map(|value| self.numbered(value)));
            }
            let (mut taken, mut is_done) = (0, false);
            for byte in buffer {
                let place = (self.scanner.line, self.scanner.column);
                let part = self.scanner.part(*byte);
                is_done = matches!(part, Part::Last | Part::Behind | Part::Stray);
                if part == Part::Behind {
                    break;
                }
                self.scanner.pass(*byte);
                taken += 1;
                if part == Part::Stray {
                    self.is_over = true;
                    value = Some(JsonValue::new(place, Err(RowFault::StrayJson)));
                } else if part != Part::Between {
                    value.get_or_insert_with(|| JsonValue::new(place, Ok(Vec::new()))).push(*byte);
                }
                if is_done {
                    break;
                }
            }
            self.is_more_at_hand = taken < buffer.len() && !self.is_over;
            self.from.consume(taken);
            self.bytes += taken as u64;
            if is_done {
                return Ok(value.map(|value| self.numbered(value)));
            }
        }
    }

    fn begun(&self, text: Vec<u8>) -> JsonValue {
        JsonValue::new((self.scanner.line, self.scanner.column), Ok(text))
    }

    fn numbered(&mut self, value: JsonValue) -> JsonValue {
        self.values += 1;
        JsonValue { number: self.values, ..value }
    }
}

impl Scanner {
    /// What the next byte is.
    fn part(&mut self, byte: u8) -> Part {
        match (self.expected, byte) {
            (Expected::Rest, byte) => self.rest(byte),
            (_, b' ' | b'\t' | b'\r' | b'\n') => Part::Between,
            (Expected::Beginning, b'[') => {
                self.is_list = true;
                self.expected = Expected::Value { is_first: true };
                Part::Between
            }
            (Expected::Value { is_first: true }, b']') if self.is_list => self.ends(Part::Between),
            (Expected::Comma, b']') => self.ends(Part::Between),
            (Expected::Comma, b',') => {
                self.expected = Expected::Value { is_first: false };
                Part::Between
            }
            (Expected::Beginning | Expected::Value { .. }, byte) if !b",]}:".contains(&byte) => {
                self.expected = Expected::Rest;
                self.rest(byte)
            }
            // Nothing can be told from what follows.
            _ => self.ends(Part::Stray),
        }
    }

    fn ends(&mut self, part: Part) -> Part {
        self.expected = Expected::End;
        part
    }

    /// A byte of a value.
    fn rest(&mut self, byte: u8) -> Part {
        if self.is_string {
            self.is_string = byte != b'"' || self.is_escaped;
            self.is_escaped = byte == b'\\' && !self.is_escaped;
        } else {
            match byte {
                b'"' => self.is_string = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' if self.depth > 0 => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        self.expected = self.after();
                        return Part::Last;
                    }
                }
                b',' | b']' | b'}' | b' ' | b'\t' | b'\r' | b'\n' if self.depth == 0 => {
                    self.expected = self.after();
                    return Part::Behind;
                }
                _ => {}
            }
        }
        Part::Within
    }

    /// What comes after a value.
    fn after(&self) -> Expected {
        if self.is_list { Expected::Comma } else { Expected::Value { is_first: true } }
    }

    fn pass(&mut self, byte: u8) {
        if byte == b'\n' {
            self.line += 1;
            self.column = 0;
        } else {
            self.column += usize::from(byte & 0xc0 != 0x80);
        }
    }

    /// Whether the text cannot end here.
    fn is_cut(&self) -> bool {
        self.is_list && self.expected != Expected::End
    }
}
