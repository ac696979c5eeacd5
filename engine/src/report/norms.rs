//! What is the same for everyone who is told something of a catalogue, and takes long
//! to work out.

use serde::{Deserialize, Serialize};

use crate::catalogue::{Catalogue, Each, Role};
use crate::matching::{Deviates, Estimate, HighestSimilarities, Odds};
use crate::sheet::{Answers, Importance};
use crate::signs::Thresholds;

/// What people in general come to in a catalogue. A program that carries a catalogue
/// carries these too, in their serialised form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Norms {
    /// The [`Catalogue::scoring_key`] of the catalogue.
    key: u64,
    /// The chance of each role to be the best match of someone of whom nothing is
    /// known, to whom every interest matters alike.
    pub(super) usual: Vec<f64>,
    pub(super) highest: HighestSimilarities,
    pub(super) thresholds: Thresholds,
}

impl Norms {
    /// Those of `catalogue`.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::report::{Norms, Reporter};
    ///
    /// let norms = Norms::of(&catalogue);
    /// // Nothing is left to simulate.
    /// let reporter = Reporter::new(&catalogue).with_norms(norms);
    /// # let _ = reporter;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let odds = Odds::usual(catalogue, Deviates::of(catalogue));
        Self {
            key: catalogue.scoring_key(),
            usual: usual_chances(catalogue, &odds).as_slice().to_vec(),
            highest: HighestSimilarities::of(catalogue, &Importance::equal(catalogue)),
            thresholds: Thresholds::of(catalogue),
        }
    }

    /// Whether they are those of `catalogue`, whatever its texts say.
    #[must_use]
    pub fn serve(&self, catalogue: &Catalogue) -> bool {
        self.key == catalogue.scoring_key() && self.usual.len() == catalogue.careers().roles.len()
    }
}

/// The chance of each role to be the best match of someone of whom nothing is known.
pub(super) fn usual_chances(catalogue: &Catalogue, odds: &Odds) -> Each<Role, f64> {
    odds.chances(&Estimate::of(&Answers::blank(catalogue)))
}
