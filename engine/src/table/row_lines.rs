//! Rows that are lines of a text.

/// Whole rows of a table without quotation marks, each of which is a line.
#[derive(Debug)]
pub(super) struct PlainRows {
    /// The line on which the first stands, from 1.
    pub(super) line: u64,
    /// Which row the first is, from 1.
    pub(super) row: u64,
    pub(super) text: Vec<u8>,
    /// How many there are.
    pub(super) count: u64,
}

/// The lines of a text, without what ends them: a line feed, a return, or both.
pub(super) fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let text = rest;
        let end = memchr::memchr2(b'\n', b'\r', text).unwrap_or(text.len());
        let (line, ended) = text.split_at_checked(end)?;
        rest = ended.strip_prefix(b"\r\n").or_else(|| ended.get(1..)).unwrap_or_default();
        (!text.is_empty()).then_some(line)
    })
}
