//! Why the first role is first, in words taken from its ledger.

use super::ledger::{explained, shares};
use super::reasons::{Has, own_level};
use super::source::ResultSource;
use crate::catalogue::Profile;
use crate::report::{InterestPart, LedgerPart};
use crate::sheet::Importance;
use crate::telling::clean::Clean;

/// Contributions smaller than this are not worth a sentence.
const WORTH_TELLING: f64 = 0.03;

/// A score below this is a dislike; above it, up to the middle, the person is not sure.
pub(super) const DISLIKED: f64 = -0.4;

/// Why the first role is first.
#[derive(Debug)]
pub struct Why {
    /// Whose place is explained.
    pub heading: Clean,
    /// The interests that weigh most.
    pub interests: Sides,
    /// The answers that weigh most.
    pub answers: Sides,
}

/// What speaks for a role, and what against it.
#[derive(Debug)]
pub struct Sides {
    /// The three largest contributions at the most.
    pub speaks_for: Vec<Clean>,
    /// The two lowest at the most.
    pub speaks_against: Vec<Clean>,
}

/// What spoke for the first role and what against it.
pub(super) fn why(source: &ResultSource<'_>) -> Option<Why> {
    let (role, ledger) = explained(source, 1)?;
    let interests = &source.report.interests;
    let interest = |place: usize, share: f64| {
        let name = interests.get(place)?.name;
        let profile = &source.catalogue().careers().roles[role.role].profile;
        Some(format!("{name}: {}.", reason(interests, place, share, profile)).into())
    };
    let answer = |place: usize, _: f64| answer(source, ledger, place);
    let answers: Vec<f64> = ledger.answers.iter().map(|answer| answer.contribution).collect();
    Some(Why {
        heading: format!("Why {}", role.name).into(),
        interests: sides(&measured(interests, ledger), WORTH_TELLING, interest),
        answers: sides(&answers, 1e-9, answer),
    })
}

/// The three largest shares and the two least, in words.
fn sides(shares: &[f64], least: f64, word: impl Fn(usize, f64) -> Option<Clean>) -> Sides {
    let ranked = ranked(shares);
    let speaks_for = ranked.iter().filter(|(_, share)| *share >= least).take(3);
    let speaks_against = ranked.iter().rev().filter(|(_, share)| *share <= -least).take(2);
    Sides {
        speaks_for: speaks_for.filter_map(|(place, share)| word(*place, *share)).collect(),
        speaks_against: speaks_against.filter_map(|(place, share)| word(*place, *share)).collect(),
    }
}

/// The answer at `place` of a ledger, with its question.
fn answer(source: &ResultSource<'_>, ledger: &LedgerPart<'_>, place: usize) -> Option<Clean> {
    let asked = source.catalogue().questionnaire();
    let answer = ledger.answers.get(place)?;
    let question = &asked.questions[answer.place];
    let label = asked.scale.label(asked.scale.point(answer.answer)?);
    Some(format!("{} ({label})", question.text).into())
}

/// What each interest adds; nothing if no question on it was answered, since
/// then it says where the person stands on the others.
fn measured(interests: &[InterestPart<'_>], ledger: &LedgerPart<'_>) -> Vec<f64> {
    let shares = interests.iter().zip(shares(ledger));
    shares.map(|(of, share)| if of.score.is_some() { share } else { 0.0 }).collect()
}

/// Shares with their places, the largest first; equal ones stay in order.
fn ranked(shares: &[f64]) -> Vec<(usize, f64)> {
    let mut ranked: Vec<(usize, f64)> = shares.iter().copied().enumerate().collect();
    ranked.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    ranked
}

/// Why an interest counts as it does: where the person stands on it against the
/// person's own level, and the role against its own.
fn reason(interests: &[InterestPart<'_>], place: usize, share: f64, profile: &Profile) -> String {
    let interest = interests.get(place);
    let estimate = interest.and_then(|interest| interest.estimate);
    let is_above = estimate.is_some_and(|estimate| estimate > own_level(interests));
    let is_disliked = interest.and_then(|of| of.score).is_some_and(|score| score < DISLIKED);
    let like = match (is_disliked, is_above) {
        (false, true) => "like this more",
        (false, false) => "like this less",
        (true, true) => "dislike this less",
        (true, false) => "dislike this more",
    };
    let is_marked = interest.is_some_and(|of| {
        let score = of.score.unwrap_or_default();
        is_above && of.importance > Importance::USUAL && score <= own_level(interests)
    });
    let added = if is_above { share } else { -share };
    let has = match interest.map(|of| Has::of(added, profile, of.interest)) {
        Some(Has::Much) => "much",
        Some(Has::Some) => "some",
        Some(Has::Little) | None => "little",
    };
    let joint = if share > 0.0 { "and" } else { "but" };
    let job = format!("{joint} the job has {has} of it");
    if is_marked {
        return format!("you marked this, {job}");
    }
    format!("you {like} than the rest, {job}")
}
