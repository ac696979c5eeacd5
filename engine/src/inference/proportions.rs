//! Intervals of proportions.

use super::real;

/// The point that a standard normal deviate passes, either way, in 5 % of cases.
const NORMAL: f64 = 1.959_963_984_540_054;

/// The 95 % interval, lower limit first, of the proportion of which `hits` out of `of`
/// were seen, 0 to 1 (Wilson 1927, doi 10.1080/01621459.1927.10502953, without a
/// correction for continuity).
///
/// It begins at 0 where there was no hit and ends at 1 where all were hits. Where
/// nothing was seen it is 0 to 1. Hits above `of` are taken for `of`.
pub(crate) fn wilson(hits: u64, of: u64) -> [f64; 2] {
    let hits = hits.min(of);
    if of == 0 {
        return [0.0, 1.0];
    }
    let [all, found, missed] = [of, hits, of - hits].map(real);
    let square = NORMAL * NORMAL;
    let centre = found + square / 2.0;
    let half = NORMAL * (found * missed / all + square / 4.0).sqrt();
    let lower = if hits == 0 { 0.0 } else { (centre - half) / (all + square) };
    let upper = if hits == of { 1.0 } else { (centre + half) / (all + square) };
    [lower.max(0.0), upper.min(1.0)]
}

/// The 95 % interval, lower limit first and -1 to 1, of the difference of two independent
/// proportions, that of `now` less that of `before`, each of hits and of how many: method
/// 10 of Newcombe 1998 (doi
/// `10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I`),
/// which adds the squares of the distances to the limits of [`wilson`].
///
/// Where either has nothing it is -1 to 1. Hits above how many are taken for as many.
pub(crate) fn newcombe(now: (u64, u64), before: (u64, u64)) -> [f64; 2] {
    if now.1 == 0 || before.1 == 0 {
        return [-1.0, 1.0];
    }
    let [one, other] = [now, before].map(|(hits, of)| real(hits.min(of)) / real(of));
    let [[low, high], [other_low, other_high]] = [now, before].map(|(hits, of)| wilson(hits, of));
    let together = |a: f64, b: f64| (a * a + b * b).sqrt();
    let difference = one - other;
    let lower = difference - together(one - low, other_high - other);
    let upper = difference + together(high - one, other - other_low);
    [lower.max(-1.0), upper.min(1.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_near(found: [f64; 2], limits: [f64; 2]) {
        for (one, other) in found.into_iter().zip(limits) {
            assert!((one - other).abs() < 5.1e-5, "{found:?} {limits:?}");
        }
    }

    #[test]
    fn the_interval_is_wilsons() {
        // The examples of Newcombe 1998 on the single proportion, method 3.
        assert_near(wilson(81, 263), [0.255_3, 0.366_2]);
        assert_near(wilson(15, 148), [0.062_4, 0.160_5]);
        assert_near(wilson(0, 20), [0.0, 0.161_1]);
        assert_near(wilson(1, 29), [0.006_1, 0.171_8]);
    }

    #[test]
    fn the_ends_are_exact() {
        assert_eq!(wilson(0, 20).map(f64::to_bits)[0], 0.0_f64.to_bits());
        assert_eq!(wilson(20, 20).map(f64::to_bits)[1], 1.0_f64.to_bits());
        assert_eq!(wilson(0, 0).map(f64::to_bits), [0.0, 1.0].map(f64::to_bits));
        assert_eq!(wilson(9, 5).map(f64::to_bits), wilson(5, 5).map(f64::to_bits));
    }

    #[test]
    fn misses_have_the_interval_of_hits_turned_round() {
        let [lower, upper] = wilson(3, 17);
        assert_near(wilson(14, 17), [1.0 - upper, 1.0 - lower]);
    }

    #[test]
    fn the_interval_is_newcombes() {
        // The examples of Newcombe 1998 on differences, method 10.
        assert_near(newcombe((56, 70), (48, 80)), [0.052_4, 0.333_9]);
        assert_near(newcombe((9, 10), (3, 10)), [0.170_5, 0.809_0]);
        assert_near(newcombe((6, 7), (2, 7)), [0.058_2, 0.806_2]);
        assert_near(newcombe((5, 56), (0, 29)), [-0.038_1, 0.192_6]);
        assert_near(newcombe((0, 10), (0, 20)), [-0.161_1, 0.277_5]);
        assert_near(newcombe((0, 10), (0, 10)), [-0.277_5, 0.277_5]);
        assert_near(newcombe((10, 10), (0, 20)), [0.679_1, 1.0]);
        assert_near(newcombe((10, 10), (0, 10)), [0.607_5, 1.0]);
    }

    #[test]
    fn nothing_seen_says_nothing() {
        assert_near(newcombe((0, 0), (3, 9)), [-1.0, 1.0]);
        assert_near(newcombe((3, 9), (0, 0)), [-1.0, 1.0]);
    }
}
