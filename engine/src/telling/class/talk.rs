//! Whom to talk to first, and why.

use crate::report::{LevelFarOff, Report, Status};

/// Between what stands in one cell.
pub(super) const AND: &str = "; ";

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
    /// A row before is of the same respondent.
    AnsweredTwice,
}

impl Talk {
    /// Below this chance of the first role, none stands out.
    const STANDS_OUT: f64 = 0.25;

    /// Every reason, the most urgent first.
    pub const ALL: [Self; 6] = [
        Self::NotRead,
        Self::LittleAnswered,
        Self::Flagged,
        Self::NothingLiked,
        Self::LevelBetweenRoles,
        Self::AnsweredTwice,
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
            Self::AnsweredTwice => "answered twice",
        }
    }

    /// Behind reasons that were told before, if there are any.
    #[must_use]
    pub fn behind(self, told: &str) -> String {
        [told, self.words()]
            .into_iter()
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>()
            .join(AND)
    }

    /// The reasons that a report gives. Whether somebody answered twice, no report knows.
    pub fn of(report: &Report<'_>) -> impl Iterator<Item = Self> {
        let little = report.status == Status::Insufficient || report.answered < report.skipped;
        let first = report.roles.first().map_or(0.0, |first| first.certainty.best);
        let is_level = report.status == Status::Undifferentiated
            || report.status == Status::Ranked && first < Self::STANDS_OUT;
        Self::ALL.into_iter().filter(move |reason| match reason {
            Self::NotRead | Self::AnsweredTwice => false,
            Self::LittleAnswered => little,
            Self::Flagged => report.signs.iter().any(|sign| sign.flagged),
            Self::NothingLiked => report.level_far_off == Some(LevelFarOff::Disliked),
            Self::LevelBetweenRoles => is_level,
        })
    }
}
