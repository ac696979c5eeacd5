//! The incomplete beta function, and the distribution of the ratio of two variances.

use crate::elementary::{exp, ln, ln_gamma};

/// The chance that a ratio of two independent estimates of one variance, with so many
/// degrees of freedom above and below, is at most `ratio`, 0 or more: F's distribution
/// (Abramowitz and Stegun 1964, 26.6.2).
pub(crate) fn f_cumulative(ratio: f64, above: f64, below: f64) -> f64 {
    let part = above * ratio;
    if part.is_infinite() {
        return 1.0;
    }
    beta(part / (part + below), above / 2.0, below / 2.0)
}

/// The regularised incomplete beta function `I_x(a, b)`, 0 to 1, of `a` and `b` above 0
/// and up to a million (Abramowitz and Stegun 1964, 26.5.8, by its continued fraction).
///
/// The logarithms of the gamma function are subtracted, so that its relative error
/// grows with a + b: it is about 1e-13 at 100 and up to 1e-8 at a million.
pub(crate) fn beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return x.clamp(0.0, 1.0);
    }
    // The fraction converges fast below the mean, and the other tail has its own.
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta_below(1.0 - x, b, a);
    }
    beta_below(x, a, b)
}

fn beta_below(x: f64, a: f64, b: f64) -> f64 {
    let front = ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * ln(x) + b * ln(1.0 - x);
    exp(front) * fraction(x, a, b) / a
}

/// Steps of the continued fraction at the most: it needs about √(a + b) of them.
const MOST_STEPS: u32 = 20_000;

/// Closer than this a further step changes nothing.
const PRECISION: f64 = 1e-15;

/// 1 / (1 + d₁ / (1 + d₂ / (1 + …))), by Lentz's method.
fn fraction(x: f64, a: f64, b: f64) -> f64 {
    let held = |value: f64| if value.abs() < f64::MIN_POSITIVE { f64::MIN_POSITIVE } else { value };
    let mut ratio = 1.0;
    let mut inverse = 1.0 / held(1.0 - (a + b) * x / (a + 1.0));
    let mut result = inverse;
    for step in 1..MOST_STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for term in [even, odd] {
            inverse = 1.0 / held(1.0 + term * inverse);
            ratio = held(1.0 + term / ratio);
            change = inverse * ratio;
            result *= change;
        }
        if (change - 1.0).abs() < PRECISION {
            break;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_distribution_is_that_of_tables() {
        // The 95 % points of F, to six digits, as tables print them.
        for (ratio, above, below, chance) in [
            (161.447_6, 1.0, 1.0, 0.95),
            (4.102_821, 2.0, 10.0, 0.95),
            (2.210_697, 9.0, 30.0, 0.95),
            (3.066_516, 9.0, 30.0, 0.99),
            (1.0, 7.0, 7.0, 0.5),
        ] {
            let found = f_cumulative(ratio, above, below);
            assert!((found - chance).abs() < 1e-6, "{ratio} {above} {below}: {found}");
        }
    }

    #[test]
    fn a_ratio_turned_round_is_the_other_tail() {
        for (ratio, above, below) in [(0.01, 3.0, 17.0), (0.7, 9.0, 30.0), (4.0, 63.0, 900.0)] {
            let tails = f_cumulative(ratio, above, below) + f_cumulative(1.0 / ratio, below, above);
            assert!((tails - 1.0).abs() < 1e-12, "{ratio} {above} {below}: {tails}");
        }
        assert!(f_cumulative(0.0, 9.0, 30.0).abs() < 1e-12);
        assert!((f_cumulative(f64::INFINITY, 9.0, 30.0) - 1.0).abs() < 1e-12);
    }

    #[test]
    fn the_function_is_the_tail_of_a_binomial() {
        // P(X >= k) of n throws is I_p(k, n - k + 1): 1 - (1 - p)^4, p^4, 11/16.
        for (x, a, b, chance) in
            [(0.3, 1.0, 4.0, 0.759_9), (0.3, 4.0, 1.0, 0.008_1), (0.5, 2.0, 3.0, 0.687_5)]
        {
            let found = beta(x, a, b);
            assert!((found - chance).abs() < 1e-14, "{x} {a} {b}: {found}");
        }
    }

    #[test]
    fn the_function_converges_up_to_a_million() {
        // P(X <= 999,000) of 2,000,000 throws of a coin, summed with 40 digits.
        let found = beta(0.5, 1_001_000.0, 999_001.0);
        assert!((found - 0.157_506_847_322_778 / 2.0).abs() < 1e-8, "{found}");
        assert!((beta(0.5, 1e6, 1e6) - 0.5).abs() < 1e-8);
        assert!((beta(1e-6, 1.0, 1e6) - 0.632_120_742_768).abs() < 1e-8);
        assert!(beta(0.0, 1e6, 1e6).abs() < 1e-300);
    }
}
