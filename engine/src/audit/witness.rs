//! That a role or module can come first, shown by answers that put it there.

use super::parts::{ModuleAudit, Nearest, RoleAudit};
use super::respondents::{Respondent, nearest};
use super::shares::{Compass, Shares, share};
use super::stage::{Progress, Stage};
use crate::catalogue::{Catalogue, Questionnaire};
use crate::matching::Direction;
use crate::parallel::{map, map_each};
use crate::sheet::Answers;

/// Strictly first means more similar by more than rounding.
const CLEAR: f64 = 1e-9;

/// The roles, each with its witness and shares.
pub(super) fn roles(
    catalogue: &Catalogue,
    respondents: &[Respondent],
    shares: &Shares,
    progress: Progress<'_>,
) -> Vec<RoleAudit> {
    let roles = &catalogue.careers().roles;
    let first: Vec<Option<usize>> = shares.first_three.iter().map(|three| three[0]).collect();
    let stage = Stage::new(progress, 0.1, 0.3, roles.len());
    let compass = &shares.compass;
    let witnesses = witnesses(catalogue.questionnaire(), compass, respondents, &first, &stage);
    let entries: Vec<_> = roles.iter().zip(witnesses).enumerate().collect();
    map_each(&entries, |(place, (role, witness))| RoleAudit {
        id: role.id.to_string(),
        witness: witness.clone(),
        first_share: shares.share(|three| three[0] == Some(*place)),
        top_three_share: shares.share(|three| three.contains(&Some(*place))),
        nearest: most_similar(&shares.compass, *place).and_then(|(other, similarity)| {
            Some(Nearest { id: roles.get(other)?.id.to_string(), similarity })
        }),
    })
}

/// The modules, each with its witness and share.
pub(super) fn modules(
    catalogue: &Catalogue,
    respondents: &[Respondent],
    progress: Progress<'_>,
) -> Vec<ModuleAudit> {
    let modules = &catalogue.careers().modules;
    let questionnaire = catalogue.questionnaire();
    let compass = Compass::of_modules(catalogue);
    let first = |respondent: &Respondent| {
        let [first] = compass.first_by_answers(questionnaire, &respondent.answers);
        first
    };
    let first: Vec<Option<usize>> = map_each(respondents, first);
    let stage = Stage::new(progress, 0.3, 0.4, modules.len());
    let witnesses = witnesses(questionnaire, &compass, respondents, &first, &stage);
    let share_of =
        |place| share(first.iter().filter(|first| **first == Some(place)).count(), first.len());
    (modules.iter().zip(witnesses).enumerate())
        .map(|(place, (module, witness))| ModuleAudit {
            id: module.id.to_string(),
            witness,
            first_share: share_of(place),
        })
        .collect()
}

/// For each entry in file order, answers that put it strictly first, if any are
/// found: those of a respondent, or answers made to fit it.
fn witnesses(
    questionnaire: &Questionnaire,
    compass: &Compass,
    respondents: &[Respondent],
    first: &[Option<usize>],
    stage: &Stage<'_>,
) -> Vec<Option<String>> {
    let mut found = vec![None; compass.directions().len()];
    for (respondent, first) in respondents.iter().zip(first) {
        let Some(slot) = first.and_then(|place| found.get_mut(place)) else { continue };
        let is_first = |place| lead(questionnaire, compass, place, &respondent.answers) > CLEAR;
        if slot.is_none() && first.is_some_and(is_first) {
            *slot = Some(respondent.answers.digits());
        }
    }
    map(found.len(), |place| {
        let witness = found.get(place).cloned().flatten();
        let witness = witness.or_else(|| made_to_fit(questionnaire, compass, place));
        stage.step();
        witness
    })
}

/// By how much the entry at `place` is more similar than the best of the
/// others; nothing leads where the answers cannot be ranked.
fn lead(questionnaire: &Questionnaire, compass: &Compass, place: usize, answers: &Answers) -> f64 {
    let mut own = f64::NEG_INFINITY;
    let mut best = f64::NEG_INFINITY;
    let Some(pattern) = compass.pattern(questionnaire, answers) else { return own };
    for (other, direction) in compass.directions() {
        let similarity = pattern.similarity(direction);
        if *other == place {
            own = similarity;
        } else {
            best = best.max(similarity);
        }
    }
    if own.is_finite() { own - best } else { own }
}

/// Answers that follow the entry's own profile as the scale allows, bettered
/// one by one until the entry is strictly first or nothing helps.
fn made_to_fit(questionnaire: &Questionnaire, compass: &Compass, place: usize) -> Option<String> {
    /// Rounds of trying every answer to every question.
    const ROUNDS: usize = 6;
    let (_, direction) = compass.directions().iter().find(|(other, _)| *other == place)?;
    if is_doubled(compass, place) {
        return None;
    }
    let scaled = (3..=10).map(|tenths| along(questionnaire, direction, f64::from(tenths) / 10.0));
    let led = scaled.map(|answers| (lead(questionnaire, compass, place, &answers), answers));
    let (mut best, mut answers) = led.max_by(|left, right| left.0.total_cmp(&right.0))?;
    for _ in 0..ROUNDS {
        if best > CLEAR {
            return Some(answers.digits());
        }
        let before = best;
        for question in 0..questionnaire.questions.len() {
            for point in questionnaire.scale.points() {
                let kept = answers.get(question);
                answers.set(question, Some(point));
                let now = lead(questionnaire, compass, place, &answers);
                if now > best {
                    best = now;
                } else {
                    answers.set(question, kept);
                }
            }
        }
        if best <= before {
            break;
        }
    }
    (best > CLEAR).then(|| answers.digits())
}

/// Answers that follow the profile's own direction, the greatest weight at
/// `reach` (0 to 1) from the middle of the scale. What rounding takes from one
/// answer on an interest is made up by the next.
fn along(questionnaire: &Questionnaire, direction: &Direction, reach: f64) -> Answers {
    let parts = direction.parts();
    let highest = parts.iter().fold(0.0_f64, |highest, part| highest.max(part.abs()));
    let mut owed = vec![0.0; parts.len()];
    let mut answers = Answers::blank(questionnaire);
    for (place, question) in questionnaire.questions.iter().enumerate() {
        let Some(interest) = question.loadings.first().map(|loading| loading.interest) else {
            continue;
        };
        let (Some(part), Some(owed)) = (parts.get(interest), owed.get_mut(interest)) else {
            continue;
        };
        let meant = reach * part / highest + *owed;
        let coordinate = if question.reversed { -meant } else { meant };
        let Some(point) = nearest(&questionnaire.scale, coordinate) else { continue };
        *owed = meant - question.coordinate(&questionnaire.scale, point);
        answers.set(place, Some(point));
    }
    answers
}

/// Whether another entry has the same profile, as far as matching goes: then
/// neither can ever be strictly ahead of the other.
pub(super) fn is_doubled(compass: &Compass, place: usize) -> bool {
    most_similar(compass, place).is_some_and(|(_, similarity)| similarity > 1.0 - 1e-12)
}

/// The place of the most similar other entry and the correlation with it.
pub(super) fn most_similar(compass: &Compass, place: usize) -> Option<(usize, f64)> {
    let directions = compass.directions();
    let (_, own) = directions.iter().find(|(other, _)| *other == place)?;
    directions
        .iter()
        .filter(|(other, _)| *other != place)
        .map(|(other, direction)| (*other, own.dot(direction.parts()).clamp(-1.0, 1.0)))
        .max_by(|left, right| left.1.total_cmp(&right.1))
}
