//! `rolefit`: a career-matching quiz in the terminal. All that is known about
//! matching is in the library; here are the arguments, the conversation, the
//! files and the ways to show a result.

#![warn(clippy::print_stdout, clippy::print_stderr)]

mod args;
mod builtin;
mod command_line;
mod commands;
mod conversation;
mod failure;
mod files;
mod output;
mod rows;
mod saving;
mod text;

use std::process::ExitCode;

use output::Output;

fn main() -> ExitCode {
    conversation::mind_faults();
    let cli = match command_line::parse() {
        Ok(cli) => cli,
        Err(code) => return code,
    };
    let mut output = Output::new(&cli.output);
    let done = cli.checked().and_then(|command| commands::run(command, &mut output));
    match done.and_then(|()| output.finish()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            output.fail(&failure);
            failure.code()
        }
    }
}
