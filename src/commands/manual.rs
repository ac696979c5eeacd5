//! `rolefit completions` and `rolefit man`: what `--help` says, for a shell and
//! for the manual.

use std::fs;

use clap::CommandFactory;
use clap_mangen::Man;

use super::exports::write_new;
use crate::args::{Cli, CompletionsArgs, ManArgs};
use crate::failure::Failure;
use crate::output::Output;

const NAME: &str = "rolefit";

pub(crate) fn completions(args: &CompletionsArgs, output: &mut Output) -> Result<(), Failure> {
    let mut text = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), NAME, &mut text);
    output.result(&String::from_utf8_lossy(&text))
}

pub(crate) fn man(args: &ManArgs, output: &mut Output) -> Result<(), Failure> {
    let mut program = Cli::command().disable_help_subcommand(true);
    program.build();
    if let Some(folder) = &args.all {
        fs::create_dir_all(folder).map_err(Failure::io(folder.display().to_string()))?;
        for command in std::iter::once(&program).chain(program.get_subcommands()) {
            let (name, text) = page(command)?;
            write_new(&folder.join(format!("{name}.1")), &text)?;
        }
        return Ok(());
    }
    let command = match &args.command {
        None => &program,
        // It was one of them when the words were read.
        Some(name) => program.find_subcommand(name).unwrap_or(&program),
    };
    output.result(&page(command)?.1)
}

/// The name of a command's page, and the page.
fn page(command: &clap::Command) -> Result<(String, String), Failure> {
    let name = command.get_display_name().unwrap_or(NAME).to_owned();
    let mut text = Vec::new();
    Man::new(command.clone()).render(&mut text).map_err(Failure::io("the manual page"))?;
    Ok((name, String::from_utf8_lossy(&text).into_owned()))
}
