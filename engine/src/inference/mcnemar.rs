//! The exact test of paired answers.

use std::iter::successors;

use super::real;

/// Counts less likely than the likeliest by this factor are left out.
const LEAST: f64 = 1e-300;

/// The chance, 0 to 1, that of the pairs whose two answers differ so few, or fewer, would
/// be of the rarer kind, either way round, if both kinds were equally likely: twice the
/// lower tail of the binomial distribution, at most 1 (`McNemar` 1947, doi
/// 10.1007/BF02295996, in its exact form). Both counts are up to 1e7.
///
/// It is 1 where no pair differs, and 0 where it would be below about 1e-300.
pub(crate) fn mcnemar(one_only: u64, other_only: u64) -> f64 {
    let all = one_only.saturating_add(other_only);
    let rarer = one_only.min(other_only);
    // From the likeliest count downwards. The distribution is symmetric.
    let counts = successors(Some((all / 2, 1.0)), |&(at, weight)| {
        (at > 0).then(|| (at - 1, weight * real(at) / real(all - at + 1)))
    })
    .take_while(|(_, weight)| *weight > LEAST);
    let mut half = 0.0;
    let mut tail = 0.0;
    for (at, weight) in counts {
        half += weight;
        if at <= rarer {
            tail += weight;
        }
    }
    let middle = if all.is_multiple_of(2) { 1.0 } else { 0.0 };
    (2.0 * tail / (2.0 * half - middle)).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::mcnemar;

    #[test]
    fn the_chances_are_those_of_fractions() {
        for (one, other, chance) in [
            (0, 5, 1.0 / 16.0),
            (1, 9, 11.0 / 512.0),
            (2, 12, 53.0 / 4_096.0),
            (10, 25, 71_613_631.0 / 4_294_967_296.0),
            (7, 8, 1.0),
            (5, 5, 1.0),
            (59, 121, 4.434_449_263_755_176e-6),
            (86, 150, 3.715_936_139_571_442e-5),
            (400, 600, 2.728_464_156_066_018_4e-10),
        ] {
            let found = mcnemar(one, other);
            assert!((found - chance).abs() < 1e-11 * chance, "{one} {other}: {found}");
            assert!((mcnemar(other, one) - found).abs() < 1e-15);
        }
    }

    #[test]
    fn ten_million_pairs_of_either_kind_are_tested() {
        // Summed with 40 digits.
        let found = mcnemar(9_995_000, 10_005_000);
        assert!((found - 0.025_361_964_880_567_474).abs() < 1e-12, "{found}");
        assert!(mcnemar(0, 10_000_000).abs() < 1e-300);
    }

    #[test]
    fn no_pair_that_differs_is_no_evidence() {
        assert!((mcnemar(0, 0) - 1.0).abs() < 1e-15);
        assert!((mcnemar(0, 1) - 1.0).abs() < 1e-15);
    }
}
