//! The mean and the spread of answers that were counted, and the alpha of their sum.

use super::exact::real;

/// The mean and the spread of answers that were counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spread {
    pub(super) people: u64,
    /// From 1; 0 if there are none.
    pub(super) mean: f64,
    /// With one less than the people as divisor; 0 for fewer than two.
    pub(super) variance: f64,
}

/// The spread of answers from how often each was given, the lowest first.
pub(super) fn spread(counts: &[u64]) -> Spread {
    let people = counts.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
    if people == 0 {
        return Spread { people, mean: 0.0, variance: 0.0 };
    }
    let points = || (1_u32..).map(f64::from).zip(counts.iter().map(|count| real(*count)));
    let mean = points().map(|(point, count)| point * count).sum::<f64>() / real(people);
    let squares: f64 =
        points().map(|(point, count)| count * ((point - mean) * (point - mean))).sum();
    let variance = if people < 2 { 0.0 } else { squares / (real(people) - 1.0) };
    Spread { people, mean, variance }
}

/// The alpha of so many questions, from the sum of their variances and the variance of the sum
/// (Cronbach 1951, doi 10.1007/BF02310555).
pub(super) fn alpha(size: usize, own: f64, total: f64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "there are at most 1,000 questions")]
    let size = size as f64;
    let alpha = (total > 1e-12).then(|| size / (size - 1.0) * (1.0 - own / total));
    // Covariances of few and variances of many can come to more than there is.
    alpha.filter(|alpha| *alpha <= 1.0 + 1e-9)
}
