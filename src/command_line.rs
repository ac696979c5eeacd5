//! From the words of the command line to what is asked; or to help, the version and
//! what is wrong with the words.

mod file_word;
mod wrong_words;

use std::ffi::OsString;

use clap::ValueEnum as _;

use self::wrong_words::wrong_words;
use crate::args::{Cli, Color, HelpSection, VERSION, without_end};
use crate::failure::Failure;
use crate::text::TerminalText;

/// What ends the program before it begins.
#[derive(Debug)]
pub(crate) enum EarlyEnd {
    /// Help or the version, in colours, which is what was asked for, and the sections that it
    /// ends with.
    Help(TerminalText, Vec<HelpSection>),
    /// The words are wrong.
    Wrong(Failure),
}

/// What is asked.
///
/// # Errors
/// What to say instead, if the words are wrong or ask for no more than help.
pub(crate) fn parse(words: &[OsString]) -> Result<Cli, EarlyEnd> {
    if let Some(version) = version(words) {
        return Err(EarlyEnd::Help(version, Vec::new()));
    }
    Cli::read(words).map_err(|error| {
        if error.use_stderr() {
            EarlyEnd::Wrong(wrong_words(&error, words))
        } else {
            let help = error.render().ansi().to_string();
            let (text, sections) = without_end(&help);
            EarlyEnd::Help(TerminalText::rendered(text), sections)
        }
    })
}

/// The version, if no more is asked: no definition is needed to say it.
fn version(words: &[OsString]) -> Option<TerminalText> {
    let [_, word] = words else { return None };
    let is_asked = word == "--version" || word == "-V";
    is_asked.then(|| TerminalText::lines(format!("rolefit {VERSION}\n")))
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

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use super::{EarlyEnd, parse, version};
    use crate::args::Cli;
    use crate::text::TerminalText;

    #[test]
    fn the_version_alone_is_told_as_the_definitions_tell_it() {
        for word in ["--version", "-V"] {
            let words = ["rolefit", word].map(OsString::from);
            let error = Cli::read(&words).unwrap_err();
            assert_eq!(
                version(&words),
                Some(TerminalText::rendered(&error.render().ansi().to_string()))
            );
            assert!(
                matches!(parse(&words), Err(EarlyEnd::Help(text, _)) if Some(&text) == version(&words).as_ref())
            );
        }
        assert_eq!(version(&["rolefit", "--version", "--quiet"].map(OsString::from)), None);
    }
}
