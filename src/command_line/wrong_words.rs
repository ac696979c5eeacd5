//! What is wrong with the words of the command line: which option, with which other, and what
//! to do. All that the parser of the words refuses is said here, in our words.

use std::error::Error as _;
use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};
use rolefit_engine::catalogue::{nearest, repeated};

use super::file_word::file_word;
use crate::args::Cli;
use crate::failure::Failure;

/// Options that are given for the sake of another one, by their ids: the first needs the
/// second.
const NEEDS: [(&str, &str); 5] = [
    ("until", "adaptive"),
    ("against_catalogue", "against"),
    ("chosen_map", "chosen"),
    ("from", "file"),
    ("worksheet", "file"),
];

/// What is wrong with the words.
pub(super) fn wrong_words(error: &Error, words: &[OsString]) -> Failure {
    if error.kind() == ErrorKind::InvalidSubcommand
        && let Some(failure) =
            texts(error, ContextKind::InvalidSubcommand).first().and_then(|word| file_word(word))
    {
        return failure;
    }
    let asked = AskedCommand::of(words);
    Failure::Usage(match error.kind() {
        ErrorKind::ArgumentConflict => conflict(error, &asked),
        ErrorKind::UnknownArgument => unknown(error, &asked),
        ErrorKind::InvalidSubcommand => no_command(error, &asked),
        ErrorKind::MissingRequiredArgument => missing(error, &asked, words),
        ErrorKind::InvalidValue => invalid_value(error, &asked),
        ErrorKind::ValueValidation => {
            let why = error.source().map(ToString::to_string).unwrap_or_default();
            format!("{}: \"{}\" is no value of it: {why}", option(error), value(error))
        }
        ErrorKind::TooManyValues => {
            format!("{}: it takes no value: take \"{}\" out", option(error), value(error))
        }
        ErrorKind::InvalidUtf8 => {
            let wrong = words.iter().find(|word| word.to_str().is_none());
            let wrong = wrong.map(|word| word.to_string_lossy()).unwrap_or_default();
            format!("\"{}\" is no UTF-8 text: type it anew", repeated(&wrong))
        }
        // No option of ours takes a certain number of values.
        _ => format!("{} cannot be read; {}", option(error), asked.help()),
    })
}

/// The command that the words begin with.
struct AskedCommand {
    /// Its whole name.
    name: String,
    command: Command,
    /// The program with all its commands.
    all: Command,
}

impl AskedCommand {
    fn of(words: &[OsString]) -> Self {
        let mut all = Cli::definitions();
        all.build();
        let mut command = &all;
        let mut name = all.get_name().to_owned();
        let words = words.iter().skip(1).filter_map(|word| word.to_str());
        for word in words.take_while(|word| *word != "--") {
            if let Some(next) =
                command.find_subcommand(word).filter(|next| next.get_name() != "help")
            {
                name = format!("{name} {word}");
                command = next;
            }
        }
        Self { name, command: command.clone(), all }
    }

    /// Where its options are listed.
    fn help(&self) -> String {
        format!("{} --help lists those it has", self.name)
    }

    /// The names of its options, without the dashes.
    fn options(&self) -> impl Iterator<Item = &str> {
        self.command.get_arguments().filter_map(|arg| arg.get_long())
    }

    /// The names of the words that it takes.
    fn places(&self) -> Vec<String> {
        let places = self.command.get_positionals();
        places.map(|arg| called(&arg.to_string())).collect()
    }

    /// The commands that have an option, by their whole names.
    fn with_option(&self, option: &str) -> Vec<String> {
        let has =
            |command: &&Command| command.get_arguments().any(|arg| arg.get_long() == Some(option));
        let found = self.all.get_subcommands().filter(has);
        found.map(|command| format!("{} {}", self.all.get_name(), command.get_name())).collect()
    }
}

/// What two options say that cannot both be.
fn conflict(error: &Error, asked: &AskedCommand) -> String {
    let others = texts(error, ContextKind::PriorArg).into_iter().map(|text| called(&text));
    let others: Vec<String> = others.collect();
    if let Some(command) = texts(error, ContextKind::InvalidSubcommand).first() {
        let name = asked.name.strip_suffix(command.as_str()).unwrap_or(&asked.name).trim_end();
        return format!(
            "{}: options stand behind the name of their command: put it behind {name} {command}, \
             if that takes it",
            listed(&others, "and")
        );
    }
    let one = option(error);
    match others.as_slice() {
        [other] if *other == one => format!("{one}: given twice: take one of them out"),
        [other] => format!("{one}: it cannot be used with {other}: take one of them out"),
        others => {
            format!("{one}: it cannot be used with {}: take it out, or them", listed(others, "and"))
        }
    }
}

/// An option that the command does not have, or a word that it has no place for.
fn unknown(error: &Error, asked: &AskedCommand) -> String {
    let given = texts(error, ContextKind::InvalidArg).into_iter().next().unwrap_or_default();
    let name = &asked.name;
    let shown = repeated(&given);
    let Some(option) = given.strip_prefix('-') else {
        return match asked.places().as_slice() {
            [] => format!("\"{shown}\": {name} takes no word but options: take it out"),
            places => format!(
                "\"{shown}\": {name} takes no more words than {}: take one out, or put a name of \
                 several words in quotation marks",
                listed(places, "and")
            ),
        };
    };
    let option = option.trim_start_matches('-');
    let option = option.split('=').next().unwrap_or_default();
    let others = asked.with_option(option);
    if others.contains(name) {
        return format!(
            "{shown}: options stand behind the name of their command: put it behind {name}"
        );
    }
    if let Some(near) = nearest(option, asked.options()).filter(|_| others.is_empty()) {
        return format!("{shown}: {name} has no such option; did you mean --{near}?");
    }
    let elsewhere = match others.as_slice() {
        [] => String::new(),
        [other] => format!(", but {other} has"),
        others => format!(", but {} have", listed(others, "and")),
    };
    format!("{shown}: {name} has no such option{elsewhere}: leave it out; {}", asked.help())
}

/// A word in the place of a command that is none.
fn no_command(error: &Error, asked: &AskedCommand) -> String {
    let given = texts(error, ContextKind::InvalidSubcommand).into_iter().next().unwrap_or_default();
    let names = asked.command.get_subcommands().map(Command::get_name);
    let (name, shown) = (&asked.name, repeated(&given));
    match nearest(&given, names) {
        Some(near) => {
            format!("\"{shown}\": {name} has no such command; did you mean {name} {near}?")
        }
        None => format!("\"{shown}\": {name} has no such command; {}", asked.help()),
    }
}

/// A word that has to be there.
fn missing(error: &Error, asked: &AskedCommand, words: &[OsString]) -> String {
    let is_given = |id: &str| {
        let arg = asked.command.get_arguments().find(|arg| arg.get_id() == id);
        let long = arg.and_then(|arg| arg.get_long()).map(|long| format!("--{long}"))?;
        let is_it = |word: &str| word.split('=').next() == Some(&long);
        words.iter().filter_map(|word| word.to_str()).any(is_it).then_some(long)
    };
    let all = texts(error, ContextKind::InvalidArg);
    let places: Vec<String> = all.iter().map(|text| called(text)).collect();
    let is_missing = |id: &str| {
        let arg = asked.command.get_arguments().find(|arg| arg.get_id() == id);
        arg.is_some_and(|arg| places.contains(&called(&arg.to_string())))
    };
    let mut needs = NEEDS.iter().filter(|(_, other)| is_missing(other));
    if let Some(option) = needs.find_map(|(id, _)| is_given(id)) {
        let others = listed(&all.iter().map(|text| example(text)).collect::<Vec<_>>(), "and");
        return format!(
            "{option}: it goes with {others} alone: give that, too, or leave {option} out"
        );
    }
    let (name, places) = (&asked.name, places.join(" "));
    format!("{places} is missing: name it, as in {name} {places}; {name} --help says what it is")
}

/// A value that an option does not have, or none where one is wanted.
fn invalid_value(error: &Error, asked: &AskedCommand) -> String {
    let (option, value) = (option(error), value(error));
    let all = texts(error, ContextKind::ValidValue);
    let takes = listed(&all, "or");
    if !value.is_empty() {
        let near = nearest(&value, all.iter().map(String::as_str));
        let near = near.map(|near| format!("; did you mean \"{near}\"?")).unwrap_or_default();
        let what = if near.is_empty() { ": give" } else { " It takes" };
        return format!("{option}: \"{value}\" is none of its values{near}{what} {takes}");
    }
    let text = texts(error, ContextKind::InvalidArg).into_iter().next().unwrap_or_default();
    match all.first() {
        Some(first) => {
            format!("{option}: its value is missing: give {takes}, as in {option} {first}")
        }
        None if option.starts_with('-') => {
            format!(
                "{option}: its value is missing: give it behind the option, as in {}",
                example(&text)
            )
        }
        None => format!("{option}: it is empty: name it, as in {} {option}", asked.name),
    }
}

/// The option that is wrong.
fn option(error: &Error) -> String {
    texts(error, ContextKind::InvalidArg).first().map(|text| called(text)).unwrap_or_default()
}

/// The value that is wrong, as a message repeats it.
fn value(error: &Error) -> String {
    let value = texts(error, ContextKind::InvalidValue).into_iter().next().unwrap_or_default();
    repeated(&value).into_owned()
}

/// What the parser says of one side of an error.
fn texts(error: &Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(all)) => all.clone(),
        _ => Vec::new(),
    }
}

/// An option without its value, and a word without its brackets.
fn called(text: &str) -> String {
    if text.starts_with('-') {
        text.split([' ', '=', '[']).next().unwrap_or_default().to_owned()
    } else {
        text.trim_matches(['<', '>', '[', ']', '.']).to_owned()
    }
}

/// An option with its value, as it is typed.
fn example(text: &str) -> String {
    text.replace(['<', '>', '[', ']'], "").trim_end_matches('.').to_owned()
}

/// "a, b and c".
fn listed(all: &[String], last: &str) -> String {
    match all {
        [before @ .., end] if !before.is_empty() => format!("{} {last} {end}", before.join(", ")),
        all => all.concat(),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use clap::Command;
    use clap::error::ErrorKind;

    use super::{AskedCommand, NEEDS};
    use crate::args::Cli;

    /// Every option that needs another one is in the list, and each in the list is one.
    #[test]
    fn what_an_option_needs_is_known() {
        let mut program = Cli::definitions();
        program.build();
        let mut found = Vec::new();
        for command in program.get_subcommands() {
            for arg in command.get_arguments().filter(|arg| arg.get_long().is_some()) {
                if needs_another(command, arg) {
                    found.push(arg.get_id().to_string());
                }
            }
        }
        found.sort();
        found.dedup();
        let mut known: Vec<&str> = NEEDS.iter().map(|(id, _)| *id).collect();
        known.sort_unstable();
        assert_eq!(found, known);
    }

    fn needs_another(command: &Command, arg: &clap::Arg) -> bool {
        let long = format!("--{}", arg.get_long().unwrap());
        let values = ["1", "0.5", "csv", "text", "a=1", "x"];
        let needed = |words: &[&str]| {
            let words = [&["rolefit", command.get_name()], words].concat();
            let words: Vec<OsString> = words.into_iter().map(OsString::from).collect();
            let error = Cli::read(&words).err();
            error.filter(|error| error.kind() == ErrorKind::MissingRequiredArgument)
        };
        // What is missing without the option is no need of it.
        let alone = needed(&[]).is_some();
        let places: &[&str] = if alone { &["x"] } else { &[] };
        if arg.get_action().takes_values() {
            values.iter().any(|value| needed(&[places, &[&long, value]].concat()).is_some())
        } else {
            needed(&[places, &[&long]].concat()).is_some()
        }
    }

    #[test]
    fn the_command_that_is_asked_for_is_named_as_a_whole() {
        let asked = |words: &[&str]| {
            AskedCommand::of(&words.iter().map(OsString::from).collect::<Vec<_>>()).name
        };
        assert_eq!(
            asked(&["rolefit", "--quiet", "sittings", "show", "x"]),
            "rolefit sittings show"
        );
        assert_eq!(asked(&["rolefit", "score", "--", "show"]), "rolefit score");
        assert_eq!(asked(&["rolefit"]), "rolefit");
    }
}
