//! A cohort set against an earlier one, of other people.

mod people;
mod result;

pub use result::{Against, GroupAgainst, InterestAgainst, OnlyThere, PeopleAgainst, RoleAgainst};
