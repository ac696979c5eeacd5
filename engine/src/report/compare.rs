//! Two sittings of one person: what moved, and whether it matters.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use super::build::{Explain, report};
use super::chance::standard_errors;
use super::parts::{Report, Status};
use crate::catalogue::{Catalogue, Point, Question};
use crate::matching::Estimate;
use crate::sheet::Sheet;

/// What two sittings of one person have to do with each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Comparison {
    /// The version of this form: 1.
    pub schema_version: u32,
    /// The fingerprint of the data files.
    pub catalogue: String,
    /// Which answers were compared.
    pub basis: Basis,
    /// How many questions were answered in both sittings.
    pub shared: usize,
    /// How many were answered in one of the two only, of the answers compared.
    pub answered_once: usize,
    /// The ids of those answered in both, in file order.
    pub questions: Vec<String>,
    /// The answers that moved, in file order.
    pub answers: Vec<MovedAnswer>,
    /// The interests, in the questionnaire's order.
    pub interests: Vec<MovedInterest>,
    /// The ids of the interests that the person weighed differently; the order of
    /// the roles may differ because of that alone.
    pub importance_moved: Vec<String>,
    /// The roles, by rank in the second sitting.
    pub roles: Vec<MovedRole>,
    /// The ids of the roles that led in the first sitting.
    pub leading_before: Vec<String>,
    /// The ids of those that lead in the second.
    pub leading_after: Vec<String>,
    /// Whether a role leads in both.
    pub leading_overlap: bool,
    /// Whether the first sitting could be ranked.
    pub status_before: Status,
    /// Whether the second can.
    pub status_after: Status,
}

/// Which answers were compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// All of each sheet.
    WholeSheets,
    /// Only the questions answered in both, since the sheets were made with
    /// different data files.
    SharedQuestions,
}

/// An answer that moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct MovedAnswer {
    /// The question's id.
    pub id: String,
    /// The answer then, from 1.
    pub before: u8,
    /// The answer now.
    pub after: u8,
}

/// An interest in two sittings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct MovedInterest {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The observed score then, -1 to 1.
    pub before: Option<f64>,
    /// The observed score now.
    pub after: Option<f64>,
    /// Whether it moved by more than the noise of answers explains. Of someone
    /// unchanged, no interest at all is told to have moved in 95 % of cases.
    pub moved: bool,
}

/// A role in two sittings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct MovedRole {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its rank then, from 1.
    pub before: Option<usize>,
    /// Its rank now.
    pub after: Option<usize>,
}

/// Compares two sheets, the earlier one first, on the answers that `basis` says.
#[must_use]
pub fn compare(catalogue: &Catalogue, before: &Sheet, after: &Sheet, basis: Basis) -> Comparison {
    let (before, after) = match basis {
        Basis::WholeSheets => (before.clone(), after.clone()),
        Basis::SharedQuestions => (shared(before, after), shared(after, before)),
    };
    let questions = questions(catalogue, &before, &after);
    let then = report(catalogue, &before, Explain::Nothing);
    let now = report(catalogue, &after, Explain::Nothing);
    Comparison {
        schema_version: 1,
        catalogue: catalogue.fingerprint().to_string(),
        basis,
        shared: questions.len(),
        answered_once: answered_once(&before, &after),
        questions,
        answers: answers(catalogue, &before, &after),
        interests: interests(catalogue, &before, &after),
        importance_moved: importance(catalogue, &before, &after),
        roles: roles(catalogue, &then, &now),
        leading_overlap: now.leading.iter().any(|role| then.leading.contains(role)),
        status_before: then.status,
        status_after: now.status,
        leading_before: then.leading,
        leading_after: now.leading,
    }
}

/// `sheet` with the answers that `other` has too.
fn shared(sheet: &Sheet, other: &Sheet) -> Sheet {
    let mut shared = sheet.clone();
    for (question, answer) in other.answers.iter().enumerate() {
        if answer.is_none() {
            shared.answers.set(question, None);
        }
    }
    shared
}

/// The ids of the questions that both answer.
fn questions(catalogue: &Catalogue, before: &Sheet, after: &Sheet) -> Vec<String> {
    let pairs = before.answers.iter().zip(after.answers.iter());
    let asked = catalogue.questionnaire().questions.iter().zip(pairs);
    asked
        .filter(|(_, (before, after))| before.is_some() && after.is_some())
        .map(|(question, _)| question.id.to_string())
        .collect()
}

/// How many questions one answers and the other does not.
fn answered_once(before: &Sheet, after: &Sheet) -> usize {
    let pairs = before.answers.iter().zip(after.answers.iter());
    pairs.filter(|(before, after)| before.is_some() != after.is_some()).count()
}

/// The ids of the interests that count differently.
fn importance(catalogue: &Catalogue, before: &Sheet, after: &Sheet) -> Vec<String> {
    let weights = before.importance.weights().iter().zip(after.importance.weights());
    let interests = catalogue.questionnaire().interests.iter().zip(weights);
    interests
        .filter(|(_, (before, after))| before.total_cmp(after).is_ne())
        .map(|(interest, _)| interest.id.to_string())
        .collect()
}

fn answers(catalogue: &Catalogue, before: &Sheet, after: &Sheet) -> Vec<MovedAnswer> {
    type Pair<'a> = (&'a Question, (Option<Point>, Option<Point>));
    let moved = |(question, (before, after)): Pair<'_>| {
        let (before, after) = before.zip(after).filter(|(before, after)| before != after)?;
        let (before, after) = (before.number(), after.number());
        Some(MovedAnswer { id: question.id.to_string(), before, after })
    };
    let pairs = before.answers.iter().zip(after.answers.iter());
    catalogue.questionnaire().questions.iter().zip(pairs).filter_map(moved).collect()
}

fn interests(catalogue: &Catalogue, before: &Sheet, after: &Sheet) -> Vec<MovedInterest> {
    let questionnaire = catalogue.questionnaire();
    let then = Estimate::of(questionnaire, &before.answers).interests;
    let now = Estimate::of(questionnaire, &after.answers).interests;
    let noise = questionnaire.measurement.noise;
    let both = then.iter().zip(&now).filter(|(t, n)| t.score.is_some() && n.score.is_some());
    let limit = standard_errors(both.count());
    let estimated = then.iter().zip(&now);
    (questionnaire.interests.iter().zip(estimated))
        .map(|(interest, (then, now))| {
            let moved = then.score.zip(now.score).is_some_and(|(before, after)| {
                let error = (noise / then.evidence + noise / now.evidence).sqrt();
                (after - before).abs() > limit * error
            });
            MovedInterest {
                id: interest.id.to_string(),
                name: interest.name.clone(),
                before: then.score,
                after: now.score,
                moved,
            }
        })
        .collect()
}

fn roles(catalogue: &Catalogue, then: &Report, now: &Report) -> Vec<MovedRole> {
    let rank = |report: &Report, id: &str| {
        report.roles.iter().find(|role| role.id == id).map(|role| role.rank)
    };
    let mut roles: Vec<MovedRole> = catalogue
        .careers()
        .roles
        .iter()
        .map(|role| MovedRole {
            id: role.id.to_string(),
            name: role.name.clone(),
            before: rank(then, role.id.as_str()),
            after: rank(now, role.id.as_str()),
        })
        .collect();
    roles.sort_by_key(|role| (role.after.unwrap_or(usize::MAX), role.before));
    roles
}
