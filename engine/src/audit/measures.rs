//! What the questions measure, and whether that is enough for a match.

use super::result::{Audit, Finding, Severity};
use crate::catalogue::{Each, InterestIx, Question, Questionnaire};
use crate::matching::Pattern;

/// Why nobody who answers all of the questions, or all of the short form, can
/// be ranked, as far as the catalogue and what the audit found so far tell.
pub(super) fn unranked(questionnaire: &Questionnaire, audit: &Audit<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let error = |message| Finding::new(Severity::Error, "nobody-ranked", "the questions", message);
    if let Some(why) = why_unranked(questionnaire, |_| true) {
        findings.push(error(format!(
            "{why}, so nobody can be ranked; add questions on other interests"
        )));
    } else if !audit.roles.is_empty()
        && audit.recovery.full.ranked <= 0.0
        && audit.roles.iter().all(|role| role.witness.is_none())
    {
        findings.push(error(format!(
            "none of {} simulated respondents can be ranked: their interests come out alike; check \
             the noise and signal of the measurement",
            audit.recovery.full.respondents
        )));
    } else if questionnaire.questions.iter().any(|question| question.short)
        && let Some(why) = why_unranked(questionnaire, |question| question.short)
    {
        let message = format!(
            "{why}, so nobody can be ranked by it; put short: true on questions of other interests"
        );
        let code = "nobody-ranked-by-short-form";
        findings.push(Finding::new(Severity::Error, code, "the short form", message));
    }
    findings
}

/// Interests that are measured badly.
pub(super) fn interests(questionnaire: &Questionnaire) -> Vec<Finding> {
    let mut findings = Vec::new();
    let loadings = loadings(questionnaire, |_| true);
    for (place, (interest, own)) in questionnaire.interests.iter().zip(&loadings).enumerate() {
        let id = interest.id.as_str();
        let measured = own.iter().filter(|weight| **weight > 0.0).count();
        let few = ["no question", "one question only", "two questions only"];
        if let Some(few) = few.get(measured) {
            let message = format!(
                "is measured by {few}: at least three questions should measure an interest"
            );
            findings.push(Finding::new(Severity::Warning, "few-questions", id, message));
        }
        let twin = loadings.iter().take(place).position(|other| are_proportional(own, other));
        if let Some(other) = twin.and_then(|twin| questionnaire.interests.as_slice().get(twin)) {
            let message = format!("is measured by the same questions as {}", other.id);
            findings.push(Finding::new(Severity::Warning, "same-loadings", id, message));
        }
    }
    findings
}

/// For each question, whether too few interests for a match are measured without it.
pub(super) fn needed(questionnaire: &Questionnaire) -> Each<Question, bool> {
    let measuring = |interest: InterestIx| {
        questionnaire.questions.iter().filter(|of| of.weight(interest) > 0.0).count()
    };
    let interests = &questionnaire.interests;
    let counts: Vec<(InterestIx, usize)> =
        interests.indices().map(|interest| (interest, measuring(interest))).collect();
    questionnaire.questions.map(|question| {
        let is_left = |of: &&(InterestIx, usize)| of.1 > usize::from(question.weight(of.0) > 0.0);
        counts.iter().filter(is_left).count() < Pattern::MIN_MEASURED
    })
}

fn why_unranked(
    questionnaire: &Questionnaire,
    is_asked: impl Fn(&Question) -> bool,
) -> Option<String> {
    let loadings = loadings(questionnaire, is_asked);
    let measured: Vec<_> = loadings.iter().filter(|of| of.iter().any(|of| *of > 0.0)).collect();
    let (first, others) = measured.split_first()?;
    if measured.len() < Pattern::MIN_MEASURED {
        let interests = if others.is_empty() { "only one interest" } else { "only two interests" };
        return Some(format!("{interests} can be measured, and a match needs three"));
    }
    let is_alike = others.iter().all(|other| are_proportional(first, other));
    is_alike.then(|| "every interest is measured by the same questions".to_owned())
}

/// What measures each interest: the weight on it of every question asked.
fn loadings(questionnaire: &Questionnaire, is_asked: impl Fn(&Question) -> bool) -> Vec<Vec<f64>> {
    let asked: Vec<&Question> = questionnaire.questions.iter().filter(|of| is_asked(of)).collect();
    (questionnaire.interests.indices())
        .map(|interest| asked.iter().map(|of| of.weight(interest)).collect())
        .collect()
}

/// Whether one list is a multiple of the other, and neither is all 0.
fn are_proportional(left: &[f64], right: &[f64]) -> bool {
    let highest = |of: &[f64]| of.iter().copied().fold(0.0, f64::max);
    let (unit_left, unit_right) = (highest(left), highest(right));
    let same = |(a, b): (&f64, &f64)| (a / unit_left - b / unit_right).abs() < 1e-12;
    unit_left > 0.0 && unit_right > 0.0 && left.iter().zip(right).all(same)
}
