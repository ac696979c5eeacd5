//! What a cohort adds up to. People are counted one by one or in parts, and
//! parts add up to exactly what the whole gives: every sum is one of whole
//! numbers.

mod advice;
mod against;
mod asked_question;
mod bins;
mod build;
mod chosen;
mod damage;
mod difference;
mod disclosure;
mod exact;
mod figures;
mod groups;
mod items;
mod listwise;
mod other_interests;
mod overlap;
mod part_reader;
mod people;
mod person;
mod question_pairs;
mod reliability;
mod result;
mod run_id;
mod sound;
mod sound_scores;
mod spread;
mod stored;
mod summary;
mod suppressed;
mod tally;
mod variances;

pub use against::{Against, GroupAgainst, InterestAgainst, OnlyThere, PeopleAgainst, RoleAgainst};
pub use chosen::{
    BaseRate, ChoiceWords, Choices, Chosen, ChosenFigures, ChosenRole, HitRate, PairedHits,
    StatedAgainstObserved, StatedBin, WrittenChoice,
};
pub use damage::Damage;
pub use difference::{MeanDifference, ShareDifference};
pub use overlap::PeopleByAnswers;
pub use part_reader::PartReader;
pub use person::Person;
pub use result::{
    Bin, Cohort, Group, InterestSummary, ItemRest, ItemStatistics, Listwise, Measured,
    ModuleDemand, People, QuestionAdvice, Reliability, RoleCount, RowCounts, SignCount,
    SimulatedSigns, Statuses,
};
pub use run_id::RunId;
pub use stored::StoredSummary;
pub use summary::{Misfit, Summary};
pub use suppressed::Suppressed;

/// A reliability, a correlation or a variance of fewer people is not told: its
/// error would be as large as what it is meant to show.
pub const FEWEST_PEOPLE: u64 = 30;

/// Figures of fewer people are told to their adviser alone: they would say too much of single
/// people.
pub const SMALLEST_GROUP: u64 = 10;

/// Whom a cohort is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Audience {
    /// Whoever may see it: nobody can be worked out.
    #[default]
    Anyone,
    /// The one who has the answers anyhow: every figure, of every group.
    Adviser,
}

/// What is told of a cohort only if it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extras {
    /// The variances of the catalogue's measurement, as these people's answers give them.
    pub fit: bool,
    /// The alphas of those who answered every question on the interest.
    pub listwise: bool,
}

/// With more groups than this the column is no grouping, but names or dates.
pub const MOST_GROUPS: usize = crate::limits::GROUPS.most;

/// A longer name is none of a group, but a text of a person.
pub const MOST_GROUP_NAME: usize = crate::limits::GROUP_NAME.most;
