//! From where on a sign is flagged.

use super::consistency::Ratio;
use super::{Sign, SignIndex};
use crate::catalogue::Catalogue;
use crate::sheet::Answers;
use crate::simulation::respondents;

/// How many respondents are simulated.
const RESPONDENTS: usize = 4_000;

/// The share of careful respondents who may be flagged by their consistency.
const FLAGGED: f64 = 0.05;

/// With a ratio that of so many people to whom all interests are alike chance gives a
/// lower one, the interests plainly differ.
const PLAIN: f64 = 0.95;

/// The thresholds of one catalogue that are simulated.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Thresholds {
    /// The consistency below which 5 % of simulated careful respondents lie who
    /// answered everything, as a share of those whom the model expects below it, 0 to
    /// 1; `None` if their consistency is not defined.
    consistency: Option<f64>,
}

impl Thresholds {
    /// Simulates those of `catalogue`, on one core: see
    /// [`HighestSimilarities::of`](crate::matching::HighestSimilarities::of).
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let measurement = &catalogue.questionnaire().measurement;
        let share = |answers: &Answers<'_>| Some(Ratio::of(answers)?.share_below(measurement));
        let people = respondents(catalogue, RESPONDENTS);
        let mut shares: Vec<f64> = people.filter_map(|person| share(&person.answers)).collect();
        shares.sort_by(f64::total_cmp);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place in a short list"
        )]
        let place = (shares.len() as f64 * FLAGGED) as usize;
        Self { consistency: shares.get(place).copied() }
    }

    /// The sign of consistency.
    pub(super) fn consistency(&self, answers: &Answers<'_>) -> Sign {
        let measurement = &answers.catalogue().questionnaire().measurement;
        let ratio = Ratio::of(answers);
        let is_low = |ratio: Ratio| {
            self.consistency.is_some_and(|lowest| ratio.share_below(measurement) < lowest)
                && ratio.share_of_alike_below() <= PLAIN
        };
        Sign {
            index: SignIndex::Consistency,
            value: ratio.map(Ratio::consistency),
            flagged: ratio.is_some_and(is_low),
        }
    }
}
