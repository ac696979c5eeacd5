//! What the readers of one line of JSON share.

use std::cell::Cell;

use serde::de::Error;

use super::json_errors::{JsonError, JsonFault};
use crate::catalogue::{Catalogue, Questionnaire};
use crate::sheet::{AnswerWords, Ids, QuestionNames};

/// What questions and answers may be called.
#[derive(Debug, Clone)]
pub(super) struct JsonWords<'c> {
    pub(super) names: QuestionNames<'c>,
    pub(super) answers: AnswerWords<'c>,
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
    fault: Cell<Option<JsonFault>>,
    /// How many bytes before the place where parsing ended the fault stands.
    back: Cell<usize>,
}

impl<'r, 'c> JsonContext<'r, 'c> {
    pub(super) fn new(words: &'r JsonWords<'c>, suggests: bool) -> Self {
        Self { ids: words.names.ids(), words, suggests, fault: Cell::new(None), back: Cell::new(0) }
    }

    pub(super) fn catalogue(&self) -> &'c Catalogue {
        self.ids.catalogue()
    }

    pub(super) fn questionnaire(&self) -> &'c Questionnaire {
        self.ids.catalogue().questionnaire()
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
