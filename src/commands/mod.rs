//! One file for each command.

mod audit;
mod batch;
mod cohort;
mod compare;
mod exports;
mod init;
mod manual;
mod quiz;
mod result;
mod schema;
mod score;
mod show;

use crate::args::{Command, Common, Format};
use crate::failure::Failure;
use crate::output::Output;

/// Does what was asked.
pub(crate) fn run(command: Command, common: &Common, output: &mut Output) -> Result<(), Failure> {
    if matches!(command, Command::Batch(_)) && common.format != Format::Text {
        let why = "--format: batch writes records: choose --to csv or --to ndjson";
        return Err(Failure::Usage(why.to_owned()));
    }
    common.accept(formats(&command))?;
    if !ranks(&command) {
        common.without_top()?;
    }
    match command {
        Command::Quiz(args) => quiz::run(&args, common, output),
        Command::Score(args) => score::run(&args, common, output),
        Command::Show(args) => show::run(&args, common, output),
        Command::Audit => audit::run(common, output),
        Command::Batch(args) => batch::run(&args, common, output),
        Command::Cohort(args) => cohort::run(&args, common, output),
        Command::Compare(args) => compare::run(&args, common, output),
        Command::Completions(args) => manual::completions(&args, output),
        Command::Man(args) => manual::man(&args, output),
        Command::Init(args) => init::run(&args, output),
        Command::Schema(args) => schema::run(&args, output),
    }
}

/// Whether a command writes roles by rank.
fn ranks(command: &Command) -> bool {
    match command {
        Command::Quiz(_) | Command::Score(_) | Command::Batch(_) | Command::Compare(_) => true,
        Command::Cohort(args) => !args.partial,
        _ => false,
    }
}

/// The formats that a command writes.
fn formats(command: &Command) -> &'static [Format] {
    match command {
        Command::Quiz(_) | Command::Score(_) => {
            &[Format::Text, Format::Json, Format::Markdown, Format::Html]
        }
        Command::Show(_) | Command::Audit | Command::Compare(_) => &[Format::Text, Format::Json],
        Command::Cohort(args) if args.partial => &[Format::Text],
        Command::Cohort(_) => &[Format::Text, Format::Json, Format::Csv, Format::Html],
        _ => &[Format::Text],
    }
}
