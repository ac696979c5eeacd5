//! Answers as people and survey tools write them: by number, by label, or both.

use super::answers::{BadAnswer, point};
use super::folding::folded;
use crate::catalogue::{Point, Scale};

/// What stands for a question that was not answered, in small letters, beside nothing.
const MISSING: [&str; 10] = ["-", "na", "n/a", "#n/a", "nan", "null", "none", ".", "-9", "-99"];

/// Reads answers on one scale.
#[derive(Debug, Clone)]
pub(crate) struct AnswerWords<'c> {
    scale: &'c Scale,
    /// The labels as they are compared, lowest first.
    labels: Vec<String>,
}

impl<'c> AnswerWords<'c> {
    pub(crate) fn of(scale: &'c Scale) -> Self {
        Self { scale, labels: scale.labels().iter().map(|label| folded(label)).collect() }
    }

    /// The answer that `text` is, by its number (`4`, `4.0`), its label (`Like`), or both
    /// where they agree (`4 - Like`, `Like (4)`); `None` if it stands for none.
    ///
    /// # Errors
    /// [`BadAnswer`] if it is none of these.
    pub(crate) fn read(&self, text: &str) -> Result<Option<Point>, BadAnswer> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        let by_number = point(self.scale, text);
        if let Ok(point) = by_number {
            return Ok(Some(point));
        }
        let word = folded(text);
        if let Some(point) = self.by_label(&word).or_else(|| self.by_both(&word)) {
            return Ok(Some(point));
        }
        let small = text.to_lowercase();
        if MISSING.contains(&small.as_str()) { Ok(None) } else { by_number.map(Some) }
    }

    /// The only point with this label.
    fn by_label(&self, word: &str) -> Option<Point> {
        let mut points = self.scale.points().zip(&self.labels).filter(|(_, label)| *label == word);
        let first = points.next()?.0;
        points.next().is_none().then_some(first)
    }

    /// A number and the label that belongs to it, in either order.
    fn by_both(&self, word: &str) -> Option<Point> {
        let is_between = |c: char| c.is_whitespace() || "-=:.)(".contains(c);
        let of = |number: &str, label: &str| {
            let point = point(self.scale, number).ok()?;
            let label = folded(label.trim_matches(is_between));
            (!label.is_empty() && self.by_label(&label)? == point).then_some(point)
        };
        let digits = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
        let (number, label) = word.split_at(digits);
        of(number, label).or_else(|| {
            let (label, number) = word.rsplit_once('(')?;
            of(number.trim_end_matches(')'), label)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_its_number_its_label_or_both() {
        let labels = ["Strongly dislike", "Dislike", "Don't know", "Like", "Strongly like"];
        let scale = Scale::new(labels.map(str::to_owned).to_vec()).unwrap();
        let words = AnswerWords::of(&scale);
        let read = |text: &str| words.read(text).map(|point| point.map(Point::number));
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
        ] {
            assert_eq!(read(text), Ok(Some(4)), "{text}");
        }
        assert_eq!(read("Don’t know"), Ok(Some(3)));
        for text in ["", " ", "-", "NA", "n/a", "NaN", "NULL", "-99", "-9", ".", "#N/A"] {
            assert_eq!(read(text), Ok(None), "{text}");
        }
        for text in
            ["0", "6", "4.5", "4 - Dislike", "Dislike (4)", "likes", "4 -", "like (9)", "44"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_label_comes_before_what_is_missing_elsewhere_and_a_repeated_one_is_none() {
        let scale =
            Scale::new(["N/A", "Maybe", "maybe", "Yes"].map(str::to_owned).to_vec()).unwrap();
        let words = AnswerWords::of(&scale);
        assert_eq!(words.read("n/a").unwrap().map(Point::number), Some(1));
        assert!(words.read("Maybe").is_err());
    }
}
