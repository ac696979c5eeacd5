//! The answers of a row that are none.

use std::fmt;

use super::error::WITH_MAP;
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

    /// What to do about words: these may be answers in the words of the tool.
    fn remedy(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const TOLD: usize = 2;
        let mut words: Vec<&str> = Vec::new();
        for (_, error) in self.told.iter().filter(|(_, error)| error.is_word) {
            if can_be_typed(&error.found)
                && !words.contains(&error.found.as_str())
                && words.len() < TOLD
            {
                words.push(&error.found);
            }
        }
        let Some(first) = words.first() else { return Ok(()) };
        let named: Vec<String> = words.iter().map(|word| format!("{word}=N")).collect();
        write!(
            f,
            "; say which answers words are with --scale \"{}\", or that they are skipped questions \
             with --missing \"{first}\" (of {WITH_MAP})",
            named.join(",")
        )
    }

    pub(super) fn is_one(&self) -> bool {
        self.told.len() == 1
    }

    pub(super) fn are_none(&self) -> bool {
        self.told.is_empty()
    }
}

/// Whether a word can stand in `--scale`, and is short enough to be one of the tool's.
fn can_be_typed(word: &str) -> bool {
    const LONGEST: usize = 40;
    let is_plain = |character: char| !character.is_control() && !",=\"…".contains(character);
    word.chars().count() <= LONGEST && word.chars().all(is_plain)
}

impl fmt::Display for BadAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, (under, error)) in self.told.iter().enumerate() {
            let before = if place == 0 { "" } else { "; " };
            write!(f, "{before}{}: {error}", repeated(under))?;
        }
        if self.more > 0 {
            write!(f, "; and {} more", self.more)?;
        }
        self.remedy(f)
    }
}
