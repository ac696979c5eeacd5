//! Signs of careless answering, in words that accuse nobody.

use crate::report::{Report, SignPart, Status};
use crate::signs::SignIndex;
use crate::telling::clean::Clean;

/// Signs of careless answering.
#[derive(Debug)]
pub struct SignsText {
    /// The heading.
    pub heading: &'static str,
    /// The flagged signs; those that follow from another are left out.
    pub items: Vec<Clean>,
    /// What they mean.
    pub text: &'static str,
}

/// The flagged signs, if there are any.
pub(super) fn flagged(report: &Report<'_>) -> Option<SignsText> {
    let flagged = || report.signs.iter().filter(|sign| sign.flagged);
    // Answers that are all the same come in one row and do not vary: that is one thing.
    let all_equal = flagged().find(|sign| sign.index == SignIndex::StraightLine);
    let items: Vec<Clean> = match all_equal {
        Some(sign) => vec![words(sign).into()],
        None => flagged().map(|sign| words(sign).into()).collect(),
    };
    (!items.is_empty()).then_some(SignsText {
        heading: "A word of care about these answers",
        items,
        text: if report.status == Status::Ranked {
            "This happens to careful people too, and it did not change the result. If you hurried, \
             take the quiz again."
        } else {
            "This happens to careful people too. If you hurried, take the quiz again."
        },
    })
}

fn words(sign: &SignPart) -> String {
    let value = sign.value.unwrap_or_default();
    match sign.index {
        SignIndex::StraightLine => "All your answers are the same.".to_owned(),
        SignIndex::Longstring => format!("You gave the same answer {value:.0} times in a row."),
        SignIndex::Variability => {
            format!("Your answers differ very little from each other (by {value:.2} steps).")
        }
        SignIndex::Consistency => {
            "Answers about the same interest often point different ways.".to_owned()
        }
    }
}
