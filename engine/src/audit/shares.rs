//! Which roles come first for the simulated respondents.

use super::respondents::Respondent;
use crate::catalogue::{Catalogue, Profile, Questionnaire};
use crate::matching::{Direction, Estimate, Pattern, settled};
use crate::parallel::map_each;
use crate::sheet::{Answers, Importance};

/// How profiles compare with people, every interest mattering alike.
#[derive(Debug, Clone)]
pub(super) struct Compass {
    /// Places in file order with their directions, in order of id.
    directions: Vec<(usize, Direction)>,
    importance: Importance,
}

impl Compass {
    /// Of entries given as id and profile.
    pub(super) fn of<'a>(
        questionnaire: &Questionnaire,
        entries: impl Iterator<Item = (&'a str, &'a Profile)>,
    ) -> Self {
        let importance = Importance::equal(questionnaire);
        let mut entries: Vec<_> = entries.enumerate().collect();
        entries.sort_by_key(|(_, (id, _))| *id);
        let direction = |(place, (_, profile)): (usize, (&str, &Profile))| {
            Some((place, Direction::of(profile, &importance)?))
        };
        let directions = entries.into_iter().filter_map(direction).collect();
        Self { directions, importance }
    }

    pub(super) fn of_roles(catalogue: &Catalogue) -> Self {
        let roles = catalogue.careers().roles.iter();
        let entries = roles.map(|role| (role.id.as_str(), &role.profile));
        Self::of(catalogue.questionnaire(), entries)
    }

    pub(super) fn of_modules(catalogue: &Catalogue) -> Self {
        let modules = catalogue.careers().modules.iter();
        let entries = modules.map(|module| (module.id.as_str(), &module.profile));
        Self::of(catalogue.questionnaire(), entries)
    }

    /// The places and directions, in order of id.
    pub(super) fn directions(&self) -> &[(usize, Direction)] {
        &self.directions
    }

    /// The first few places for someone with these interests, best first.
    /// Equally similar ones go by id.
    pub(super) fn first<const N: usize>(&self, interests: &[f64]) -> [Option<usize>; N] {
        let mut best: [(Option<usize>, f64); N] = [(None, f64::NEG_INFINITY); N];
        for (place, direction) in &self.directions {
            let mut entry = (Some(*place), settled(direction.dot(interests)));
            for slot in &mut best {
                if entry.1 > slot.1 {
                    std::mem::swap(slot, &mut entry);
                }
            }
        }
        best.map(|(place, _)| place)
    }

    /// The same from answers; nothing if they cannot be ranked.
    pub(super) fn first_by_answers<const N: usize>(
        &self,
        questionnaire: &Questionnaire,
        answers: &Answers,
    ) -> [Option<usize>; N] {
        let Some(pattern) = self.pattern(questionnaire, answers) else { return [None; N] };
        let parts = pattern.centred().iter();
        let unit: Vec<f64> = parts.map(|part| part / pattern.length()).collect();
        self.first(&unit)
    }

    /// What the answers say of a person; nothing if they cannot be ranked.
    pub(super) fn pattern(
        &self,
        questionnaire: &Questionnaire,
        answers: &Answers,
    ) -> Option<Pattern> {
        Pattern::of(&Estimate::of(questionnaire, answers), &self.importance).ok()
    }
}

/// The first three roles of every respondent.
#[derive(Debug, Clone)]
pub(super) struct Shares {
    /// How roles compare with people.
    pub(super) compass: Compass,
    /// By the answers, in the order of the respondents.
    pub(super) first_three: Vec<[Option<usize>; 3]>,
    /// By the true interests.
    pub(super) truly_first: Vec<Option<usize>>,
}

impl Shares {
    pub(super) fn of(catalogue: &Catalogue, respondents: &[Respondent]) -> Self {
        let compass = Compass::of_roles(catalogue);
        let questionnaire = catalogue.questionnaire();
        let firsts = map_each(respondents, |respondent| {
            let [truly] = compass.first(&respondent.interests);
            (compass.first_by_answers(questionnaire, &respondent.answers), truly)
        });
        let (first_three, truly_first) = firsts.into_iter().unzip();
        Self { compass, first_three, truly_first }
    }

    /// The share of respondents of whom `which` holds.
    pub(super) fn share(&self, which: impl Fn(&[Option<usize>; 3]) -> bool) -> f64 {
        share(self.first_three.iter().filter(|three| which(three)).count(), self.first_three.len())
    }
}

/// `part` of `whole`; 0 of nothing.
#[expect(clippy::cast_precision_loss, reason = "the numbers of respondents are small")]
pub(super) fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
