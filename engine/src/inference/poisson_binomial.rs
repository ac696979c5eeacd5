//! The exact test of a count of unequal chances.

use std::mem::swap;

use super::no_likelier::share;

/// Counts at either end that are less likely than this are left out.
const LEAST: f64 = 1e-60;

/// The chance, 0 to 1, of a number of hits no likelier than `hits`, where each of the
/// independent trials has its own chance of a hit: the Poisson binomial distribution, by
/// convolution (Hong 2013, doi 10.1016/j.csda.2012.10.006). Some 200,000 trials take
/// less than a second.
///
/// It is 0 where it would be below about 1e-50, as where there are more hits than trials.
/// Chances outside 0 to 1 are taken for the nearer end. If one is not a number, neither is
/// the result.
pub(crate) fn two_sided(hits: usize, chances: &[f64]) -> f64 {
    let window = Window::of(chances);
    let observed = hits.checked_sub(window.first).and_then(|at| window.weights().get(at));
    share(window.weights(), observed.copied().unwrap_or(0.0))
}

/// The chances of the counts that are likely enough to matter.
struct Window {
    /// The count of the first of the weights.
    first: usize,
    /// How many values stand before the weights.
    skipped: usize,
    values: Vec<f64>,
}

impl Window {
    fn of(chances: &[f64]) -> Self {
        let mut window = Self { first: 0, skipped: 0, values: vec![1.0] };
        let mut next = Vec::new();
        for chance in chances {
            window.add(chance.clamp(0.0, 1.0), &mut next);
        }
        window
    }

    fn weights(&self) -> &[f64] {
        self.values.get(self.skipped..).unwrap_or_default()
    }

    /// Adds a trial with this chance of a hit, and leaves the old values in `next`.
    fn add(&mut self, chance: f64, next: &mut Vec<f64>) {
        let miss = 1.0 - chance;
        let weights = self.weights();
        next.clear();
        next.extend(weights.first().map(|weight| weight * miss));
        let later = weights.get(1..).unwrap_or_default();
        next.extend(weights.iter().zip(later).map(|(below, at)| at * miss + below * chance));
        next.extend(weights.last().map(|weight| weight * chance));
        swap(&mut self.values, next);
        while self.values.last().is_some_and(|weight| *weight < LEAST) {
            self.values.pop();
        }
        self.skipped = self.values.iter().take_while(|weight| **weight < LEAST).count();
        self.first += self.skipped;
    }
}

#[cfg(test)]
mod tests {
    use super::two_sided;

    /// Every outcome of all the trials in turn.
    fn enumerated(hits: usize, chances: &[f64]) -> f64 {
        let mut counts = vec![0.0; chances.len() + 1];
        for outcome in 0_u32..1 << chances.len() {
            let each = chances.iter().enumerate();
            let chance: f64 =
                each.map(|(at, p)| if outcome >> at & 1 == 1 { *p } else { 1.0 - p }).product();
            counts[usize::try_from(outcome.count_ones()).unwrap()] += chance;
        }
        let limit = counts[hits] * (1.0 + 1e-7);
        counts.into_iter().filter(|chance| *chance <= limit).sum()
    }

    #[test]
    fn every_outcome_in_turn_gives_the_same() {
        let chances = [0.1, 0.25, 0.5, 0.9, 0.33, 0.02, 0.75, 0.6];
        for trials in 0..=chances.len() {
            for hits in 0..=trials {
                let found = two_sided(hits, &chances[..trials]);
                let right = enumerated(hits, &chances[..trials]);
                assert!((found - right).abs() < 1e-14, "{hits} {trials}: {found} {right}");
            }
        }
    }

    #[test]
    fn equal_chances_are_the_binomial_distribution() {
        // 1 of 10 halves, or 9, or none, or all; 9 and 10 of 10 thirds: 21 / 3^10.
        assert!((two_sided(1, &[0.5; 10]) - 22.0 / 1_024.0).abs() < 1e-14);
        assert!((two_sided(9, &[1.0 / 3.0; 10]) - 21.0 / 59_049.0).abs() < 1e-14);
        let found = two_sided(400, &[0.5; 1_000]);
        let right = 2.728_464_156_066_018_4e-10;
        assert!((found - right).abs() < 1e-10 * right, "{found}");
    }

    #[test]
    fn chances_outside_their_range_are_held_to_it() {
        let [found, right] =
            [[-0.5, 0.3, 7.0, 0.6], [0.0, 0.3, 1.0, 0.6]].map(|c| two_sided(1, &c));
        assert!((found - right).abs() < 1e-15);
        // Two of the three are certain: the third alone decides.
        assert!((two_sided(2, &[2.0, 1.0, 0.3]) - 1.0).abs() < 1e-15);
        assert!((two_sided(3, &[2.0, 1.0, 0.3]) - 0.3).abs() < 1e-15);
        assert!(two_sided(1, &[2.0, 1.0, 0.3]).abs() < 1e-300);
        assert!(two_sided(4, &[2.0, 1.0, 0.3]).abs() < 1e-300);
        assert!(two_sided(1, &[f64::NAN, 0.3]).is_nan());
    }

    #[test]
    fn twenty_thousand_trials_are_tested() {
        // Of as many halves, the binomial: 9,850 or fewer, or as far above.
        let found = two_sided(9_850, &vec![0.5; 20_000]);
        let right = 0.034_491_372_609_841_06;
        assert!((found - right).abs() < 1e-9, "{found}");
    }
}
