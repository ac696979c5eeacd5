//! Why the first role is first, in words taken from its ledger.

use rolefit::report::{ChangePart, LedgerPart, RolePart};

use super::Telling;
use super::reading::listed;
use crate::render::{Page, clean, cut, padded};

/// Contributions smaller than this are not worth a sentence.
const WORTH_TELLING: f64 = 0.03;

/// What spoke for the first role and what against it.
pub(super) fn first(page: &mut Page, telling: &Telling<'_>) {
    let Some((role, ledger)) = explained(telling, 1) else { return };
    page.heading(&format!("Why {}", clean(&role.name)));
    let interests = ranked(interest_shares(telling, ledger));
    let sentence = |(place, share): &(usize, f64)| {
        let name = telling.report.interests.get(*place).map(|interest| clean(&interest.name));
        format!("{}: {}.", name.unwrap_or_default(), reason(telling, *place, *share))
    };
    for share in interests.iter().filter(|(_, share)| *share >= WORTH_TELLING).take(3) {
        page.item("  + ", &sentence(share));
    }
    for share in interests.iter().rev().filter(|(_, share)| *share <= -WORTH_TELLING).take(2) {
        page.item("  - ", &sentence(share));
    }
    answers(page, telling, ledger);
}

/// The answers that weigh most, for and against.
fn answers(page: &mut Page, telling: &Telling<'_>, ledger: &LedgerPart) {
    let questionnaire = telling.catalogue.questionnaire();
    let shares = ranked(ledger.answers.iter().map(|answer| answer.contribution).collect());
    let said = |place: usize| {
        let answer = ledger.answers.get(place)?;
        let question = questionnaire.questions.get(questionnaire.question(&answer.id)?)?;
        let label = questionnaire.scale.label(questionnaire.scale.point(answer.answer)?);
        Some(format!("{} ({})", clean(&question.text), clean(label)))
    };
    let told = |(place, share): &(usize, f64)| said(*place).filter(|_| share.abs() > 1e-9);
    page.gap();
    page.paragraph("The answers that weigh most:");
    for text in shares.iter().filter(|(_, share)| *share > 0.0).take(3).filter_map(told) {
        page.item("  + ", &text);
    }
    for text in shares.iter().rev().filter(|(_, share)| *share < 0.0).take(2).filter_map(told) {
        page.item("  - ", &text);
    }
}

/// What the first role has over the second.
pub(super) fn contrast(page: &mut Page, telling: &Telling<'_>) {
    let (Some((first, ours)), Some((second, theirs))) =
        (explained(telling, 1), explained(telling, 2))
    else {
        return;
    };
    let ours = interest_shares(telling, ours);
    let theirs = interest_shares(telling, theirs);
    let differences = ranked(ours.iter().zip(&theirs).map(|(a, b)| a - b).collect());
    let named = |(place, share): &(usize, f64)| {
        let interest = telling.report.interests.get(*place)?;
        Some(format!("{} ({share:+.2})", clean(&interest.name)))
    };
    let ahead: Vec<String> = differences
        .iter()
        .filter(|(_, share)| *share >= WORTH_TELLING)
        .take(3)
        .filter_map(named)
        .collect();
    let behind: Vec<String> = differences
        .iter()
        .rev()
        .filter(|(_, share)| *share <= -WORTH_TELLING)
        .take(2)
        .filter_map(named)
        .collect();
    let (first, second) = (clean(&first.name), clean(&second.name));
    page.heading(&format!("{first} or {second}?"));
    if ahead.is_empty() {
        page.paragraph("For you there is next to nothing between the first two.");
        return;
    }
    page.paragraph(&format!("{first} comes out ahead through {}.", listed(&ahead)));
    if !behind.is_empty() {
        page.paragraph(&format!("{second} has the better of {}.", listed(&behind)));
    }
}

/// Every part of the first roles' scores, if that was asked for.
pub(super) fn ledger(page: &mut Page, telling: &Telling<'_>) {
    if !telling.explain {
        return;
    }
    let leading = &telling.report.leading;
    for role in telling.report.roles.iter().filter(|role| leading.contains(&role.id)) {
        let (Some(ledger), Some(similarity)) = (&role.ledger, role.similarity) else { continue };
        page.heading(&format!("{}: the sum", clean(&role.name)));
        page.paragraph(&format!(
            "The similarity is {similarity:.3}. It is the sum of what each interest adds, and \
             also the sum of what each answer adds."
        ));
        page.gap();
        for (interest, share) in telling.report.interests.iter().zip(&ledger.interests) {
            line(page, share.contribution, &clean(&interest.name));
        }
        page.gap();
        for answer in &ledger.answers {
            let label = format!("{} = {}", clean(&answer.id), answer.answer);
            line(page, answer.contribution, &label);
        }
    }
}

/// What would put each of the next roles ahead of the first, if that was asked for.
pub(super) fn rivals(page: &mut Page, telling: &Telling<'_>) {
    let Some(rivals) = telling.report.rivals.as_ref().filter(|_| telling.explain) else { return };
    let Some(first) = telling.report.roles.first() else { return };
    page.heading(&format!("What would put another role ahead of {}", clean(&first.name)));
    for rival in rivals.iter().filter(|rival| telling.report.leading.contains(&rival.id)) {
        let Some(role) = telling.report.roles.iter().find(|role| role.id == rival.id) else {
            continue;
        };
        let name = clean(&role.name);
        let Some(changes) = &rival.changes else {
            page.item("  ", &format!("{name}: no change of these answers could."));
            continue;
        };
        let count = if changes.len() == 1 { "one answer" } else { "these answers together" };
        page.item("  ", &format!("{name}, with {count}:"));
        for change in changes {
            page.item("    * ", &changed(telling, change));
        }
    }
}

fn changed(telling: &Telling<'_>, change: &ChangePart) -> String {
    let asked = telling.catalogue.questionnaire();
    let question = asked.question(&change.question).and_then(|at| asked.questions.get(at));
    let text = question.map_or_else(String::new, |question| clean(&question.text));
    let label = |number| asked.scale.point(number).map_or("", |point| asked.scale.label(point));
    format!("{text}: {} in place of {}", clean(label(change.to)), clean(label(change.from)))
}

fn line(page: &mut Page, share: f64, label: &str) {
    let width = page.style().columns().saturating_sub(28).min(44);
    let bar = page.style().signed_bar(share, 7);
    page.line(&format!("  {} {share:>+6.3}  {bar}", padded(&cut(label, width), width)));
}

/// The role at `rank` and its ledger, if there is one.
fn explained<'a>(telling: &'a Telling<'_>, rank: usize) -> Option<(&'a RolePart, &'a LedgerPart)> {
    let role = telling.report.roles.get(rank - 1)?;
    Some((role, role.ledger.as_ref()?))
}

fn interest_shares(telling: &Telling<'_>, ledger: &LedgerPart) -> Vec<f64> {
    debug_assert_eq!(telling.report.interests.len(), ledger.interests.len());
    ledger.interests.iter().map(|share| share.contribution).collect()
}

/// Shares with their places, the largest first; equal ones stay in order.
fn ranked(shares: Vec<f64>) -> Vec<(usize, f64)> {
    let mut ranked: Vec<(usize, f64)> = shares.into_iter().enumerate().collect();
    ranked.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    ranked
}

/// Why an interest counts as it does: where the person stands on it, and where
/// the role does, both against their own averages.
fn reason(telling: &Telling<'_>, place: usize, share: f64) -> &'static str {
    let interests = &telling.report.interests;
    let estimate = |place: usize| interests.get(place).and_then(|interest| interest.estimate);
    let weights: f64 = interests.iter().map(|interest| interest.importance).sum();
    let sum: f64 = interests.iter().filter_map(|i| Some(i.importance * i.estimate?)).sum();
    let above = estimate(place).is_some_and(|estimate| estimate * weights > sum);
    match (above, share > 0.0) {
        (true, true) => "you like it more than most things here, and the role is rich in it",
        (false, true) => "you like it less than most things here, and the role has little of it",
        (true, false) => "you like it more than most things here, but the role has little of it",
        (false, false) => "the role is rich in it, but you like it less than most things here",
    }
}
