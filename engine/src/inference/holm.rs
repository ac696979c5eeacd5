//! Holm's adjustment of many tests.

/// The p values, in the order given, adjusted so that to reject all those of at most α
/// rejects any true hypothesis with a chance of at most α, whatever the tests have to do
/// with each other (Holm 1979, Scandinavian Journal of Statistics 6, 65-70).
///
/// The smallest of m is multiplied by m, the next by m - 1 and so on. None comes out
/// above 1, or below one that was smaller. What is not a number is taken for 1.
#[expect(clippy::cast_precision_loss, reason = "tests are far fewer than 2^53")]
pub(crate) fn holm(p: &[f64]) -> Vec<f64> {
    let known = p.iter().map(|p| if p.is_nan() { 1.0 } else { *p });
    let mut order: Vec<(usize, f64)> = known.enumerate().collect();
    order.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let mut highest = 0.0_f64;
    for (left, (_, p)) in (1..=order.len()).rev().zip(&mut order) {
        highest = highest.max(*p * left as f64).min(1.0);
        *p = highest;
    }
    order.sort_by_key(|(place, _)| *place);
    order.into_iter().map(|(_, p)| p).collect()
}

#[cfg(test)]
mod tests {
    use super::holm;

    fn assert_near(p: &[f64], adjusted: &[f64]) {
        let found = holm(p);
        assert_eq!(found.len(), adjusted.len());
        for (one, other) in found.iter().zip(adjusted) {
            assert!((one - other).abs() < 1e-12, "{found:?}");
        }
    }

    #[test]
    fn the_smallest_is_multiplied_by_the_most() {
        assert_near(&[0.01, 0.04, 0.03, 0.005], &[0.03, 0.06, 0.06, 0.02]);
    }

    #[test]
    fn none_is_above_one_or_below_a_smaller() {
        assert_near(&[0.9, 0.02, 0.6, 0.021], &[1.0, 0.08, 1.0, 0.08]);
    }

    #[test]
    fn ties_are_adjusted_alike() {
        assert_near(&[0.02, 0.02, 0.02], &[0.06, 0.06, 0.06]);
    }

    #[test]
    fn one_alone_and_none_stay_as_they_are() {
        assert_near(&[0.03], &[0.03]);
        assert_near(&[], &[]);
    }

    #[test]
    fn what_is_not_a_number_rejects_nothing() {
        assert_near(&[f64::NAN, -f64::NAN, 0.01], &[1.0, 1.0, 0.03]);
    }
}
