//! What matters most to a person.

use crate::catalogue::{Catalogue, Each, Interest, InterestIx};

/// How much each interest counts in the match, 0 to 5; 1 unless the person
/// said otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Importance(Each<Interest, f64>);

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
        Self(catalogue.questionnaire().interests.each(Self::USUAL))
    }

    /// Sets what `interest` counts. The weight is brought into 0 to 5.
    pub fn set(&mut self, interest: InterestIx, weight: f64) {
        self.0[interest] =
            if weight.is_nan() { Self::USUAL } else { weight.clamp(0.0, Self::MOST) };
    }

    /// The interests, in file order.
    pub fn indices(&self) -> impl Iterator<Item = InterestIx> + use<> {
        self.0.indices()
    }

    /// What `interest` counts.
    #[must_use]
    pub fn get(&self, interest: InterestIx) -> f64 {
        self.0[interest]
    }

    /// The interests that count more than usual, or less, with what they count.
    pub fn unusual(&self) -> impl Iterator<Item = (InterestIx, f64)> + '_ {
        let weights = self.0.indexed().map(|(interest, weight)| (interest, *weight));
        weights.filter(|(_, weight)| weight.total_cmp(&Self::USUAL).is_ne())
    }

    /// The weights, one an interest, in file order.
    #[must_use]
    pub fn weights(&self) -> &[f64] {
        self.0.as_slice()
    }
}
