//! Sums that come out the same in any order.

use serde::{Deserialize, Serialize};

pub(super) use crate::inference::real;

/// A sum of numbers, each rounded to a multiple of 2^-40 first: so it is a sum
/// of whole numbers, and does not depend on the order or the grouping in which
/// they are added. Rounding changes a mean by less than 10^-12.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub(super) struct Exact(i128);

const UNIT: f64 = 1.0 / 1_099_511_627_776.0;

impl Exact {
    /// Adds a finite number.
    #[expect(clippy::cast_possible_truncation, reason = "a cast holds to the range of the type")]
    pub(super) fn add(&mut self, number: f64) {
        self.merge(Self((number / UNIT).round() as i128));
    }

    /// Adds another sum.
    pub(super) fn merge(&mut self, other: Self) {
        self.0 = self.0.saturating_add(other.0);
    }

    /// The sum.
    #[expect(clippy::cast_precision_loss, reason = "what is told of a sum has few digits")]
    pub(super) fn value(self) -> f64 {
        self.0 as f64 * UNIT
    }
}

/// Adds counts to counts.
pub(super) fn add_counts(to: &mut [u64], from: &[u64]) {
    for (to, from) in to.iter_mut().zip(from) {
        add_count(to, *from);
    }
}

/// Adds to a count; one that a damaged file made absurd stays at the highest.
pub(super) fn add_count(to: &mut u64, more: u64) {
    *to = to.saturating_add(more);
}

/// Adds one to the count in `place`.
pub(super) fn count_one(counts: &mut [u64], place: usize) {
    if let Some(count) = counts.get_mut(place) {
        add_count(count, 1);
    }
}

/// A part of a whole, 0 to 1; 0 of nothing.
pub(super) fn share(part: f64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part / real(whole) }
}

#[cfg(test)]
mod tests {
    use super::Exact;

    #[test]
    fn sums_do_not_depend_on_the_order() {
        let numbers = [0.1, 1e9, -0.3, 1e-9, -1e9, 0.2];
        let sum = |numbers: &mut dyn Iterator<Item = &f64>| {
            let mut sum = Exact::default();
            numbers.for_each(|number| sum.add(*number));
            sum
        };
        let forwards = sum(&mut numbers.iter());
        assert_eq!(forwards, sum(&mut numbers.iter().rev()));
        // 0.1 - 0.3 + 0.2 + 1e-9, what floating point loses beside 1e9 included.
        assert!((forwards.value() - 1e-9).abs() < 1e-11, "{}", forwards.value());
    }

    #[test]
    fn a_sum_is_written_and_read_as_a_whole_number() {
        let mut sum = Exact::default();
        sum.add(-1.5e15);
        let text = serde_json::to_string(&sum).unwrap_or_default();
        assert_eq!(text, "-1649267441664000000000000000");
        assert_eq!(serde_json::from_str::<Exact>(&text).ok(), Some(sum));
    }
}
