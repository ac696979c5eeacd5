//! Why a role matches as it does: its similarity as a sum.

use super::direction::Direction;
use super::estimate::Estimate;
use super::pattern::Pattern;
use crate::catalogue::{Each, Interest, Loading, Question};
use crate::sheet::Answers;

/// A similarity taken apart twice, into what each interest and what each answer
/// contributes. Either, together with the marks, sums to the similarity.
#[derive(Debug, Clone, PartialEq)]
pub struct Ledger {
    /// p z d / √(Σ p d²) for each interest, with d as the answers alone give it.
    pub interests: Each<Interest, f64>,
    /// (∂ numerator / ∂x) x / √(Σ p d²) for each question; `None` for a skipped
    /// one. An answer in the middle of the scale contributes 0.
    pub answers: Each<Question, Option<f64>>,
    /// What the mark of each interest adds, p z gain / √(Σ p d²); 0 without one.
    pub marks: Each<Interest, f64>,
}

impl Ledger {
    /// The ledger of the role whose profile points in `direction`.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::matching::{Direction, Estimate, Ledger, Pattern};
    /// use rolefit_engine::sheet::{Answers, Importance};
    ///
    /// let answers = Answers::from_digits(&catalogue, "521234")?;
    /// let importance = Importance::equal(&catalogue);
    /// let estimate = Estimate::of(&answers);
    /// let pattern = Pattern::of(&estimate, &importance).ok().ok_or("ranked")?;
    /// for role in &catalogue.careers().roles {
    ///     let direction = Direction::of(&role.profile, &importance).ok_or("not flat")?;
    ///     let ledger = Ledger::of(&answers, &estimate, &pattern, &direction);
    ///     let similarity = pattern.similarity(&direction);
    ///     let interests: f64 = ledger.interests.iter().sum();
    ///     let answers: f64 = ledger.answers.iter().flatten().sum();
    ///     assert!((interests - similarity).abs() < 1e-9 && (answers - similarity).abs() < 1e-9);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(
        answers: &Answers<'_>,
        estimate: &Estimate,
        pattern: &Pattern,
        direction: &Direction,
    ) -> Self {
        let length = pattern.length();
        let questionnaire = answers.catalogue().questionnaire();
        let parts = || direction.parts().iter();
        let gradients = gradients(answers, estimate, direction.parts());
        let mut added = questionnaire.questions.each(None);
        for (ix, question, point) in answers.answered_questions() {
            let coordinate = question.coordinate(&questionnaire.scale, point);
            added[ix] = Some(gradients[ix] * coordinate / length);
        }
        let liked = parts().zip(pattern.unmarked());
        let interests = Each::new(liked.map(|(part, d)| part * d / length).collect());
        let marked = parts().zip(&estimate.interests);
        let marks = Each::new(marked.map(|(part, of)| part * of.gain / length).collect());
        Self { interests, answers: added, marks }
    }
}

/// ∂(Σ w e)/∂x for each question, were it answered as those of `estimate` were:
/// how fast the weighted sum of the estimates rises with its answer. The
/// weights `w` are one an interest.
pub(super) fn gradients(
    answers: &Answers<'_>,
    estimate: &Estimate,
    weights: &[f64],
) -> Each<Question, f64> {
    let pulls = Each::<Interest, f64>::new(pulls(estimate, weights).collect());
    let of_loading = |loading: &Loading| {
        pulls[loading.interest] * estimate.interests[loading.interest].share(*loading)
    };
    let questions = &answers.catalogue().questionnaire().questions;
    questions.map(|question| question.loadings.iter().map(of_loading).sum())
}

/// ∂(Σ w e)/∂u for each measured interest, 0 for the others: what its score
/// adds itself, and what it adds through the person's level.
pub(super) fn pulls(estimate: &Estimate, weights: &[f64]) -> impl Iterator<Item = f64> {
    let paired = || weights.iter().zip(&estimate.interests);
    let through_level: f64 = paired().map(|(weight, of)| weight * (1.0 - of.reliability)).sum();
    #[expect(clippy::cast_precision_loss, reason = "there are at most 64 interests")]
    let measured = estimate.measured() as f64;
    paired().map(move |(weight, of)| match of.score {
        Some(_) => weight * of.reliability + through_level / measured,
        None => 0.0,
    })
}
