//! What people chose later, person by person.

use std::collections::BTreeMap;

use super::words::{ChoiceWords, WrittenChoice};
use crate::catalogue::RoleIx;
use crate::cohort::person::Person;

/// So many texts that are no role are kept, to be named.
const MOST_UNKNOWN: usize = 5;

/// Who chose what, and what each had been told.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choices {
    /// Those who chose a role and could be matched.
    pub(super) people: Vec<ChoiceMade>,
    /// Those of whom no choice is known.
    pub(super) without: u64,
    /// Those who chose a role and could not be matched.
    pub(super) unmatched: u64,
    /// Those whose choice is written in a text that is no role.
    pub(super) unknown: u64,
    /// The first of these texts, with how often each stands there.
    unknown_texts: BTreeMap<String, u64>,
}

/// One person's choice.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct ChoiceMade {
    /// The role that was chosen.
    pub(super) chosen: RoleIx,
    /// The first three roles that the person was told.
    pub(super) first_three: Vec<RoleIx>,
    /// The set of roles that holds 80 % of the chances.
    pub(super) leading: Vec<RoleIx>,
    /// The chance of the first, as it was told, 0 to 1.
    pub(super) stated: f64,
}

impl Choices {
    /// Takes note of what a person chose, as a cell says.
    pub fn add(&mut self, person: &Person<'_>, cell: &str, words: &ChoiceWords) {
        let chosen = match words.read(cell) {
            WrittenChoice::Role(role) => role,
            WrittenChoice::Nothing => {
                self.without += 1;
                return;
            }
            WrittenChoice::Unknown => {
                self.unknown += 1;
                let text = cell.split_whitespace().collect::<Vec<_>>().join(" ");
                if self.unknown_texts.len() < MOST_UNKNOWN || self.unknown_texts.contains_key(&text)
                {
                    *self.unknown_texts.entry(text).or_default() += 1;
                }
                return;
            }
        };
        let Some(first) = person.first else {
            self.unmatched += 1;
            return;
        };
        let stated = person.best.iter().find(|(role, _)| *role == first);
        self.people.push(ChoiceMade {
            chosen,
            first_three: person.first_three.clone(),
            leading: person.leading.clone(),
            stated: stated.map_or(0.0, |(_, best)| *best),
        });
    }

    /// Texts that are no role, each with how often it was met, and how many such choices there
    /// are in all.
    #[must_use]
    pub fn unknown(&self) -> (&BTreeMap<String, u64>, u64) {
        (&self.unknown_texts, self.unknown)
    }
}

impl ChoiceMade {
    pub(super) fn is_first(&self) -> bool {
        self.first_three.first() == Some(&self.chosen)
    }
}
