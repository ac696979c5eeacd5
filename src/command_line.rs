//! From the words of the command line to what is asked; or to help, the version and
//! what is wrong with the words, as text.

use std::borrow::Cow;
use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Error, ValueEnum as _};
use rolefit_engine::catalogue::repeated;
use rolefit_engine::sheet::AnswerCode;

use crate::args::{Cli, Color, VERSION};
use crate::system::quoted;
use crate::text::{TerminalText, is_unsafe, problem};

/// What the names of files end with that hold the answers of many.
const TABLES: [&str; 9] = ["csv", "tsv", "tab", "ndjson", "jsonl", "xlsx", "xlsm", "ods", "xls"];

/// The same of one person.
const SHEETS: [&str; 3] = ["yaml", "yml", "json"];

/// What ends the program before it begins: help, the version, or an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EarlyEnd {
    /// What to say, in colours.
    pub(crate) text: TerminalText,
    /// Whether the words are wrong, and it belongs on the error stream.
    pub(crate) is_error: bool,
    /// The exit code.
    pub(crate) code: u8,
}

/// What is asked.
///
/// # Errors
/// What to say instead, if the words are wrong or ask for no more than help.
pub(crate) fn parse(words: &[OsString]) -> Result<Cli, EarlyEnd> {
    if let Some(end) = version(words) {
        return Err(end);
    }
    Cli::read(words).map_err(|error| early_end(&shortened(error), words))
}

/// The version, if no more is asked: no definition is needed to say it.
fn version(words: &[OsString]) -> Option<EarlyEnd> {
    let [_, word] = words else { return None };
    let is_asked = word == "--version" || word == "-V";
    let text = || TerminalText::lines(&format!("rolefit {VERSION}\n"));
    is_asked.then(|| EarlyEnd { text: text(), is_error: false, code: 0 })
}

/// The error, with no more of the words than a message repeats.
fn shortened(mut error: Error) -> Error {
    let long = error.context().filter_map(|(kind, value)| match value {
        ContextValue::String(text) => match repeated(text) {
            Cow::Owned(shorter) => Some((kind, ContextValue::String(shorter))),
            Cow::Borrowed(_) => None,
        },
        _ => None,
    });
    for (kind, value) in long.collect::<Vec<_>>() {
        error.insert(kind, value);
    }
    error
}

/// The value of `--color`, or `--colour`, which is needed even where other words are wrong.
pub(crate) fn color(words: &[OsString]) -> Color {
    let words: Vec<&str> = words.iter().map(|word| word.to_str().unwrap_or_default()).collect();
    let options = words.iter().take_while(|word| **word != "--");
    let value = options.zip(words.iter().skip(1).chain([&""])).find_map(|(word, next)| {
        let value = word.strip_prefix("--color").or_else(|| word.strip_prefix("--colour"))?;
        value.strip_prefix('=').or_else(|| value.is_empty().then_some(*next))
    });
    value.and_then(|value| Color::from_str(value, false).ok()).unwrap_or_default()
}

fn early_end(error: &Error, words: &[OsString]) -> EarlyEnd {
    let is_safe = |word: &OsString| !word.to_string_lossy().contains(is_unsafe);
    let text = if let Some(why) = file_for_command(error) {
        problem::line(&why, None)
    } else if !error.use_stderr() {
        TerminalText::rendered(&error.render())
    } else if words.iter().all(is_safe) {
        TerminalText::rendered(&with_command(&error.render().ansi().to_string(), words).into())
    } else {
        // The words are repeated in it, and some would do something to the terminal.
        TerminalText::lines(&with_command(&error.render().to_string(), words))
    };
    let code = u8::try_from(error.exit_code()).unwrap_or(2);
    EarlyEnd { text, is_error: error.use_stderr(), code }
}

/// What is wrong with the words, which ends by naming the help: that of the command in use.
fn with_command(text: &str, words: &[OsString]) -> String {
    const HELP: &str = "--help";
    let Some(place) = text.rfind(HELP) else { return text.to_owned() };
    let (before, after) = text.split_at(place);
    format!("{before}{} {after}", command(words))
}

/// The whole name of the command that the words begin with.
fn command(words: &[OsString]) -> String {
    let mut command = &Cli::definitions();
    let mut name = command.get_name().to_owned();
    let words = words.iter().skip(1).filter_map(|word| word.to_str());
    for word in words.take_while(|word| *word != "--") {
        if let Some(next) = command.find_subcommand(word) {
            name = format!("{name} {word}");
            command = next;
        }
    }
    name
}

/// Whether a word can be nothing but an answer code, be it mistyped.
fn is_code(word: &str) -> bool {
    AnswerCode::is_meant_by(word) && word.contains(|mark: char| mark.is_ascii_digit())
}

/// That a file, or a text of answers, stands where a command is expected, and which one takes it.
fn file_for_command(error: &Error) -> Option<String> {
    let Some(ContextValue::String(word)) = error.get(ContextKind::InvalidSubcommand) else {
        return None;
    };
    if error.kind() != ErrorKind::InvalidSubcommand {
        return None;
    }
    let path = Path::new(word);
    let ending = path.extension().and_then(|of| of.to_str()).unwrap_or_default();
    let is_one_of = |endings: &[&str]| endings.iter().any(|of| ending.eq_ignore_ascii_case(of));
    let command = if path.is_dir() || is_one_of(&TABLES) {
        "batch"
    } else if path.is_file() || is_one_of(&SHEETS) || is_code(word) {
        "score"
    } else {
        return None;
    };
    let word = quoted(path);
    Some(format!("{word} is no command of rolefit; to score it: rolefit {command} {word}"))
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::{early_end, parse, version};
    use crate::args::Cli;

    #[test]
    fn the_version_alone_is_told_as_the_definitions_tell_it() {
        for word in ["--version", "-V"] {
            let words = ["rolefit", word].map(OsString::from);
            let error = Cli::read(&words).unwrap_err();
            assert_eq!(version(&words), Some(early_end(&error, &words)));
            assert_eq!(parse(&words).unwrap_err(), early_end(&error, &words));
        }
        assert_eq!(version(&["rolefit", "--version", "--quiet"].map(OsString::from)), None);
    }
}
