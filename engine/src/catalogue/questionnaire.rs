//! What is asked: interests, questions and the scale of answers.

use serde::{Deserialize, Serialize};

use super::id::Id;
use super::index::{Ix, List};
use super::language::Language;
use super::scale::{Point, Scale};

/// The place of a question in [`Questionnaire::questions`].
pub type QuestionIx = Ix<Question>;
/// The place of an interest in [`Questionnaire::interests`].
pub type InterestIx = Ix<Interest>;

/// A questionnaire: everything that `questions.yaml` holds.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Questionnaire {
    /// The language of its texts.
    pub language: Language,
    /// The quiz's title.
    pub title: Option<String>,
    /// What a respondent is told first.
    pub introduction: Option<String>,
    /// How every question begins, such as "How much would you like to …".
    pub stem: Option<String>,
    /// The answers on offer.
    pub scale: Scale,
    /// How exactly the answers measure.
    pub measurement: Measurement,
    /// The interests; 3 to 64.
    pub interests: List<Interest>,
    /// The questions in the order they are asked; 1 to 1,000.
    pub questions: List<Question>,
}

/// How exactly the answers measure, in squared coordinate units (the scale
/// running from -1 to 1).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Measurement {
    /// The variance of one answer around the person's interest; 0 or more.
    pub noise: f64,
    /// The variance of a person's interests around the person's own level; above 0.
    pub signal: f64,
    /// The part of the noise that belongs to the question and stays when it is
    /// asked again, 0 to 1.
    pub lasting: f64,
    /// Where the figures come from.
    pub source: Option<String>,
}

impl Default for Measurement {
    /// The variances measured on 1,352 people who answered 60 five-point items
    /// on six interest scales (doi 10.5281/zenodo.20686670, CC BY 4.0): 0.945
    /// and 0.394 squared scale steps, a step being half a coordinate unit.
    fn default() -> Self {
        Self { noise: 0.236, signal: 0.099, lasting: 0.0, source: None }
    }
}

/// A kind of activity that a person may like more or less.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Interest {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it covers.
    pub description: Option<String>,
}

/// A question (in the field's word, an item).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Question {
    /// Its id.
    pub id: Id,
    /// The activity that the respondent rates.
    pub text: String,
    /// The interests it measures; at least one, each at most once.
    pub loadings: Vec<Loading>,
    /// Whether liking the activity speaks against the interests.
    pub reversed: bool,
    /// Whether the short form asks it.
    pub short: bool,
}

/// How strongly a question measures an interest.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Loading {
    /// The interest.
    pub interest: InterestIx,
    /// The weight, above 0.
    pub weight: f64,
}

impl Loading {
    pub(super) fn new(interest: InterestIx, weight: f64) -> Self {
        Self { interest, weight }
    }
}

impl Question {
    /// What answering `point` says of the interests, from -1 to 1.
    #[must_use]
    pub fn coordinate(&self, scale: &Scale, point: Point) -> f64 {
        let coordinate = scale.coordinate(point);
        if self.reversed { -coordinate } else { coordinate }
    }

    /// The weight with which it measures `interest`, or 0.
    #[must_use]
    pub fn weight(&self, interest: InterestIx) -> f64 {
        self.loadings
            .iter()
            .find(|loading| loading.interest == interest)
            .map_or(0.0, |loading| loading.weight)
    }
}

impl Questionnaire {
    /// The place of the interest called `id`.
    #[must_use]
    pub fn interest(&self, id: &str) -> Option<InterestIx> {
        self.interests.position(|interest| interest.id.as_str() == id)
    }

    /// Whether enough could be read for anyone to be matched.
    pub(super) fn is_usable(&self) -> bool {
        // Blank labels stand in for a scale that could not be read.
        let has_scale = self.scale.labels().iter().all(|label| !label.is_empty());
        self.interests.len() >= 3 && !self.questions.is_empty() && has_scale
    }

    /// The place of the question called `id`.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<QuestionIx> {
        self.questions.position(|question| question.id.as_str() == id)
    }
}
