//! The answers of a row that are none.

use std::fmt;

use crate::catalogue::repeated;
use crate::sheet::BadAnswer;

/// What is wrong with the answers of a row, one after the other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BadAnswers {
    /// The first ten, each with what it stands under: the heading of a column, or the id
    /// of a question.
    told: Vec<(String, BadAnswer)>,
    /// How many others there are.
    more: usize,
}

impl BadAnswers {
    /// So many are told one by one.
    const TOLD: usize = 10;

    pub(super) fn note(&mut self, under: &str, error: BadAnswer) {
        if self.told.len() < Self::TOLD {
            self.told.push((under.to_owned(), error));
        } else {
            self.more += 1;
        }
    }

    pub(super) fn is_one(&self) -> bool {
        self.told.len() == 1
    }

    pub(super) fn are_none(&self) -> bool {
        self.told.is_empty()
    }
}

impl fmt::Display for BadAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (under, error)) in self.told.iter().enumerate() {
            let before = if place == 0 { "" } else { "; " };
            write!(f, "{before}{}: {error}", repeated(under))?;
        }
        match self.more {
            0 => Ok(()),
            more => write!(f, "; and {more} more"),
        }
    }
}
