//! Two sittings of one person: what moved, and whether it matters.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use super::assessment::Assessment;
use super::languages::Languages;
use super::report::Status;
use super::reporter::Reporter;
use super::standard_errors::standard_errors;
use crate::catalogue::{Id, Interest, InterestIx, Point, Question, QuestionIx, RoleIx};
use crate::sheet::Sheet;

/// What two sittings of one person have to do with each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Comparison<'c> {
    /// The version of this form: 1.
    pub schema_version: u32,
    /// The fingerprint of the data files.
    pub catalogue: &'c str,
    /// The languages of the data files.
    pub languages: Languages<'c>,
    /// Who answered first; null if the sheet does not say.
    pub respondent_before: Option<String>,
    /// Who answered the second time.
    pub respondent_after: Option<String>,
    /// Which answers were compared.
    pub basis: Basis,
    /// How many questions were answered in both sittings.
    pub shared: usize,
    /// How many were answered in one of the two only, of the answers compared.
    pub answered_once: usize,
    /// The ids of those answered in both, in file order.
    pub questions: Vec<&'c Id>,
    /// The answers that moved, in file order.
    pub answers: Vec<MovedAnswer<'c>>,
    /// The interests, in the questionnaire's order.
    pub interests: Vec<MovedInterest<'c>>,
    /// The ids of the interests that the person weighed differently; the order of
    /// the roles may differ because of that alone.
    pub importance_moved: Vec<&'c Id>,
    /// The same interests by their places in the catalogue.
    #[serde(skip)]
    pub interests_weighed: Vec<InterestIx>,
    /// The roles, by rank in the second sitting.
    pub roles: Vec<MovedRole<'c>>,
    /// The ids of the roles that led in the first sitting.
    pub leading_before: Vec<&'c Id>,
    /// The ids of those that lead in the second.
    pub leading_after: Vec<&'c Id>,
    /// The places of the roles that led in the first sitting and that lead in the
    /// second.
    #[serde(skip)]
    pub leaders: [Vec<RoleIx>; 2],
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
pub struct MovedAnswer<'c> {
    /// The question's place in the catalogue.
    #[serde(skip)]
    pub question: QuestionIx,
    /// The question's id.
    pub id: &'c Id,
    /// The answer then, from 1.
    pub before: u8,
    /// The answer now.
    pub after: u8,
}

/// An interest in two sittings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct MovedInterest<'c> {
    /// Its id.
    pub id: &'c Id,
    /// Its name.
    pub name: &'c str,
    /// The observed score then, -1 to 1.
    pub before: Option<f64>,
    /// The observed score now.
    pub after: Option<f64>,
    /// Whether it moved by more than the noise of answers explains, that is, by more than
    /// `margin`. Of someone unchanged, no interest at all is told to have moved in 95 % of
    /// cases.
    pub moved: bool,
    /// The standard error of the move, from the noise of the answers in both sittings, in
    /// units of the score; null unless it was measured in both.
    pub standard_error: Option<f64>,
    /// By how much it has to move to be told: so many standard errors that all the interests
    /// that are compared pass it by chance in 5 % of cases (Šidák).
    pub margin: Option<f64>,
}

/// A role in two sittings.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct MovedRole<'c> {
    /// Its id.
    pub id: &'c Id,
    /// Its name.
    pub name: &'c str,
    /// Its rank then, from 1.
    pub before: Option<usize>,
    /// Its rank now.
    pub after: Option<usize>,
}

impl<'c> Comparison<'c> {
    /// Compares two sheets of one catalogue, the earlier one first, on the answers
    /// that `basis` says.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::report::{Basis, Comparison, Reporter};
    /// use rolefit_engine::sheet::{Answers, Sheet};
    ///
    /// let sheet = |digits| Answers::from_digits(&catalogue, digits).map(Sheet::new);
    /// let (before, after) = (sheet("521234")?, sheet("521254")?);
    /// let reporter = Reporter::new(&catalogue);
    /// let comparison = Comparison::of(&reporter, &before, &after, Basis::WholeSheets);
    /// assert_eq!(comparison.answers.len(), 1);
    /// // One answer more is no more than the noise of answers explains.
    /// assert!(comparison.interests.iter().all(|interest| !interest.moved));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(
        reporter: &Reporter<'c>,
        before: &Sheet<'c>,
        after: &Sheet<'c>,
        basis: Basis,
    ) -> Comparison<'c> {
        let (before, after) = match basis {
            Basis::WholeSheets => (before.clone(), after.clone()),
            Basis::SharedQuestions => (shared(before, after), shared(after, before)),
        };
        let (then, now) = (Assessment::of(reporter, &before), Assessment::of(reporter, &after));
        let questions = questions(&before, &after);
        let (leading_before, leading_after) = (leading(&then), leading(&now));
        let weighed = weighed(&before, &after);
        let asked = &before.catalogue().questionnaire().interests;
        let roles = &before.catalogue().careers().roles;
        let ids = |leading: &[RoleIx]| leading.iter().map(|role| &roles[*role].id).collect();
        Self {
            schema_version: 1,
            languages: Languages::of(before.catalogue()),
            catalogue: before.catalogue().fingerprint().as_str(),
            respondent_before: before.respondent.clone(),
            respondent_after: after.respondent.clone(),
            basis,
            shared: questions.len(),
            answered_once: answered_once(&before, &after),
            questions,
            answers: answers(&before, &after),
            interests: interests(&before, &then, &now),
            importance_moved: weighed.iter().map(|interest| &asked[*interest].id).collect(),
            interests_weighed: weighed,
            roles: moved_roles(&before, &then, &now),
            leading_overlap: leading_after.iter().any(|role| leading_before.contains(role)),
            status_before: Status::of(&then.ranking),
            status_after: Status::of(&now.ranking),
            leading_before: ids(leading_before),
            leading_after: ids(leading_after),
            leaders: [leading_before.to_vec(), leading_after.to_vec()],
        }
    }

    /// The two respondents, if both sheets name theirs and they are different people.
    #[must_use]
    pub fn other_respondents(&self) -> Option<[&str; 2]> {
        let (before, after) =
            self.respondent_before.as_deref().zip(self.respondent_after.as_deref())?;
        (before.trim() != after.trim()).then_some([before, after])
    }
}

fn leading(of: &Assessment) -> &[RoleIx] {
    of.ranking.as_ref().map_or(&[], |ranking| &ranking.leading)
}

/// `sheet` with the answers that `other` has too.
fn shared<'c>(sheet: &Sheet<'c>, other: &Sheet<'c>) -> Sheet<'c> {
    let mut shared = sheet.clone();
    for question in sheet.catalogue().questionnaire().questions.indices() {
        if other.answers().get(question).is_none() {
            shared.set_answer(question, None);
        }
    }
    shared
}

/// The ids of the questions that both answer.
fn questions<'c>(before: &Sheet<'c>, after: &Sheet<'c>) -> Vec<&'c Id> {
    let answered = before.answers().answered_questions();
    let both = answered.filter(|(ix, _, _)| after.answers().get(*ix).is_some());
    both.map(|(_, question, _)| &question.id).collect()
}

/// How many questions one answers and the other does not.
fn answered_once(before: &Sheet<'_>, after: &Sheet<'_>) -> usize {
    let pairs = before.answers().iter().zip(after.answers().iter());
    pairs.filter(|(before, after)| before.is_some() != after.is_some()).count()
}

/// The interests that count differently.
fn weighed(before: &Sheet<'_>, after: &Sheet<'_>) -> Vec<InterestIx> {
    let interests = before.catalogue().questionnaire().interests.indices();
    let (before, after) = (before.importance(), after.importance());
    interests.filter(|ix| before.get(*ix).total_cmp(&after.get(*ix)).is_ne()).collect()
}

fn answers<'c>(before: &Sheet<'c>, after: &Sheet<'c>) -> Vec<MovedAnswer<'c>> {
    let moved = |(ix, question, then): (QuestionIx, &'c Question, Point)| {
        let now = after.answers().get(ix).filter(|now| *now != then)?;
        let (before, after) = (then.number(), now.number());
        Some(MovedAnswer { question: ix, id: &question.id, before, after })
    };
    before.answers().answered_questions().filter_map(moved).collect()
}

fn interests<'c>(sheet: &Sheet<'c>, then: &Assessment, now: &Assessment) -> Vec<MovedInterest<'c>> {
    let questionnaire = sheet.catalogue().questionnaire();
    let (then, now) = (&then.estimate.interests, &now.estimate.interests);
    let noise = questionnaire.measurement.noise;
    let both = then.iter().zip(now).filter(|(t, n)| t.score.is_some() && n.score.is_some());
    let limit = standard_errors(both.count());
    let moved = |(ix, interest): (InterestIx, &'c Interest)| {
        let (then, now) = (&then[ix], &now[ix]);
        let (before, after) = (then.score, now.score);
        let difference = before.zip(after).map(|(before, after)| (after - before).abs());
        let standard_error =
            difference.map(|_| (noise / then.evidence + noise / now.evidence).sqrt());
        let margin = standard_error.map(|error| limit * error);
        let moved = difference.zip(margin).is_some_and(|(moved, margin)| moved > margin);
        let (id, name) = (&interest.id, interest.name.as_str());
        MovedInterest { id, name, before, after, moved, standard_error, margin }
    };
    questionnaire.interests.indexed().map(moved).collect()
}

fn moved_roles<'c>(sheet: &Sheet<'c>, then: &Assessment, now: &Assessment) -> Vec<MovedRole<'c>> {
    let roles = &sheet.catalogue().careers().roles;
    let ranks = |of: &Assessment| {
        let mut ranks = roles.each(None);
        for (rank, at) in (1_usize..).zip(of.ranking.iter().flat_map(|ranking| &ranking.roles)) {
            ranks[at.role] = Some(rank);
        }
        ranks
    };
    let (then, now) = (ranks(then), ranks(now));
    let moved = |role: RoleIx| MovedRole {
        id: &roles[role].id,
        name: &roles[role].name,
        before: then[role],
        after: now[role],
    };
    let mut moved: Vec<MovedRole<'_>> = roles.indices().map(moved).collect();
    moved.sort_by_key(|role| (role.after.unwrap_or(usize::MAX), role.before));
    moved
}
