//! Everything that one person is told, as one value that can be serialised.
//! JSON is this value; every other format renders it.

mod assessment;
mod brief;
mod brief_text;
mod build;
mod comparison;
mod decimal;
mod entries;
mod explain;
mod explained;
mod fraction_text;
mod kept;
mod languages;
mod norms;
mod record_text;
#[expect(clippy::module_inception, reason = "the report is what the room is named after")]
mod report;
mod report_text;
mod reporter;
mod shortest;
mod standard_errors;

pub use assessment::{Assessment, Ranking};
pub use brief::{Brief, BriefRole};
pub use brief_text::BriefText;
pub use build::report;
pub use comparison::{Basis, Comparison, MovedAnswer, MovedInterest, MovedRole};
pub use entries::{
    CertaintyPart, InterestPart, ModulePart, RolePart, SheetPart, SignPart, SpecialismPart,
};
pub use explain::Explain;
pub use explained::{AnswerShare, ChangePart, InterestShare, LedgerPart, RivalPart};
pub use kept::{KeptSitting, KeptSittings, KeptState};
pub use languages::Languages;
pub use norms::Norms;
pub use record_text::RecordText;
pub use report::{LevelFarOff, Report, Status, Tool};
pub use report_text::ReportText;
pub use reporter::Reporter;
