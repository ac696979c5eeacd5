//! How well the questions work.

use super::advice::advice_text;
use crate::catalogue::Catalogue;
use crate::cohort::{Cohort, Listwise, Reliability};
use crate::telling::clean::Clean;
use crate::telling::figures::{count_or_dash, or_dash};

/// How well the questions of an interest hang together.
#[derive(Debug)]
pub struct ReliabilityLine {
    /// The interest's name.
    pub name: Clean,
    /// Cronbach's alpha by pairwise deletion, or a dash.
    pub alpha: String,
    /// How many of its questions anybody answered.
    pub questions: usize,
    /// How many people alpha rests on, or a dash.
    pub respondents: String,
    /// The same of those who answered every question on the interest, if it was asked for.
    pub listwise: Option<ListwiseLine>,
}

/// How well the questions of an interest hang together, by those who answered all of them.
#[derive(Debug)]
pub struct ListwiseLine {
    /// Cronbach's alpha, or a dash.
    pub alpha: String,
    /// How many people it rests on, or a dash.
    pub respondents: String,
}

/// A question.
#[derive(Debug)]
pub struct QuestionLine {
    /// Its id.
    pub id: Clean,
    /// Its wording.
    pub text: Clean,
    /// How many answered it, or a dash.
    pub answered: String,
    /// The mean answer, from 1, or a dash.
    pub mean: String,
    /// The standard deviation of the answers, or a dash.
    pub sd: String,
    /// For each interest it measures, how its answers go with the others'.
    pub item_rest: String,
    /// What is to be done about it, if anything.
    pub advice: Option<Clean>,
}

pub(super) fn reliability(catalogue: &Catalogue, of: &[Reliability<'_>]) -> Vec<ReliabilityLine> {
    let interests = catalogue.questionnaire().interests.iter().zip(of);
    interests
        .map(|(interest, of)| ReliabilityLine {
            name: Clean::from(&interest.name),
            alpha: or_dash(of.alpha, 2),
            questions: of.questions,
            respondents: count_or_dash(of.respondents),
            listwise: of.listwise.map(listwise),
        })
        .collect()
}

fn listwise(of: Listwise) -> ListwiseLine {
    ListwiseLine { alpha: or_dash(of.alpha, 2), respondents: count_or_dash(of.respondents) }
}

pub(super) fn questions(catalogue: &Catalogue, cohort: &Cohort<'_>) -> Vec<QuestionLine> {
    let asked = catalogue.questionnaire().questions.iter().zip(&cohort.questions);
    asked
        .map(|(question, of)| {
            let item_rest: Vec<String> =
                of.item_rest.iter().map(|rest| or_dash(rest.correlation, 2)).collect();
            QuestionLine {
                id: Clean::from(of.id.as_str()),
                text: Clean::from(&question.text),
                answered: count_or_dash(of.answered),
                mean: or_dash(of.mean, 2),
                sd: or_dash(of.sd, 2),
                item_rest: item_rest.join(" "),
                advice: of.advice.map(|advice| advice_text(cohort, advice).into()),
            }
        })
        .collect()
}
