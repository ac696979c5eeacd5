//! What is to be done about a question, in words.

use crate::catalogue::Id;
use crate::cohort::{Cohort, QuestionAdvice};
use crate::telling::figures::or_dash;

/// What the answers show, and what to do.
#[must_use]
pub fn advice_text(cohort: &Cohort<'_>, advice: QuestionAdvice<'_>) -> String {
    let name = |id: &Id| {
        let interest = cohort.all.interests.iter().find(|of| of.id == id);
        interest.map_or_else(|| id.as_str().to_owned(), |of| of.name.to_owned())
    };
    let figure = |figure: f64| or_dash(Some(figure), 2);
    match advice {
        QuestionAdvice::Miskeyed { interest, reversed, correlation, .. } => format!(
            "Keyed the wrong way round? Its answers run against the others on {} (r = {}): {} \
             reversed: true, or reword it.",
            name(interest),
            figure(correlation),
            if reversed { "remove" } else { "add" }
        ),
        QuestionAdvice::Dead { alike: Some(alike), respondents, .. } => format!(
            "Tells little: {alike} of {respondents} people give the same answer. Reword it so that \
             people differ, or leave it out."
        ),
        QuestionAdvice::Dead { .. } => {
            "Tells little: its answers hardly go with the others on its interests, or run against \
             them. See whether it is keyed the right way round; else reword it, or leave it out."
                .to_owned()
        }
        QuestionAdvice::MeasuresAnother { interest, correlation, own, own_correlation, .. } => {
            format!(
                "Measures {} better (r = {}) than {} ({}): key it there, or reword it.",
                name(interest),
                figure(correlation),
                name(own),
                figure(own_correlation)
            )
        }
    }
}
