//! Everything that one person is told, as one value that can be serialised.
//! JSON is this value; every other format renders it.

mod brief;
mod build;
mod chance;
mod compare;
mod parts;
mod ranked;
mod record;
mod reporter;

pub use brief::{Brief, BriefRole};
pub use build::{Explain, report};
pub use compare::{Basis, Comparison, MovedAnswer, MovedInterest, MovedRole, compare};
pub use parts::{
    Answer, CertaintyPart, ChangePart, InterestPart, InterestShare, LedgerPart, ModulePart, Report,
    RolePart, SignPart, SpecialismPart, Status, Tool,
};
pub use record::{Carried, Kept, Record, Rejected, RowError};
pub use reporter::Reporter;
