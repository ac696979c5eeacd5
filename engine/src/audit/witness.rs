//! That a role or module can come first, shown by answers that put it there.

use super::effort::Effort;
use super::freeing::{crowding, freeing};
use super::phase::{Phase, Progress};
use super::result::{ModuleAudit, Nearest, RoleAudit};
use super::shares::{Compass, SAME, Shares, share};
use crate::catalogue::{Catalogue, Each, Interest, Ix, List, ModuleIx, RoleIx};
use crate::matching::Direction;
use crate::parallel::map_each;
use crate::sheet::Answers;
use crate::simulation::{Respondent, nearest};

/// Strictly first means more similar by more than rounding.
const CLEAR: f64 = 1e-9;

/// The roles, each with its witness and shares.
pub(super) fn roles<'c>(
    catalogue: &'c Catalogue,
    respondents: &[Respondent<'c>],
    shares: &Shares,
    effort: Effort,
    progress: Progress<'_>,
) -> Vec<RoleAudit<'c>> {
    let roles = &catalogue.careers().roles;
    let first: Vec<Option<RoleIx>> = shares.first_three.iter().map(|three| three[0]).collect();
    let stage = Phase::new(progress, 0.1, 0.3, roles.len());
    let compass = &shares.compass;
    let witnesses = witnesses(catalogue, roles, compass, respondents, &first, &stage);
    let crowding = crowding(catalogue, shares);
    let freeing = freeing(catalogue, respondents, shares, effort);
    let entries: Vec<_> = roles.indexed().zip(&witnesses).collect();
    map_each(&entries, |((ix, role), witness)| RoleAudit {
        id: &role.id,
        witness: (*witness).clone(),
        first_share: shares.share(|three| three[0] == Some(*ix)),
        top_three_share: shares.share(|three| three.contains(&Some(*ix))),
        nearest: most_similar(&shares.compass, *ix)
            .map(|(other, similarity)| Nearest { id: &roles[other].id, similarity }),
        truly_first_share: crowding[*ix].1,
        first_instead: crowding[*ix].0.clone(),
        freed_by: freeing[*ix],
    })
}

/// The modules, each with its witness and share.
pub(super) fn modules<'c>(
    catalogue: &'c Catalogue,
    respondents: &[Respondent<'c>],
    progress: Progress<'_>,
) -> Vec<ModuleAudit<'c>> {
    let modules = &catalogue.careers().modules;
    let compass = Compass::of_modules(catalogue);
    let first = |respondent: &Respondent<'_>| {
        let [first] = compass.first_by_answers(&respondent.answers);
        first
    };
    let first: Vec<Option<ModuleIx>> = map_each(respondents, first);
    let stage = Phase::new(progress, 0.3, 0.4, modules.len());
    let witnesses = witnesses(catalogue, modules, &compass, respondents, &first, &stage);
    let share_of =
        |ix| share(first.iter().filter(|first| **first == Some(ix)).count(), first.len());
    (modules.indexed().zip(&witnesses))
        .map(|((ix, module), witness)| ModuleAudit {
            id: &module.id,
            witness: witness.clone(),
            first_share: share_of(ix),
        })
        .collect()
}

/// For each entry, answers that put it strictly first, if any are found: those
/// of a respondent, or answers made to fit it.
fn witnesses<T: Sync>(
    catalogue: &Catalogue,
    entries: &List<T>,
    compass: &Compass<T>,
    respondents: &[Respondent<'_>],
    first: &[Option<Ix<T>>],
    stage: &Phase<'_>,
) -> Each<T, Option<String>> {
    let mut found = entries.each(None);
    for (respondent, first) in respondents.iter().zip(first) {
        let Some(ix) = *first else { continue };
        if found[ix].is_none() && lead(compass, ix, &respondent.answers) > CLEAR {
            found[ix] = Some(respondent.answers.digits());
        }
    }
    let entries: Vec<_> = found.indexed().collect();
    Each::new(map_each(&entries, |(ix, witness)| {
        let witness = (*witness).clone().or_else(|| made_to_fit(catalogue, compass, *ix));
        stage.step();
        witness
    }))
}

/// By how much the entry is more similar than the best of the others; nothing
/// leads where the answers cannot be ranked.
fn lead<T>(compass: &Compass<T>, entry: Ix<T>, answers: &Answers<'_>) -> f64 {
    let mut own = f64::NEG_INFINITY;
    let mut best = f64::NEG_INFINITY;
    let Some(pattern) = compass.pattern(answers) else { return own };
    for (other, direction) in compass.directions() {
        let similarity = pattern.similarity(direction);
        if *other == entry {
            own = similarity;
        } else {
            best = best.max(similarity);
        }
    }
    if own.is_finite() { own - best } else { own }
}

/// Answers that follow the entry's own profile as the scale allows, bettered
/// one by one until the entry is strictly first or nothing helps.
fn made_to_fit<T>(catalogue: &Catalogue, compass: &Compass<T>, entry: Ix<T>) -> Option<String> {
    /// Rounds of trying every answer to every question.
    const ROUNDS: usize = 6;
    let direction = compass.direction(entry)?;
    if is_doubled(compass, entry) {
        return None;
    }
    let questionnaire = catalogue.questionnaire();
    let scaled = (3..=10).map(|tenths| along(catalogue, direction, f64::from(tenths) / 10.0));
    let led = scaled.map(|answers| (lead(compass, entry, &answers), answers));
    let (mut best, mut answers) = led.max_by(|left, right| left.0.total_cmp(&right.0))?;
    for _ in 0..ROUNDS {
        if best > CLEAR {
            return Some(answers.digits());
        }
        let before = best;
        for question in questionnaire.questions.indices() {
            for point in questionnaire.scale.points() {
                let kept = answers.get(question);
                answers.set(question, Some(point));
                let now = lead(compass, entry, &answers);
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
fn along<'c>(catalogue: &'c Catalogue, direction: &Direction, reach: f64) -> Answers<'c> {
    let questionnaire = catalogue.questionnaire();
    let parts = Each::<Interest, f64>::new(direction.parts().to_vec());
    let highest = parts.iter().fold(0.0_f64, |highest, part| highest.max(part.abs()));
    let mut owed = parts.each(0.0);
    let mut answers = Answers::blank(catalogue);
    for (ix, question) in questionnaire.questions.indexed() {
        let Some(interest) = question.loadings.first().map(|loading| loading.interest) else {
            continue;
        };
        let meant = reach * parts[interest] / highest + owed[interest];
        let coordinate = if question.reversed { -meant } else { meant };
        let Some(point) = nearest(&questionnaire.scale, coordinate) else { continue };
        owed[interest] = meant - question.coordinate(&questionnaire.scale, point);
        answers.set(ix, Some(point));
    }
    answers
}

/// Whether another entry has the same profile, as far as matching goes: then
/// neither can ever be strictly ahead of the other.
pub(super) fn is_doubled<T>(compass: &Compass<T>, entry: Ix<T>) -> bool {
    most_similar(compass, entry).is_some_and(|(_, similarity)| similarity > SAME)
}

/// The most similar other entry and the correlation with it.
pub(super) fn most_similar<T>(compass: &Compass<T>, entry: Ix<T>) -> Option<(Ix<T>, f64)> {
    let directions = compass.directions();
    let own = compass.direction(entry)?;
    directions
        .iter()
        .filter(|(other, _)| *other != entry)
        .map(|(other, direction)| (*other, own.dot(direction.parts()).clamp(-1.0, 1.0)))
        .max_by(|left, right| left.1.total_cmp(&right.1))
}
