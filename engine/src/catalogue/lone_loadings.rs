//! Questions of which each measures one interest, and an interest as much as every other does that
//! measures it: most questionnaires have no others, and their scores are plain means.

use super::index::Each;
use super::questionnaire::{Interest, InterestIx, Question, Questionnaire};
use super::scale::{Point, Scale};

/// What the answers to such questions say.
#[derive(Debug, Clone)]
pub(crate) struct LoneLoadings {
    /// One for each question.
    questions: Vec<LoneLoading>,
    /// The weight with which each interest is measured, 0 if it is not.
    units: Each<Interest, f64>,
}

/// What the answers to one question say.
#[derive(Debug, Clone)]
pub(crate) struct LoneLoading {
    /// The interest it measures.
    pub(crate) interest: InterestIx,
    /// What each answer says of it, from -1 to 1, the lowest first.
    coordinates: [f64; Scale::MAX_POINTS],
}

impl LoneLoadings {
    /// Those of a questionnaire, if it has no other questions.
    pub(super) fn of(questionnaire: &Questionnaire) -> Option<Self> {
        let mut units = questionnaire.interests.each(0.0);
        let lone = |question: &Question| {
            let [loading] = question.loadings.as_slice() else { return None };
            let unit: &mut f64 = &mut units[loading.interest];
            let is_first = *unit <= 0.0;
            if !is_first && unit.to_bits() != loading.weight.to_bits() {
                return None;
            }
            *unit = loading.weight;
            let mut coordinates = [0.0; Scale::MAX_POINTS];
            for (point, says) in questionnaire.scale.points().zip(&mut coordinates) {
                *says = question.coordinate(&questionnaire.scale, point);
            }
            Some(LoneLoading { interest: loading.interest, coordinates })
        };
        let questions = questionnaire.questions.iter().map(lone).collect::<Option<_>>()?;
        Some(Self { questions, units })
    }

    /// One for each question, in file order.
    pub(crate) fn questions(&self) -> &[LoneLoading] {
        &self.questions
    }

    /// The weight with which each interest is measured, 0 if it is not.
    pub(crate) fn units(&self) -> &Each<Interest, f64> {
        &self.units
    }
}

impl LoneLoading {
    /// What an answer says of the interest, from -1 to 1.
    pub(crate) fn coordinate(&self, point: Point) -> f64 {
        self.coordinates.get(usize::from(point.number()) - 1).copied().unwrap_or_default()
    }
}
