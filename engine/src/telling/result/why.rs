//! Why the first role is first, in words taken from its ledger.

use crate::report::{AnswerShare, ChangePart, InterestPart, LedgerPart, RolePart};
use crate::sheet::Importance;

use super::parts::{Rival, Rivals, Share, Sides, Sum, Why};
use super::{Telling, contrast};
use crate::telling::clean;
use crate::telling::figures::signed;

/// Contributions smaller than this are not worth a sentence.
const WORTH_TELLING: f64 = 0.03;

/// Roles up to this rank are told of as rivals, whether they lead or not.
const NEXT_BEST: usize = 3;

/// What spoke for the first role and what against it.
pub(super) fn first(telling: &Telling<'_>) -> Option<Why> {
    let (role, ledger) = explained(telling, 1)?;
    let interest = |place: usize, share: f64| {
        let name = clean(&telling.report.interests.get(place)?.name);
        Some(format!("{name}: {}.", reason(&telling.report.interests, place, share)))
    };
    let answer = |place: usize, _: f64| said(telling, ledger, place);
    let answers: Vec<f64> = ledger.answers.iter().map(|answer| answer.contribution).collect();
    let name = clean(&role.name);
    let leads = telling.report.leading.contains(&role.id);
    Some(Why {
        heading: if leads {
            format!("Why {name}")
        } else {
            format!("Why {name} comes first by similarity")
        },
        note: averages(&telling.report.interests),
        interests: sides(&measured(telling, ledger), WORTH_TELLING, interest),
        answers: sides(&answers, 1e-9, answer),
    })
}

/// The three largest shares and the two least, in words.
fn sides(shares: &[f64], least: f64, word: impl Fn(usize, f64) -> Option<String>) -> Sides {
    let ranked = ranked(shares);
    let speaks_for = ranked.iter().filter(|(_, share)| *share >= least).take(3);
    let speaks_against = ranked.iter().rev().filter(|(_, share)| *share <= -least).take(2);
    Sides {
        speaks_for: speaks_for.filter_map(|(place, share)| word(*place, *share)).collect(),
        speaks_against: speaks_against.filter_map(|(place, share)| word(*place, *share)).collect(),
    }
}

/// The answer at `place` of a ledger, with its question.
fn said(telling: &Telling<'_>, ledger: &LedgerPart<'_>, place: usize) -> Option<String> {
    let asked = telling.catalogue().questionnaire();
    let answer = ledger.answers.get(place)?;
    let question = &asked.questions[answer.place];
    let label = asked.scale.label(asked.scale.point(answer.answer)?);
    Some(format!("{} ({})", clean(&question.text), clean(label)))
}

/// What would put each other leading role, and the next best, ahead of the first.
pub(super) fn rivals(telling: &Telling<'_>) -> Option<Rivals> {
    let report = telling.report;
    let first = report.roles.first().filter(|_| telling.rivals)?;
    let told: Vec<Rival> = report
        .rivals
        .as_ref()?
        .iter()
        .filter_map(|rival| {
            let role = report.roles.iter().find(|role| role.id == rival.id)?;
            let is_near = role.rank <= NEXT_BEST || report.leading.contains(&rival.id);
            is_near.then(|| told(telling, &clean(&role.name), rival.changes.as_deref()))
        })
        .collect();
    let heading = format!("What would put another role ahead of {}", clean(&first.name));
    (!told.is_empty()).then_some(Rivals { heading, rivals: told })
}

fn told(telling: &Telling<'_>, name: &str, changes: Option<&[ChangePart<'_>]>) -> Rival {
    let lead = match changes {
        None => format!("{name}: no change of these answers could."),
        Some([_]) => format!("One answer would put {name} ahead:"),
        Some(_) => format!("These answers together would put {name} ahead:"),
    };
    let changes = changes.unwrap_or_default().iter().map(|change| changed(telling, change));
    Rival { lead, changes: changes.collect() }
}

fn changed(telling: &Telling<'_>, change: &ChangePart<'_>) -> String {
    let asked = telling.catalogue().questionnaire();
    let text = clean(&asked.questions[change.place].text);
    let label = |number| asked.scale.point(number).map_or("", |point| asked.scale.label(point));
    format!("{text}: {} in place of {}", clean(label(change.to)), clean(label(change.from)))
}

/// Every term of the leading roles' similarities, if that was asked for.
pub(super) fn sums(telling: &Telling<'_>) -> Vec<Sum> {
    if !telling.explain {
        return Vec::new();
    }
    let leads = |role: &&RolePart<'_>| telling.report.leading.contains(&role.id);
    let sum = |role: &RolePart<'_>| {
        let (ledger, similarity) = (role.ledger.as_ref()?, role.similarity?);
        let interests = telling.report.interests.iter().zip(shares(ledger));
        let text = format!(
            "The similarity is {similarity:.3}. It is the sum of what each interest adds, and \
             also the sum of what each answer adds."
        );
        Some(Sum {
            heading: format!("{}: the sum", clean(&role.name)),
            text,
            interests: by_size(interests.map(|(of, value)| share(interest(of), value))),
            answers: by_size(
                (ledger.answers.iter()).map(|of| share(answer(telling, of), of.contribution)),
            ),
        })
    };
    let sums = telling.report.roles.iter().filter(leads).filter_map(sum);
    contrast::difference(telling).into_iter().chain(sums).collect()
}

/// The terms of a sum, the largest first, whatever their sign.
pub(super) fn by_size(terms: impl Iterator<Item = Share>) -> Vec<Share> {
    let mut terms: Vec<Share> = terms.collect();
    terms.sort_by(|left, right| right.value.abs().total_cmp(&left.value.abs()));
    terms
}

/// What a term is called that an interest adds.
pub(super) fn interest(of: &InterestPart<'_>) -> String {
    let name = clean(&of.name);
    if of.score.is_some() { name } else { format!("{name} (not answered)") }
}

/// What a term is called that an answer adds.
pub(super) fn answer(telling: &Telling<'_>, of: &AnswerShare<'_>) -> String {
    let asked = telling.catalogue().questionnaire();
    let text = clean(&asked.questions[of.place].text);
    format!("{} = {}: {text}", clean(of.id.as_str()), of.answer)
}

pub(super) fn share(label: String, value: f64) -> Share {
    Share { label, value, shown: signed(value, 3) }
}

/// The role at `rank` and its ledger, if there is one.
pub(super) fn explained<'a>(
    telling: &'a Telling<'_>,
    rank: usize,
) -> Option<(&'a RolePart<'a>, &'a LedgerPart<'a>)> {
    let role = telling.report.roles.get(rank - 1)?;
    Some((role, role.ledger.as_ref()?))
}

/// What each interest adds; nothing if no question on it was answered, since
/// then it says where the person stands on the others.
fn measured(telling: &Telling<'_>, ledger: &LedgerPart<'_>) -> Vec<f64> {
    let shares = telling.report.interests.iter().zip(shares(ledger));
    shares.map(|(of, share)| if of.score.is_some() { share } else { 0.0 }).collect()
}

pub(super) fn shares(ledger: &LedgerPart<'_>) -> Vec<f64> {
    ledger.interests.iter().map(|share| share.contribution).collect()
}

/// Shares with their places, the largest first; equal ones stay in order.
fn ranked(shares: &[f64]) -> Vec<(usize, f64)> {
    let mut ranked: Vec<(usize, f64)> = shares.iter().copied().enumerate().collect();
    ranked.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    ranked
}

/// Why an interest counts as it does: where the person stands on it, and where
/// the role does, both against their own averages.
fn reason(interests: &[InterestPart<'_>], place: usize, share: f64) -> &'static str {
    let estimate = |place: usize| interests.get(place).and_then(|interest| interest.estimate);
    let weights: f64 = interests.iter().map(|interest| interest.importance).sum();
    let sum: f64 = interests.iter().filter_map(|i| Some(i.importance * i.estimate?)).sum();
    let above = estimate(place).is_some_and(|estimate| estimate * weights > sum);
    match (above, share > 0.0) {
        (true, true) => "above average in what you like, and in the role too",
        (false, true) => "below average in what you like, and in the role too",
        (true, false) => "above average in what you like, but below it in the role",
        (false, false) => "above average in the role, but below it in what you like",
    }
}

/// Which averages these are, where that is not plain.
fn averages(interests: &[InterestPart<'_>]) -> Option<&'static str> {
    let is_usual = |of: &InterestPart| of.importance.total_cmp(&Importance::USUAL).is_eq();
    (!interests.iter().all(is_usual))
        .then_some("In these averages an interest counts as much as you said it matters.")
}
