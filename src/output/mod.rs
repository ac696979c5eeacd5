//! The one place that writes to the streams: results to standard output, or into the file
//! that was named for them; the conversation, notes and errors to the error stream.

mod columns;
mod made;
mod new_file;
mod new_folder;
mod record_target;
mod staged_file;
mod unfinished;

use std::io::{self, IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};

use crate::args::Color;
use crate::command_line::EarlyEnd;
use crate::failure::Failure;
use crate::system::{is_stderr_closed, is_stdout_closed};
use crate::text::{Style, TerminalText, help_end, problem};

use columns::piped_style;
pub(crate) use columns::{dialogue_style, is_plain_wanted, laid_out, result_style};
pub(crate) use new_file::{try_new, write_all_new, write_new};
pub(crate) use new_folder::NewFolder;
pub(crate) use record_target::RecordTarget;
pub(crate) use staged_file::StagedFile;
pub(crate) use unfinished::{unfinished_file, unfinished_file_if_free};

/// The two streams of the program.
pub(crate) struct Output {
    out: AutoStream<io::Stdout>,
    err: AutoStream<io::Stderr>,
    color: ColorChoice,
    quiet: bool,
    /// Where the result goes instead of standard output.
    file: Option<PathBuf>,
}

impl Output {
    pub(crate) fn new(color: Color) -> Self {
        let choice = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        let out = AutoStream::new(io::stdout(), choice);
        let err = AutoStream::new(io::stderr(), choice);
        Self { out, err, color: choice, quiet: false, file: None }
    }

    /// Leaves out notes and remarks from now on.
    pub(crate) fn set_quiet(&mut self, quiet: bool) {
        self.quiet = quiet;
    }

    /// Whether to say nothing but the conversation, the result and errors.
    pub(crate) fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Sends the result into this file, if there is one, and makes sure that it can be made.
    pub(crate) fn send_to(&mut self, file: Option<&Path>) -> Result<(), Failure> {
        let tried = file.map(RecordTarget::try_file).transpose();
        tried.map_err(|failure| failure.named_by("--output"))?;
        self.file = file.map(Path::to_owned);
        Ok(())
    }

    /// Whether the result goes into a file that was named for it.
    pub(crate) fn is_into_file(&self) -> bool {
        self.file.is_some()
    }

    /// Whether results have colours where they go.
    pub(crate) fn is_colored(&self) -> bool {
        !self.is_into_file() && !matches!(self.out.current_choice(), ColorChoice::Never)
    }

    /// How results are to be laid out: a file has nobody's width.
    pub(crate) fn style(&self) -> Style {
        if self.is_into_file() { piped_style() } else { result_style() }
    }

    /// Writes the result, of which a command has one. A file has it whole, or stays as it was.
    pub(crate) fn result(&mut self, text: &TerminalText) -> Result<(), Failure> {
        if self.is_into_file() || self.is_colored() {
            return self.out(text.as_bytes());
        }
        // It goes past the adapter, which would look at each of its bytes once more.
        let open = opened(is_stdout_closed());
        open.and_then(|()| io::stdout().write_all(text.unpainted().as_bytes()))
            .map_err(Failure::io("standard output"))
    }

    /// Writes a result whose cells are as they came: a terminal would obey what is in
    /// them, so it gets them made safe.
    pub(crate) fn table(&mut self, text: &str) -> Result<(), Failure> {
        if !self.is_into_file() && io::stdout().is_terminal() {
            return self.result(&TerminalText::lines(text));
        }
        self.out(text.as_bytes())
    }

    fn out(&mut self, text: &[u8]) -> Result<(), Failure> {
        if let Some(path) = &self.file {
            return into_file(path, text, self.color);
        }
        let open = opened(is_stdout_closed());
        open.and_then(|()| self.out.write_all(text)).map_err(Failure::io("standard output"))
    }

    /// Notes what is not the result, unless asked to be quiet. If nobody can be told,
    /// the work goes on all the same, and its result is what it is.
    pub(crate) fn note(&mut self, text: &TerminalText) {
        let _ = self.remark(text);
    }

    /// Says something beside a conversation, unless asked to be quiet.
    pub(crate) fn remark(&mut self, text: &TerminalText) -> io::Result<()> {
        if self.quiet { Ok(()) } else { self.dialogue(text) }
    }

    /// Shows a part of a conversation: whoever takes part in it has to see it.
    pub(crate) fn dialogue(&mut self, text: &TerminalText) -> io::Result<()> {
        opened(is_stderr_closed())?;
        self.err.write_all(text.as_bytes())?;
        self.err.flush()
    }

    /// `text` in the colours that the conversation may have.
    pub(crate) fn in_its_colors(&self, text: &TerminalText) -> String {
        match self.err.current_choice() {
            ColorChoice::Never => text.unpainted().into_owned(),
            _ => text.to_string(),
        }
    }

    /// Writes control sequences, and text among them, to the terminal of the
    /// conversation as they are.
    #[expect(clippy::unused_self, reason = "whoever draws has to hold the streams")]
    pub(crate) fn draw(&mut self, sequences: &str) -> io::Result<()> {
        let mut terminal = io::stderr().lock();
        terminal.write_all(sequences.as_bytes())?;
        terminal.flush()
    }

    /// Sees everything written off.
    pub(crate) fn finish(&mut self) -> Result<(), Failure> {
        self.out.flush().map_err(Failure::io("standard output"))
    }

    /// Writes help, the version or what is wrong with the command line; the exit code.
    pub(crate) fn end_early(&mut self, end: EarlyEnd) -> ExitCode {
        let told = match end {
            EarlyEnd::Help(text, sections) => {
                let text = text.then(&help_end(&sections, columns::help_style()));
                self.result(&text).and_then(|()| self.finish())
            }
            EarlyEnd::Wrong(failure) => Err(failure),
        };
        match told {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => {
                self.fail(&failure);
                failure.code()
            }
        }
    }

    /// Tells the person why the program stops, and what can be done now. If even
    /// that cannot be written, the exit code has to do.
    pub(crate) fn fail(&mut self, failure: &Failure) {
        if failure.is_closed_pipe() {
            return;
        }
        let (failure, advice) = match failure {
            Failure::Advised { failure, advice } => (&**failure, advice.as_str()),
            other => (other, ""),
        };
        if let Failure::ErrorsIntoInput { is_told, .. } = failure {
            if *is_told {
                let _ = self.result(&problem::line(&failure.to_string(), None));
                let _ = self.finish();
            }
            return;
        }
        let (option, told) = match failure {
            Failure::Named { option, failure: of } if matches!(**of, Failure::Problems(_)) => {
                (Some(&**option), &**of)
            }
            other => (None, other),
        };
        let text = match told {
            Failure::Interrupted | Failure::Unsound => TerminalText::empty(),
            Failure::Problems(problems) => problem::all(problems.as_slice(), option),
            Failure::Sheet(problems) => problem::all(problems.as_slice(), None),
            other => {
                let is_terminal = io::stderr().is_terminal();
                problem::line(&other.to_string(), is_terminal.then(dialogue_style))
            }
        };
        let _ = self.dialogue(&text).and_then(|()| self.dialogue(&laid_out(advice)));
    }
}

/// Writes a file: what standard output would have if it went there.
fn into_file(path: &Path, text: &[u8], color: ColorChoice) -> Result<(), Failure> {
    let mut written = AutoStream::new(Vec::new(), color);
    written.write_all(text).map_err(Failure::io("the result"))?;
    let mut target = RecordTarget::open(Some(path), || ())?;
    target.show(&written.into_inner())?;
    target.finish()
}

/// An error of a stream that was closed before the program began. What is written to
/// it goes nowhere, and nobody else would say so.
fn opened(is_closed: bool) -> io::Result<()> {
    if is_closed {
        Err(io::Error::other("it is closed, and nothing can be written to it"))
    } else {
        Ok(())
    }
}

/// The error stream in the hands of whoever ends the program in the middle of its
/// work: nothing else can write to it any more.
pub(crate) struct LastWords(io::StderrLock<'static>);

impl LastWords {
    /// Waits until what is being written is written.
    pub(crate) fn begin() -> Self {
        Self(io::stderr().lock())
    }

    /// Writes control sequences. There is nobody left to tell if that fails.
    pub(crate) fn control(&mut self, sequences: &str) {
        let _ = self.0.write_all(sequences.as_bytes());
    }

    /// Writes a text. There is nobody left to tell if that fails.
    pub(crate) fn say(&mut self, text: &TerminalText) {
        let _ = self.0.write_all(text.as_bytes());
    }
}
