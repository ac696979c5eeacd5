//! The answers of the scale as they are written in a form.

use crate::catalogue::{Point, Scale};
use crate::sheet::{AnswerWords, ReadAnswer};

use super::escaping::line;

/// The labels, lowest first, all in the first of these forms in which each is read back as
/// its own answer: alone, behind its number, or the number alone.
pub(crate) fn labels(scale: &Scale) -> Vec<String> {
    let words = AnswerWords::of(scale);
    let forms: [fn(Point, &str) -> String; 2] =
        [|_, label| label.to_owned(), |point, label| format!("{} - {label}", point.number())];
    let written = |form: fn(Point, &str) -> String| -> Option<Vec<String>> {
        let each = scale.points().map(|point| {
            let text = form(point, &line(scale.label(point)));
            let read = words.read(&text).ok().and_then(ReadAnswer::point);
            (!text.is_empty() && read == Some(point)).then_some(text)
        });
        each.collect()
    };
    forms
        .into_iter()
        .find_map(written)
        .unwrap_or_else(|| scale.points().map(|point| point.number().to_string()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels_of(labels: &[&str]) -> Vec<String> {
        super::labels(&Scale::new(labels.iter().map(|&label| label.to_owned()).collect()).unwrap())
    }

    #[test]
    fn a_label_that_would_be_read_as_another_answer_stands_behind_its_number() {
        assert_eq!(labels_of(&["No", "Yes"]), ["No", "Yes"]);
        assert_eq!(labels_of(&["N/A", "Yes\n now"]), ["N/A", "Yes now"]);
        assert_eq!(labels_of(&["2", "1"]), ["1 - 2", "2 - 1"]);
        assert_eq!(labels_of(&["Maybe", "maybe", "Yes"]), ["1", "2", "3"]);
    }
}
