//! Whom to talk to first, and why.

use crate::report::{LevelFarOff, Report, Status};

/// A reason to talk to a person before to others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Talk {
    /// The row could not be read.
    NotRead,
    /// Fewer than half of the questions were answered, or too few for a match.
    LittleAnswered,
    /// A sign of careless answering is flagged.
    Flagged,
    /// Nearly everything was disliked: the level is -0.5 or lower.
    NothingLiked,
    /// All interests come out equal, or no role has a chance of 1 in 4 to be the best match.
    LevelBetweenRoles,
}

impl Talk {
    /// Below this chance of the first role, none stands out.
    const STANDS_OUT: f64 = 0.25;

    /// Every reason, the most urgent first.
    pub const ALL: [Self; 5] = [
        Self::NotRead,
        Self::LittleAnswered,
        Self::Flagged,
        Self::NothingLiked,
        Self::LevelBetweenRoles,
    ];

    /// The reason in a word or two.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NotRead => "not read",
            Self::LittleAnswered => "little answered",
            Self::Flagged => "flagged",
            Self::NothingLiked => "nothing liked",
            Self::LevelBetweenRoles => "level between roles",
        }
    }

    /// The reasons that a report gives.
    pub fn of(report: &Report<'_>) -> impl Iterator<Item = Self> {
        let little = report.status == Status::Insufficient || report.answered < report.skipped;
        let first = report.roles.first().map_or(0.0, |first| first.certainty.best);
        let is_level = report.status == Status::Undifferentiated
            || report.status == Status::Ranked && first < Self::STANDS_OUT;
        Self::ALL.into_iter().filter(move |reason| match reason {
            Self::NotRead => false,
            Self::LittleAnswered => little,
            Self::Flagged => report.signs.iter().any(|sign| sign.flagged),
            Self::NothingLiked => report.level_far_off == Some(LevelFarOff::Disliked),
            Self::LevelBetweenRoles => is_level,
        })
    }
}
