//! Variables of the environment that are set to what they cannot be.

use std::env;

use rolefit_engine::catalogue::repeated;

use crate::args::Command;
use crate::output::Output;
use crate::text::TerminalText;

/// Warns of a number that is none, in a variable that the command reads.
pub(super) fn warn(command: &Command, output: &mut Output) {
    for (variable, example) in numbers(command) {
        let Some(value) = env::var_os(variable).filter(|value| !value.is_empty()) else { continue };
        let value = value.to_string_lossy();
        if value.trim().parse::<usize>().is_err() {
            output.note(&TerminalText::each_on_a_line([format!(
                "warning: {variable}: \"{}\" is no whole number, and is not used: set it as in \
                 {variable}={example}, or unset it",
                repeated(&value)
            )]));
        }
    }
}

/// The variables of numbers that the command reads, each with such a number.
fn numbers(command: &Command) -> Vec<(&'static str, u16)> {
    const WIDTH: (&str, u16) = ("COLUMNS", 80);
    const THREADS: (&str, u16) = ("RAYON_NUM_THREADS", 2);
    match command {
        Command::Batch(_) => vec![THREADS],
        Command::Cohort(_) | Command::Audit(_) => vec![WIDTH, THREADS],
        Command::Form(_)
        | Command::Page(_)
        | Command::Schema(_)
        | Command::Completions(_)
        | Command::Man(_)
        | Command::Doctor(_)
        | Command::Init(_) => Vec::new(),
        Command::Quiz(_)
        | Command::Score(_)
        | Command::Render(_)
        | Command::Compare(_)
        | Command::Sittings(_)
        | Command::Show(_) => vec![WIDTH],
    }
}
