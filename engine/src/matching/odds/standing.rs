//! What is known of a person's interests by which questions were answered, and
//! not by how.

use crate::catalogue::{Catalogue, Measurement};
use crate::matching::direction::Direction;
use crate::matching::estimate::{Estimate, InterestEstimate};
use crate::sheet::Answers;

/// The two ways in which the roles are ordered by a draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OrderedBy {
    /// By the true interests drawn.
    True,
    /// By a repeat sitting of someone who has them.
    Repeat,
}

/// How far a draw moves each interest: one entry an interest.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Standing(Vec<Reach>);

/// How far a draw moves an interest.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Reach {
    is_measured: bool,
    /// ρ.
    reliability: f64,
    /// √v, the spread of the true interest.
    spread: f64,
    /// The spread of the score of a repeat sitting; 0 if not measured.
    again: f64,
}

/// So much of the deviate of an interest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Move {
    pub(super) interest: usize,
    pub(super) by: f64,
}

impl Standing {
    /// The standing of those who answered what `estimate` rests on.
    pub(super) fn of(measurement: &Measurement, estimate: &Estimate) -> Self {
        let reach = |of: &InterestEstimate| {
            let is_measured = of.score.is_some();
            let again = if is_measured { of.score_variance(measurement).sqrt() } else { 0.0 };
            Reach { is_measured, reliability: of.reliability, spread: of.variance.sqrt(), again }
        };
        Self(estimate.interests.iter().map(reach).collect())
    }

    /// The standing of those who answered every question, and if there is a
    /// short form, of those who answered all of that.
    pub(super) fn of_forms(catalogue: &Catalogue) -> Vec<Self> {
        let questionnaire = catalogue.questionnaire();
        let lowest = questionnaire.scale.points().next();
        let of = |short: bool| {
            let mut answers = Answers::blank(catalogue);
            for (number, question) in questionnaire.questions.indexed() {
                if question.short || !short {
                    answers.set(number, lowest);
                }
            }
            let estimate = Estimate::of(&answers);
            Self::of(&questionnaire.measurement, &estimate)
        };
        let has_short = questionnaire.questions.iter().any(|question| question.short);
        if has_short { vec![of(false), of(true)] } else { vec![of(false)] }
    }

    /// In how many interests two standings differ.
    pub(super) fn distance(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).filter(|(left, right)| left != right).count()
    }

    /// How far a draw moves what the roles' directions weigh.
    pub(super) fn moves(&self, by: OrderedBy) -> impl Iterator<Item = Move> {
        self.0.iter().enumerate().map(move |(interest, reach)| match by {
            OrderedBy::True => Move { interest, by: reach.spread },
            OrderedBy::Repeat => Move { interest, by: reach.reliability * reach.again },
        })
    }

    /// How far a draw moves the scores of a repeat sitting, of which each
    /// role takes [`Standing::through_level`].
    pub(super) fn scores(&self) -> Vec<Move> {
        let measured = self.0.iter().enumerate().filter(|(_, reach)| reach.is_measured);
        measured.map(|(interest, reach)| Move { interest, by: reach.again }).collect()
    }

    /// How much a role's numerator rises, in a repeat sitting, with the score
    /// of each measured interest through the person's level alone:
    /// Σ p z (1 - ρ) / M.
    pub(super) fn through_level(&self, direction: &Direction) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "there are at most 64 interests")]
        let measured = self.0.iter().filter(|reach| reach.is_measured).count().max(1) as f64;
        let paired = direction.parts().iter().zip(&self.0);
        let sum: f64 = paired.map(|(part, reach)| part * (1.0 - reach.reliability)).sum();
        // Equal reliabilities leave nothing of it but rounding.
        if sum.abs() < 1e-12 { 0.0 } else { sum / measured }
    }
}
