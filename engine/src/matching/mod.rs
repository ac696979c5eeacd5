//! The science: from answers to a ranking, why it is so and how sure it is.
//!
//! Everything here is a pure function of valid values and cannot fail. The
//! stages, one after the other:
//!
//! 1. [`Estimate::of`] the answers: the interests, and how exactly they are known.
//! 2. [`Pattern::of`] the estimate, if it is good enough to be matched.
//! 3. [`Directions::rank`]: the roles by similarity, each with its [`fit`].
//! 4. [`Odds::certainties`] and [`leading`]: how sure that is.
//! 5. [`Ledger::of`] a role says why, and [`rival_changes`] what would change it.
//! 6. [`trainings`]: the modules that serve the roles that may be best.
//!
//! The front page of the crate has the formulas and their sources.

mod abreast;
mod close_calls;
mod direction;
mod estimate;
mod fit;
mod ledger;
mod lone_pattern;
pub(crate) mod normal;
mod odds;
mod pattern;
mod ranking;
mod rivals;
mod training;

pub use close_calls::{TOO_CLOSE, over_first, too_close};
pub use direction::Direction;
pub use estimate::{Estimate, InterestEstimate};
pub use fit::{Band, fit};
pub use ledger::Ledger;
pub use odds::{
    Certainty, DRAWS, Deviates, Drawn, HighestSimilarities, LEADING_SHARE, Odds, leading,
};
pub use pattern::{Pattern, Unranked};
pub use ranking::{Directions, Match, OtherDirections, RankedRole, comparable, match_profile};
pub use rivals::{Change, rival_changes};
pub use training::{Training, trainings};
