//! How sure a ranking is: draws of what the answers leave open, and the chances
//! that come of them.

mod chances;
mod closeness;
mod contest;
mod deviates;
mod lanes;
mod leading;
mod quick_closeness;
mod quick_contest;
mod shift;
mod standing;

pub use chances::{Certainty, Drawn, Odds};
pub use closeness::HighestSimilarities;
pub use deviates::{DRAWS, Deviates};
pub use leading::{LEADING_SHARE, leading};
