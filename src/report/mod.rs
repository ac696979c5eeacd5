//! Everything that one person is told, as one value that can be serialised.
//! JSON is this value; every other format renders it.

mod build;
mod parts;
mod ranked;

pub use build::{Explain, report};
pub use parts::{
    Answer, CertaintyPart, ChangePart, InterestPart, InterestShare, LedgerPart, ModulePart, Report,
    RolePart, SignPart, SpecialismPart, Status, Tool,
};
