//! The science: from answers to a ranking, why it is so and how sure it is.
//!
//! Everything here is a pure function of valid values and cannot fail. The
//! stages are [`Estimate::of`], [`Pattern::of`], [`Directions::rank`], [`Odds::certainties`] and
//! [`leading`]; [`Ledger::of`] explains a rank, and
//! [`rival_changes`] says what would change it; [`Outlook`] chooses the next question.

mod certainty;
mod deviates;
mod direction;
mod estimate;
mod fit;
mod ledger;
mod next;
pub(crate) mod normal;
mod pattern;
mod ranking;
mod rivals;
mod shift;
mod standing;
mod training;

pub use certainty::{Certainty, LEADING_SHARE, Odds, leading};
pub use deviates::{DRAWS, Deviates};
pub use direction::Direction;
pub use estimate::{Estimate, InterestEstimate};
pub use fit::{Band, fit};
pub use ledger::Ledger;
pub use next::Outlook;
pub use pattern::{Pattern, Unranked};
pub use ranking::{Directions, Match, Place, match_profile, settled};
pub use rivals::{Change, rival_changes};
pub use training::{Training, trainings};
