//! What the draws of one standing add beyond those of another.

use super::lanes::{DrawGroup, Lanes, single};
use super::standing::{Move, OrderedBy, Standing};
use crate::matching::direction::Direction;

/// What the draws for one standing add to each role's numerator beyond what
/// they add for another: a few sums of deviates, each of which every role
/// weighs its own way.
#[derive(Debug, Clone)]
pub(super) struct Shift {
    columns: Vec<Vec<Move>>,
    /// What each role weighs each column, one role after the other.
    weights: Vec<f32>,
}

impl Shift {
    /// From `base`, or from no draw at all, to `standing`, for roles in these
    /// directions.
    pub(super) fn between<'d>(
        base: Option<&Standing>,
        standing: &Standing,
        by: OrderedBy,
        directions: impl Iterator<Item = &'d Direction> + Clone,
    ) -> Self {
        let mut moves: Vec<Move> = standing.moves(by).collect();
        for (after, before) in moves.iter_mut().zip(base.iter().flat_map(|of| of.moves(by))) {
            after.by -= before.by;
        }
        moves.retain(|of| of.by != 0.0);
        let mut columns: Vec<(Vec<Move>, Vec<f64>)> = Vec::new();
        for of in moves {
            let part = |direction: &Direction| direction.parts().get(of.interest).copied();
            columns.push((vec![of], directions.clone().filter_map(part).collect()));
        }
        if by == OrderedBy::Repeat && base != Some(standing) {
            // What goes through a person's level counts alike for every interest.
            let level = |of: &Standing, sign: f64| {
                let weights = directions.clone().map(|to| sign * of.through_level(to));
                (of.scores(), weights.collect::<Vec<f64>>())
            };
            columns.extend(base.map(|base| level(base, -1.0)));
            columns.push(level(standing, 1.0));
        }
        columns.retain(|(_, weights)| weights.iter().any(|weight| *weight != 0.0));
        let roles = 0..directions.count();
        let of_role = |role| columns.iter().filter_map(move |(_, weights)| weights.get(role));
        let weights = roles.flat_map(of_role).map(|weight| single(*weight)).collect();
        Self { columns: columns.into_iter().map(|(moves, _)| moves).collect(), weights }
    }

    /// Whether the draws add the same for both standings.
    pub(super) fn adds_nothing(&self) -> bool {
        self.columns.is_empty()
    }

    /// The columns of one group of draws, block by block; `deviates` are those of its
    /// blocks.
    pub(super) fn columns<'d>(
        &self,
        deviates: impl Iterator<Item = &'d [Lanes]>,
        into: &mut Vec<Lanes>,
    ) {
        into.clear();
        if self.adds_nothing() {
            return;
        }
        for deviates in deviates {
            into.extend(self.columns.iter().map(|moves| column(moves, deviates)));
        }
    }

    /// Adds to a role's `totals` the columns as it weighs them; roles are
    /// numbered in the order in which their directions were given.
    pub(super) fn add(&self, role: usize, columns: &[Lanes], totals: &mut DrawGroup) {
        let width = self.columns.len();
        if width == 0 {
            return;
        }
        let begin = role * width;
        let weights = self.weights.get(begin..begin + width).unwrap_or_default();
        for (totals, columns) in totals.iter_mut().zip(columns.chunks_exact(width)) {
            for (weight, column) in weights.iter().zip(columns) {
                *totals += *column * *weight;
            }
        }
    }
}

fn column(moves: &[Move], deviates: &[Lanes]) -> Lanes {
    let mut lanes = Lanes::default();
    for of in moves {
        let Some(deviates) = deviates.get(of.interest) else { continue };
        lanes += *deviates * single(of.by);
    }
    lanes
}
