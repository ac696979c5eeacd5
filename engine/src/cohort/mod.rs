//! What a cohort adds up to. People are counted one by one or in parts, and
//! parts add up to exactly what the whole gives: every sum is one of whole
//! numbers.

mod build;
mod exact;
mod groups;
mod items;
mod people;
mod person;
mod reliability;
mod result;
mod summary;
mod tally;
mod variances;

pub use person::Person;
pub use result::{
    Bin, Cohort, Group, InterestSummary, ItemRest, ItemStatistics, Measured, ModuleDemand, People,
    Reliability, RoleCount, RowCounts, SignCount, SimulatedSigns, Statuses, Suppressed,
};
pub use summary::{Misfit, Summary};

/// A reliability, a correlation or a variance of fewer people is not told: its
/// error would be as large as what it is meant to show.
pub const FEWEST_PEOPLE: u64 = 30;

/// A smaller group is not told of: its figures would say too much of single people.
pub const SMALLEST_GROUP: u64 = 10;

/// With more groups than this the column is no grouping, but names or dates.
pub const MOST_GROUPS: usize = 1_000;
