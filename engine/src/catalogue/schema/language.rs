//! The language of a data file.

use super::field::{Field, ValueKind};
use crate::catalogue::language::Language;

/// The language of a file's texts.
pub(super) const LANGUAGE: Field = Field::optional(
    "language",
    ValueKind::Pattern(Language::PATTERN),
    "The language of the texts, by its tag (BCP 47). Without it they are in British English, en-GB.",
);
