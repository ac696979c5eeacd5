//! How many people two cohorts have in common.

use std::collections::{BTreeMap, BTreeSet};

use super::SMALLEST_GROUP;
use super::person::Person;
use crate::catalogue::Point;
use crate::report::Status;

/// The people of a cohort by what they answered, to tell whether another is nearly the same.
///
/// Figures of two sets of people that differ by a few alone tell what those few answered: who
/// takes one from the other has it. The sets are everybody and each group; of each also those who
/// can be matched, on whom other figures rest. People are told apart by their answers to the
/// questions that somebody answered in both cohorts: a column that is missing from one hides
/// nobody.
#[derive(Debug, Clone, Default)]
pub struct PeopleByAnswers {
    /// The ids of the questions.
    questions: Vec<String>,
    people: Vec<KnownPerson>,
    /// The names of the groups; a person's group is a place in it.
    groups: Vec<String>,
}

#[derive(Debug, Clone)]
struct KnownPerson {
    /// The answer to each question; 0 if it was skipped.
    answers: Box<[u8]>,
    is_matched: bool,
    group: Option<usize>,
}

impl PeopleByAnswers {
    /// Counts a person, who belongs to `group` if the cohort has groups.
    pub fn add(&mut self, person: &Person<'_>, group: Option<&str>) {
        let questions = &person.answers.catalogue().questionnaire().questions;
        if self.questions.is_empty() {
            self.questions = questions.iter().map(|of| of.id.as_str().to_owned()).collect();
        }
        let group = group.map(|name| {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            self.groups.iter().position(|of| *of == name).unwrap_or_else(|| {
                self.groups.push(name);
                self.groups.len() - 1
            })
        });
        let answers = person.answers.iter().map(|point| point.map_or(0, Point::number));
        let is_matched = person.status == Status::Ranked;
        self.people.push(KnownPerson { answers: answers.collect(), is_matched, group });
    }

    /// By how many people a set of the one differs from a set of the other, if they are mostly the
    /// same people and differ by so few that their figures would tell of single ones: from 1 to 9.
    /// A person whose answers were changed is one that differs.
    #[must_use]
    pub fn few_apart(&self, other: &Self) -> Option<u64> {
        let shared: BTreeSet<&str> =
            self.answered().intersection(&other.answered()).copied().collect();
        let counts = [false, true].into_iter().filter_map(|are_matched| {
            let [here, there] = [self, other].map(|of| of.sets(&shared, are_matched));
            here.few_apart(&there)
        });
        counts.min()
    }

    /// The questions that anybody answered.
    fn answered(&self) -> BTreeSet<&str> {
        let is_answered = |place: usize| {
            self.people.iter().any(|of| of.answers.get(place).is_some_and(|answer| *answer > 0))
        };
        let questions = self.questions.iter().enumerate();
        questions.filter(|(place, _)| is_answered(*place)).map(|(_, id)| id.as_str()).collect()
    }

    /// Everybody and each group, by their answers to these questions.
    fn sets(&self, shared: &BTreeSet<&str>, are_matched: bool) -> Sets {
        let mut places: Vec<(&str, usize)> =
            self.questions.iter().map(String::as_str).zip(0..).collect();
        places.retain(|(id, _)| shared.contains(id));
        // The two cohorts may have the questions in other orders.
        places.sort_unstable();
        let mut sets = Sets::default();
        for person in self.people.iter().filter(|person| person.is_matched || !are_matched) {
            let answer = |(_, place): &(&str, usize)| person.answers.get(*place).copied();
            let answers: Vec<u8> = places.iter().filter_map(answer).collect();
            let of = sets.people.entry(answers).or_default();
            for set in [Some(0), person.group.map(|group| group + 1)].into_iter().flatten() {
                *of.entry(set).or_default() += 1;
                *sets.sizes.entry(set).or_default() += 1;
            }
        }
        sets
    }
}

/// Sets of people: 0 is everybody, and each group has the number behind its own.
#[derive(Default)]
struct Sets {
    /// How many there are in each set with these answers.
    people: BTreeMap<Vec<u8>, BTreeMap<usize, u64>>,
    sizes: BTreeMap<usize, u64>,
}

impl Sets {
    fn few_apart(&self, other: &Self) -> Option<u64> {
        let mut common: BTreeMap<(usize, usize), u64> = BTreeMap::new();
        for (answers, here) in &self.people {
            for (there, their_count) in other.people.get(answers).into_iter().flatten() {
                for (set, count) in here {
                    *common.entry((*set, *there)).or_default() += count.min(their_count);
                }
            }
        }
        let size = |sizes: &BTreeMap<usize, u64>, set| sizes.get(&set).copied().unwrap_or(0);
        let apart = |((here, there), common): ((usize, usize), u64)| {
            let larger = size(&self.sizes, here).max(size(&other.sizes, there));
            let apart = larger.saturating_sub(common);
            (common >= apart && (1..SMALLEST_GROUP).contains(&apart)).then_some(apart)
        };
        common.into_iter().filter_map(apart).min()
    }
}
