//! Which question to ask next, and when to stop asking.

use super::certainty::{Odds, leading};
use super::direction::Direction;
use super::estimate::Estimate;
use crate::catalogue::{Catalogue, Question};
use crate::sheet::{Answers, Importance};

/// How settled a sitting is.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// The roles that lead so far, by falling chance of being best.
    pub leading: Vec<usize>,
    /// The chance of each role to be best, in file order.
    pub best: Vec<f64>,
    /// The chance that the best role is among the first three.
    pub first_three: f64,
    /// Whether enough is known for a ranking.
    pub is_ranked: bool,
    estimate: Estimate,
}

impl Outlook {
    /// The outlook after these answers; `odds` are those of the catalogue for
    /// whom every interest matters alike.
    #[must_use]
    pub fn of(catalogue: &Catalogue, answers: &Answers, odds: &Odds) -> Self {
        let estimate = Estimate::of(catalogue.questionnaire(), answers);
        let best = odds.chances(&estimate);
        let everyone: Vec<usize> = (0..best.len()).collect();
        let leading = leading(&everyone, &best);
        let mut falling = best.clone();
        falling.sort_by(|left, right| right.total_cmp(left));
        Self {
            leading,
            first_three: falling.iter().take(3).sum(),
            is_ranked: estimate.measured() >= super::pattern::Pattern::MIN_MEASURED,
            best,
            estimate,
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
    pub fn next(&self, catalogue: &Catalogue, open: &[usize]) -> Option<usize> {
        let separation = self.separation(catalogue);
        let questionnaire = catalogue.questionnaire();
        let measurement = &questionnaire.measurement;
        let worth = |question: &Question| -> f64 {
            let of = |loading: &crate::catalogue::Loading| {
                let interest = self.estimate.interests.get(loading.interest)?;
                let fall = interest.variance - interest.variance_with(loading.weight, measurement);
                Some(separation.get(loading.interest)? * fall)
            };
            question.loadings.iter().filter_map(of).sum()
        };
        let mut chosen: Option<(usize, f64)> = None;
        for number in open {
            let Some(question) = questionnaire.questions.get(*number) else { continue };
            let worth = worth(question);
            if chosen.is_none_or(|(_, most)| worth > most * (1.0 + 1e-12)) {
                chosen = Some((*number, worth));
            }
        }
        chosen.map(|(number, _)| number)
    }

    /// For each interest, how far it sets the leading roles apart.
    fn separation(&self, catalogue: &Catalogue) -> Vec<f64> {
        let questionnaire = catalogue.questionnaire();
        let importance = Importance::equal(questionnaire);
        let roles = &catalogue.careers().roles;
        let candidate = |role: &usize| {
            let direction = Direction::of(&roles.get(*role)?.profile, &importance)?;
            Some((*self.best.get(*role)?, direction))
        };
        let candidates: Vec<(f64, Direction)> = self.leading.iter().filter_map(candidate).collect();
        // Σ over pairs of b_i b_j (z_i - z_j)² is (Σ b)(Σ b z²) - (Σ b z)².
        let mut sums = vec![(0.0, 0.0); questionnaire.interests.len()];
        let mut total = 0.0;
        for (best, direction) in &candidates {
            total += best;
            for ((once, twice), part) in sums.iter_mut().zip(direction.parts()) {
                *once += best * part;
                *twice += best * part * part;
            }
        }
        sums.into_iter().map(|(once, twice)| total * twice - once * once).collect()
    }
}
