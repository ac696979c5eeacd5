//! What chance alone may move, where many things are looked at.

use crate::elementary::pow;
use crate::matching::normal::quantile;

/// The chance that, of someone who has not changed, any interest at all is told
/// to have moved.
const FALSE_ALARM: f64 = 0.05;

/// How many standard errors an interest may move by chance where `compared` of
/// them (64 at the most) are looked at: so many that of someone unchanged none
/// is passed by any of them with a chance of 1 - [`FALSE_ALARM`].
///
/// For each alone the two-sided level is 1 - (1 - α)^(1/m) (Šidák 1967, doi
/// 10.1080/01621459.1967.10482935). With 1.96 for each, one of ten would be
/// passed in up to 40 % of cases.
#[expect(clippy::cast_precision_loss, reason = "there are at most 64 interests")]
pub(super) fn standard_errors(compared: usize) -> f64 {
    let each = 1.0 - pow(1.0 - FALSE_ALARM, 1.0 / compared.max(1) as f64);
    -quantile(each / 2.0)
}

#[cfg(test)]
mod tests {
    use super::standard_errors;

    #[test]
    fn the_limit_rises_with_the_number_of_interests_as_in_tables() {
        // Two-sided 5 % points of the largest of m independent normal deviates.
        for (compared, limit) in [(1, 1.959_964), (2, 2.236_477), (10, 2.799_625), (64, 3.352_402)]
        {
            let found = standard_errors(compared);
            assert!((found - limit).abs() < 1e-6, "{compared}: {found}");
        }
    }
}
