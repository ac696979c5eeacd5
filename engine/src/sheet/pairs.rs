//! One answer or one weight at a time, named by its id.

use super::Sheet;
use super::answers::point;
use super::importance::Importance;
use crate::catalogue::{Mistake, nearest};

impl Sheet<'_> {
    /// Answers one question by its id, as in `ward-dashboard=4`.
    ///
    /// # Errors
    /// A sentence that names what is wrong: the id or the value.
    pub fn answer(&mut self, id: &str, value: &str) -> Result<(), String> {
        let questionnaire = self.catalogue().questionnaire();
        let ids = questionnaire.questions.iter().map(|question| question.id.as_str());
        let question = questionnaire.question(id).ok_or_else(|| unknown("question", id, ids))?;
        let answer = point(&questionnaire.scale, value).map_err(|error| error.to_string())?;
        self.set_answer(question, Some(answer));
        Ok(())
    }

    /// Sets what one interest counts by its id, as in `analysis=2`.
    ///
    /// # Errors
    /// A sentence that names what is wrong: the id or the value.
    pub fn weigh(&mut self, id: &str, value: &str) -> Result<(), String> {
        let questionnaire = self.catalogue().questionnaire();
        let ids = questionnaire.interests.iter().map(|interest| interest.id.as_str());
        let interest = questionnaire.interest(id).ok_or_else(|| unknown("interest", id, ids))?;
        let weight = value.parse::<f64>().ok().filter(|w| (0.0..=Importance::MOST).contains(w));
        let weight =
            weight.ok_or_else(|| format!("\"{value}\" is not an importance: expected 0 to 5"))?;
        self.set_importance(interest, weight);
        Ok(())
    }
}

fn unknown<'a>(what: &'static str, id: &str, ids: impl Iterator<Item = &'a str>) -> String {
    let mistake = Mistake::UnknownId { what, id: id.to_owned() };
    match nearest(id, ids) {
        Some(near) => format!("{mistake}; did you mean \"{near}\"?"),
        None => mistake.to_string(),
    }
}
