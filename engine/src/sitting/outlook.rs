//! How settled a sitting is, and which question would settle it most.

use crate::catalogue::{Catalogue, Each, Interest, Loading, Question, QuestionIx, Role, RoleIx};
use crate::matching::{Direction, Estimate, Odds, Pattern, leading};
use crate::sheet::{Answers, Importance};

/// How settled a sitting is.
#[derive(Debug, Clone)]
pub struct Outlook<'c> {
    /// The roles that lead so far, by falling chance of being best.
    pub leading: Vec<RoleIx>,
    /// The chance of each role to be best.
    pub best: Each<Role, f64>,
    /// The chance that the best role is among the first three.
    pub first_three: f64,
    /// Whether enough is known for a ranking.
    pub is_ranked: bool,
    estimate: Estimate,
    catalogue: &'c Catalogue,
}

impl<'c> Outlook<'c> {
    /// The outlook after these answers; `odds` are those of the catalogue for
    /// whom every interest matters alike.
    #[must_use]
    pub fn of(answers: &Answers<'c>, odds: &Odds) -> Self {
        let estimate = Estimate::of(answers);
        let best = odds.chances(&estimate);
        let everyone: Vec<RoleIx> = best.indices().collect();
        let leading = leading(&everyone, &best);
        let mut falling = best.as_slice().to_vec();
        falling.sort_by(|left, right| right.total_cmp(left));
        Self {
            leading,
            first_three: falling.iter().take(3).sum(),
            is_ranked: estimate.measured() >= Pattern::MIN_MEASURED,
            best,
            estimate,
            catalogue: answers.catalogue(),
        }
    }

    /// Whether asking on is worth little: one role leads, or the first three
    /// together hold a chance of `until` (0 to 1).
    #[must_use]
    pub fn is_settled(&self, until: f64) -> bool {
        self.is_ranked && (self.leading.len() <= 1 || self.first_three >= until)
    }

    /// Of the questions in `open`, the one that best tells the leading roles
    /// apart; of equally good ones the first. `None` if there are none.
    ///
    /// The worth of a question is the sum over pairs of leading roles i, j of
    /// `best_i` `best_j` (`z_i` - `z_j`)² times the fall of the variance of the
    /// interest it measures, were it answered; summed over its interests.
    #[must_use]
    pub fn next(&self, open: &[QuestionIx]) -> Option<QuestionIx> {
        let separation = self.separation();
        let questionnaire = self.catalogue.questionnaire();
        let measurement = &questionnaire.measurement;
        let worth = |question: &Question| -> f64 {
            let of = |loading: &Loading| {
                let interest = &self.estimate.interests[loading.interest];
                let fall = interest.variance - interest.variance_with(loading.weight, measurement);
                separation[loading.interest] * fall
            };
            question.loadings.iter().map(of).sum()
        };
        let mut chosen: Option<(QuestionIx, f64)> = None;
        for question in open {
            let worth = worth(&questionnaire.questions[*question]);
            if chosen.is_none_or(|(_, most)| worth > most * (1.0 + 1e-12)) {
                chosen = Some((*question, worth));
            }
        }
        chosen.map(|(question, _)| question)
    }

    /// For each interest, how far it sets the leading roles apart.
    fn separation(&self) -> Each<Interest, f64> {
        let importance = Importance::equal(self.catalogue);
        let roles = &self.catalogue.careers().roles;
        let candidate = |role: &RoleIx| {
            Some((self.best[*role], Direction::of(&roles[*role].profile, &importance)?))
        };
        let candidates: Vec<(f64, Direction)> = self.leading.iter().filter_map(candidate).collect();
        // Σ over pairs of b_i b_j (z_i - z_j)² is (Σ b)(Σ b z²) - (Σ b z)².
        let mut sums = self.catalogue.questionnaire().interests.each((0.0, 0.0));
        let mut total = 0.0;
        for (best, direction) in &candidates {
            total += best;
            for ((once, twice), part) in sums.iter_mut().zip(direction.parts()) {
                *once += best * part;
                *twice += best * part * part;
            }
        }
        sums.map(|(once, twice)| total * twice - once * once)
    }
}
