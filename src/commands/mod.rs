//! One file for each command.

mod audit;
mod batch;
mod cohort;
mod compare;
mod doctor;
mod environment;
mod form;
mod init;
mod manual;
mod one_sheet;
mod page;
mod picked_rows;
mod quiz;
mod render;
mod result;
mod schema;
mod score;
mod show;
mod sittings;

use crate::args::{Command, ResultFile};
use crate::failure::Failure;
use crate::files;
use crate::interruption::handle_signals;
use crate::output::Output;
use crate::rows;

/// Does what was asked.
pub(crate) fn run(command: Command, output: &mut Output) -> Result<(), Failure> {
    files::apart(&command)?;
    files::expected(&command)?;
    let file = command.result_file().and_then(ResultFile::path);
    if file.is_some() && !matches!(command, Command::Quiz(_)) {
        // If signals cannot be handled, the file is written all the same.
        let _ = handle_signals(false);
    }
    output.send_to(file)?;
    environment::warn(&command, output);
    rolefit_engine::limit_threads(rows::threads());
    match command {
        Command::Quiz(args) => quiz::run(&args, output),
        Command::Score(args) => score::run(&args, output),
        Command::Sittings(args) => sittings::run(&args, output),
        Command::Show(args) => show::run(&args, output),
        Command::Audit(args) => audit::run(&args, output),
        Command::Batch(args) => batch::run(&args, output),
        Command::Cohort(args) => cohort::run(&args, output),
        Command::Render(args) => render::run(&args, output),
        Command::Compare(args) => compare::run(&args, output),
        Command::Form(args) => form::run(&args, output),
        Command::Page(args) => page::run(&args, output),
        Command::Completions(args) => manual::completions(&args, output),
        Command::Man(args) => manual::man(&args, output),
        Command::Init(args) => init::run(&args, output),
        Command::Doctor(args) => doctor::run(&args, output),
        Command::Schema(args) => schema::run(&args, output),
    }
}
