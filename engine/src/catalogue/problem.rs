//! A mistake at its place in a file, told to the person who will mend it.

use std::error::Error;
use std::fmt;
use std::ops::Range;

use super::hint::Hint;
use super::mistake::Mistake;
use super::repeated::repeated_path;

/// One mistake: what, where, and what to do about it.
///
/// ```
/// use rolefit_engine::catalogue::yaml::Source;
/// use rolefit_engine::catalogue::{FileMistake, Mistake};
///
/// let problem = Source::decode("mine.yaml", b"\xff\xfet\0").unwrap_err();
/// assert_eq!(problem.mistake, Mistake::File(FileMistake::Utf16));
/// assert_eq!(problem.to_string(), "mine.yaml: the file is UTF-16 text; save it again as UTF-8");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Problem<M = Mistake> {
    /// The file's name as given.
    pub file: String,
    /// Where in the file; `None` if the file as a whole is at fault.
    pub place: Option<Box<Place>>,
    /// What is wrong. As text it is a sentence without a full stop.
    pub mistake: M,
    /// What to do, if that is known.
    pub hint: Option<Hint>,
}

/// Every mistake that was found; as an error there is at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct Problems<M = Mistake>(Vec<Problem<M>>);

/// A place in a file and the text around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The line's text, cut to what is worth showing.
    pub excerpt: String,
    /// The bytes of `excerpt` that are meant; may be empty.
    pub marked: Range<usize>,
}

impl<M> Problem<M> {
    /// A problem of the whole file called `file`.
    #[must_use]
    pub fn of_file(file: &str, mistake: M, hint: Option<Hint>) -> Self {
        Self { file: file.to_owned(), place: None, mistake, hint }
    }

    /// The same problem, its mistake told as `into` says.
    #[must_use]
    pub fn map<N>(self, into: impl FnOnce(M) -> N) -> Problem<N> {
        let Self { file, place, mistake, hint } = self;
        Problem { file, place, mistake: into(mistake), hint }
    }
}

/// `file:line:column: mistake; hint`.
impl<M: fmt::Display> fmt::Display for Problem<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&repeated_path(&self.file))?;
        if let Some(place) = &self.place {
            write!(f, ":{}:{}", place.line, place.column)?;
        }
        write!(f, ": {}", self.mistake)?;
        match &self.hint {
            Some(hint) => write!(f, "; {hint}"),
            None => Ok(()),
        }
    }
}

impl<M: fmt::Debug + fmt::Display> Error for Problem<M> {}

impl<M> Problems<M> {
    /// The problems, those of one file in the file's order.
    #[must_use]
    pub fn as_slice(&self) -> &[Problem<M>] {
        &self.0
    }

    /// The problems, to own.
    #[must_use]
    pub fn into_vec(self) -> Vec<Problem<M>> {
        self.0
    }
}

impl<M> From<Vec<Problem<M>>> for Problems<M> {
    fn from(problems: Vec<Problem<M>>) -> Self {
        Self(problems)
    }
}

impl<M> From<Problem<M>> for Problems<M> {
    fn from(problem: Problem<M>) -> Self {
        Self(vec![problem])
    }
}

/// A problem a line.
impl<M: fmt::Display> fmt::Display for Problems<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, problem) in self.0.iter().enumerate() {
            let line_end = if number == 0 { "" } else { "\n" };
            write!(f, "{line_end}{problem}")?;
        }
        Ok(())
    }
}

impl<M: fmt::Debug + fmt::Display> Error for Problems<M> {}

impl Place {
    /// Whether the excerpt begins where the line does.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.excerpt
            .get(..self.marked.start)
            .is_some_and(|lead| lead.chars().count() + 1 == self.column)
    }
}
