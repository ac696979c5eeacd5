//! How many people two cohorts have in common.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::SMALLEST_GROUP;
use super::person::Person;

/// The people of a cohort by what they answered, to tell whether another is nearly the same.
///
/// Figures of two cohorts that differ by a few people alone tell what those few answered: who
/// takes one from the other has it.
#[derive(Debug, Clone, Default)]
pub struct PeopleByAnswers(HashMap<u64, u64>);

impl PeopleByAnswers {
    /// Counts a person.
    pub fn add(&mut self, person: &Person<'_>) {
        let mut hasher = DefaultHasher::new();
        for (_, question, point) in person.answers.answered_questions() {
            (question.id.as_str(), point.number()).hash(&mut hasher);
        }
        let count = self.0.entry(hasher.finish()).or_default();
        *count = count.saturating_add(1);
    }

    /// By how many people the two differ, if they have people in common and these are so few
    /// that figures of both would tell of single ones: from 1 to 9. A person whose answers were
    /// changed is one that differs.
    #[must_use]
    pub fn few_apart(&self, other: &Self) -> Option<u64> {
        let [here_alone, there_alone] = [(self, other), (other, self)].map(|(of, other)| {
            let more = |(answers, count): (&u64, &u64)| {
                count.saturating_sub(other.0.get(answers).copied().unwrap_or(0))
            };
            of.0.iter().map(more).fold(0_u64, u64::saturating_add)
        });
        let all = self.0.values().fold(0_u64, |sum, count| sum.saturating_add(*count));
        let apart = here_alone.max(there_alone);
        (here_alone < all && (1..SMALLEST_GROUP).contains(&apart)).then_some(apart)
    }
}
