//! The answers of a row that are none.

use std::fmt;

use super::listed::WITH_MAP;
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
    /// The different words among them all, as found, that may be answers in other words.
    words: Vec<String>,
}

impl BadAnswers {
    /// So many are told one by one, and of words in place of answers so many: one mends them all.
    const TOLD: usize = 10;
    const WORDS_TOLD: usize = 3;

    /// No scale has more answers.
    const WORDS: usize = 9;

    pub(super) fn note(&mut self, under: &str, error: BadAnswer) {
        let is_word = error.is_word && can_be_typed(&error.found);
        let is_new = is_word && !self.words.contains(&error.found);
        if is_new && self.words.len() < Self::WORDS {
            self.words.push(error.found.clone());
        }
        if self.told.len() < Self::TOLD {
            self.told.push((under.to_owned(), error));
        } else {
            self.more += 1;
        }
    }

    /// How many are told one by one.
    fn told_alone(&self) -> usize {
        let are_words = self.told.iter().all(|(_, error)| error.is_word);
        if are_words { Self::WORDS_TOLD.min(self.told.len()) } else { self.told.len() }
    }

    /// What to do about words: these may be answers in the words of the tool.
    fn remedy(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(first) = self.words.first() else { return Ok(()) };
        let named: Vec<String> = self.words.iter().map(|word| format!("{word}=N")).collect();
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
    // No shell does anything with the others between double quotes.
    let is_plain = |character: char| !character.is_control() && !",=\"…$`\\!%".contains(character);
    word.chars().count() <= LONGEST && word.chars().all(is_plain)
}

impl fmt::Display for BadAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let alone = self.told_alone();
        for (place, (under, error)) in self.told.iter().take(alone).enumerate() {
            let before = if place == 0 { "" } else { "; " };
            write!(f, "{before}{}: {error}", repeated(under))?;
        }
        let more = self.told.len() - alone + self.more;
        if more > 0 {
            write!(f, "; and {more} more")?;
        }
        self.remedy(f)
    }
}
