//! What would have to be answered otherwise for another role to win.

use super::direction::Direction;
use super::estimate::Estimate;
use super::ledger::gradients;
use crate::catalogue::{Point, Question, Questionnaire};
use crate::sheet::Answers;

/// An answer that would have to be another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The question's number in [`Questionnaire::questions`].
    pub question: usize,
    /// The answer that was given.
    pub from: Point,
    /// The answer that would help the rival most.
    pub to: Point,
}

/// A lead smaller than this is rounding.
const ROUNDING: f64 = 1e-12;

/// The fewest answers that would have to change, and to what, for the role
/// that points to `rival` to come out strictly ahead of the one that points to
/// `first`; `None` if no change of the answers given could do it.
///
/// The lead is linear in the answers: each can take away from it on its own, by
/// going to one end of the scale. So the largest such gains, taken one by one,
/// are the fewest that can be enough. Equal gains go by the order of the file.
#[must_use]
pub fn rival_changes(
    questionnaire: &Questionnaire,
    answers: &Answers,
    estimate: &Estimate,
    first: &Direction,
    rival: &Direction,
) -> Option<Vec<Change>> {
    let ahead: Vec<f64> = first.parts().iter().zip(rival.parts()).map(|(a, b)| a - b).collect();
    let values = estimate.interests.iter().map(|interest| interest.value);
    let mut lead: f64 = ahead.iter().zip(values).map(|(weight, value)| weight * value).sum();
    let gradients = gradients(questionnaire, estimate, &ahead);
    let mut gains = gains(questionnaire, answers, &gradients);
    gains.sort_by(|(left, _), (right, _)| right.total_cmp(left));
    let mut changes = Vec::new();
    for (gain, change) in gains {
        if lead < -ROUNDING {
            break;
        }
        lead -= gain;
        changes.push(change);
    }
    (lead < -ROUNDING).then_some(changes)
}

/// For each answer that could take from the lead, by how much at most.
fn gains(
    questionnaire: &Questionnaire,
    answers: &Answers,
    gradients: &[f64],
) -> Vec<(f64, Change)> {
    type Asked<'a> = (usize, ((&'a Question, Option<Point>), &'a f64));
    let scale = &questionnaire.scale;
    let asked = questionnaire.questions.iter().zip(answers.iter()).zip(gradients).enumerate();
    let gain = |(number, ((question, point), gradient)): Asked<'_>| {
        let from = point?;
        let here = question.coordinate(scale, from);
        let gain = |to: Point| gradient * (here - question.coordinate(scale, to));
        let ends = [scale.points().next()?, scale.points().next_back()?];
        let to = ends.into_iter().max_by(|a, b| gain(*a).total_cmp(&gain(*b)))?;
        (gain(to) > 0.0).then(|| (gain(to), Change { question: number, from, to }))
    };
    asked.filter_map(gain).collect()
}
