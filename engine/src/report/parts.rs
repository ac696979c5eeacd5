//! The parts of a report. Field names are the JSON's: fields may be added, and
//! are never renamed or removed within one `schema_version`.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use crate::catalogue::Stage;
use crate::matching::{Band, Pattern, Unranked};
use crate::sheet::SignIndex;

/// What one person is told.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Report {
    /// The version of this form: 1.
    pub schema_version: u32,
    /// What made the report.
    pub tool: Tool,
    /// The fingerprint of the data files.
    pub catalogue: String,
    /// What the respondent is called.
    pub respondent: Option<String>,
    /// Whether there is a ranking, and if not, why.
    pub status: Status,
    /// How many questions were answered.
    pub answered: usize,
    /// How many were skipped.
    pub skipped: usize,
    /// The mean score over the measured interests, -1 to 1.
    pub level: Option<f64>,
    /// The interests in the questionnaire's order.
    pub interests: Vec<InterestPart>,
    /// The roles, best first; none unless the status is `ranked`.
    pub roles: Vec<RolePart>,
    /// The ids of the roles that the answers do not tell apart.
    pub leading: Vec<String>,
    /// For each role but the first, what would put it ahead of the first; absent
    /// unless it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rivals: Option<Vec<RivalPart>>,
    /// The specialisms, best first.
    pub specialisms: Vec<SpecialismPart>,
    /// The modules by stage, then relevance.
    pub modules: Vec<ModulePart>,
    /// Signs of careless answering.
    pub signs: Vec<SignPart>,
}

/// The program that made a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Tool {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

impl Default for Tool {
    /// This program.
    fn default() -> Self {
        Self { name: "rolefit", version: env!("CARGO_PKG_VERSION") }
    }
}

/// Whether there is a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// There is.
    Ranked,
    /// Fewer than three interests were measured.
    Insufficient,
    /// All interests that matter come out equal.
    Undifferentiated,
}

impl Status {
    /// The status of a person with or without a pattern.
    pub(super) fn of(pattern: &Result<Pattern, Unranked>) -> Self {
        match pattern {
            Ok(_) => Self::Ranked,
            Err(Unranked::Insufficient) => Self::Insufficient,
            Err(Unranked::Undifferentiated) => Self::Undifferentiated,
        }
    }
}

/// An interest.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct InterestPart {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The observed score, -1 to 1; null if no question on it was answered.
    pub score: Option<f64>,
    /// The estimate, -1 to 1; null if nothing at all was answered.
    pub estimate: Option<f64>,
    /// How many questions on it were answered.
    pub answered: usize,
    /// How much it was said to count, 0 to 5; 1 is usual.
    pub importance: f64,
}

/// A role and its match.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct RolePart {
    /// Its rank, from 1.
    pub rank: usize,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its job family.
    pub family: Option<String>,
    /// The id of its specialism.
    pub specialism: Option<String>,
    /// The profile correlation, -1 to 1; null if its profile is flat under the
    /// person's importance weights.
    pub similarity: Option<f64>,
    /// The share of unrelated profiles that agree less, 0 to 100.
    pub fit: Option<f64>,
    /// The fit in a word.
    pub band: Option<Band>,
    /// How sure its first place is.
    pub certainty: CertaintyPart,
    /// Its similarity as a sum; absent unless it was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ledger: Option<LedgerPart>,
}

/// How often a role comes first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct CertaintyPart {
    /// The chance that it is the person's best match, 0 to 1.
    pub best: f64,
    /// The chance that a repeat sitting would put it first, 0 to 1.
    pub retest: f64,
}

/// A similarity taken apart; each list sums to it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct LedgerPart {
    /// What each interest contributes.
    pub interests: Vec<InterestShare>,
    /// What each answer contributes.
    pub answers: Vec<Answer>,
}

/// What an interest contributes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct InterestShare {
    /// The interest's id.
    pub id: String,
    /// Its part of the similarity.
    pub contribution: f64,
}

/// What an answer contributes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Answer {
    /// The question's id.
    pub id: String,
    /// The answer, from 1.
    pub answer: u8,
    /// Its part of the similarity.
    pub contribution: f64,
}

/// What would put a role ahead of the first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct RivalPart {
    /// The role's id.
    pub id: String,
    /// The fewest answers that would have to change; null if no change of the
    /// answers given could do it.
    pub changes: Option<Vec<ChangePart>>,
}

/// An answer that would have to be another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct ChangePart {
    /// The question's id.
    pub question: String,
    /// The answer that was given, from 1.
    pub from: u8,
    /// The answer that it would have to be, from 1.
    pub to: u8,
}

/// A specialism and its match.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct SpecialismPart {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The profile correlation, -1 to 1.
    pub similarity: Option<f64>,
    /// The share of unrelated profiles that agree less, 0 to 100.
    pub fit: Option<f64>,
    /// The fit in a word.
    pub band: Option<Band>,
}

/// A module and what speaks for it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct ModulePart {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// When it is taken.
    pub stage: Stage,
    /// How far it is expected to prepare for the person's best role, 0 to 1.
    pub relevance: f64,
    /// Whether it prepares at least half for every leading role.
    pub no_regret: bool,
    /// The correlation of its own profile, -1 to 1.
    pub similarity: Option<f64>,
    /// The share of unrelated profiles that agree less, 0 to 100.
    pub fit: Option<f64>,
    /// The fit in a word.
    pub band: Option<Band>,
}

/// A sign of careless answering.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct SignPart {
    /// Which index.
    pub index: SignIndex,
    /// Its value; null where the answers do not define it.
    pub value: Option<f64>,
    /// Whether it crosses its threshold.
    pub flagged: bool,
}
