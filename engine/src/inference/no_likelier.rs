//! The two-sided chance of an exact test.

/// Outcomes whose chances differ relatively by less than this are equally likely: a
/// tie must not be broken by rounding. R's `fisher.test` has the same.
const TOLERANCE: f64 = 1e-7;

/// The share, 0 to 1, that the weights no larger than `observed` have of all the weights,
/// which are in proportion to the chances of all outcomes (Freeman and Halton 1951, doi
/// 10.1093/biomet/38.1-2.141).
pub(super) fn share(weights: &[f64], observed: f64) -> f64 {
    let limit = observed * (1.0 + TOLERANCE);
    let no_likelier: f64 = weights.iter().filter(|weight| **weight <= limit).sum();
    no_likelier / weights.iter().sum::<f64>()
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn ties_are_counted_whatever_their_last_digit() {
        assert!((share(&[1.0, 3.0, 3.0, 1.0 + 1e-12], 1.0) - 0.25).abs() < 1e-12);
        assert!((share(&[1.0, 3.0, 3.0, 1.0 + 1e-5], 1.0) - 0.125).abs() < 1e-5);
        assert!((share(&[1.0, 3.0, 3.0, 1.0], 3.0) - 1.0).abs() < 1e-12);
    }
}
