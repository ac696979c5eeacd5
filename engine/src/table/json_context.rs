//! What the readers of one line of JSON share.

use std::cell::Cell;

use serde::de::Error;

use super::ids::Ids;
use super::json_errors::{JsonError, JsonFault};
use crate::catalogue::{Catalogue, Questionnaire};

/// The catalogue's ids, and what was found to be wrong with the line.
///
/// The parser takes nothing but texts as errors from its visitors. So the fault
/// itself is put here, and the parser only knows where it was when it ended.
pub(super) struct JsonContext<'r, 'c> {
    pub(super) ids: &'r Ids<'c>,
    fault: Cell<Option<JsonFault>>,
}

impl<'r, 'c> JsonContext<'r, 'c> {
    pub(super) fn new(ids: &'r Ids<'c>) -> Self {
        Self { ids, fault: Cell::new(None) }
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

    /// The error with which parsing ended.
    pub(super) fn error(&self, error: &serde_json::Error) -> JsonError {
        JsonError::of(error, self.fault.take())
    }
}
