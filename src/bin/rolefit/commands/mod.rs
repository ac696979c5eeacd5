//! One file for each command.

mod audit;
mod batch;
mod compare;
mod init;
mod keepsakes;
mod quiz;
mod saved;
mod saving;
mod score;
mod show;
mod tell;

use crate::args::{Command, Common};
use crate::failure::Failure;
use crate::output::Output;

/// Does what was asked.
pub(crate) fn run(command: Command, common: &Common, output: &mut Output) -> Result<(), Failure> {
    match command {
        Command::Quiz(args) => quiz::run(&args, common, output),
        Command::Score(args) => score::run(&args, common, output),
        Command::Show(args) => show::run(&args, common, output),
        Command::Audit => audit::run(common, output),
        Command::Batch(args) => batch::run(&args, common, output),
        Command::Compare(args) => compare::run(&args, common, output),
        Command::Init(args) => init::run(&args, output),
    }
}
