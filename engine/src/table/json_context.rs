//! What the readers of one line of JSON share.

use std::cell::{Cell, RefCell};

use serde::de::Error;

use super::bad_answers::BadAnswers;
use super::cell_notes::CellNotes;
use super::json_errors::{JsonError, JsonFault};
use super::key_order::KeyOrder;
use super::noted_answers::NotedAnswers;
use crate::catalogue::{Catalogue, Point, QuestionIx, Questionnaire};
use crate::sheet::{AnswerTexts, Answers, BadAnswer, Ids, QuestionNames};

/// What questions and answers may be called.
#[derive(Debug, Clone)]
pub(super) struct JsonWords<'c> {
    pub(super) names: QuestionNames<'c>,
    pub(super) answers: NotedAnswers<'c>,
    /// Reads all answers from one text.
    pub(super) texts: AnswerTexts<'c>,
    /// In which order the questions are expected.
    pub(super) keys: KeyOrder,
}

/// The catalogue's ids, and what was found to be wrong with the line.
///
/// The parser takes nothing but texts as errors from its visitors. So the fault
/// itself is put here, and the parser only knows where it was when it ended.
pub(super) struct JsonContext<'r, 'c> {
    pub(super) ids: &'r Ids<'c>,
    pub(super) words: &'r JsonWords<'c>,
    /// Whether to say which name was probably meant.
    pub(super) suggests: bool,
    /// Whether an answer that is none ends parsing. That tells where the first one is.
    stops: bool,
    bad: RefCell<BadAnswers>,
    /// Whether a number is read as the same text would be, and not as the answer itself.
    takes_codes: bool,
    /// How the answers were read.
    notes: Cell<CellNotes>,
    fault: Cell<Option<JsonFault>>,
    /// How many bytes before the place where parsing ended the fault stands.
    back: Cell<usize>,
}

impl<'r, 'c> JsonContext<'r, 'c> {
    pub(super) fn new(words: &'r JsonWords<'c>, suggests: bool) -> Self {
        Self {
            ids: words.names.ids(),
            words,
            suggests,
            stops: true,
            bad: RefCell::default(),
            takes_codes: words.answers.are_coded(),
            notes: Cell::new(CellNotes::default()),
            fault: Cell::new(None),
            back: Cell::new(0),
        }
    }

    /// The same for what a survey tool exports, whose numbers may be codes.
    pub(super) fn of_export(words: &'r JsonWords<'c>, suggests: bool) -> Self {
        Self { takes_codes: true, ..Self::new(words, suggests) }
    }

    /// The same, that goes on behind an answer that is none.
    pub(super) fn going_on(&self) -> Self {
        let again = Self { takes_codes: self.takes_codes, ..Self::new(self.words, self.suggests) };
        Self { stops: false, ..again }
    }

    /// How the answers were read.
    pub(super) fn notes(&self) -> CellNotes {
        self.notes.get()
    }

    /// The answer that a text is.
    pub(super) fn answer(&self, text: &str) -> Result<Option<Point>, BadAnswer> {
        self.noting(|answers, notes| answers.read(text, notes))
    }

    /// The answers that digits are, if it is said by hand how answers are coded.
    pub(super) fn digits(
        &self,
        text: &str,
    ) -> Option<Result<Answers<'c>, Vec<(QuestionIx, BadAnswer)>>> {
        self.noting(|answers, notes| answers.digits(self.catalogue(), text, notes))
    }

    /// The answer that a number is.
    pub(super) fn number(
        &self,
        number: &impl ToString,
        exact: Option<u8>,
    ) -> Result<Option<Point>, BadAnswer> {
        if self.takes_codes {
            return self.answer(&number.to_string());
        }
        let scale = &self.questionnaire().scale;
        match exact.and_then(|exact| scale.point(exact)) {
            Some(point) => self.noting(|answers, notes| Ok(Some(answers.number(point, notes)))),
            None => self.no_answer(&number.to_string()),
        }
    }

    /// What comes of something that is neither a text nor a number.
    pub(super) fn no_answer(&self, found: &str) -> Result<Option<Point>, BadAnswer> {
        let error = BadAnswer::new(found, &self.questionnaire().scale);
        self.noting(|answers, notes| answers.bad(found, error, notes))
    }

    fn noting<T>(&self, read: impl FnOnce(&NotedAnswers<'c>, &mut CellNotes) -> T) -> T {
        let mut notes = self.notes.get();
        let answer = read(&self.words.answers, &mut notes);
        self.notes.set(notes);
        answer
    }

    /// Takes note that an answer stands under what is nearly the id of a question.
    pub(super) fn note_astray(&self) {
        let notes = self.notes.get();
        self.notes.set(CellNotes { astray: notes.astray + 1, ..notes });
    }

    pub(super) fn catalogue(&self) -> &'c Catalogue {
        self.ids.catalogue()
    }

    pub(super) fn questionnaire(&self) -> &'c Questionnaire {
        self.ids.catalogue().questionnaire()
    }

    /// Takes note of an answer that is none, and ends parsing if it is to stop there.
    pub(super) fn bad_answer<E: Error>(&self, of: QuestionIx, error: BadAnswer) -> Result<(), E> {
        self.bad.borrow_mut().note(self.ids.id(of), error);
        if self.stops { Err(self.fail(JsonFault::Answers(self.bad_answers()))) } else { Ok(()) }
    }

    /// The answers that were noted as none.
    pub(super) fn bad_answers(&self) -> BadAnswers {
        self.bad.take()
    }

    /// Ends parsing with `fault`.
    pub(super) fn fail<E: Error>(&self, fault: impl Into<JsonFault>) -> E {
        self.fault.set(Some(fault.into()));
        E::custom("")
    }

    /// Ends parsing with what the parser has against a part of the line that has been
    /// passed, of which it read so many bytes less.
    pub(super) fn fail_within<E: Error>(&self, error: &serde_json::Error, back: usize) -> E {
        self.back.set(back);
        self.fail(JsonError::of(error, None).fault)
    }

    /// The error with which parsing `text` ended.
    pub(super) fn error(&self, error: &serde_json::Error, text: &str) -> JsonError {
        let error = JsonError::of(error, self.fault.take());
        let line = text.split('\n').nth(error.line - 1).unwrap_or_default();
        // The parser counts bytes.
        let bytes = |column: usize| line.bytes().take(column.saturating_sub(self.back.get()));
        let is_start = |byte: &u8| byte & 0xc0 != 0x80;
        let characters = |column| bytes(column).filter(is_start).count();
        JsonError { column: error.column.map(characters), ..error }
    }
}
