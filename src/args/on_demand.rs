//! Arguments whose definitions are made when their command is asked for, or all of them are
//! shown: most runs of the program need those of one command.

use std::mem;
use std::ops::{Deref, DerefMut};

use clap::builder::Resettable;
use clap::error::Error;
use clap::{ArgMatches, Args, Command, FromArgMatches};

use super::{
    AuditArgs, BatchArgs, CohortArgs, CompareArgs, CompletionsArgs, DoctorArgs, FormArgs, InitArgs,
    ManArgs, PageArgs, QuizArgs, RenderArgs, SchemaArgs, ScoreArgs, ShowArgs, SittingsArgs,
};

/// The arguments `T` of a command of the program. Its name and its line in the list of commands
/// are there from the start; [`define`] adds its options.
#[derive(Debug, Clone)]
pub(crate) struct OnDemand<T>(pub(super) T);

impl<T> Deref for OnDemand<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for OnDemand<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T> From<T> for OnDemand<T> {
    fn from(args: T) -> Self {
        Self(args)
    }
}

impl<T: FromArgMatches> FromArgMatches for OnDemand<T> {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        T::from_arg_matches(matches).map(Self)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        self.0.update_from_arg_matches(matches)
    }
}

impl<T: Args> Args for OnDemand<T> {
    fn augment_args(command: Command) -> Command {
        command
    }

    fn augment_args_for_update(command: Command) -> Command {
        command
    }
}

/// What adds arguments to a command.
type Augment = fn(Command) -> Command;

/// What adds the arguments of each command.
const ARGUMENTS: [(&str, Augment); 16] = [
    ("quiz", QuizArgs::augment_args),
    ("score", ScoreArgs::augment_args),
    ("batch", BatchArgs::augment_args),
    ("cohort", CohortArgs::augment_args),
    ("render", RenderArgs::augment_args),
    ("compare", CompareArgs::augment_args),
    ("sittings", SittingsArgs::augment_args),
    ("show", ShowArgs::augment_args),
    ("audit", AuditArgs::augment_args),
    ("form", FormArgs::augment_args),
    ("page", PageArgs::augment_args),
    ("schema", SchemaArgs::augment_args),
    ("completions", CompletionsArgs::augment_args),
    ("man", ManArgs::augment_args),
    ("doctor", DoctorArgs::augment_args),
    ("init", InitArgs::augment_args),
];

/// Whether a command is called so.
pub(super) fn is_command(name: &str) -> bool {
    ARGUMENTS.iter().any(|(command, _)| *command == name)
}

/// The program with the arguments of the commands that are wanted.
pub(super) fn define(mut program: Command, is_wanted: impl Fn(&str) -> bool) -> Command {
    for (name, augment) in ARGUMENTS.into_iter().filter(|(name, _)| is_wanted(name)) {
        if let Some(command) = program.find_subcommand_mut(name) {
            *command = defined(mem::take(command), augment);
        }
    }
    program
}

/// The command with its arguments, which `augment` adds. What the command is for stays: the
/// arguments would put in its place what they are themselves.
fn defined(command: Command, augment: Augment) -> Command {
    let about = Resettable::from(command.get_about().cloned());
    let long_about = Resettable::from(command.get_long_about().cloned());
    augment(command).about(about).long_about(long_about)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::ARGUMENTS;
    use crate::args::Cli;

    #[test]
    fn every_command_has_its_arguments() {
        let program = Cli::command();
        let names: Vec<&str> = program.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(names, ARGUMENTS.map(|(name, _)| name));
        assert!(program.get_subcommands().all(|command| command.get_arguments().next().is_none()));
        let whole = Cli::definitions();
        assert!(whole.get_subcommands().all(|command| command.get_arguments().next().is_some()));
    }

    #[test]
    fn the_help_of_a_command_is_the_same_whether_or_not_others_are_defined() {
        for (name, _) in ARGUMENTS {
            for help in ["-h", "--help"] {
                let words = ["rolefit", name, help].map(Into::into);
                let alone = Cli::read(&words).unwrap_err().to_string();
                assert!(!alone.is_empty());
                let whole = Cli::read_whole(&words).unwrap_err().to_string();
                assert_eq!(alone, whole);
            }
        }
    }
}
