//! What is counted of all, and of each group.

use serde::{Deserialize, Serialize};

use super::exact::{Exact, add_count, add_counts, count_one};
use super::person::Person;
use crate::catalogue::Catalogue;
use crate::report::Status;

/// How many bars the distribution of a score has: of equal width from -1 to 1.
pub(super) const BINS: usize = 5;

/// Counts of people. Places in a list are the catalogue's numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tally {
    pub(super) ranked: u64,
    pub(super) insufficient: u64,
    pub(super) undifferentiated: u64,
    /// Answers in all.
    pub(super) answered: u64,
    /// People who answered every question.
    pub(super) complete: u64,
    /// People whose first role it is.
    pub(super) first: Vec<u64>,
    /// The sum of everybody's chance that it is the best match.
    pub(super) best: Vec<Exact>,
    /// The sum of the squares of these chances.
    pub(super) best_squares: Vec<Exact>,
    /// People for whom it leads.
    pub(super) leading: Vec<u64>,
    /// People for whom every leading role needs the module.
    pub(super) no_regret: Vec<u64>,
    pub(super) interests: Vec<Moments>,
    /// For each index of careless answering, the people for whom it is defined
    /// and those who are flagged.
    pub(super) signs: Vec<[u64; 2]>,
}

/// What is counted of an interest's observed scores.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Moments {
    pub(super) people: u64,
    pub(super) sum: Exact,
    pub(super) squares: Exact,
    pub(super) bins: [u64; BINS],
}

impl Tally {
    /// Of nobody yet; each person has so many `signs`.
    pub(super) fn of(catalogue: &Catalogue, signs: usize) -> Self {
        let careers = catalogue.careers();
        let roles = careers.roles.len();
        Self {
            ranked: 0,
            insufficient: 0,
            undifferentiated: 0,
            answered: 0,
            complete: 0,
            first: vec![0; roles],
            best: vec![Exact::default(); roles],
            best_squares: vec![Exact::default(); roles],
            leading: vec![0; roles],
            no_regret: vec![0; careers.modules.len()],
            interests: vec![Moments::default(); catalogue.questionnaire().interests.len()],
            signs: vec![[0, 0]; signs],
        }
    }

    /// How many people were counted.
    pub(super) fn respondents(&self) -> u64 {
        self.ranked.saturating_add(self.insufficient).saturating_add(self.undifferentiated)
    }

    /// Counts a person.
    pub(super) fn add(&mut self, person: &Person<'_>) {
        let status = match person.status {
            Status::Ranked => &mut self.ranked,
            Status::Insufficient => &mut self.insufficient,
            Status::Undifferentiated => &mut self.undifferentiated,
        };
        add_count(status, 1);
        add_count(&mut self.answered, person.answers.answered() as u64);
        add_count(&mut self.complete, u64::from(person.answers.skipped() == 0));
        if let Some(role) = person.first {
            count_one(&mut self.first, role.number());
        }
        for role in &person.leading {
            count_one(&mut self.leading, role.number());
        }
        for module in &person.no_regret {
            count_one(&mut self.no_regret, module.number());
        }
        for (role, best) in &person.best {
            if let Some(sum) = self.best.get_mut(role.number()) {
                sum.add(*best);
            }
            if let Some(sum) = self.best_squares.get_mut(role.number()) {
                sum.add(best * best);
            }
        }
        for (moments, score) in self.interests.iter_mut().zip(&person.scores) {
            if let Some(score) = score {
                moments.add(*score);
            }
        }
        for ([defined, flagged], sign) in self.signs.iter_mut().zip(&person.signs) {
            add_count(defined, u64::from(sign.value.is_some()));
            add_count(flagged, u64::from(sign.flagged));
        }
    }

    /// Counts everybody whom `other` has counted.
    pub(super) fn merge(&mut self, other: &Self) {
        add_count(&mut self.ranked, other.ranked);
        add_count(&mut self.insufficient, other.insufficient);
        add_count(&mut self.undifferentiated, other.undifferentiated);
        add_count(&mut self.answered, other.answered);
        add_count(&mut self.complete, other.complete);
        add_counts(&mut self.first, &other.first);
        for (to, from) in self.best.iter_mut().zip(&other.best) {
            to.merge(*from);
        }
        for (to, from) in self.best_squares.iter_mut().zip(&other.best_squares) {
            to.merge(*from);
        }
        add_counts(&mut self.leading, &other.leading);
        add_counts(&mut self.no_regret, &other.no_regret);
        for (to, from) in self.interests.iter_mut().zip(&other.interests) {
            to.merge(from);
        }
        for (to, from) in self.signs.iter_mut().zip(&other.signs) {
            add_counts(to, from);
        }
    }

    /// Whether `other` counts the same things.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let shape = |of: &Self| {
            let best = (of.best.len(), of.best_squares.len());
            let roles = (of.first.len(), best, of.leading.len());
            (roles, of.no_regret.len(), of.interests.len(), of.signs.len())
        };
        shape(self) == shape(other)
    }
}

impl Moments {
    fn add(&mut self, score: f64) {
        add_count(&mut self.people, 1);
        self.sum.add(score);
        self.squares.add(score * score);
        count_one(&mut self.bins, bin(score));
    }

    fn merge(&mut self, other: &Self) {
        add_count(&mut self.people, other.people);
        self.sum.merge(other.sum);
        self.squares.merge(other.squares);
        add_counts(&mut self.bins, &other.bins);
    }
}

/// In which bar a score from -1 to 1 falls; on an edge, in the upper one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "there are five bars"
)]
fn bin(score: f64) -> usize {
    // What rounding alone puts below an edge is on it.
    let place = f64::midpoint(score, 1.0) * BINS as f64 + 1e-9;
    (place as usize).min(BINS - 1)
}
