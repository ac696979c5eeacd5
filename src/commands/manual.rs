//! `rolefit completions` and `rolefit man`: what `--help` says, for a shell and
//! for the manual.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use crate::args::{self, Cli, CompletionsArgs, ManArgs};
use crate::failure::Failure;
use crate::interruption::handle_signals;
use crate::output::{Output, write_all_new};
use crate::text::TerminalText;

const NAME: &str = "rolefit";

pub(crate) fn completions(args: &CompletionsArgs, output: &mut Output) -> Result<(), Failure> {
    let mut text = Vec::new();
    // To free what all commands are takes as long as a tenth of this.
    let mut program = ManuallyDrop::new(Cli::whole());
    clap_complete::generate(args.shell, &mut program, NAME, &mut text);
    output.result(&TerminalText::lines(utf8(text)))
}

/// What was written as text.
fn utf8(text: Vec<u8>) -> String {
    // To check it as a whole takes less time than to look for what is no text.
    String::from_utf8(text)
        .unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

pub(crate) fn man(args: &ManArgs, output: &mut Output) -> Result<(), Failure> {
    let mut program = Cli::whole().disable_help_subcommand(true);
    program.build();
    if let Some(folder) = &args.output_dir {
        // If signals cannot be handled, the pages are written all the same.
        let _ = handle_signals(false);
        return write_all_new(&pages(&program, folder)?, "folder");
    }
    let mut command = &program;
    // Each was one of them when the words were read.
    for name in [&args.command, &args.subcommand].into_iter().flatten() {
        let inner = command.find_subcommand(name);
        command = inner.ok_or_else(|| {
            let of = command.get_name();
            Failure::Usage(format!("{of} has no command {name}: show and forget are of sittings"))
        })?;
    }
    output.result(&TerminalText::lines(&page(command)?.1))
}

/// The pages of a command and of its own commands, each with its file.
fn pages(command: &Command, folder: &Path) -> Result<Vec<(PathBuf, String)>, Failure> {
    let (name, text) = page(command)?;
    let mut all = vec![(folder.join(format!("{name}.1")), text)];
    for of_it in command.get_subcommands() {
        all.extend(pages(of_it, folder)?);
    }
    Ok(all)
}

/// The name of a command's page, and the page.
fn page(command: &Command) -> Result<(String, String), Failure> {
    let name = command.get_display_name().unwrap_or(NAME).to_owned();
    // What stands around the help has sections of its own in a manual.
    let bare = command.clone().after_long_help(None::<&str>);
    let man = Man::new(bare).source(concat!("rolefit ", env!("CARGO_PKG_VERSION")));
    let mut text = Vec::new();
    man.render(&mut text).map_err(Failure::io("the manual page"))?;
    Ok((name, utf8(text) + &more_sections(command)))
}

/// The name of a command with those that it is of, and without that of the program.
fn whole_name(command: &Command) -> String {
    let name = command.get_display_name().unwrap_or(NAME);
    name.strip_prefix("rolefit-").unwrap_or(name).replace('-', " ")
}

/// The sections after the options, and the examples.
fn more_sections(command: &Command) -> String {
    let mut roff = Roff::new();
    for section in args::sections(&whole_name(command)) {
        roff.control("SH", [section.in_manual]);
        for (name, meaning) in section.entries {
            roff.control("TP", []).text([bold(name)]).text([roman(meaning)]);
        }
    }
    let help = command.get_before_help().map(ToString::to_string).unwrap_or_default();
    roff.control("SH", ["EXAMPLES"]).control("nf", []);
    for example in help.lines().skip(1) {
        roff.text([roman(example.trim())]);
    }
    roff.control("fi", []);
    roff.to_roff()
}
