//! How a survey tool codes answers, where that is not how the questionnaire does.

use std::collections::{HashMap, HashSet};

use super::answers::whole;
use super::folding::folded;
use crate::catalogue::{Point, Scale, repeated};

/// What stands for answers beside the numbers from 1 and the labels of a scale.
///
/// ```
/// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
/// use rolefit_engine::sheet::Coding;
///
/// let mut coding = Coding::default();
/// coding.count_from(0);
/// coding.add_words("Agree=5, Disagree=1", &catalogue.questionnaire().scale)?;
/// coding.add_missing("none of these, 77");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coding {
    /// The number of the lowest answer.
    lowest: i64,
    /// Words that are answers, folded.
    words: HashMap<String, Point>,
    /// Words that stand for no answer, folded.
    missing: HashSet<String>,
}

/// What stands between two words and their answers.
const SEPARATORS: [char; 2] = [',', ';'];

/// Words for answers that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadCoding {
    /// A word without an answer behind it.
    #[error(
        "\"{}\" names no answer: write WORD=NUMBER, with commas between, as in \
         \"Agree=5,Disagree=1\"",
        repeated(.0)
    )]
    NoAnswer(String),
    /// An answer that is not on the scale.
    #[error(
        "\"{}\": {}: write the number of an answer, 1 to {highest}, behind each word, as in \
         \"Agree=5,Disagree=1\"",
        repeated(word),
        behind(answer)
    )]
    NotOnScale {
        /// The word.
        word: String,
        /// What it is to stand for.
        answer: String,
        /// The highest answer.
        highest: u8,
    },
    /// A word that stands for two answers.
    #[error("\"{}\" is to be two answers: name it once", repeated(.0))]
    Twice(String),
}

/// What stands behind a word in the place of an answer.
fn behind(answer: &str) -> String {
    match answer {
        "" => "nothing stands behind it".to_owned(),
        other => format!("\"{}\" is no answer", repeated(other)),
    }
}

impl Default for Coding {
    fn default() -> Self {
        Self { lowest: 1, words: HashMap::new(), missing: HashSet::new() }
    }
}

impl Coding {
    /// Takes `lowest` for the lowest answer, and the numbers above it for the others.
    pub fn count_from(&mut self, lowest: i8) {
        self.lowest = i64::from(lowest);
    }

    /// Adds words for answers, written `Agree=5,Disagree=1`: the number behind a word is
    /// that of the answer on the scale, from 1. Semicolons may stand in the place of commas, and
    /// a word may hold either.
    ///
    /// # Errors
    /// [`BadCoding`]
    pub fn add_words(&mut self, text: &str, scale: &Scale) -> Result<(), BadCoding> {
        let mut word = String::new();
        for part in text.split_inclusive(SEPARATORS) {
            word.push_str(part);
            let Some((name, answer)) = word.trim_end_matches(SEPARATORS).rsplit_once('=') else {
                continue;
            };
            let (name, answer) = (name.trim(), answer.trim());
            let point = answer.parse().ok().and_then(|number| scale.point(number));
            let point = point.ok_or_else(|| BadCoding::NotOnScale {
                word: name.to_owned(),
                answer: answer.to_owned(),
                highest: scale.len(),
            })?;
            if folded(name).is_empty() {
                return Err(BadCoding::NoAnswer(word.trim_end_matches(SEPARATORS).to_owned()));
            }
            if self.words.insert(self::word(name), point).is_some_and(|before| before != point) {
                return Err(BadCoding::Twice(name.to_owned()));
            }
            word.clear();
        }
        let rest = word.trim_end_matches(SEPARATORS).trim();
        if rest.is_empty() { Ok(()) } else { Err(BadCoding::NoAnswer(rest.to_owned())) }
    }

    /// Adds words, with commas between them, that stand for no answer.
    pub fn add_missing(&mut self, text: &str) {
        self.missing.extend(text.split(',').map(word).filter(|word| !word.is_empty()));
    }

    /// The numbers that are answers by themselves and stand for other ones by a word, each with
    /// that other one, the lowest first.
    #[must_use]
    pub fn renumbered(&self, scale: &Scale) -> Vec<(i64, Point)> {
        let of = |number: u8| {
            let written = self.lowest + i64::from(number) - 1;
            let point = *self.words.get(&written.to_string())?;
            (point.number() != number).then_some((written, point))
        };
        (1..=scale.len()).filter_map(of).collect()
    }

    /// The number of the lowest answer.
    pub(crate) fn lowest(&self) -> i64 {
        self.lowest
    }

    /// The answer that `text` stands for by its words.
    pub(super) fn by_word(&self, text: &str) -> Option<Point> {
        if self.words.is_empty() { None } else { self.words.get(&word(text)).copied() }
    }

    /// Whether `text` is a word for no answer.
    pub(super) fn is_missing(&self, text: &str) -> bool {
        !self.missing.is_empty() && self.missing.contains(&word(text))
    }
}

/// A word as it is compared: a number however it is written, one of signs alone as it is.
fn word(text: &str) -> String {
    if let Some(number) = whole(text.trim()) {
        return number.to_string();
    }
    let folded = folded(text);
    if folded.is_empty() { text.trim().to_owned() } else { folded }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale() -> Scale {
        Scale::new(["a", "b", "c", "d", "e"].map(str::to_owned).to_vec()).unwrap()
    }

    #[test]
    fn words_may_hold_commas_and_signs() {
        let mut coding = Coding::default();
        coding.add_words("Yes, a lot=5,no = 1,a=b=2", &scale()).unwrap();
        coding.add_missing("??, seen");
        let read = |text| coding.by_word(text).map(Point::number);
        assert_eq!(read("yes, A lot."), Some(5));
        assert_eq!(read("No"), Some(1));
        assert_eq!(read("a=b"), Some(2));
        assert_eq!(read("lot"), None);
        assert!(coding.is_missing("??") && coding.is_missing("Seen") && !coding.is_missing("no"));
    }

    #[test]
    fn semicolons_part_words_as_commas_do() {
        let mut coding = Coding::default();
        coding.add_words("Agree=5; Disagree=1;", &scale()).unwrap();
        coding.add_words("Yes; a lot=4,b=2", &scale()).unwrap();
        let read = |text| coding.by_word(text).map(Point::number);
        let words = ["agree", "disagree", "Yes; a lot", "b", "a lot"];
        assert_eq!(words.map(read), [Some(5), Some(1), Some(4), Some(2), None]);
    }

    #[test]
    fn numbers_that_are_answers_already_are_told_if_they_stand_for_others() {
        let told = |lowest, words| {
            let mut coding = Coding::default();
            coding.count_from(lowest);
            coding.add_words(words, &scale()).unwrap();
            let of = coding.renumbered(&scale()).into_iter();
            of.map(|(written, point)| (written, point.number())).collect::<Vec<_>>()
        };
        assert_eq!(told(1, "5=1,1=5,3=3,6=2,Agree=5"), [(1, 5), (5, 1)]);
        // Counted from 0, the numbers 0 to 4 are answers.
        assert_eq!(told(0, "0=1,4=1,5=1"), [(4, 1)]);
    }

    #[test]
    fn a_word_is_one_answer_on_the_scale() {
        for (text, why) in [
            (
                "Agree",
                "\"Agree\" names no answer: write WORD=NUMBER, with commas between, as in \
                 \"Agree=5,Disagree=1\"",
            ),
            (
                "Agree=6",
                "\"Agree\": \"6\" is no answer: write the number of an answer, 1 to 5, behind each \
                 word, as in \"Agree=5,Disagree=1\"",
            ),
            (
                "Agree=",
                "\"Agree\": nothing stands behind it: write the number of an answer, 1 to 5, behind \
                 each word, as in \"Agree=5,Disagree=1\"",
            ),
            ("Agree=5,agree=4", "\"agree\" is to be two answers: name it once"),
            (
                "=5",
                "\"=5\" names no answer: write WORD=NUMBER, with commas between, as in \
                 \"Agree=5,Disagree=1\"",
            ),
        ] {
            let error = Coding::default().add_words(text, &scale()).unwrap_err();
            assert_eq!(error.to_string(), why);
        }
    }
}
