//! What would have to be answered otherwise for another role to win.

use super::direction::Direction;
use super::estimate::Estimate;
use super::ledger::gradients;
use crate::catalogue::{Each, Point, Question, QuestionIx};
use crate::sheet::Answers;

/// An answer that would have to be another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The question.
    pub question: QuestionIx,
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
///
/// ```
/// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
/// use rolefit_engine::matching::{Direction, Estimate, rival_changes};
/// use rolefit_engine::sheet::{Answers, Importance};
///
/// let importance = Importance::equal(&catalogue);
/// let mut directions = catalogue.careers().roles.iter();
/// let mut next = || Direction::of(&directions.next()?.profile, &importance);
/// let (clerk, guide) = (next().ok_or("a role")?, next().ok_or("a role")?);
/// let answers = Answers::from_digits(&catalogue, "521234")?;
/// let changes = rival_changes(&answers, &Estimate::of(&answers), &clerk, &guide);
/// let changes = changes.ok_or("some change can do it")?;
/// let question = &catalogue.questionnaire().questions[changes[0].question];
/// println!("{} from {} to {}", question.id, changes[0].from.number(), changes[0].to.number());
/// assert!(changes.len() <= answers.answered());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn rival_changes(
    answers: &Answers<'_>,
    estimate: &Estimate,
    first: &Direction,
    rival: &Direction,
) -> Option<Vec<Change>> {
    let ahead: Vec<f64> = first.parts().iter().zip(rival.parts()).map(|(a, b)| a - b).collect();
    let values = estimate.interests.iter().map(|interest| interest.value);
    let mut lead: f64 = ahead.iter().zip(values).map(|(weight, value)| weight * value).sum();
    let gradients = gradients(answers, estimate, &ahead);
    let mut gains = gains(answers, &gradients);
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
fn gains(answers: &Answers<'_>, gradients: &Each<Question, f64>) -> Vec<(f64, Change)> {
    let scale = &answers.catalogue().questionnaire().scale;
    let gain = |(ix, question, from): (QuestionIx, &Question, Point)| {
        let here = question.coordinate(scale, from);
        let gain = |to: Point| gradients[ix] * (here - question.coordinate(scale, to));
        let ends = [scale.points().next()?, scale.points().next_back()?];
        let to = ends.into_iter().max_by(|a, b| gain(*a).total_cmp(&gain(*b)))?;
        (gain(to) > 0.0).then(|| (gain(to), Change { question: ix, from, to }))
    };
    answers.answered_questions().filter_map(gain).collect()
}
