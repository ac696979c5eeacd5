//! Why a role matches as it does: its similarity as a sum.

use super::direction::Direction;
use super::estimate::Estimate;
use super::pattern::Pattern;
use crate::catalogue::{Question, Questionnaire};
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
        let pulls = pulls(estimate, direction);
        let contribution = |question: &Question, point| {
            let gradient = gradient(question, estimate, &pulls);
            gradient * question.coordinate(&questionnaire.scale, point) / length
        };
        Self {
            interests: parts.map(|(part, d)| part * d / length).collect(),
            answers: (questionnaire.questions.iter())
                .zip(answers.iter())
                .map(|(question, point)| point.map(|point| contribution(question, point)))
                .collect(),
        }
    }
}

/// ∂(Σ p z e)/∂u for each measured interest, 0 for the others: what its score
/// adds itself, and what it adds through the person's level.
fn pulls(estimate: &Estimate, direction: &Direction) -> Vec<f64> {
    let paired = || direction.parts().iter().zip(&estimate.interests);
    let through_level: f64 = paired().map(|(part, of)| part * (1.0 - of.reliability)).sum();
    #[expect(clippy::cast_precision_loss, reason = "there are at most 64 interests")]
    let measured = estimate.measured() as f64;
    paired()
        .map(|(part, of)| match of.score {
            Some(_) => part * of.reliability + through_level / measured,
            None => 0.0,
        })
        .collect()
}

/// ∂(Σ p z e)/∂x of an answered question.
fn gradient(question: &Question, estimate: &Estimate, pulls: &[f64]) -> f64 {
    let of_loading = |loading: &crate::catalogue::Loading| {
        let interest = estimate.interests.get(loading.interest)?;
        Some(pulls.get(loading.interest)? * interest.share(*loading))
    };
    question.loadings.iter().filter_map(of_loading).sum()
}
