//! What explains a report: ledgers, and what would change the first place. Field
//! names are the JSON's.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::{Id, InterestIx, QuestionIx, RoleIx};

/// A similarity taken apart: the interests and the marks sum to it, and so do the
/// answers and the marks.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct LedgerPart<'c> {
    /// What each interest contributes.
    pub interests: Vec<InterestShare<'c>>,
    /// What each answer contributes.
    pub answers: Vec<AnswerShare<'c>>,
    /// What each mark of importance contributes, by the interest that it counts as
    /// liked more; empty if none counts more than usual.
    pub marks: Vec<InterestShare<'c>>,
}

/// What an interest contributes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct InterestShare<'c> {
    /// The interest's place in the catalogue.
    #[serde(skip)]
    pub interest: InterestIx,
    /// The interest's id.
    pub id: &'c Id,
    /// Its part of the similarity.
    pub contribution: f64,
}

/// What an answer contributes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct AnswerShare<'c> {
    /// The question's place in the catalogue.
    #[serde(skip)]
    pub place: QuestionIx,
    /// The question's id.
    pub id: &'c Id,
    /// The answer, from 1.
    pub answer: u8,
    /// Its part of the similarity.
    pub contribution: f64,
}

/// What would put a role ahead of the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct RivalPart<'c> {
    /// The role's place in the catalogue.
    #[serde(skip)]
    pub role: RoleIx,
    /// The role's id.
    pub id: &'c Id,
    /// The fewest answers that would have to change; null if no change of the
    /// answers given could do it.
    pub changes: Option<Vec<ChangePart<'c>>>,
}

/// An answer that would have to be another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct ChangePart<'c> {
    /// The question's place in the catalogue.
    #[serde(skip)]
    pub place: QuestionIx,
    /// The question's id.
    pub question: &'c Id,
    /// The answer that was given, from 1.
    pub from: u8,
    /// The answer that it would have to be, from 1.
    pub to: u8,
}
