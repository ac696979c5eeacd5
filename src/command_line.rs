//! From the words of the command line to what is asked; and help, the version
//! and what is wrong with the words, told in the colours that they ask for.

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use clap::{ColorChoice, Error, FromArgMatches, ValueEnum};

use crate::args::{Cli, Color};
use crate::failure::Failure;
use crate::text::is_unsafe;

/// What is asked.
///
/// # Errors
/// The exit code, if everything has been told already.
pub(crate) fn parse() -> Result<Cli, ExitCode> {
    let words: Vec<OsString> = std::env::args_os().collect();
    let command = Cli::definitions().color(color(&words));
    let matches = command.try_get_matches_from(&words);
    matches.and_then(|matches| Cli::from_arg_matches(&matches)).map_err(|error| {
        let code = ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        tell(&error, &words).map_or_else(|failed| untold(&error, failed), |()| code)
    })
}

/// The value of `--color`, or `--colour`, which is needed even where other words are wrong.
fn color(words: &[OsString]) -> ColorChoice {
    let words: Vec<&str> = words.iter().map(|word| word.to_str().unwrap_or_default()).collect();
    let options = words.iter().take_while(|word| **word != "--");
    let value = options.zip(words.iter().skip(1).chain([&""])).find_map(|(word, next)| {
        let value = word.strip_prefix("--color").or_else(|| word.strip_prefix("--colour"))?;
        value.strip_prefix('=').or_else(|| value.is_empty().then_some(*next))
    });
    match value.and_then(|value| Color::from_str(value, false).ok()) {
        Some(Color::Always) => ColorChoice::Always,
        Some(Color::Never) => ColorChoice::Never,
        Some(Color::Auto) | None => ColorChoice::Auto,
    }
}

fn tell(error: &Error, words: &[OsString]) -> io::Result<()> {
    let is_safe = |word: &OsString| !word.to_string_lossy().contains(is_unsafe);
    if words.iter().all(is_safe) {
        return error.print();
    }
    // The words are repeated in it, and some would do something to the terminal.
    let shown = |character: &char| *character == '\n' || !is_unsafe(*character);
    let plain: String = error.render().to_string().chars().filter(shown).collect();
    io::stderr().write_all(plain.as_bytes())
}

/// What to make of help, or of an error, that could not be written.
fn untold(error: &Error, failed: io::Error) -> ExitCode {
    let stream = if error.use_stderr() { "standard error" } else { "standard output" };
    let failure = Failure::io(stream)(failed);
    if !failure.is_closed_pipe() {
        // If even that cannot be written, the exit code has to do.
        let _ = writeln!(io::stderr(), "error: {failure}");
    }
    failure.code()
}
