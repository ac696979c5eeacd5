//! A sitting as it is saved, and what of it still holds later.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::sitting::{Form, Sitting};
use crate::catalogue::{Catalogue, InterestIx, Point, Question, QuestionIx, Scale, StartingPoint};

/// What the file of a saved sitting holds: the form, what was answered in the
/// order in which it was asked, what was marked, and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedSitting {
    /// The version of this form: 2, or 1, which had no result. Its name also tells
    /// the file from others.
    pub rolefit_sitting: u32,
    /// Which questions are asked.
    pub form: Form,
    /// The questions that were put, in that order.
    pub asked: Vec<SavedAnswer>,
    /// The ids of the interests that were marked as mattering most. It may be
    /// absent: nothing is marked before the last question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matters: Vec<String>,
    /// Where the person starts from; absent if that was not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starting_point: Option<StartingPoint>,
    /// What the person was told; absent until the sitting is finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<SavedResult>,
}

/// What the person was told at the end of a sitting. It outlives the questions and
/// careers that it was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedResult {
    /// The fingerprint of the data files.
    pub catalogue: String,
    /// The short summary, in plain lines.
    pub summary: Vec<String>,
}

/// A question that was put.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedAnswer {
    /// Its id.
    pub id: String,
    /// What was seen: a digest of its wording, its direction and its answers.
    pub seen: String,
    /// The answer, from 1; null if it was skipped.
    pub answer: Option<u8>,
}

/// An answer, or a mark, that could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The id of the question, or of the interest that was marked.
    pub id: String,
    /// Why.
    pub reason: DropReason,
}

/// Why an answer, or a mark, could not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DropReason {
    /// There is no such question any more.
    Gone,
    /// The question, or the answers on offer, read differently now.
    Changed,
    /// This answer is none of those on offer.
    OffScale(u8),
    /// There is no such interest any more, and it was marked.
    NoInterest,
}

impl SavedSitting {
    /// The version of the form that is written.
    pub const VERSION: u32 = 2;

    /// The first version of the form, which is still read.
    pub const OLDEST_VERSION: u32 = 1;

    /// Of a sitting in which nothing was said.
    #[must_use]
    pub fn blank(form: Form) -> Self {
        Self {
            rolefit_sitting: Self::VERSION,
            form,
            asked: Vec::new(),
            matters: Vec::new(),
            starting_point: None,
            result: None,
        }
    }

    /// What is to be kept of a sitting.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::sitting::{Form, SavedSitting, Sitting};
    ///
    /// let mut sitting = Sitting::new(&catalogue, Form::Full);
    /// let first = catalogue.questionnaire().question("sums").ok_or("a question")?;
    /// sitting.answers.set(first, catalogue.questionnaire().scale.point(5));
    /// sitting.asked.push(first);
    /// let saved = serde_json::to_string(&SavedSitting::of(&sitting))?;
    /// let saved: SavedSitting = serde_json::from_str(&saved)?;
    /// assert_eq!(saved.resume(&catalogue).sitting, sitting);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(sitting: &Sitting<'_>) -> Self {
        let questionnaire = sitting.answers.catalogue().questionnaire();
        let put = |ix: &QuestionIx| {
            let question = &questionnaire.questions[*ix];
            SavedAnswer {
                id: question.id.to_string(),
                seen: seen(question, &questionnaire.scale),
                answer: sitting.answers.get(*ix).map(Point::number),
            }
        };
        let marked = |ix: &InterestIx| questionnaire.interests[*ix].id.to_string();
        Self {
            rolefit_sitting: Self::VERSION,
            form: sitting.form,
            asked: sitting.asked.iter().map(put).collect(),
            matters: sitting.matters.iter().map(marked).collect(),
            starting_point: sitting.starting_point,
            result: None,
        }
    }

    /// The same, finished with this result.
    #[must_use]
    pub fn finished(self, result: SavedResult) -> Self {
        Self { rolefit_sitting: Self::VERSION, result: Some(result), ..self }
    }

    /// Whether its person has been told a result.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.result.is_some()
    }

    /// Whether it was finished with other questions or careers than those of
    /// `catalogue`.
    #[must_use]
    pub fn is_of_other(&self, catalogue: &Catalogue) -> bool {
        let fingerprint = catalogue.fingerprint().as_str();
        self.result.as_ref().is_some_and(|result| result.catalogue != fingerprint)
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
    pub fn resume<'c>(&self, catalogue: &'c Catalogue) -> Resumed<'c> {
        let questionnaire = catalogue.questionnaire();
        let mut sitting = Sitting::new(catalogue, self.form);
        sitting.starting_point = self.starting_point;
        let mut resumed = Resumed { sitting, dropped: Vec::new() };
        for put in &self.asked {
            let Some(number) = questionnaire.question(&put.id) else {
                resumed.drop(put, DropReason::Gone);
                continue;
            };
            let question = &questionnaire.questions[number];
            if seen(question, &questionnaire.scale) != put.seen {
                resumed.drop(put, DropReason::Changed);
                continue;
            }
            let point = put.answer.and_then(|answer| questionnaire.scale.point(answer));
            match (put.answer, point) {
                (Some(answer), None) => resumed.drop(put, DropReason::OffScale(answer)),
                _ if resumed.sitting.asked.contains(&number) => {}
                _ => {
                    resumed.sitting.asked.push(number);
                    resumed.sitting.answers.set(number, point);
                }
            }
        }
        for id in &self.matters {
            match questionnaire.interest(id) {
                None => {
                    resumed
                        .dropped
                        .push(Dropped { id: id.clone(), reason: DropReason::NoInterest });
                }
                Some(number) if resumed.sitting.matters.contains(&number) => {}
                Some(number) => resumed.sitting.matters.push(number),
            }
        }
        resumed
    }
}

/// A saved sitting, fitted to the catalogue of today.
#[derive(Debug, Clone, PartialEq)]
pub struct Resumed<'c> {
    /// What of it still holds.
    pub sitting: Sitting<'c>,
    /// What does not.
    pub dropped: Vec<Dropped>,
}

impl Resumed<'_> {
    /// Takes note of an answer that is lost; a skipped question loses none.
    fn drop(&mut self, put: &SavedAnswer, reason: DropReason) {
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
    use crate::catalogue::yaml::Source;

    #[test]
    fn a_sitting_is_read_back_as_it_was_written_to_the_last_digit() {
        for chance in [0.8, 0.1 + 0.2, 5e-324, 1e42] {
            let form = Form::Adaptive(chance);
            let progress = SavedSitting {
                rolefit_sitting: SavedSitting::VERSION,
                form,
                asked: Vec::new(),
                matters: vec!["analysis".to_owned()],
                starting_point: Some(StartingPoint::College),
                result: None,
            };
            let summary = vec!["Your result".to_owned(), String::new()];
            let catalogue = "sha256:00".to_owned();
            let finished = progress.clone().finished(SavedResult { catalogue, summary });
            let written = serde_json::to_string(&finished).unwrap();
            assert_eq!(serde_json::from_str::<SavedSitting>(&written).unwrap(), finished);
            let written = serde_json::to_string(&progress).unwrap();
            assert_eq!(serde_json::from_str::<SavedSitting>(&written).unwrap(), progress);
        }
    }

    #[test]
    fn a_sitting_that_was_saved_before_there_were_marks_has_none() {
        let older = r#"{"rolefit_sitting":1,"form":"full","asked":[]}"#;
        let progress: SavedSitting = serde_json::from_str(older).unwrap();
        assert!(progress.matters.is_empty() && !progress.is_finished());
        assert_eq!(serde_json::to_string(&progress).unwrap(), older);
    }

    #[test]
    fn a_mark_goes_with_its_interest_and_not_without_a_word() {
        let source = |name, text: &str| Source::decode(name, text.as_bytes());
        let catalogue = Catalogue::read(
            source("questions.yaml", include_str!("../../examples/small/questions.yaml")),
            source("careers.yaml", include_str!("../../examples/small/careers.yaml")),
        )
        .unwrap();
        let mut sitting = Sitting::new(&catalogue, Form::Short);
        let interests: Vec<_> = catalogue.questionnaire().interests.indices().collect();
        sitting.matters = vec![interests[3], interests[1]];
        let mut progress = SavedSitting::of(&sitting);
        assert_eq!(progress.resume(&catalogue), Resumed { sitting, dropped: Vec::new() });
        progress.matters = vec!["gone".to_owned(), progress.matters[1].clone()];
        let resumed = progress.resume(&catalogue);
        assert_eq!(resumed.sitting.matters, [interests[1]]);
        let gone = Dropped { id: "gone".to_owned(), reason: DropReason::NoInterest };
        assert_eq!(resumed.dropped, [gone]);
    }
}
