//! One answer or one weight at a time, named by its id.

use super::Sheet;
use super::answer_words::AnswerWords;
use super::answers::BadAnswer;
use super::ids::UnknownId;
use super::importance::Importance;
use crate::catalogue::repeated;

/// Why an answer or a weight that is named by its id cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PairMistake {
    /// An id that is not in the questionnaire.
    #[error(transparent)]
    UnknownId(#[from] UnknownId),
    /// A value that is not an answer.
    #[error("{id}: {error}")]
    Answer {
        /// The id of the question.
        id: String,
        /// What is wrong with the value.
        error: BadAnswer,
    },
    /// A value that is not an importance.
    #[error("\"{found}\" is not an importance: expected 0 to 5", found = repeated(found))]
    Importance {
        /// The value.
        found: String,
    },
}

impl Sheet<'_> {
    /// Answers one question by its id, as in `ward-dashboard=4` or `ward-dashboard=Like`.
    ///
    /// # Errors
    /// An unknown id, or a value that is not on the scale.
    pub fn answer(&mut self, id: &str, value: &str) -> Result<(), PairMistake> {
        let questionnaire = self.catalogue().questionnaire();
        let ids = questionnaire.questions.iter().map(|question| question.id.as_str());
        let question =
            questionnaire.question(id).ok_or_else(|| UnknownId::among(ids, "question", id))?;
        let answer = AnswerWords::of(&questionnaire.scale).read(value);
        let answer = answer.map_err(|error| PairMistake::Answer { id: id.to_owned(), error })?;
        self.set_answer(question, answer.point());
        Ok(())
    }

    /// Sets what one interest counts by its id, as in `analysis=2`.
    ///
    /// # Errors
    /// An unknown id, or a value that is not a number from 0 to 5.
    pub fn weigh(&mut self, id: &str, value: &str) -> Result<(), PairMistake> {
        let questionnaire = self.catalogue().questionnaire();
        let ids = questionnaire.interests.iter().map(|interest| interest.id.as_str());
        let interest =
            questionnaire.interest(id).ok_or_else(|| UnknownId::among(ids, "interest", id))?;
        let weight = value.parse::<f64>().ok().filter(|w| (0.0..=Importance::MOST).contains(w));
        let weight = weight.ok_or_else(|| PairMistake::Importance { found: value.to_owned() })?;
        self.set_importance(interest, weight);
        Ok(())
    }
}
