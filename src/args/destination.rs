//! Where the result of each command goes, and in which format.

use super::on_demand::OnDemand;
use super::result_file::expect;
use super::{Command, ResultFile, SittingsAction};
use crate::failure::Failure;

impl Command {
    /// The file that the result is written to, if the command takes one.
    pub(crate) fn result_file(&self) -> Option<&ResultFile> {
        match self {
            Self::Quiz(args) => Some(&args.result.output),
            Self::Score(args) => Some(&args.result.output),
            Self::Batch(args) => Some(&args.output),
            Self::Render(args) => Some(&args.result.output),
            Self::Compare(args) => Some(&args.output),
            Self::Sittings(args) => match &args.action {
                None => Some(&args.output),
                Some(SittingsAction::Show(args)) => Some(&args.output),
                Some(SittingsAction::Forget(_)) => None,
            },
            Self::Show(args) => Some(&args.output),
            Self::Audit(args) => Some(&args.output),
            Self::Form(args) => Some(&args.output),
            Self::Page(args) => Some(&args.output),
            Self::Doctor(args) => Some(&args.output),
            Self::Schema(args) => Some(&args.output),
            Self::Completions(args) => Some(&args.output),
            Self::Man(args) => Some(&args.output),
            Self::Cohort(args) => Some(&args.output),
            Self::Init(_) => None,
        }
    }

    /// The same command, its format settled by the name of the file, where none is given.
    ///
    /// # Errors
    /// [`Failure::Usage`] if the two contradict each other.
    pub(super) fn settled(mut self) -> Result<Self, Failure> {
        match &mut self {
            Self::Quiz(args) => args.result.settle()?,
            Self::Score(args) => args.result.settle()?,
            Self::Batch(OnDemand(args)) => {
                args.output.settle(&mut args.format)?;
                if let Some(letters) = &args.class.letters {
                    expect("--letters", letters, "a page for a browser", &["html", "htm"])?;
                }
            }
            Self::Render(args) => args.result.settle()?,
            Self::Compare(OnDemand(args)) => args.output.settle(&mut args.format)?,
            Self::Sittings(OnDemand(args)) => match &mut args.action {
                None => args.output.settle(&mut args.format)?,
                Some(SittingsAction::Show(args)) => args.output.settle(&mut args.format)?,
                Some(SittingsAction::Forget(_)) => {}
            },
            Self::Show(OnDemand(args)) => args.output.settle(&mut args.format)?,
            Self::Audit(OnDemand(args)) => args.output.settle(&mut args.format)?,
            Self::Form(args) => {
                if let Some(kind) = args.format {
                    args.output.expect("this form", kind.endings())?;
                }
            }
            Self::Page(args) => args.output.expect("a page", &["html", "htm"])?,
            Self::Doctor(args) => args.output.expect("a text", &["txt"])?,
            Self::Schema(args) => args.output.expect("a schema", &["json"])?,
            Self::Cohort(args) if args.partial => args.output.expect("a summary", &["json"])?,
            Self::Cohort(OnDemand(args)) => args.output.settle(&mut args.format)?,
            Self::Completions(_) | Self::Man(_) | Self::Init(_) => {}
        }
        Ok(self)
    }
}
