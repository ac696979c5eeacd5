//! What matters most to a person.

use crate::catalogue::{Catalogue, Each, Interest, InterestIx};
use crate::limits::INTERESTS;

/// How much each interest counts to a person, 0 to 5; 1 unless the person said
/// otherwise. What counts less weighs less in the match. What counts more weighs no
/// more, but is taken as liked more: see [`Importance::rise`].
#[derive(Debug, Clone, PartialEq)]
pub struct Importance {
    /// How many interests there are.
    interests: usize,
    /// What was said of them; none if each counts as much as usual.
    said: Option<Said>,
}

/// What somebody said of the interests.
#[derive(Debug, Clone, PartialEq)]
struct Said {
    counts: Each<Interest, f64>,
    /// The same, but at most 1, and not all tiny; none if they are so already.
    weights: Option<Vec<f64>>,
}

/// What the interests count if nothing was said: most people say nothing, and need no list of their
/// own.
static USUAL: [f64; INTERESTS.most] = [Importance::USUAL; INTERESTS.most];

impl Importance {
    /// What an interest counts if nothing was said.
    pub const USUAL: f64 = 1.0;
    /// What an interest counts that was marked as mattering most.
    pub const MARKED: f64 = 2.0;
    /// The most an interest may count.
    pub const MOST: f64 = 5.0;

    /// Every interest of `catalogue` counts alike.
    #[must_use]
    pub fn equal(catalogue: &Catalogue) -> Self {
        Self { interests: catalogue.questionnaire().interests.len(), said: None }
    }

    /// Sets what `interest` counts. The weight is brought into 0 to 5.
    pub fn set(&mut self, interest: InterestIx, weight: f64) {
        let mut counts = match self.said.take() {
            Some(said) => said.counts,
            None => Each::new(vec![Self::USUAL; self.interests]),
        };
        counts[interest] =
            if weight.is_nan() { Self::USUAL } else { weight.clamp(0.0, Self::MOST) };
        if counts.as_slice() != self.counts() {
            let mut weights: Vec<f64> =
                counts.iter().map(|counts| counts.min(Self::USUAL)).collect();
            scale(&mut weights);
            let weights = (weights != counts.as_slice()).then_some(weights);
            self.said = Some(Said { counts, weights });
        }
    }

    /// What `interest` counts.
    #[must_use]
    pub fn get(&self, interest: InterestIx) -> f64 {
        self.said.as_ref().map_or(Self::USUAL, |said| said.counts[interest])
    }

    /// How far above the usual `interest` counts, 0 to 4: by so many halves of the
    /// standard deviation of interests it is taken as liked more.
    #[must_use]
    pub fn rise(&self, interest: InterestIx) -> f64 {
        (self.get(interest) - Self::USUAL).max(0.0)
    }

    /// Whether every interest counts as much as usual.
    pub(crate) fn is_usual(&self) -> bool {
        self.said.is_none()
    }

    /// Whether every interest has the same weight in the match: none counts less.
    #[must_use]
    pub fn weighs_alike(&self) -> bool {
        self.is_usual() || self.weights().iter().all(|weight| *weight >= Self::USUAL)
    }

    /// The interests that count more than usual, or less, with what they count.
    pub fn unusual(&self) -> impl Iterator<Item = (InterestIx, f64)> + '_ {
        let said = self.said.iter().flat_map(|said| said.counts.indexed());
        let weights = said.map(|(interest, weight)| (interest, *weight));
        weights.filter(|(_, weight)| weight.total_cmp(&Self::USUAL).is_ne())
    }

    /// What each interest counts, 0 to 5, in file order.
    #[must_use]
    pub fn counts(&self) -> &[f64] {
        match &self.said {
            Some(said) => said.counts.as_slice(),
            None => USUAL.get(..self.interests).unwrap_or(&USUAL),
        }
    }

    /// The weight of each interest in the match, 0 to 1, in file order. Only their
    /// proportions matter: where all are below a quarter, they are that much larger.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        let own = self.said.as_ref().and_then(|said| said.weights.as_deref());
        own.unwrap_or(self.counts())
    }
}

/// Brings the largest weight to a quarter at least, if there is one above 0: squares of
/// tiny numbers would come out as nothing. No digit is lost, also of a square root, since
/// the factor is a power of 4.
fn scale(weights: &mut [f64]) {
    const FOURTH: f64 = 0.25;
    /// 4 to the power of 128.
    const HUGE: f64 = f64::from_bits((1_023 + 256) << 52);
    let mut largest = weights.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return;
    }
    for step in [HUGE, 4.0] {
        while largest * step < 1.0 {
            largest *= step;
            for weight in weights.iter_mut() {
                *weight *= step;
            }
        }
    }
    debug_assert!(largest >= FOURTH, "{largest}");
}

#[cfg(test)]
mod tests {
    use super::scale;

    /// 2 to this power.
    fn two_to(power: i64) -> f64 {
        f64::from_bits(((1_023 + power) << 52).cast_unsigned())
    }

    #[test]
    fn tiny_weights_keep_their_proportions() {
        let cases: [([f64; 3], [f64; 3]); 4] = [
            ([0.5, 1.0, 0.0], [0.5, 1.0, 0.0]),
            ([0.25, 0.1, 0.0], [0.25, 0.1, 0.0]),
            // 2^-66 is 4^-33.
            ([0.0, two_to(-66), two_to(-67)], [0.0, 0.25, 0.125]),
            // The least number above 0 is 2^-1074, which is 4^-537.
            ([0.0, 0.0, f64::from_bits(1)], [0.0, 0.0, 0.25]),
        ];
        for (mut weights, scaled) in cases {
            scale(&mut weights);
            assert!(
                weights.iter().zip(scaled).all(|(a, b)| a.total_cmp(&b).is_eq()),
                "{weights:?}"
            );
        }
        let mut nothing = [0.0; 2];
        scale(&mut nothing);
        assert!(nothing.iter().all(|weight| weight.total_cmp(&0.0).is_eq()));
    }
}
