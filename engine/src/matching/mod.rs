//! The science: from answers to a ranking, why it is so and how sure it is.
//!
//! Everything here is a pure function of valid values and cannot fail. The
//! stages are [`Estimate::of`], [`Pattern::of`], [`Directions::rank`], [`Odds::certainties`] and
//! [`leading`]; [`Ledger::of`] explains a rank, and [`rival_changes`] says what
//! would change it.

mod direction;
mod estimate;
mod fit;
mod ledger;
pub(crate) mod normal;
mod odds;
mod pattern;
mod ranking;
mod rivals;
mod training;

pub use direction::Direction;
pub use estimate::{Estimate, InterestEstimate};
pub use fit::{Band, fit};
pub use ledger::Ledger;
pub use odds::{Certainty, DRAWS, Deviates, LEADING_SHARE, Odds, leading};
pub use pattern::{Pattern, Unranked};
pub use ranking::{Directions, Match, RankedRole, comparable, match_profile};
pub use rivals::{Change, rival_changes};
pub use training::{Training, trainings};
