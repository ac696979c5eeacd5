//! A person's estimate, when it is good enough to be matched.

use super::direction::{Direction, FLAT, centred, weighted_squares};
use super::estimate::{Estimate, InterestEstimate};
use crate::sheet::Importance;

/// A person's estimate centred on its importance-weighted mean: which interests
/// stand above the others, and by how much. To hold one is to be rankable.
#[derive(Debug, Clone, PartialEq)]
pub struct Pattern {
    centred: Vec<f64>,
    /// The same without what marks of importance add, if they add something.
    unmarked: Option<Vec<f64>>,
    length: f64,
    /// How many interests were measured that matter.
    measured: usize,
    /// The importance of each interest that was measured, 0 for the others; none if every
    /// interest was measured and matters.
    partly: Option<Vec<f64>>,
}

/// Why there is no ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unranked {
    /// Fewer than three interests were measured.
    #[error("fewer than three interests were measured")]
    Insufficient,
    /// All interests that matter come out equal, so no role stands nearer.
    #[error("all interests that matter come out equal")]
    Undifferentiated,
}

impl Pattern {
    /// The fewest measured interests that can be matched: with two, every
    /// correlation is 1 or -1.
    pub const MIN_MEASURED: usize = 3;

    /// The pattern of `estimate`.
    ///
    /// # Errors
    /// [`Unranked`] says why there is none.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::matching::{Estimate, Pattern, Unranked};
    /// use rolefit_engine::sheet::{Answers, BadDigits, Importance};
    ///
    /// let importance = Importance::equal(&catalogue);
    /// let pattern = |digits| -> Result<_, BadDigits> {
    ///     let answers = Answers::from_digits(&catalogue, digits)?;
    ///     Ok(Pattern::of(&Estimate::of(&answers), &importance))
    /// };
    /// assert_eq!(pattern("52----")?, Err(Unranked::Insufficient));
    /// assert_eq!(pattern("3333--")?, Err(Unranked::Undifferentiated));
    /// assert!(pattern("5233--")?.is_ok());
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of(estimate: &Estimate, importance: &Importance) -> Result<Self, Unranked> {
        let interests = estimate.interests.iter();
        let has_marks = interests.clone().any(|interest| interest.gain > 0.0);
        let unmarked = interests.clone().map(InterestEstimate::unmarked);
        let unmarked = has_marks.then(|| centred(unmarked, importance.weights()));
        let are_measured = interests.clone().map(|interest| interest.score.is_some());
        let values = interests.map(|interest| interest.value);
        Ok(Self { unmarked, ..Self::of_values(values, are_measured, importance)? })
    }

    /// The pattern of these estimates of the interests, each with whether it was measured, without
    /// marks.
    pub(super) fn of_values(
        values: impl ExactSizeIterator<Item = f64> + Clone,
        are_measured: impl ExactSizeIterator<Item = bool> + Clone,
        importance: &Importance,
    ) -> Result<Self, Unranked> {
        if are_measured.clone().filter(|is_measured| *is_measured).count() < Self::MIN_MEASURED {
            return Err(Unranked::Insufficient);
        }
        let weights = importance.weights();
        let centred = centred(values, weights);
        let squares = weighted_squares(&centred, weights);
        if squares < FLAT {
            return Err(Unranked::Undifferentiated);
        }
        let weighed = are_measured.zip(weights);
        let weighed = weighed.map(|(is_measured, weight)| if is_measured { *weight } else { 0.0 });
        let measured = weighed.clone().filter(|weight| *weight > 0.0).count();
        let partly = (measured < weights.len()).then(|| weighed.collect());
        Ok(Self { centred, unmarked: None, length: squares.sqrt(), measured, partly })
    }

    /// The estimate of each interest, less the weighted mean: d.
    #[must_use]
    pub fn centred(&self) -> &[f64] {
        &self.centred
    }

    /// The same as the answers alone give it, without what marks of importance add.
    #[must_use]
    pub fn unmarked(&self) -> &[f64] {
        self.unmarked.as_deref().unwrap_or(&self.centred)
    }

    /// √(Σ p d²), above 0.
    #[must_use]
    pub fn length(&self) -> f64 {
        self.length
    }

    /// How many interests were measured that matter to this person.
    #[must_use]
    pub fn measured(&self) -> usize {
        self.measured
    }

    /// Whether every interest was measured and matters to this person.
    pub(super) fn is_whole(&self) -> bool {
        self.partly.is_none()
    }

    /// The greatest similarity with a profile that the interests measured can
    /// reach, 0 to 1: √(Σ p z̃²) over those that matter, z̃ being z less its
    /// p-weighted mean over them. 1 if all that matter were measured.
    #[must_use]
    pub fn reachable(&self, direction: &Direction) -> f64 {
        let Some(measured) = &self.partly else { return 1.0 };
        let (mut squares, mut sum, mut total) = (0.0, 0.0, 0.0);
        let mut is_complete = true;
        for (part, weight) in direction.parts().iter().zip(measured) {
            if *weight > 0.0 {
                squares += part * part / weight;
                sum += part;
                total += weight;
            } else {
                // The part of an interest that does not matter is 0.
                is_complete &= part.abs() <= 0.0;
            }
        }
        if is_complete { 1.0 } else { (squares - sum * sum / total).max(0.0).sqrt() }
    }

    /// The importance-weighted correlation with a profile, -1 to 1.
    #[must_use]
    pub fn similarity(&self, direction: &Direction) -> f64 {
        (direction.dot(&self.centred) / self.length).clamp(-1.0, 1.0)
    }
}
