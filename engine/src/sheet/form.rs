//! An answer sheet as a type, for whoever wants its JSON Schema. A test holds it
//! to what is read.

use std::collections::BTreeMap;

#[cfg(feature = "schemars")]
use schemars::JsonSchema;

/// What one person answered: a YAML or JSON file, or a line of NDJSON.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(deny_unknown_fields))]
pub struct SheetFile {
    /// What the respondent is called: a text, or a number that a spreadsheet
    /// made of it.
    pub respondent: Option<Name>,
    /// The answers. A skipped question is missing, and never neutral.
    pub answers: AnswersEntry,
    /// How much each interest counts to the person, by its id: 0 to 5, where 1
    /// is usual. What matters most counts more.
    pub importance: Option<BTreeMap<String, ImportanceEntry>>,
    /// The fingerprint of the data files that were answered: `rolefit score`
    /// refuses the sheet if others are in use.
    #[schemars(extend("pattern" = "^sha256:[0-9a-f]{64}$"))]
    pub catalogue: Option<String>,
}

/// What a respondent is called.
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(untagged))]
pub enum Name {
    /// A name.
    Text(String),
    /// A number.
    Number(f64),
}

/// The answers, in one of three forms.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(untagged))]
pub enum AnswersEntry {
    /// By the ids of the questions; null is a skipped one.
    ById(BTreeMap<String, Option<AnswerEntry>>),
    /// One character a question, in file order: a digit, or - for a skipped one.
    Digits(#[schemars(extend("pattern" = "^[1-9-]+$"))] String),
    /// One item a question, in file order; null is a skipped one.
    InOrder(Vec<Option<AnswerEntry>>),
}

/// An answer: 1 for the lowest of the scale, and at most 9.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(extend("minimum" = 1, "maximum" = 9)))]
pub struct AnswerEntry(pub u8);

/// How much an interest counts.
#[derive(Debug, Clone, Copy, PartialEq)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[cfg_attr(feature = "schemars", schemars(extend("minimum" = 0, "maximum" = 5)))]
pub struct ImportanceEntry(pub f64);
