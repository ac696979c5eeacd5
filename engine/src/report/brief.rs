//! What a line of a cohort is told: the ranking, and no more.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use super::report::Status;
use super::reporter::Reporter;
use crate::catalogue::{Id, RoleIx};
use crate::matching::{Band, Pattern, RankedRole};
use crate::sheet::Sheet;

/// A brief record.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Brief<'c> {
    /// What the respondent is called.
    pub respondent: Option<String>,
    /// Whether there is a ranking, and if not, why.
    pub status: Status,
    /// How many questions were answered.
    pub answered: usize,
    /// The roles, best first; none unless the status is `ranked`.
    pub roles: Vec<BriefRole<'c>>,
}

/// A role in a brief record.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct BriefRole<'c> {
    /// Its place in the catalogue.
    #[serde(skip)]
    pub role: RoleIx,
    /// Its rank, from 1.
    pub rank: usize,
    /// Its id.
    pub id: &'c Id,
    /// The profile correlation, -1 to 1; null if its profile is flat under the
    /// person's importance weights.
    pub similarity: Option<f64>,
    /// The share of unrelated profiles that agree less, 0 to 100.
    pub fit: Option<f64>,
    /// The fit in a word.
    pub band: Option<Band>,
}

impl<'c> Brief<'c> {
    /// What `sheet` says of its respondent in brief, with the first `top` roles.
    #[must_use]
    pub fn of(reporter: &Reporter<'c>, sheet: &Sheet<'c>, top: usize) -> Self {
        let careers = sheet.catalogue().careers();
        let pattern = Pattern::of_sheet(sheet);
        let mut roles = Vec::new();
        if let Ok(pattern) = &pattern {
            roles.reserve_exact(top.min(careers.roles.len()));
            reporter.directions(sheet).ranked(pattern, top, |RankedRole { role, matched }| {
                roles.push(BriefRole {
                    role,
                    rank: roles.len() + 1,
                    id: &careers.roles[role].id,
                    similarity: matched.map(|matched| matched.similarity),
                    fit: matched.map(|matched| matched.fit),
                    band: matched.map(|matched| matched.band),
                });
            });
        }
        Self {
            respondent: sheet.respondent.clone(),
            status: Status::of(&pattern),
            answered: sheet.answers().answered(),
            roles,
        }
    }
}
