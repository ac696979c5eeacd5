//! What everyone shares who is told something of one catalogue.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::catalogue::Catalogue;
use crate::matching::{Deviates, Directions, Odds};
use crate::sheet::Importance;

/// Tells people of one catalogue what their sheets say, one or many, from
/// whichever threads.
#[derive(Debug)]
pub struct Reporter<'c> {
    catalogue: &'c Catalogue,
    usual: Importance,
    directions: Directions,
    /// Only certainties need them, and making them takes as long as many briefs.
    deviates: OnceLock<Arc<Deviates>>,
    odds: OnceLock<Odds>,
}

impl<'c> Reporter<'c> {
    /// A reporter of this catalogue.
    #[must_use]
    pub fn new(catalogue: &'c Catalogue) -> Self {
        let usual = Importance::equal(catalogue.questionnaire());
        let directions = Directions::of(catalogue.careers(), &usual);
        let (deviates, odds) = (OnceLock::new(), OnceLock::new());
        Self { catalogue, usual, directions, deviates, odds }
    }

    /// The catalogue.
    #[must_use]
    pub fn catalogue(&self) -> &'c Catalogue {
        self.catalogue
    }

    /// The roles' directions for those who weigh the interests like this.
    pub(super) fn directions(&self, importance: &Importance) -> Cow<'_, Directions> {
        if *importance == self.usual {
            Cow::Borrowed(&self.directions)
        } else {
            Cow::Owned(Directions::of(self.catalogue.careers(), importance))
        }
    }

    /// The odds of those who weigh the interests like this.
    pub(super) fn odds(&self, importance: &Importance) -> Cow<'_, Odds> {
        let deviates = || Arc::clone(self.deviates.get_or_init(|| Deviates::of(self.catalogue)));
        if *importance == self.usual {
            Cow::Borrowed(self.odds.get_or_init(|| Odds::usual(self.catalogue, deviates())))
        } else {
            Cow::Owned(Odds::of(self.catalogue, importance, deviates()))
        }
    }
}
