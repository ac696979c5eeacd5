//! Answers as people and survey tools write them: by number, by label, or both.

use super::answers::{BadAnswer, point, whole};
use super::coding::Coding;
use super::folding::folded;
use crate::catalogue::{Point, Scale};

/// What stands for a question that was not answered, in small letters, beside nothing.
const MISSING: [&str; 12] =
    ["-", "–", "—", "na", "n/a", "#n/a", "nan", "null", "none", ".", "-9", "-99"];

/// Reads answers on one scale.
#[derive(Debug, Clone)]
pub(crate) struct AnswerWords<'c> {
    scale: &'c Scale,
    coding: Coding,
    /// The labels as they are compared, lowest first.
    labels: Vec<String>,
}

/// What a text says of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReadAnswer {
    /// The answer, by its number.
    Number(Point),
    /// The answer, by its label or another word for it.
    Word(Point),
    /// That there is none.
    Missing,
}

impl ReadAnswer {
    /// The answer, if there is one.
    pub(crate) fn point(self) -> Option<Point> {
        match self {
            Self::Number(point) | Self::Word(point) => Some(point),
            Self::Missing => None,
        }
    }
}

impl<'c> AnswerWords<'c> {
    pub(crate) fn of(scale: &'c Scale) -> Self {
        Self::coded(scale, Coding::default())
    }

    /// Answers that a tool has coded so.
    pub(crate) fn coded(scale: &'c Scale, coding: Coding) -> Self {
        let labels = scale.labels().iter().map(|label| folded(label)).collect();
        Self { scale, coding, labels }
    }

    pub(crate) fn scale(&self) -> &'c Scale {
        self.scale
    }

    /// The answer that `text` is, by its number (`4`, `4.0`), its label (`Like`), or both
    /// where they agree (`4 - Like`, `Like (4)`), or that it stands for none. What the
    /// coding says comes first.
    ///
    /// # Errors
    /// [`BadAnswer`] if it is none of these.
    pub(crate) fn read(&self, text: &str) -> Result<ReadAnswer, BadAnswer> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(ReadAnswer::Missing);
        }
        if let Some(point) = self.coding.by_word(text) {
            return Ok(ReadAnswer::Word(point));
        }
        if self.coding.is_missing(text) {
            return Ok(ReadAnswer::Missing);
        }
        let by_number = self.by_number(text);
        if let Ok(point) = by_number {
            return Ok(ReadAnswer::Number(point));
        }
        let word = folded(text);
        let by_word =
            || self.by_label(&word).or_else(|| self.by_both(&word)).or_else(|| self.by_name(&word));
        if let Some(point) = by_word() {
            return Ok(ReadAnswer::Word(point));
        }
        let small = text.to_lowercase();
        if MISSING.contains(&small.as_str()) {
            return Ok(ReadAnswer::Missing);
        }
        by_number.map(ReadAnswer::Number)
    }

    /// Whether `text` is an answer, and stands for no skipped question.
    pub(crate) fn is_answer(&self, text: &str) -> bool {
        self.read(text).is_ok_and(|read| read.point().is_some())
    }

    /// Whether it is said how answers are coded.
    pub(crate) fn are_coded(&self) -> bool {
        self.coding != Coding::default()
    }

    /// Whether `text` is the number below the lowest answer: a tool that counts from 0
    /// writes it where others write 1.
    pub(crate) fn is_below(&self, text: &str) -> bool {
        whole(text.trim()) == Some(self.coding.lowest() - 1)
    }

    fn by_number(&self, text: &str) -> Result<Point, BadAnswer> {
        point(self.scale, self.coding.lowest(), text)
    }

    /// The only point with this label.
    fn by_label(&self, word: &str) -> Option<Point> {
        self.only(|label| label == word)
    }

    /// The only point of whose label this holds.
    fn only(&self, is_it: impl Fn(&str) -> bool) -> Option<Point> {
        let mut points = self.scale.points().zip(&self.labels).filter(|(_, label)| is_it(label));
        let first = points.next()?.0;
        points.next().is_none().then_some(first)
    }

    /// The only point whose label has these letters, where a tool has put `_` between its words.
    fn by_name(&self, word: &str) -> Option<Point> {
        let is_name = word.contains('_') && word.contains(char::is_alphabetic);
        if !is_name || word.contains(char::is_whitespace) {
            return None;
        }
        let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
        let named = letters(word);
        self.only(|label| letters(label) == named)
    }

    /// A number and the label that belongs to it, in either order.
    fn by_both(&self, word: &str) -> Option<Point> {
        let is_between = |c: char| c.is_whitespace() || "-=:.)(".contains(c);
        let of = |(number, label): (&str, &str)| {
            let point = self.by_number(number).ok()?;
            let label = folded(label.trim_matches(is_between));
            (!label.is_empty() && self.by_label(&label)? == point).then_some(point)
        };
        let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
        let behind = |open: &str, close: char| {
            let (label, number) = word.rsplit_once(open)?;
            Some((number.trim_end_matches(close), label))
        };
        let before = |open: char, close: char| word.strip_prefix(open)?.split_once(close);
        let both = [
            Some(word.split_at(digits)),
            behind("(", ')'),
            behind("[", ']'),
            behind(" - ", ' '),
            before('(', ')'),
            before('[', ']'),
        ];
        both.into_iter().flatten().find_map(of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `text` is on a scale of liking: the number of the answer, or nothing.
    fn read(text: &str) -> Result<Option<u8>, BadAnswer> {
        let labels = ["Strongly dislike", "Dislike", "Don't know", "Like", "Strongly like"];
        let scale = Scale::new(labels.map(str::to_owned).to_vec()).unwrap();
        AnswerWords::of(&scale).read(text).map(|read| read.point().map(Point::number))
    }

    #[test]
    fn a_label_is_known_by_its_letters_where_its_words_are_joined() {
        for (text, number) in [("Don’t know", 3), ("strongly_like", 5), ("don_t_know", 3)] {
            assert_eq!(read(text), Ok(Some(number)), "{text}");
        }
    }

    #[test]
    fn an_answer_is_its_number_its_label_or_both() {
        for text in [
            "4",
            "4.0",
            "4,00",
            "Like",
            " LIKE. ",
            "4 - Like",
            "4=like",
            "Like (4)",
            "4 : Like",
            "4. Like",
            "<b>Like</b>",
            "[4] Like",
            "(4) Like",
            "Like [4]",
            "Like - 4",
        ] {
            assert_eq!(read(text), Ok(Some(4)), "{text}");
        }
    }

    #[test]
    fn brackets_may_belong_to_a_label() {
        let labels = ["Hate [a lot]", "[x] Love", "10%"];
        let scale = Scale::new(labels.map(str::to_owned).to_vec()).unwrap();
        let words = AnswerWords::of(&scale);
        let read = |text: &str| words.read(text).map(|read| read.point().map(Point::number));
        for (text, number) in [
            ("Hate [a lot]", 1),
            ("1 - Hate [a lot]", 1),
            ("Hate [a lot] (1)", 1),
            ("[1] Hate [a lot]", 1),
            ("[x] Love", 2),
            ("2 - [x] Love", 2),
            ("3: 10%", 3),
        ] {
            assert_eq!(read(text), Ok(Some(number)), "{text}");
        }
        assert!(read("1_0").is_err());
    }

    #[test]
    fn what_is_no_answer_is_a_skipped_question_or_an_error() {
        for text in ["", " ", "-", "–", "—", "NA", "n/a", "NaN", "NULL", "-99", "-9", ".", "#N/A"]
        {
            assert_eq!(read(text), Ok(None), "{text}");
        }
        for text in [
            "0",
            "6",
            "4.5",
            "4 - Dislike",
            "Dislike (4)",
            "likes",
            "4 -",
            "like (9)",
            "44",
            "like4",
            "Dislike - 4",
            "[4] Dislike",
            "_",
            "like_s",
            "[4]",
            "strongly_likes",
        ] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_number_beside_a_label_may_have_a_sign_and_decimals() {
        let scale = Scale::new(["No", "Perhaps", "Yes"].map(str::to_owned).to_vec()).unwrap();
        let mut coding = Coding::default();
        coding.count_from(-1);
        let words = AnswerWords::coded(&scale, coding);
        let read = |text: &str| words.read(text).map(|read| read.point().map(Point::number));
        for text in ["No (-1)", "No [-1]", "No - -1", "No (-1.0)", "[-1] No"] {
            assert_eq!(read(text), Ok(Some(1)), "{text}");
        }
        for text in ["Yes (1.0)", "Yes (+1)", "Yes - 1"] {
            assert_eq!(read(text), Ok(Some(3)), "{text}");
        }
        for text in ["Yes (-1)", "Yes - -1", "Yes [-1]", "No (1)", "No - 1"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_label_comes_before_what_is_missing_elsewhere_and_a_repeated_one_is_none() {
        let scale =
            Scale::new(["N/A", "Maybe", "maybe", "Yes"].map(str::to_owned).to_vec()).unwrap();
        let words = AnswerWords::of(&scale);
        assert_eq!(words.read("n/a").unwrap().point().map(Point::number), Some(1));
        assert!(words.read("Maybe").is_err());
    }

    #[test]
    fn a_coding_comes_before_numbers_and_labels() {
        let scale = Scale::new(["No", "Perhaps", "Yes"].map(str::to_owned).to_vec()).unwrap();
        let mut coding = Coding::default();
        coding.count_from(0);
        coding.add_words("AO03=3,nope=1", &scale).unwrap();
        coding.add_missing("perhaps");
        let words = AnswerWords::coded(&scale, coding);
        let read = |text: &str| words.read(text).map(|read| read.point().map(Point::number));
        assert_eq!(read("0"), Ok(Some(1)));
        assert_eq!(read("2.0"), Ok(Some(3)));
        assert_eq!(read("1 - Perhaps"), Ok(Some(2)));
        assert_eq!(read("AO03"), Ok(Some(3)));
        assert_eq!(read("Nope"), Ok(Some(1)));
        assert_eq!(read("Perhaps"), Ok(None));
        let error = read("3").unwrap_err();
        assert_eq!((error.lowest, error.highest), (0, 2));
        assert!(words.is_below("-1") && !words.is_below("0"));
    }
}
