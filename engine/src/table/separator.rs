//! What stands between the cells of a table, by its headings.

use std::io::{self, BufRead};

use super::cells::Cells;
use super::column::Column;
use super::meanings::{Meanings, is_answers};
use super::naming::Naming;
use super::quotes::Quotes;
use crate::limits;

/// Where a comma separates decimals, spreadsheets write semicolons, and some
/// write tabs. Of those with which the headings say as much, the first is taken.
const SEPARATORS: [u8; 3] = *b",;\t";

/// What the headings say with one separator between them. The greater says more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Understood {
    /// How many name a question.
    questions: usize,
    /// Whether one names the respondent.
    respondent: bool,
    headings: usize,
}

/// A separator that is tried out.
#[derive(Debug)]
struct Candidate {
    quotes: Quotes,
    /// Where the row begins that is read, and up to where it was seen.
    start: usize,
    seen: usize,
    /// How many rows were read that are not blank.
    rows: usize,
    /// The most that a row says.
    understood: Option<Understood>,
}

/// The separator with which the headings say most, or the one that the first line gives, as
/// in `sep=;`. `begun` is what was read of the table so far. More is read into it from
/// `rest` until the rows that may have headings are whole with every separator, or with one
/// that makes a question of any.
pub(super) fn separator(
    begun: &mut Vec<u8>,
    rest: &mut impl BufRead,
    names: &Naming<'_>,
) -> io::Result<u8> {
    let start = start_of_headings(begun);
    if let Some(given) = begun.get(start..).and_then(given) {
        return Ok(given);
    }
    let mut candidates = SEPARATORS.map(|separator| Candidate::new(separator, start));
    loop {
        for candidate in &mut candidates {
            candidate.read(begun, names);
        }
        let left = limits::ROW.most.saturating_sub(begun.len()) as u64;
        if candidates.iter().all(Candidate::is_over)
            || candidates.iter().any(Candidate::finds_questions)
            || io::Read::take(&mut *rest, left).read_until(b'\n', begun)? == 0
        {
            break;
        }
    }
    let mut best = (b',', None);
    for candidate in candidates {
        let separator = candidate.quotes.separator();
        // Headings that are never whole, because a quotation mark is open, are told
        // of as they are.
        let row = || begun.get(candidate.start..).unwrap_or_default();
        let understood =
            candidate.understood.unwrap_or_else(|| Understood::of(row(), separator, names));
        if best.1.is_none_or(|most| understood > most) {
            best = (separator, Some(understood));
        }
    }
    Ok(best.0)
}

/// The separator that a line gives that is for spreadsheets alone.
fn given(line: &[u8]) -> Option<u8> {
    let line = line.split(|byte| matches!(byte, b'\r' | b'\n')).next()?;
    match line.get(..4)?.eq_ignore_ascii_case(b"sep=").then(|| line.get(4..))?? {
        [separator] => Some(*separator)
            .filter(|separator| separator.is_ascii_punctuation() || *separator == b'\t'),
        _ => None,
    }
}

/// Whether a row is the one that gives the separator.
pub(super) fn gives_separator(row: &[u8]) -> bool {
    given(row).is_some()
}

/// Where the first line that is not blank begins.
fn start_of_headings(begun: &[u8]) -> usize {
    let text = begun.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or_default();
    let blank = begun.get(..text).unwrap_or_default();
    memchr::memrchr2(b'\n', b'\r', blank).map_or(0, |end| end + 1)
}

impl Candidate {
    fn new(separator: u8, start: usize) -> Self {
        Self { quotes: Quotes::new(separator), start, seen: start, rows: 0, understood: None }
    }

    /// Reads the rows of `begun` that were not seen yet, up to one that names questions.
    fn read(&mut self, begun: &[u8], names: &Naming<'_>) {
        while !self.is_over() {
            let end = self.quotes.end_of_row(begun.get(self.seen..).unwrap_or_default());
            let row = begun.get(self.start..self.seen + end.unwrap_or_default());
            self.seen = end.map_or(begun.len(), |end| self.seen + end);
            let (Some(_), Some(row)) = (end, row) else { return };
            self.start = self.seen;
            if !row.trim_ascii().is_empty() {
                self.rows += 1;
                let says = Understood::of(row, self.quotes.separator(), names);
                self.understood = self.understood.max(Some(says));
            }
        }
    }

    fn is_over(&self) -> bool {
        self.rows >= limits::HEADING_ROWS.most || self.finds_questions()
    }

    fn finds_questions(&self) -> bool {
        self.understood.is_some_and(|understood| understood.questions > 0)
    }
}

impl Understood {
    fn of(headings: &[u8], separator: u8, names: &Naming<'_>) -> Self {
        let headings = headings.strip_prefix(b"\n").unwrap_or(headings).trim_ascii_end();
        let cells = Cells::new(separator).of(headings);
        let texts = cells.iter().map(String::from_utf8_lossy);
        let mut meanings = Meanings::of(names, texts.clone());
        let mut understood = Self { questions: 0, respondent: false, headings: cells.len() };
        for text in texts {
            let meaning = meanings.next(&text);
            understood.questions += usize::from(is_answers(&meaning));
            understood.respondent |= meaning == Ok(Column::Respondent);
        }
        understood
    }
}
