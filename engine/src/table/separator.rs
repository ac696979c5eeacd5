//! What stands between the cells of a table, by its headings.

use std::io::{self, BufRead};

use super::cells::Cells;
use super::columns::Column;
use super::ids::Ids;
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
    /// What the row of headings says; `None` until its end is seen.
    understood: Option<Understood>,
}

/// The separator with which the headings say most. `begun` is what was read of the
/// table so far. More is read into it from `rest` until the headings are whole with
/// every separator, or with one that makes a question of any.
pub(super) fn separator(
    begun: &mut Vec<u8>,
    rest: &mut impl BufRead,
    ids: &Ids<'_>,
) -> io::Result<u8> {
    let start = start_of_headings(begun);
    let mut candidates = SEPARATORS.map(Candidate::new);
    let mut seen = start;
    loop {
        for candidate in &mut candidates {
            candidate.read(begun, start, seen, ids);
        }
        seen = begun.len();
        let are_whole = candidates.iter().all(|candidate| candidate.understood.is_some());
        let left = limits::ROW.most.saturating_sub(seen) as u64;
        if are_whole
            || candidates.iter().any(Candidate::finds_questions)
            || io::Read::take(&mut *rest, left).read_until(b'\n', begun)? == 0
        {
            break;
        }
    }
    let headings = begun.get(start..).unwrap_or_default();
    let mut best = (b',', None);
    for candidate in candidates {
        let separator = candidate.quotes.separator();
        // Headings that are never whole, because a quotation mark is open, are told
        // of as they are.
        let understood =
            candidate.understood.unwrap_or_else(|| Understood::of(headings, separator, ids));
        if best.1.is_none_or(|most| understood > most) {
            best = (separator, Some(understood));
        }
    }
    Ok(best.0)
}

/// Where the first line that is not blank begins.
fn start_of_headings(begun: &[u8]) -> usize {
    let text = begun.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or_default();
    let blank = begun.get(..text).unwrap_or_default();
    memchr::memrchr2(b'\n', b'\r', blank).map_or(0, |end| end + 1)
}

impl Candidate {
    fn new(separator: u8) -> Self {
        Self { quotes: Quotes::new(separator), understood: None }
    }

    /// Reads the part of `begun` behind what was `seen` already. The headings begin at
    /// `start`.
    fn read(&mut self, begun: &[u8], start: usize, seen: usize, ids: &Ids<'_>) {
        if self.understood.is_some() {
            return;
        }
        let end = self.quotes.end_of_row(begun.get(seen..).unwrap_or_default());
        self.understood = end.map(|end| {
            let headings = begun.get(start..seen + end).unwrap_or_default();
            Understood::of(headings, self.quotes.separator(), ids)
        });
    }

    fn finds_questions(&self) -> bool {
        self.understood.is_some_and(|understood| understood.questions > 0)
    }
}

impl Understood {
    fn of(headings: &[u8], separator: u8, ids: &Ids<'_>) -> Self {
        let cells = Cells::new(separator).of(headings.trim_ascii_end());
        let mut understood = Self { questions: 0, respondent: false, headings: cells.len() };
        for cell in &cells {
            match Column::of(&String::from_utf8_lossy(cell), ids) {
                Column::Answer(_) | Column::AllAnswers => understood.questions += 1,
                Column::Respondent => understood.respondent = true,
                Column::Other => {}
            }
        }
        understood
    }
}
