//! What chance alone may move, where many things are looked at.

use crate::elementary::{ln, pow};

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
    upper_normal_quantile(each / 2.0)
}

/// The value that a standard normal deviate exceeds with this chance, which is
/// above 1e-11 and at most 0.075; to seven digits (Wichura 1988, algorithm AS
/// 241, PPND7, doi 10.2307/2347330).
fn upper_normal_quantile(chance: f64) -> f64 {
    let r = (-ln(chance)).sqrt() - 1.6;
    let above =
        ((0.170_238_211_03 * r + 1.306_728_481_6) * r + 2.756_815_390_0) * r + 1.423_437_277_7;
    let below = (0.120_211_329_75 * r + 0.737_001_642_50) * r + 1.0;
    above / below
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
