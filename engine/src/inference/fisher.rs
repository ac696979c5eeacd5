//! Fisher's exact test of two proportions.

use std::iter::successors;

use super::no_likelier::share;
use super::real;

/// Tables less likely than the likeliest by this factor are left out.
const LEAST: f64 = 1e-300;

/// The chance, 0 to 1, of a table no likelier than the one seen, if two groups have one
/// proportion and the totals of the table are given (Fisher 1935, doi 10.2307/2342435,
/// two-sided as in R's `fisher.test`). Of either group are given the hits and how many
/// there are, up to 1e7.
///
/// It is 1 where either group has nothing, and 0 where it would be below about 1e-300.
/// Hits above how many there are are taken for as many.
pub(crate) fn fisher(now: (u64, u64), before: (u64, u64)) -> f64 {
    let hits = now.0.min(now.1);
    let margins =
        Margins { now: now.1, before: before.1, hits: hits.saturating_add(before.0.min(before.1)) };
    let mode = margins.mode();
    let mut observed = 0.0;
    let weights: Vec<f64> = (margins.upwards(mode))
        .chain(margins.downwards(mode).skip(1))
        .inspect(|(at, weight)| {
            if *at == hits {
                observed = *weight;
            }
        })
        .map(|(_, weight)| weight)
        .collect();
    share(&weights, observed)
}

/// The totals of a table of two groups by hit and miss.
struct Margins {
    now: u64,
    before: u64,
    hits: u64,
}

impl Margins {
    /// The likeliest number of hits now, that of the hypergeometric distribution.
    fn mode(&self) -> u64 {
        let [now, before, hits] = [self.now, self.before, self.hits].map(u128::from);
        let mode = (hits + 1) * (now + 1) / (now + before + 2);
        u64::try_from(mode).unwrap_or(u64::MAX).min(self.most()).max(self.least())
    }

    fn least(&self) -> u64 {
        self.hits.saturating_sub(self.before)
    }

    fn most(&self) -> u64 {
        self.hits.min(self.now)
    }

    /// How much likelier one more hit now is than `at`.
    fn step(&self, at: u64) -> f64 {
        let up = real(self.now - at) * real(self.hits - at);
        up / (real(at + 1) * (real(self.before) - real(self.hits) + real(at + 1)))
    }

    fn upwards(&self, mode: u64) -> impl Iterator<Item = (u64, f64)> {
        successors(Some((mode, 1.0)), |&(at, weight)| {
            (at < self.most()).then(|| (at + 1, weight * self.step(at)))
        })
        .take_while(|(_, weight)| *weight > LEAST)
    }

    fn downwards(&self, mode: u64) -> impl Iterator<Item = (u64, f64)> {
        successors(Some((mode, 1.0)), |&(at, weight)| {
            (at > self.least()).then(|| (at - 1, weight / self.step(at - 1)))
        })
        .take_while(|(_, weight)| *weight > LEAST)
    }
}

#[cfg(test)]
mod tests {
    use super::fisher;

    #[test]
    fn the_chances_are_those_of_fractions() {
        // The lady's tea, and tables summed in whole fractions.
        for (now, before, chance) in [
            ((3, 4), (1, 4), 17.0 / 35.0),
            ((1, 10), (11, 14), 41.0 / 14_858.0),
            ((8, 10), (1, 6), 5.0 / 143.0),
            ((10, 12), (2, 17), 5_123.0 / 17_298_645.0),
            ((0, 5), (5, 5), 1.0 / 126.0),
            ((3, 7), (0, 2), 0.5),
            ((56, 70), (48, 80), 0.012_521_129_749_209_154),
            ((30, 400), (55, 420), 0.011_339_650_644_658_82),
            ((900, 2_000), (100, 2_000), 1.965_426_904_570_901e-208),
        ] {
            let found = fisher(now, before);
            assert!((found - chance).abs() < 1e-10 * chance, "{now:?} {before:?}: {found}");
            assert!((fisher(before, now) - found).abs() < 1e-10 * chance);
        }
    }

    #[test]
    fn groups_of_ten_million_are_tested() {
        // Summed with 40 digits.
        for (now, before, chance) in [
            ((5_001_500, 10_000_000), (4_998_500, 10_000_000), 0.179_857_611_103_128_34),
            ((30_500, 100_000), (30_000, 101_000), 0.000_100_124_400_601_663_61),
        ] {
            let found = fisher(now, before);
            assert!((found - chance).abs() < 1e-9 * chance, "{now:?} {before:?}: {found}");
        }
        assert!(fisher((0, 10_000_000), (10_000_000, 10_000_000)).abs() < 1e-300);
    }

    #[test]
    fn nothing_seen_is_no_evidence() {
        for (now, before) in
            [((0, 0), (0, 0)), ((0, 0), (3, 9)), ((0, 8), (0, 9)), ((8, 8), (9, 9))]
        {
            assert!((fisher(now, before) - 1.0).abs() < 1e-15, "{now:?} {before:?}");
        }
        assert!((fisher((9, 4), (1, 4)) - fisher((4, 4), (1, 4))).abs() < 1e-15);
    }
}
