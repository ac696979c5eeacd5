//! What matters most to a person.

use crate::catalogue::{Catalogue, Each, Interest, InterestIx};

/// How much each interest counts to a person, 0 to 5; 1 unless the person said
/// otherwise. What counts less weighs less in the match. What counts more weighs no
/// more, but is taken as liked more: see [`Importance::rise`].
#[derive(Debug, Clone, PartialEq)]
pub struct Importance {
    counts: Each<Interest, f64>,
    /// The same, but at most 1.
    weights: Vec<f64>,
}

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
        let counts = catalogue.questionnaire().interests.each(Self::USUAL);
        Self { weights: counts.as_slice().to_vec(), counts }
    }

    /// Sets what `interest` counts. The weight is brought into 0 to 5.
    pub fn set(&mut self, interest: InterestIx, weight: f64) {
        let counts = if weight.is_nan() { Self::USUAL } else { weight.clamp(0.0, Self::MOST) };
        self.counts[interest] = counts;
        self.weights = self.counts.iter().map(|counts| counts.min(Self::USUAL)).collect();
    }

    /// The interests, in file order.
    pub fn indices(&self) -> impl Iterator<Item = InterestIx> + use<> {
        self.counts.indices()
    }

    /// What `interest` counts.
    #[must_use]
    pub fn get(&self, interest: InterestIx) -> f64 {
        self.counts[interest]
    }

    /// How far above the usual `interest` counts, 0 to 4: by so many halves of the
    /// standard deviation of interests it is taken as liked more.
    #[must_use]
    pub fn rise(&self, interest: InterestIx) -> f64 {
        (self.counts[interest] - Self::USUAL).max(0.0)
    }

    /// Whether every interest has the same weight in the match: none counts less.
    #[must_use]
    pub fn weighs_alike(&self) -> bool {
        self.weights.iter().all(|weight| *weight >= Self::USUAL)
    }

    /// The interests that count more than usual, or less, with what they count.
    pub fn unusual(&self) -> impl Iterator<Item = (InterestIx, f64)> + '_ {
        let weights = self.counts.indexed().map(|(interest, weight)| (interest, *weight));
        weights.filter(|(_, weight)| weight.total_cmp(&Self::USUAL).is_ne())
    }

    /// What each interest counts, 0 to 5, in file order.
    #[must_use]
    pub fn counts(&self) -> &[f64] {
        self.counts.as_slice()
    }

    /// The weight of each interest in the match, 0 to 1, in file order.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }
}
