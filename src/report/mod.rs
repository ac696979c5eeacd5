//! Everything that one person is told, as one value that can be serialised.
//! JSON is this value; every other format renders it.

mod build;
mod parts;

pub use build::{Explain, report};
pub use parts::{
    Answer, CertaintyPart, InterestPart, InterestShare, LedgerPart, ModulePart, Report, RolePart,
    SignPart, SpecialismPart, Status, Tool,
};
