//! Limits of a correlation, and the test of two that share a variable.

use super::beta::f_cumulative;
use crate::elementary::{exp, ln};

/// Nearer to 1 or -1 than this a correlation has no finite transform.
const NEAREST: f64 = 1e-12;

/// The 95 % point of both tails of a normal deviate.
const BOTH_TAILS: f64 = 1.959_963_985;

/// Three variables of the same people: one, and the two with which it is correlated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct SharedCorrelations {
    /// How many people.
    pub(crate) people: f64,
    /// The variable with the first of the two.
    pub(crate) first: f64,
    /// The variable with the second.
    pub(crate) second: f64,
    /// The two with each other.
    pub(crate) between: f64,
}

impl SharedCorrelations {
    /// The square of t, by which the second correlation passes the first, 0 where it does not,
    /// and infinite where nothing varies: the test of Williams, as Steiger gives it (1980,
    /// doi 10.1037/0033-2909.87.2.245), with three degrees of freedom fewer than people.
    pub(crate) fn excess(self) -> f64 {
        let Self { people, first, second, between } = self;
        if people < 4.0 || second <= first {
            return 0.0;
        }
        let determinant = 1.0 - first * first - second * second - between * between
            + 2.0 * first * second * between;
        let mean = f64::midpoint(first, second);
        let apart = (1.0 - between) * (1.0 - between) * (1.0 - between);
        let spread =
            2.0 * (people - 1.0) / (people - 3.0) * determinant.max(0.0) + mean * mean * apart;
        let difference = second - first;
        let excess = difference * difference * (people - 1.0) * (1.0 + between) / spread;
        // Two that are each other's reverse, and of which nothing is left to chance.
        if excess.is_nan() { 0.0 } else { excess }
    }

    /// The chance of such an excess, or a larger one, where the two correlations are equal.
    pub(crate) fn chance(self) -> f64 {
        let excess = self.excess();
        if excess > 0.0 {
            f64::midpoint(1.0, -f_cumulative(excess, 1.0, self.people - 3.0))
        } else {
            1.0
        }
    }
}

/// The upper end of the 95 % interval of a correlation of so many people: Fisher's z, with a
/// standard error of 1 / √(n - 3) (Fisher 1921); 1 for fewer than four.
pub(crate) fn upper_limit(correlation: f64, people: f64) -> f64 {
    if people <= 3.0 {
        return 1.0;
    }
    let held = correlation.clamp(NEAREST - 1.0, 1.0 - NEAREST);
    // Twice the transform, so that it is a logarithm.
    let twice = ln((1.0 + held) / (1.0 - held)) + 2.0 * BOTH_TAILS / (people - 3.0).sqrt();
    // Of what is so large that its power has no value, the limit is 1.
    let power = exp(-twice);
    (1.0 - power) / (1.0 + power)
}

/// The level at which each of so many tests is made, so that one passes by chance alone in no
/// more than a share of `level`: Šidák (1967, doi 10.1080/01621459.1967.10482935).
pub(crate) fn each_of(tests: usize, level: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "nobody makes 2^53 tests")]
    let tests = tests.max(1) as f64;
    1.0 - exp(ln(1.0 - level) / tests)
}

#[cfg(test)]
mod tests {
    use super::{SharedCorrelations, each_of, upper_limit};

    fn close(left: f64, right: f64) {
        assert!((left - right).abs() < 1e-4, "{left} is not {right}");
    }

    #[test]
    fn limits_are_those_of_fishers_z() {
        // atanh 0.5 is 0.5493; 1.96 / √100 is 0.196; tanh 0.7453 is 0.6323.
        close(upper_limit(0.5, 103.0), 0.632_3);
        // 1.96 / √25 is 0.392, and tanh 0.392 is 0.3731.
        close(upper_limit(0.0, 28.0), 0.373_1);
        close(upper_limit(1.0, 1e6), 1.0);
        close(upper_limit(-1.0, 1e6), -1.0);
        close(upper_limit(-0.9, 3.0), 1.0);
    }

    #[test]
    fn the_test_is_that_of_williams() {
        // n 103, r 0.4 and 0.6, 0.5 between: |R| 1 - .16 - .36 - .25 + .24 = .47; spread
        // 2 (102/100) .47 + .25 (.125) = .99005; t² = .04 · 102 · 1.5 / .99005 = 6.1815.
        let of = SharedCorrelations { people: 103.0, first: 0.4, second: 0.6, between: 0.5 };
        close(of.excess(), 6.181_5);
        // t 2.4863 with 100 degrees of freedom: 0.0073 in one tail.
        assert!((of.chance() - 0.007_3).abs() < 1e-4, "{}", of.chance());
        let turned = SharedCorrelations { first: 0.6, second: 0.4, ..of };
        close(turned.excess(), 0.0);
        close(turned.chance(), 1.0);
        let certain = SharedCorrelations { first: -1.0, second: 1.0, between: -1.0, ..of };
        close(certain.excess(), 0.0);
    }

    #[test]
    fn many_tests_together_pass_by_chance_as_often_as_one() {
        close(each_of(1, 0.05), 0.05);
        close(each_of(2, 0.05), 0.025_32);
        close(each_of(0, 0.05), 0.05);
    }
}
