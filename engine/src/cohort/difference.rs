//! The difference of two shares and of two means, and how likely chance alone makes it.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use super::exact::share;
use crate::inference::fisher::fisher;
use crate::inference::holm::holm;
use crate::inference::proportions::newcombe;
use crate::inference::real;
use crate::inference::t::t_two_sided;

/// A p value this small is told as this: below it the sums say no more.
const LEAST_P: f64 = 1e-12;

/// The shares of two groups of people, and their difference.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct ShareDifference {
    /// How many there are now.
    pub count: u64,
    /// How many there were before.
    pub count_before: u64,
    /// The share now, 0 to 1.
    pub now: f64,
    /// The share before, 0 to 1.
    pub before: f64,
    /// The share now less that before, -1 to 1.
    pub difference: f64,
    /// The lower limit of its 95 % interval (Newcombe 1998, method 10).
    pub lower: f64,
    /// The upper limit.
    pub upper: f64,
    /// How likely chance alone makes a table no likelier than this one, 0 to 1 (Fisher's exact
    /// test, two-sided).
    pub p: Option<f64>,
    /// The same, corrected for how many were looked at (Holm 1979).
    pub p_corrected: Option<f64>,
}

/// The means of two groups of people, and their difference.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct MeanDifference {
    /// The mean now.
    pub now: f64,
    /// The mean before.
    pub before: f64,
    /// The mean now less that before.
    pub difference: f64,
    /// Its standard error: the root of Σ max(s², pooled s²) / n over the two, so that a group
    /// whose people happen to be alike makes nothing certain; null for fewer than two people in
    /// either.
    pub standard_error: Option<f64>,
    /// How likely chance alone makes a difference as large, 0 to 1 (Student's t with two degrees
    /// of freedom fewer than people, two-sided); null where there is no standard error, or it is
    /// 0.
    pub p: Option<f64>,
    /// The same, corrected for how many were looked at (Holm 1979).
    pub p_corrected: Option<f64>,
}

/// A mean over people.
#[derive(Debug, Clone, Copy)]
pub(super) struct MeanOf {
    pub(super) people: u64,
    pub(super) mean: f64,
    /// The standard deviation over the people.
    pub(super) sd: f64,
}

impl ShareDifference {
    /// Of counts out of so many; `None` if either is of nobody.
    pub(super) fn of(now: (u64, u64), before: (u64, u64)) -> Option<Self> {
        if now.1 == 0 || before.1 == 0 {
            return None;
        }
        let [share_now, share_before] = [now, before].map(|(count, of)| share(real(count), of));
        let [lower, upper] = newcombe(now, before);
        Some(Self {
            count: now.0,
            count_before: before.0,
            now: share_now,
            before: share_before,
            difference: share_now - share_before,
            lower,
            upper,
            p: Some(fisher(now, before).max(LEAST_P)),
            p_corrected: None,
        })
    }
}

impl MeanDifference {
    pub(super) fn of(now: MeanOf, before: MeanOf) -> Self {
        let difference = now.mean - before.mean;
        let standard_error = standard_error(now, before);
        let p = standard_error.filter(|error| *error > 0.0).map(|error| {
            let freedom = real(now.people) + real(before.people) - 2.0;
            t_two_sided(difference / error, freedom).max(LEAST_P)
        });
        let (now, before) = (now.mean, before.mean);
        Self { now, before, difference, standard_error, p, p_corrected: None }
    }
}

fn standard_error(now: MeanOf, before: MeanOf) -> Option<f64> {
    if now.people < 2 || before.people < 2 {
        return None;
    }
    let squares = |of: MeanOf| (real(of.people) - 1.0) * of.sd * of.sd;
    let freedom = real(now.people) + real(before.people) - 2.0;
    let pooled = (squares(now) + squares(before)) / freedom;
    let part = |of: MeanOf| f64::max(of.sd * of.sd, pooled) / real(of.people);
    Some((part(now) + part(before)).sqrt())
}

/// p values corrected for how many there are; null stays null and counts for nothing.
pub(super) fn corrected(p: &[Option<f64>]) -> Vec<Option<f64>> {
    let known: Vec<f64> = p.iter().flatten().copied().collect();
    let mut holm = holm(&known).into_iter();
    p.iter().map(|p| p.and_then(|_| holm.next())).collect()
}

#[cfg(test)]
mod tests {
    use super::{MeanDifference, MeanOf, ShareDifference, corrected};

    #[test]
    fn a_difference_of_means_has_the_larger_of_its_own_spread_and_the_common_one() {
        // Own variances 0.04 and 0.16, of 10 and 20 people. Pooled: (9 · 0.04 + 19 · 0.16) / 28 =
        // 3.4 / 28 = 0.121429. SE² = 0.121429 / 10 + 0.16 / 20 = 0.0201429.
        let of = |people, mean, sd| MeanOf { people, mean, sd };
        let found = MeanDifference::of(of(10, 0.3, 0.2), of(20, 0.1, 0.4));
        let error = found.standard_error.unwrap();
        assert!((error - 0.020_142_857_f64.sqrt()).abs() < 1e-8, "{error}");
        // t = 0.2 / 0.141926 = 1.40919 with 28 degrees of freedom.
        assert!((found.p.unwrap() - 0.169_8).abs() < 1e-3, "{:?}", found.p);
        // One person has no spread, and people who are all alike make no test.
        assert_eq!(MeanDifference::of(of(1, 0.3, 0.0), of(20, 0.1, 0.4)).standard_error, None);
        let alike = MeanDifference::of(of(10, 0.3, 0.0), of(20, 0.1, 0.0));
        assert_eq!((alike.standard_error, alike.p), (Some(0.0), None));
    }

    #[test]
    fn a_difference_of_shares_has_the_published_interval() {
        // The first example of Newcombe 1998.
        let found = ShareDifference::of((56, 70), (48, 80)).unwrap();
        assert!((found.difference - 0.2).abs() < 1e-12);
        assert!((found.lower - 0.052_4).abs() < 1e-4 && (found.upper - 0.333_9).abs() < 1e-4);
        assert_eq!(ShareDifference::of((0, 0), (1, 2)), None);
    }

    #[test]
    fn what_has_no_p_is_not_counted_among_those_looked_at() {
        // Holm: 0.01 · 2, and the larger at least as large.
        let found = corrected(&[Some(0.01), None, Some(0.04)]);
        assert_eq!(found, [Some(0.02), None, Some(0.04)]);
    }
}
