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
    /// `None` if they are written otherwise, or some are skipped: then there is none among the
    /// `answers`.
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
        let (mut highest, mut are_all) = (0, true);
        // Most rows have an answer everywhere, so that none need be looked for on the way.
        for (place, question) in &self.digits {
            let point = words.digit(*text.get(*place)?);
            are_all &= point.is_some();
            highest += u64::from(words.is_highest(point));
            answers.give(*question, point);
        }
        if !are_all {
            // Behind one that was skipped the others stand elsewhere.
            self.digits.iter().for_each(|(_, question)| answers.give(*question, None));
            return None;
        }
        notes.numbers += self.digits.len() as u64;
        notes.highest += highest;
        Some(rest)
    }

    /// Whether `text`, which is as long, is what is expected but for the answers.
    fn is_alike(&self, text: &[u8]) -> bool {
        let pairs = text.iter().zip(&self.expected).zip(&self.mask);
        // Not ended by the first difference, it goes by many bytes at a time.
        pairs.fold(0, |found, ((byte, expected), mask)| found | ((byte ^ expected) & mask)) == 0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::small_catalogue::CATALOGUE;
    use crate::sheet::AnswerWords;

    proptest! {
        #[test]
        fn a_run_reads_what_its_cells_hold_and_nothing_else(
            run in proptest::collection::vec(("[a-z,:]{0,5}", "[0-9]|[1-5]"), 1..6),
            behind in "[0-9,}]{0,6}",
            change in proptest::option::of((any::<prop::sample::Index>(), any::<u8>())),
        ) {
            let words = NotedAnswers::new(AnswerWords::of(&CATALOGUE.questionnaire().scale), false);
            let questions = CATALOGUE.questionnaire().questions.indices();
            let (mut shape, mut row) = (DigitRun::default(), Vec::new());
            let (mut answers, mut notes) = (Answers::blank(&CATALOGUE), CellNotes::default());
            let mut are_answers = true;
            for ((before, cell), question) in run.iter().zip(questions) {
                shape.add(before.as_bytes(), question);
                row.extend_from_slice(before.as_bytes());
                row.extend_from_slice(cell.as_bytes());
                match words.read(cell, &mut notes) {
                    Ok(answer) => answers.set(question, answer),
                    Err(_) => are_answers = false,
                }
            }
            let length = row.len();
            row.extend_from_slice(behind.as_bytes());
            let (mut found, mut found_notes) = (Answers::blank(&CATALOGUE), CellNotes::default());
            let rest = shape.read(&words, &row, &mut found, &mut found_notes);
            prop_assert_eq!(rest, are_answers.then_some(behind.as_bytes()));
            if are_answers {
                prop_assert_eq!(found.digits(), answers.digits());
                prop_assert_eq!(found_notes, notes);
            } else {
                prop_assert_eq!(found.answered(), 0);
                prop_assert_eq!(found_notes, CellNotes::default());
            }
            // What differs from the expected text is not read.
            if let Some((place, byte)) = change {
                let place = place.index(length);
                let is_digit = shape.digits.iter().any(|(digit, _)| *digit == place);
                if !is_digit && row[place] != byte {
                    row[place] = byte;
                    prop_assert_eq!(shape.read(&words, &row, &mut found, &mut found_notes), None);
                }
            }
            prop_assert_eq!(shape.read(&words, &row[..length - 1], &mut found, &mut found_notes), None);
        }
    }
}
