//! The rule by which a figure is told or left out, so that nobody can be worked out.
//!
//! A figure rests on its base: the people who answered a question, say. Where it is told of the
//! whole and of groups, a reader can take the groups from the whole. So the people of a base fall
//! into *atoms*: each group of which the figure is told, and all the others, the remainder. No
//! reader gets at less than an atom. A figure is told only where every atom is safe:
//! - it has nobody, or at least [`SMALLEST_GROUP`] people, and
//! - no answer, score or role is held by more than n - 2 of its n people. Otherwise everybody, or
//!   the one exception, would know what all the others said.

use super::SMALLEST_GROUP;

/// The people on whom a figure rests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Base {
    /// How many they are.
    people: u64,
    /// How many of them hold each of the things that one person can hold.
    held: Vec<u64>,
}

impl Base {
    pub(super) fn of(people: u64, held: &[u64]) -> Self {
        Self { people, held: held.to_vec() }
    }

    /// Whether figures of these people tell of no single one.
    pub(super) fn is_safe(&self) -> bool {
        let most = self.held.iter().copied().max().unwrap_or(0);
        self.people == 0 || (is_enough(self.people) && most.saturating_add(2) <= self.people)
    }

    fn add(&mut self, other: &Self) {
        self.change(other, u64::saturating_add);
    }

    fn take(&mut self, other: &Self) {
        self.change(other, u64::saturating_sub);
    }

    fn change(&mut self, other: &Self, by: fn(u64, u64) -> u64) {
        self.people = by(self.people, other.people);
        for (held, other) in self.held.iter_mut().zip(&other.held) {
            *held = by(*held, *other);
        }
    }
}

/// Whether a count of people is none, or of enough to be told.
pub(super) fn is_enough(people: u64) -> bool {
    people == 0 || people >= SMALLEST_GROUP
}

/// Of which groups a figure with these bases is told; `None` if it is not told of the whole, and
/// so of no group. As long as the remainder is not safe, the smallest group joins it.
pub(super) fn told(whole: &Base, groups: &[Base]) -> Option<Vec<bool>> {
    if !whole.is_safe() {
        return None;
    }
    let mut rest = whole.clone();
    let mut told: Vec<bool> = groups.iter().map(Base::is_safe).collect();
    let mut by_size: Vec<(&Base, &mut bool)> = groups.iter().zip(&mut told).collect();
    by_size.retain(|(group, is_told)| **is_told && group.people > 0);
    for (group, _) in &by_size {
        rest.take(group);
    }
    by_size.sort_by_key(|(group, _)| group.people);
    for (group, is_told) in by_size {
        if rest.is_safe() {
            break;
        }
        *is_told = false;
        rest.add(group);
    }
    Some(told)
}

#[cfg(test)]
mod tests {
    use super::{Base, told};

    fn base(held: &[u64]) -> Base {
        Base::of(held.iter().sum(), held)
    }

    #[test]
    fn ten_people_with_two_exceptions_are_safe() {
        assert!(base(&[]).is_safe());
        assert!(base(&[8, 2]).is_safe());
        assert!(base(&[8, 1, 1]).is_safe());
        assert!(!base(&[9, 1]).is_safe(), "the one would know what the nine said");
        assert!(!base(&[10, 0]).is_safe());
        assert!(!base(&[7, 2]).is_safe(), "nine");
    }

    #[test]
    fn the_smallest_groups_join_a_remainder_that_is_not_safe() {
        // 60 less 30 and 12 is 18; with a part of nine, the twelve go too.
        let whole = base(&[30, 30]);
        assert_eq!(told(&whole, &[base(&[15, 15]), base(&[6, 6])]), Some(vec![true, true]));
        let groups = [base(&[5, 4]), base(&[15, 15]), base(&[10, 11])];
        assert_eq!(told(&whole, &groups), Some(vec![false, true, false]));
        // Eighteen are left, all of one mind.
        let groups = [base(&[6, 6]), base(&[6, 24])];
        assert_eq!(told(&whole, &groups), Some(vec![false, true]));
        assert_eq!(told(&base(&[4, 5]), &[]), None);
    }
}
