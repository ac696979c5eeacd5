//! A report from a sheet, as far as it needs no ranking.

use super::parts::{InterestPart, Report, SignPart, Status, Tool};
use super::ranked::Ranked;
use super::reporter::Reporter;
use crate::catalogue::{Catalogue, Questionnaire};
use crate::matching::{Estimate, Pattern};
use crate::sheet::{Sheet, signs};

/// How many roles are reported with their ledgers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explain {
    /// None.
    Nothing,
    /// The first few.
    First(usize),
    /// All.
    Everything,
}

impl Explain {
    /// How many roles at the most.
    pub(super) fn count(self) -> usize {
        match self {
            Self::Nothing => 0,
            Self::First(count) => count,
            Self::Everything => usize::MAX,
        }
    }
}

/// Everything that `sheet` says of its respondent.
#[must_use]
pub fn report(catalogue: &Catalogue, sheet: &Sheet, explain: Explain) -> Report {
    Reporter::new(catalogue).report(sheet, explain)
}

impl Reporter<'_> {
    /// Everything that `sheet` says of its respondent.
    #[must_use]
    pub fn report(&self, sheet: &Sheet, explain: Explain) -> Report {
        let catalogue = self.catalogue();
        let questionnaire = catalogue.questionnaire();
        let estimate = Estimate::of(questionnaire, &sheet.answers);
        let pattern = Pattern::of(&estimate, &sheet.importance);
        let unranked = Report {
            schema_version: 1,
            tool: Tool::default(),
            catalogue: catalogue.fingerprint().to_string(),
            respondent: sheet.respondent.clone(),
            status: Status::of(&pattern),
            answered: sheet.answers.answered(),
            skipped: sheet.answers.skipped(),
            level: estimate.level,
            interests: interests(questionnaire, sheet, &estimate),
            roles: Vec::new(),
            leading: Vec::new(),
            rivals: None,
            specialisms: Vec::new(),
            modules: Vec::new(),
            signs: signs(questionnaire, &sheet.answers)
                .into_iter()
                .map(|sign| SignPart {
                    index: sign.index,
                    value: sign.value,
                    flagged: sign.flagged,
                })
                .collect(),
        };
        match pattern {
            Ok(pattern) => {
                Ranked { reporter: self, sheet, estimate, pattern }.complete(unranked, explain)
            }
            Err(_) => unranked,
        }
    }
}

fn interests(
    questionnaire: &Questionnaire,
    sheet: &Sheet,
    estimate: &Estimate,
) -> Vec<InterestPart> {
    let estimated = questionnaire.interests.iter().zip(&estimate.interests);
    estimated
        .zip(sheet.importance.weights())
        .map(|((interest, of), importance)| InterestPart {
            id: interest.id.to_string(),
            name: interest.name.clone(),
            score: of.score,
            estimate: estimate.level.map(|_| of.value),
            answered: of.answered,
            importance: *importance,
        })
        .collect()
}
