//! The answers to a question, which others that were counted with it have to fit.

use super::damage::{Damage, between, within};
use super::exact::real;
use super::spread::spread;

/// What the answers to a question are by themselves, a reversed one turned round.
pub(super) struct AskedQuestion {
    pub(super) people: u64,
    pub(super) points: u64,
    /// How often each answer was given, the lowest first.
    pub(super) counts: Vec<u64>,
    sum: f64,
    pub(super) mean: f64,
    /// Of the deviations from the mean.
    pub(super) squares: f64,
}

impl AskedQuestion {
    pub(super) fn of(counts: &[u64], reversed: bool) -> Self {
        let turned: Vec<u64> =
            if reversed { counts.iter().rev().copied().collect() } else { counts.to_vec() };
        let of = spread(&turned);
        Self {
            people: of.people,
            points: counts.len() as u64,
            sum: of.mean * real(of.people),
            mean: of.mean,
            squares: of.variance * real(of.people.saturating_sub(1)),
            counts: turned,
        }
    }

    /// Holds the sum of the answers of those who answered another question too to what the
    /// others can have left of it.
    pub(super) fn check_sum(&self, people: u64, sum: u64, at: &str) -> Result<(), Damage> {
        between(sum, people, people * self.points, at)?;
        let others = real(self.people - people);
        let (least, most) = (self.sum - others * real(self.points), self.sum - others);
        within(real(sum), least, most, self.people, at)
    }
}
