//! What matters most to a person.

use crate::catalogue::Questionnaire;

/// How much each interest counts in the match, 0 to 5, in the order of the
/// questionnaire; 1 unless the person said otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Importance(Vec<f64>);

impl Importance {
    /// What an interest counts if nothing was said.
    pub const USUAL: f64 = 1.0;
    /// What an interest counts that was marked as mattering most.
    pub const MARKED: f64 = 2.0;
    /// The most an interest may count.
    pub const MOST: f64 = 5.0;

    /// Every interest counts alike.
    #[must_use]
    pub fn equal(questionnaire: &Questionnaire) -> Self {
        Self(vec![Self::USUAL; questionnaire.interests.len()])
    }

    /// Sets what the interest numbered `interest`, from 0, counts. The weight
    /// is brought into 0 to 5; an interest that does not exist is ignored.
    pub fn set(&mut self, interest: usize, weight: f64) {
        if let Some(slot) = self.0.get_mut(interest) {
            *slot = if weight.is_nan() { Self::USUAL } else { weight.clamp(0.0, Self::MOST) };
        }
    }

    /// The interests that count more than usual, or less, by number, with what
    /// they count.
    pub fn unusual(&self) -> impl Iterator<Item = (usize, f64)> + '_ {
        let weights = self.0.iter().copied().enumerate();
        weights.filter(|(_, weight)| weight.total_cmp(&Self::USUAL).is_ne())
    }

    /// The weights, one an interest.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        &self.0
    }
}
