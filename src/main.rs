//! `rolefit`: a career-matching quiz in the terminal. All that is known about
//! matching is in the library; here are the arguments, the conversation, the
//! files and the ways to show a result.

#![warn(clippy::print_stdout, clippy::print_stderr)]

mod args;
mod builtin;
mod class;
mod command_line;
mod commands;
mod conversation;
mod failure;
mod files;
mod interruption;
#[cfg(test)]
mod messages;
mod output;
mod rows;
mod saving;
mod system;
mod terminal;
mod text;

use std::ffi::OsString;
use std::process::ExitCode;

use output::Output;

fn main() -> ExitCode {
    interruption::handle_faults();
    let code = run();
    interruption::keep_window_open();
    code
}

fn run() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let mut output = Output::new(command_line::color(&words));
    let cli = match command_line::parse(&words) {
        Ok(cli) => cli,
        Err(end) => return output.end_early(end),
    };
    output.set_quiet(cli.output.quiet);
    let done = cli.checked().and_then(|command| commands::run(command, &mut output));
    let done = done.and_then(|()| output.finish());
    interruption::begin_end();
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output.fail(&failure);
            failure.code()
        }
    }
}
