//! Inference on counts, means and correlations: intervals and tests.

pub(crate) mod beta;
pub(crate) mod correlations;
pub(crate) mod fisher;
pub(crate) mod holm;
pub(crate) mod mcnemar;
mod no_likelier;
pub(crate) mod permutation;
pub(crate) mod poisson_binomial;
pub(crate) mod proportions;
pub(crate) mod t;

/// A count as a number to reckon with.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
pub(crate) fn real(count: u64) -> f64 {
    count as f64
}
