//! Answers of one digit each that stand one behind the other, and between which rows are alike:
//! all of them are compared at once.

use super::cell_notes::CellNotes;
use super::noted_answers::NotedAnswers;
use crate::catalogue::QuestionIx;
use crate::sheet::Answers;

/// Answers in a row, of which none is skipped.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct DigitRun {
    /// What a row holds there; any byte where an answer stands.
    expected: Vec<u8>,
    /// All bits of the bytes that are the same in every row, and none of the answers.
    mask: Vec<u8>,
    /// Where each answer stands, and what it answers.
    digits: Vec<(usize, QuestionIx)>,
}

impl DigitRun {
    /// How many answers there are.
    pub(super) fn len(&self) -> usize {
        self.digits.len()
    }

    /// Adds an answer to `question`, before which these bytes stand.
    pub(super) fn add(&mut self, before: &[u8], question: QuestionIx) {
        self.expected.extend_from_slice(before);
        self.mask.resize(self.expected.len(), u8::MAX);
        self.digits.push((self.expected.len(), question));
        self.expected.push(b'0');
        self.mask.push(0);
    }

    /// Reads all answers, notes that they were numbers, and gives what stands behind them.
    /// `None` if they are written otherwise, or some are skipped: then those before the first
    /// that is no digit may be among the `answers`.
    pub(super) fn read<'r>(
        &self,
        words: &NotedAnswers<'_>,
        row: &'r [u8],
        answers: &mut Answers<'_>,
        notes: &mut CellNotes,
    ) -> Option<&'r [u8]> {
        let (text, rest) = row.split_at_checked(self.expected.len())?;
        if !self.is_alike(text) {
            return None;
        }
        let mut read = *notes;
        for (place, question) in &self.digits {
            let point = words.digit(*text.get(*place)?)?;
            answers.give(*question, words.number(point, &mut read));
        }
        *notes = read;
        Some(rest)
    }

    /// Whether `text`, which is as long, is what is expected but for the answers.
    fn is_alike(&self, text: &[u8]) -> bool {
        let pairs = text.iter().zip(&self.expected).zip(&self.mask);
        // Not ended by the first difference, it goes by many bytes at a time.
        pairs.fold(0, |found, ((byte, expected), mask)| found | ((byte ^ expected) & mask)) == 0
    }
}
