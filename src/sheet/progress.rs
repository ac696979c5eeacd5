//! A sitting that is not finished, in the form in which it is kept.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::answers::Answers;
use crate::catalogue::{Catalogue, Question, Scale};

/// Which questions a sitting asks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// All, in file order.
    Full,
    /// Those marked as short, in file order.
    Short,
    /// Those that tell most, until the first three roles hold this chance.
    Adaptive(f64),
}

/// How far a person has come: the form and what was answered, in the order in
/// which it was asked. This is what the file of a saved sitting holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// The version of this form: 1. Its name also tells the file from others.
    pub rolefit_sitting: u32,
    /// Which questions are asked.
    pub form: Form,
    /// The questions that were put, in that order.
    pub asked: Vec<Put>,
}

/// A question that was put.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Put {
    /// Its id.
    pub id: String,
    /// What was seen: a digest of its wording, its direction and its answers.
    pub seen: String,
    /// The answer, from 1; null if it was skipped.
    pub answer: Option<u8>,
}

/// A saved sitting, fitted to the catalogue of today.
#[derive(Debug, Clone, PartialEq)]
pub struct Resumed {
    /// Which questions are asked.
    pub form: Form,
    /// The numbers of the questions that were put, in that order.
    pub asked: Vec<usize>,
    /// The answers that still hold.
    pub answers: Answers,
    /// The answers that do not.
    pub dropped: Vec<Dropped>,
}

/// An answer that could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The question's id.
    pub id: String,
    /// Why.
    pub reason: Reason,
}

/// Why an answer could not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// There is no such question any more.
    Gone,
    /// The question, or the answers on offer, read differently now.
    Changed,
    /// This answer is none of those on offer.
    OffScale(u8),
}

impl Progress {
    /// The version of the form that is written and read.
    pub const VERSION: u32 = 1;

    /// What is to be kept of a sitting that has put the questions numbered `asked`.
    #[must_use]
    pub fn of(catalogue: &Catalogue, form: Form, asked: &[usize], answers: &Answers) -> Self {
        let questionnaire = catalogue.questionnaire();
        let put = |number: &usize| {
            let question = questionnaire.questions.get(*number)?;
            Some(Put {
                id: question.id.to_string(),
                seen: seen(question, &questionnaire.scale),
                answer: answers.get(*number).map(crate::catalogue::Point::number),
            })
        };
        Self { rolefit_sitting: Self::VERSION, form, asked: asked.iter().filter_map(put).collect() }
    }

    /// Whether no question was put yet.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.asked.is_empty()
    }

    /// How many questions were answered, whatever questions they were.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.asked.iter().filter(|put| put.answer.is_some()).count()
    }

    /// Fits a saved sitting to `catalogue`: what still holds is kept, in order.
    #[must_use]
    pub fn resume(&self, catalogue: &Catalogue) -> Resumed {
        let questionnaire = catalogue.questionnaire();
        let mut resumed = Resumed {
            form: self.form,
            asked: Vec::new(),
            answers: Answers::blank(questionnaire),
            dropped: Vec::new(),
        };
        for put in &self.asked {
            let number = questionnaire.question(&put.id);
            let question = number.and_then(|number| questionnaire.questions.get(number));
            let (Some(number), Some(question)) = (number, question) else {
                resumed.drop(put, Reason::Gone);
                continue;
            };
            if seen(question, &questionnaire.scale) != put.seen {
                resumed.drop(put, Reason::Changed);
                continue;
            }
            let point = put.answer.and_then(|answer| questionnaire.scale.point(answer));
            match (put.answer, point) {
                (Some(answer), None) => resumed.drop(put, Reason::OffScale(answer)),
                _ if resumed.asked.contains(&number) => {}
                _ => {
                    resumed.asked.push(number);
                    resumed.answers.set(number, point);
                }
            }
        }
        resumed
    }
}

impl Resumed {
    /// Takes note of an answer that is lost; a skipped question loses none.
    fn drop(&mut self, put: &Put, reason: Reason) {
        if put.answer.is_some() {
            self.dropped.push(Dropped { id: put.id.clone(), reason });
        }
    }
}

/// A digest of what a respondent saw of a question, and of what it meant.
fn seen(question: &Question, scale: &Scale) -> String {
    let mut hash = Sha256::new();
    hash.update(&question.text);
    hash.update([0, u8::from(question.reversed)]);
    for label in scale.labels() {
        hash.update([0]);
        hash.update(label);
    }
    hash.finalize().iter().take(8).fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sitting_is_read_back_as_it_was_written_to_the_last_digit() {
        for chance in [0.8, 0.1 + 0.2, 5e-324, 1e42] {
            let form = Form::Adaptive(chance);
            let progress = Progress { rolefit_sitting: Progress::VERSION, form, asked: Vec::new() };
            let written = serde_json::to_string(&progress).unwrap();
            assert_eq!(serde_json::from_str::<Progress>(&written).unwrap(), progress);
        }
    }
}
