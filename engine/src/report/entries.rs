//! The entries of a report. Field names are the JSON's: fields may be added, and
//! are never renamed or removed within one `schema_version`.

use std::collections::BTreeMap;

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use super::explained::LedgerPart;
use crate::catalogue::{Id, InterestIx, ModuleIx, RoleIx, SpecialismIx, StartingPoint};
use crate::matching::Band;
use crate::sheet::Sheet;
use crate::signs::SignIndex;

/// What was answered, as a sheet says it: `score` takes it as it is, and makes the same
/// report of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct SheetPart<'c> {
    /// One character a question, in file order: a digit, or - for a skipped one.
    pub answers: String,
    /// The interests that count more than usual, or less, by id: 0 to 5.
    pub importance: BTreeMap<&'c str, f64>,
    /// Where the person starts from; null if that was not said.
    pub starting_point: Option<StartingPoint>,
}

impl<'c> SheetPart<'c> {
    /// What `sheet` says, but for its respondent.
    pub(super) fn of(sheet: &Sheet<'c>) -> Self {
        let interests = &sheet.catalogue().questionnaire().interests;
        let unusual = sheet.importance().unusual();
        Self {
            answers: sheet.answers().digits(),
            importance: unusual.map(|(at, weight)| (interests[at].id.as_str(), weight)).collect(),
            starting_point: sheet.starting_point,
        }
    }
}

/// An interest.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct InterestPart<'c> {
    /// Its place in the catalogue.
    #[serde(skip)]
    pub interest: InterestIx,
    /// Its id.
    pub id: &'c Id,
    /// Its name.
    pub name: &'c str,
    /// The observed score, -1 to 1; null if no question on it was answered.
    pub score: Option<f64>,
    /// The estimate, -1 to 1 but for what a mark of importance adds; null if nothing at
    /// all was answered.
    pub estimate: Option<f64>,
    /// How many questions on it were answered.
    pub answered: usize,
    /// How much it was said to count, 0 to 5; 1 is usual.
    pub importance: f64,
}

/// A role and its match.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct RolePart<'c> {
    /// Its place in the catalogue.
    #[serde(skip)]
    pub role: RoleIx,
    /// Its rank, from 1.
    pub rank: usize,
    /// Its id.
    pub id: &'c Id,
    /// Its name.
    pub name: &'c str,
    /// What the job is, in one line of at most 80 characters.
    pub line: Option<&'c str>,
    /// Its job family.
    pub family: Option<&'c str>,
    /// The id of its specialism.
    pub specialism: Option<&'c Id>,
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
    pub ledger: Option<LedgerPart<'c>>,
}

/// How often a role comes first.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct CertaintyPart {
    /// The chance that it is the person's best match, 0 to 1.
    pub best: f64,
    /// The chance that a repeat sitting, with other questions of the same kind,
    /// would put it first, 0 to 1.
    pub retest: f64,
    /// The chance that it suits better than the first role, 0 to 1; null for the
    /// first, and for roles that cannot be matched.
    pub over_first: Option<f64>,
}

/// A specialism and its match.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct SpecialismPart<'c> {
    /// Its place in the catalogue.
    #[serde(skip)]
    pub specialism: SpecialismIx,
    /// Its id.
    pub id: &'c Id,
    /// Its name.
    pub name: &'c str,
    /// The chance that the person's best match is one of its roles, 0 to 1; null
    /// if it has none.
    pub chance: Option<f64>,
    /// The same chance for people in general, of whom nothing is known.
    pub usual: Option<f64>,
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
pub struct ModulePart<'c> {
    /// Its place in the catalogue.
    #[serde(skip)]
    pub module: ModuleIx,
    /// Its id.
    pub id: &'c Id,
    /// Its name.
    pub name: &'c str,
    /// When it is taken.
    pub stage: &'c Id,
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
