//! Answers in cells and in JSON, and how they were read.

use super::cell_notes::CellNotes;
use crate::catalogue::{Catalogue, Point, QuestionIx};
use crate::sheet::{AnswerWords, Answers, BadAnswer, ReadAnswer};

/// Reads answers, and notes how each was read.
#[derive(Debug, Clone)]
pub(super) struct NotedAnswers<'c> {
    words: AnswerWords<'c>,
    are_coded: bool,
    is_lenient: bool,
    /// The answer that each byte is as a digit; none if it is said by hand how they are coded.
    digits: [Option<Point>; 256],
    highest: Option<Point>,
}

impl<'c> NotedAnswers<'c> {
    /// A reader that takes what is no answer as skipped, if it `is_lenient`.
    pub(super) fn new(words: AnswerWords<'c>, is_lenient: bool) -> Self {
        let (are_coded, scale) = (words.are_coded(), words.scale());
        let mut digits = [None; 256];
        for (digit, byte) in digits.iter_mut().skip(usize::from(b'0')).zip(0..10) {
            *digit = if are_coded { None } else { scale.point(byte) };
        }
        Self { are_coded, is_lenient, digits, highest: scale.point(scale.len()), words }
    }

    /// Whether it is said by hand how answers are coded.
    pub(super) fn are_coded(&self) -> bool {
        self.are_coded
    }

    /// The answer that one digit is, unless it is said by hand how answers are coded. Most
    /// answers are written so, and need nothing compared with words.
    pub(super) fn digit(&self, digit: u8) -> Option<Point> {
        self.digits.get(usize::from(digit)).copied().flatten()
    }

    /// What it reads answers with.
    pub(super) fn words(&self) -> &AnswerWords<'c> {
        &self.words
    }

    /// Whether `text` is an answer.
    pub(super) fn is_answer(&self, text: &str) -> bool {
        self.words.is_answer(text)
    }

    /// The answers to all questions that are characters of `text`, if it is said by hand how
    /// answers are coded.
    ///
    /// # Errors
    /// The questions with a character that is no answer.
    pub(super) fn digits<'q>(
        &self,
        catalogue: &'q Catalogue,
        text: &str,
        notes: &mut CellNotes,
    ) -> Option<Result<Answers<'q>, Vec<(QuestionIx, BadAnswer)>>> {
        let questions = &catalogue.questionnaire().questions;
        let characters = || text.trim().chars();
        let are_digits = characters().all(|c| c.is_ascii_digit() || c == '-');
        if !self.are_coded() || !are_digits || characters().count() != questions.len() {
            return None;
        }
        let (mut answers, mut wrong) = (Answers::blank(catalogue), Vec::new());
        for (question, character) in questions.indices().zip(characters()) {
            match self.read(character.encode_utf8(&mut [0; 4]), notes) {
                Ok(answer) => answers.set(question, answer),
                Err(error) => wrong.push((question, error)),
            }
        }
        Some(if wrong.is_empty() { Ok(answers) } else { Err(wrong) })
    }

    /// The answer that `text` is; `None` if the question was skipped.
    ///
    /// # Errors
    /// [`BadAnswer`] if it is none, and that is not to be passed over.
    pub(super) fn read(
        &self,
        text: &str,
        notes: &mut CellNotes,
    ) -> Result<Option<Point>, BadAnswer> {
        if let [digit] = text.as_bytes()
            && let Some(point) = self.digit(*digit)
        {
            return Ok(Some(self.number(point, notes)));
        }
        match self.words.read(text) {
            Ok(ReadAnswer::Number(point)) => Ok(Some(self.number(point, notes))),
            Ok(ReadAnswer::Word(point)) => {
                notes.words += 1;
                Ok(Some(point))
            }
            Ok(ReadAnswer::Missing) => Ok(None),
            Err(error) => self.bad(text, error, notes),
        }
    }

    /// Whether `point` is the highest answer.
    pub(super) fn is_highest(&self, point: Option<Point>) -> bool {
        point == self.highest
    }

    /// The same answer, noted as one that was given by its number.
    pub(super) fn number(&self, point: Point, notes: &mut CellNotes) -> Point {
        notes.numbers += 1;
        notes.highest += u64::from(self.is_highest(Some(point)));
        point
    }

    /// What comes of `found`, which is no answer.
    ///
    /// # Errors
    /// `error`, unless that is to be passed over.
    pub(super) fn bad(
        &self,
        found: &str,
        error: BadAnswer,
        notes: &mut CellNotes,
    ) -> Result<Option<Point>, BadAnswer> {
        notes.below += u64::from(self.words.is_below(found));
        if !self.is_lenient {
            return Err(error);
        }
        notes.passed += 1;
        Ok(None)
    }
}
