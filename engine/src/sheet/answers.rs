//! The answers to a questionnaire, in its order.

use std::fmt;

use crate::catalogue::{Catalogue, Each, Point, Question, QuestionIx, Scale, repeated};

/// For each question of a catalogue, the answer; `None` if it was skipped.
/// A skipped question is missing: it is never read as a neutral answer.
///
/// The answers belong to their catalogue, and can be scored against no other.
#[derive(Clone)]
pub struct Answers<'c> {
    catalogue: &'c Catalogue,
    points: Each<Question, Option<Point>>,
}

/// A value that is not an answer on the scale.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("\"{found}\" is not an answer: expected a whole number from {lowest} to {highest}")]
pub struct BadAnswer {
    /// What was given.
    pub found: String,
    /// The number of the lowest answer: 1, unless a table counts otherwise.
    pub lowest: i64,
    /// The number of the highest answer.
    pub highest: i64,
    /// Whether it is a word, for which an answer may stand, and not a number or a list.
    pub is_word: bool,
}

/// A text that is not a row of answers.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadDigits {
    /// Too few or too many characters.
    #[error("there are {questions} questions, but {found} answers: give one character a question")]
    WrongLength {
        /// How many questions there are.
        questions: usize,
        /// How many characters were given.
        found: usize,
    },
    /// A character that is neither an answer nor a skip.
    #[error(
        "character {position} is {}: \
         expected a digit from 1 to {highest}, or - for a skipped question",
        shown(*found)
    )]
    NotAnAnswer {
        /// Which character, from 1.
        position: usize,
        /// The character.
        found: char,
        /// The highest answer on the scale.
        highest: u8,
    },
}

/// The character in quotation marks, or its code if it cannot be shown.
fn shown(character: char) -> String {
    if character.is_control() {
        format!("U+{:04X}", u32::from(character))
    } else {
        format!("\"{character}\"")
    }
}

impl<'c> Answers<'c> {
    /// No answers yet.
    #[must_use]
    pub fn blank(catalogue: &'c Catalogue) -> Self {
        Self { catalogue, points: catalogue.questionnaire().questions.each(None) }
    }

    /// Reads one character a question, in file order: a digit, or `-` for a
    /// skipped question.
    ///
    /// # Errors
    /// [`BadDigits`] says which character is wrong, or that their number is.
    pub fn from_digits(catalogue: &'c Catalogue, digits: &str) -> Result<Self, BadDigits> {
        let questionnaire = catalogue.questionnaire();
        let questions = questionnaire.questions.len();
        let found = digits.chars().count();
        let read = |(index, character): (usize, char)| match character {
            '-' => Ok(None),
            _ => digit(&questionnaire.scale, character).map(Some).ok_or(BadDigits::NotAnAnswer {
                position: index + 1,
                found: character,
                highest: questionnaire.scale.len(),
            }),
        };
        let points: Vec<_> = digits.chars().enumerate().map(read).collect::<Result<_, _>>()?;
        if found == questions {
            Ok(Self { catalogue, points: Each::new(points) })
        } else {
            Err(BadDigits::WrongLength { questions, found })
        }
    }

    /// The catalogue whose questions were answered.
    #[must_use]
    pub fn catalogue(&self) -> &'c Catalogue {
        self.catalogue
    }

    /// The answers as one character a question; what [`Answers::from_digits`] reads.
    #[must_use]
    pub fn digits(&self) -> String {
        let character = |point: &Option<Point>| {
            point.and_then(|point| char::from_digit(u32::from(point.number()), 10)).unwrap_or('-')
        };
        self.points.iter().map(character).collect()
    }

    /// The answer to `question`.
    #[must_use]
    pub fn get(&self, question: QuestionIx) -> Option<Point> {
        self.points[question]
    }

    /// Sets or removes the answer to `question`. A point past the end of the scale is
    /// none of its points, and so no answer.
    pub fn set(&mut self, question: QuestionIx, point: Option<Point>) {
        let scale = &self.catalogue.questionnaire().scale;
        self.points[question] = point.and_then(|point| scale.point(point.number()));
    }

    /// Sets or removes the answer to `question`, which is a point of the catalogue's scale.
    pub(crate) fn give(&mut self, question: QuestionIx, point: Option<Point>) {
        self.points[question] = point;
    }

    /// The answers in file order, `None` where the question was skipped.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Option<Point>> + '_ {
        self.points.iter().copied()
    }

    /// The questions that were answered, with the answers, in file order.
    pub fn answered_questions(
        &self,
    ) -> impl Iterator<Item = (QuestionIx, &'c Question, Point)> + '_ {
        let questions = self.catalogue.questionnaire().questions.indexed();
        questions.zip(&self.points).filter_map(|((ix, of), point)| Some((ix, of, (*point)?)))
    }

    /// The answers that were given, in file order.
    pub fn given(&self) -> impl Iterator<Item = Point> + '_ {
        self.points.iter().copied().flatten()
    }

    /// How many questions were answered.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.given().count()
    }

    /// How many questions were not.
    #[must_use]
    pub fn skipped(&self) -> usize {
        self.points.len() - self.answered()
    }
}

impl PartialEq for Answers<'_> {
    /// Whether the same was answered to the same questions.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.catalogue, other.catalogue) && self.points == other.points
    }
}

impl fmt::Debug for Answers<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Answers").field(&self.digits()).finish()
    }
}

impl BadAnswer {
    /// That `found` is no answer on `scale`; it is told shortened.
    pub(crate) fn new(found: &str, scale: &Scale) -> Self {
        Self { is_word: false, ..Self::counted(found, 1, scale) }
    }

    /// The same where the answers are counted from `lowest`.
    fn counted(found: &str, lowest: i64, scale: &Scale) -> Self {
        let highest = lowest + i64::from(scale.len()) - 1;
        let is_number = found.trim().replace(',', ".").parse::<f64>().is_ok();
        let is_word = !is_number && found.contains(char::is_alphabetic);
        Self { found: repeated(found).into_owned(), lowest, highest, is_word }
    }
}

/// Reads an answer, of which the lowest is `lowest`, from text such as `4`, or `4.0`:
/// programs that fill a table's gaps write whole numbers so, and `4,0` where a comma
/// separates decimals.
///
/// # Errors
/// [`BadAnswer`] if it is not a point on the scale.
pub(crate) fn point(scale: &Scale, lowest: i64, text: &str) -> Result<Point, BadAnswer> {
    let number = whole(text).and_then(|number| number.checked_sub(lowest)?.checked_add(1));
    let point = number.and_then(|number| scale.point(u8::try_from(number).ok()?));
    point.ok_or_else(|| BadAnswer::counted(text, lowest, scale))
}

/// The whole number that `text` is.
pub(crate) fn whole(text: &str) -> Option<i64> {
    let whole = match text.split_once(['.', ',']) {
        Some((whole, rest)) if !rest.is_empty() && rest.bytes().all(|byte| byte == b'0') => whole,
        _ => text,
    };
    whole.parse().ok()
}

fn digit(scale: &Scale, character: char) -> Option<Point> {
    let number = character.to_digit(10)?;
    scale.point(u8::try_from(number).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::small_catalogue::CATALOGUE;

    #[test]
    fn a_character_that_cannot_be_shown_is_told_by_its_code() {
        for (digits, told) in [("52\u{7f}14-", "U+007F"), ("52x14-", "\"x\"")] {
            let error = Answers::from_digits(&CATALOGUE, digits).unwrap_err().to_string();
            assert!(error.starts_with(&format!("character 3 is {told}: expected ")), "{error}");
        }
    }
}
