//! Options that stand before the name of a command and belong behind it.

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};
use rolefit_engine::catalogue::repeated;

use super::data_files::CATALOGUE;

/// What to say of the first option before the name of a command that is not taken there: all but
/// those of every command, and the data files of a command that uses them.
pub(super) fn misplaced(program: &Command, matches: &ArgMatches) -> Option<String> {
    let (command, name) = asked(program, matches)?;
    let is_own = |arg: &&Arg| !matches!(arg.get_id().as_str(), "help" | "version");
    let given = |arg: &&Arg| {
        !arg.is_global_set()
            && matches.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine)
    };
    let takes = |arg: &Arg| command.get_arguments().any(|of| of.get_long() == arg.get_long());
    let is_wrong = |arg: &&Arg| arg.get_help_heading() != Some(CATALOGUE) || !takes(arg);
    let mut options = program.get_arguments().filter(|arg| arg.get_long().is_some());
    let arg = options.find(|arg| is_own(arg) && given(arg) && is_wrong(arg))?;
    let option = format!("--{}", arg.get_long()?);
    if !takes(arg) {
        return Some(format!(
            "{option}: {name} has no such option: leave it out; {name} --help lists those it has"
        ));
    }
    let values = matches.get_raw(arg.get_id().as_str()).filter(|_| arg.get_action().takes_values());
    let values = values.into_iter().flatten().map(|value| value.to_string_lossy());
    let is_plain = |word: &String| word.chars().all(|c| c.is_alphanumeric() || "._-/".contains(c));
    let words: Vec<String> = values.map(|value| repeated(&value).into_owned()).collect();
    // What would have to be quoted is named by what it is.
    let words = if words.iter().all(is_plain) { words } else { vec!["…".to_owned()] };
    let example = [std::slice::from_ref(&option), &words[..]].concat().join(" ");
    Some(format!(
        "{option}: options stand behind the name of their command, as in {name} {example} …"
    ))
}

/// The command that is asked for, and its whole name.
fn asked<'c>(program: &'c Command, matches: &ArgMatches) -> Option<(&'c Command, String)> {
    let (mut command, mut name) = (program, program.get_name().to_owned());
    let mut matches = matches;
    while let Some((next, of)) = matches.subcommand() {
        (command, matches) = (command.find_subcommand(next)?, of);
        name = format!("{name} {next}");
    }
    (name != program.get_name()).then_some((command, name))
}
