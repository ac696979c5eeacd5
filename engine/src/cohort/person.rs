//! What counts of one person.

use crate::catalogue::{ModuleIx, RoleIx};
use crate::report::{Assessment, Reporter, Status};
use crate::sheet::{Answers, Sheet};
use crate::signs::{Sign, signs};

/// Everything of one person that a cohort counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Person<'c> {
    pub(super) status: Status,
    pub(super) answers: Answers<'c>,
    /// The role in first place.
    pub(super) first: Option<RoleIx>,
    /// The first three roles.
    pub(super) first_three: Vec<RoleIx>,
    /// The roles that may be the best match, each with its chance, above 0.
    pub(super) best: Vec<(RoleIx, f64)>,
    pub(super) leading: Vec<RoleIx>,
    /// The modules that every leading role needs.
    pub(super) no_regret: Vec<ModuleIx>,
    /// The observed score of each interest, -1 to 1.
    pub(super) scores: Vec<Option<f64>>,
    pub(super) signs: Vec<Sign>,
}

impl<'c> Person<'c> {
    /// Whether the person could be matched, and if not, why.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// What counts of the person who filled in `sheet`.
    #[must_use]
    pub fn of(reporter: &Reporter<'c>, sheet: &Sheet<'c>) -> Self {
        let assessment = Assessment::of(reporter, sheet);
        let status = Status::of(&assessment.ranking);
        let scores = assessment.estimate.interests.iter().map(|interest| interest.score).collect();
        let mut person = Self {
            status,
            answers: sheet.answers().clone(),
            first: None,
            first_three: Vec::new(),
            best: Vec::new(),
            leading: Vec::new(),
            no_regret: Vec::new(),
            scores,
            signs: signs(sheet.answers(), &reporter.thresholds(sheet)),
        };
        if let Ok(ranking) = assessment.ranking {
            let chances = ranking.drawn.best.indexed().map(|(role, best)| (role, *best));
            let needed = ranking.modules.iter().filter(|module| module.no_regret);
            person.first = ranking.roles.first().map(|first| first.role);
            person.first_three = ranking.roles.iter().take(3).map(|of| of.role).collect();
            person.best = chances.filter(|(_, best)| *best > 0.0).collect();
            person.no_regret = needed.map(|training| training.module).collect();
            person.leading = ranking.leading;
        }
        person
    }
}
