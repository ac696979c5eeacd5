//! Why a role matches as it does: its similarity as a sum.

use super::direction::Direction;
use super::estimate::Estimate;
use super::pattern::Pattern;
use crate::catalogue::{Loading, Question, Questionnaire};
use crate::sheet::Answers;

/// A similarity taken apart twice, into what each interest and what each answer
/// contributes. Each ledger sums to the similarity.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    /// p z d / √(Σ p d²) for each interest, in the questionnaire's order.
    pub interests: Vec<f64>,
    /// (∂ numerator / ∂x) x / √(Σ p d²) for each question, in file order; `None`
    /// for a skipped one. An answer in the middle of the scale contributes 0.
    pub answers: Vec<Option<f64>>,
}

impl Ledger {
    /// The ledger of the role whose profile points in `direction`.
    #[must_use]
    pub fn of(
        questionnaire: &Questionnaire,
        answers: &Answers,
        estimate: &Estimate,
        pattern: &Pattern,
        direction: &Direction,
    ) -> Self {
        let length = pattern.length();
        let parts = direction.parts().iter().zip(pattern.centred());
        let gradients = gradients(questionnaire, estimate, direction.parts());
        let answered = questionnaire.questions.iter().zip(answers.iter()).zip(gradients);
        Self {
            interests: parts.map(|(part, d)| part * d / length).collect(),
            answers: answered
                .map(|((question, point), gradient)| {
                    let coordinate = question.coordinate(&questionnaire.scale, point?);
                    Some(gradient * coordinate / length)
                })
                .collect(),
        }
    }
}

/// ∂(Σ w e)/∂x for each question, were it answered as those of `estimate` were:
/// how fast the weighted sum of the estimates rises with its answer. The
/// weights `w` are one an interest.
pub(super) fn gradients(
    questionnaire: &Questionnaire,
    estimate: &Estimate,
    weights: &[f64],
) -> Vec<f64> {
    let pulls = pulls(estimate, weights);
    let of_loading = |loading: &Loading| {
        let interest = estimate.interests.get(loading.interest)?;
        Some(pulls.get(loading.interest)? * interest.share(*loading))
    };
    let of_question = |question: &Question| question.loadings.iter().filter_map(of_loading).sum();
    questionnaire.questions.iter().map(of_question).collect()
}

/// ∂(Σ w e)/∂u for each measured interest, 0 for the others: what its score
/// adds itself, and what it adds through the person's level.
pub(super) fn pulls(estimate: &Estimate, weights: &[f64]) -> Vec<f64> {
    let paired = || weights.iter().zip(&estimate.interests);
    let through_level: f64 = paired().map(|(weight, of)| weight * (1.0 - of.reliability)).sum();
    #[expect(clippy::cast_precision_loss, reason = "there are at most 64 interests")]
    let measured = estimate.measured() as f64;
    paired()
        .map(|(weight, of)| match of.score {
            Some(_) => weight * of.reliability + through_level / measured,
            None => 0.0,
        })
        .collect()
}
