//! A mistake in a data file, told to the person who will mend it.

use std::ops::Range;

use super::yaml::{Source, Span};

/// One mistake: what, where, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file's name as given.
    pub file: String,
    /// Where in the file; `None` if the file as a whole is at fault.
    pub place: Option<Box<Place>>,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What to do, if that is known.
    pub hint: Option<String>,
}

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

impl Problem {
    /// A problem of the whole file.
    #[must_use]
    pub fn of_file(file: &str, message: String, hint: Option<String>) -> Self {
        Self { file: file.to_owned(), place: None, message, hint }
    }

    /// A problem at `span` of `source`.
    #[must_use]
    pub fn new(source: &Source, span: Span, message: String, hint: Option<String>) -> Self {
        Self {
            file: source.name().to_owned(),
            place: Some(Box::new(source.place(span))),
            message,
            hint,
        }
    }
}

impl Place {
    /// Whether the excerpt begins where the line does.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.excerpt
            .get(..self.marked.start)
            .is_some_and(|lead| lead.chars().count() + 1 == self.column)
    }
}
