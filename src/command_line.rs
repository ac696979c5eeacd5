//! From the words of the command line to what is asked; or to help, the version and
//! what is wrong with the words, as text.

use std::borrow::Cow;
use std::ffi::OsString;

use clap::error::ContextValue;
use clap::{Error, FromArgMatches as _, ValueEnum as _};
use rolefit_engine::catalogue::repeated;

use crate::args::{Cli, Color};
use crate::text::{TerminalText, is_unsafe};

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
    let matches = Cli::definitions().try_get_matches_from(words);
    matches
        .and_then(|matches| Cli::from_arg_matches(&matches))
        .map_err(|error| early_end(&shortened(error), words))
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
    let text = if words.iter().all(is_safe) {
        TerminalText::rendered(&error.render())
    } else {
        // The words are repeated in it, and some would do something to the terminal.
        TerminalText::lines(&error.render().to_string())
    };
    let code = u8::try_from(error.exit_code()).unwrap_or(2);
    EarlyEnd { text, is_error: error.use_stderr(), code }
}
