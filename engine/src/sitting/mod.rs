//! A sitting: the order in which questions are asked, when it may stop, and a
//! sitting as it is saved.

mod journal;
mod outlook;
mod question_order;
mod saved;
#[expect(clippy::module_inception, reason = "the sitting is what the room is named after")]
mod sitting;

pub use journal::{JournalError, SittingJournal};
pub use outlook::Outlook;
pub use question_order::{NextQuestion, QuestionOrder};
pub use saved::{DropReason, Dropped, Resumed, SavedAnswer, SavedResult, SavedSitting};
pub use sitting::{Form, Sitting, USUAL_UNTIL};
