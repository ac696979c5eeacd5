//! The parts of an audit. Field names are the JSON's.

#[cfg(feature = "schemars")]
use schemars::JsonSchema;
use serde::Serialize;

use super::repairs::{AlikePair, CrowdingRole, FreeingChange};
use crate::catalogue::Id;
use crate::report::Status;
use crate::signs::FlaggedShares;

/// What an audit found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Audit<'c> {
    /// The version of this form: 1.
    pub schema_version: u32,
    /// The fingerprint of the data files.
    pub catalogue: &'c str,
    /// What is wrong or worth a look, the worst first.
    pub problems: Vec<Finding>,
    /// The roles in file order.
    pub roles: Vec<RoleAudit<'c>>,
    /// Pairs of roles that are too alike, the most alike first: at most 200.
    pub pairs: Vec<AlikePair<'c>>,
    /// How many such pairs there are.
    pub alike_pairs: usize,
    /// The modules in file order.
    pub modules: Vec<ModuleAudit<'c>>,
    /// The questions in file order.
    pub questions: Vec<QuestionAudit<'c>>,
    /// The interests in file order.
    pub interests: Vec<InterestAudit<'c>>,
    /// How well the truth is found.
    pub recovery: Recovery,
    /// Whether what people are told beside the ranking holds who answered every question.
    pub told: ToldAudit,
    /// The same for those who answered the short form; null if there is none.
    pub told_short: Option<ToldAudit>,
    /// The same after an adaptive sitting; null for a catalogue too large to simulate it.
    pub told_adaptive: Option<ToldAudit>,
    /// The shares of simulated respondents whom the signs of careless answering flag.
    pub signs: Vec<FlaggedShares>,
    /// What comes of giving every question the same answer.
    pub equal_answers: Vec<EqualAnswers<'c>>,
    /// What the answers of people say of the questions; null if there are none.
    pub answers: Option<GivenAudit<'c>>,
}

/// What simulated respondents are told who answered the same form. Shares are of them,
/// 0 to 1.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct ToldAudit {
    /// How many they are: those who can be ranked.
    pub respondents: usize,
    /// The shares who are told of no role that is too close to the first to call, of
    /// one, of two, and of more.
    pub too_close: [f64; 4],
    /// How the stated chance of suiting better than the first role compares with what
    /// is true, over the roles for which it is at least 1 in 5.
    pub over_first: Calibration,
    /// The share whose closeness is below 0.25.
    pub far: f64,
    /// The share whose closeness is above 0.75.
    pub near: f64,
    /// The share whose first role has a strong fit.
    pub strong: f64,
    /// The same of as many who answer at random.
    pub strong_at_random: f64,
    /// The share whose best specialism by its own profile is another than that of
    /// their first role.
    pub other_specialism: f64,
    /// The share whose first role is not the one with the highest chance.
    pub other_most_likely: f64,
    /// How often the truly best role comes first.
    pub found: f64,
    /// How often it does if the two truly strongest interests are marked.
    pub found_with_marks: f64,
    /// How often it does if these weigh twice what the others weigh, and are not taken as
    /// liked more.
    pub found_with_weights: f64,
}

/// Something that is wrong or worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Finding {
    /// How bad it is.
    pub severity: Severity,
    /// What kind of thing it is, as a slug.
    pub code: &'static str,
    /// What it is about: an id, or a place in a file.
    pub subject: String,
    /// What it is, as a sentence.
    pub message: String,
    /// What would mend it, in sentences; null if nothing is known to.
    pub repair: Option<String>,
}

impl Finding {
    pub(super) fn new(
        severity: Severity,
        code: &'static str,
        subject: &str,
        message: String,
    ) -> Self {
        Self { severity, code, subject: subject.to_owned(), message, repair: None }
    }

    /// The same with what would mend it.
    pub(super) fn mended_by(self, repair: String) -> Self {
        Self { repair: Some(repair), ..self }
    }
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The catalogue cannot do what it claims.
    Error,
    /// It does it badly somewhere.
    Warning,
    /// It is worth knowing.
    Note,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct RoleAudit<'c> {
    /// Its id.
    pub id: &'c Id,
    /// Answers that put it strictly first, one character a question; null if
    /// none were found.
    pub witness: Option<String>,
    /// The share of simulated respondents for whom it comes first, 0 to 1.
    pub first_share: f64,
    /// The share for whom it is among the first three, 0 to 1.
    pub top_three_share: f64,
    /// The most similar other role; null if there is no other.
    pub nearest: Option<Nearest<'c>>,
    /// The share of simulated respondents whom it truly suits best, 0 to 1.
    pub truly_first_share: f64,
    /// The roles that come first for these, itself too, the most frequent first: at most five.
    pub first_instead: Vec<CrowdingRole<'c>>,
    /// If it comes first rarely, the change of one weight by a step that serves it best; null
    /// if it does not, or no change helps.
    pub freed_by: Option<FreeingChange<'c>>,
}

/// A role that resembles another.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Nearest<'c> {
    /// Its id.
    pub id: &'c Id,
    /// The correlation of the two profiles, -1 to 1.
    pub similarity: f64,
}

/// A module, by its own profile.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct ModuleAudit<'c> {
    /// Its id.
    pub id: &'c Id,
    /// Answers to which it is strictly the most similar of the modules.
    pub witness: Option<String>,
    /// The share of simulated respondents to whom it is, 0 to 1.
    pub first_share: f64,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct QuestionAudit<'c> {
    /// Its id.
    pub id: &'c Id,
    /// The share of simulated respondents whose first role would be another
    /// had they skipped it, or who would then have none because too few
    /// interests were measured; 0 to 1.
    pub decides: f64,
    /// How much less often the truly best role comes first for them without it, -1 to 1.
    pub costs: f64,
    /// The standard error of that, 0 to 1.
    pub costs_error: f64,
    /// The interest that it measures most, by its loading.
    pub interest: &'c Id,
    /// The correlation of its answers with what the other questions on that interest say, -1
    /// to 1; null if there are none.
    pub item_rest: Option<f64>,
    /// The interest, of those it measures less or not at all, with whose questions its answers
    /// go best; null if no other is measured.
    pub best_other: Option<OtherInterest<'c>>,
    /// How many simulated respondents what it decides and costs rests on; 0 if there are no roles.
    pub respondents: usize,
}

/// An interest that a question may measure, too.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct OtherInterest<'c> {
    /// Its id.
    pub interest: &'c Id,
    /// The correlation of the answers with what the questions on it say, -1 to 1.
    pub correlation: f64,
    /// Whether that is clearly more than with the question's own interest: by two standard
    /// errors of the difference.
    pub is_clearly_more: bool,
}

/// What the answers of people say of the questions.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct GivenAudit<'c> {
    /// How many people answered anything.
    pub people: u64,
    /// The questions in file order; none for fewer than ten people.
    pub questions: Vec<GivenQuestion<'c>>,
}

/// What the answers to a question say of it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct GivenQuestion<'c> {
    /// Its id.
    pub id: &'c Id,
    /// How many answered it; null for 1 to 9, or where all but one or all gave one answer. Then
    /// nothing that follows is told either.
    pub answered: Option<u64>,
    /// The interest that it measures most, by its loading.
    pub interest: &'c Id,
    /// How many answered it and another question on that interest; null for 1 to 9.
    pub respondents: Option<u64>,
    /// The correlation of their answers with what the other questions on the interest say, -1 to
    /// 1; null if either is all alike.
    pub item_rest: Option<f64>,
    /// The standard error of that.
    pub item_rest_error: Option<f64>,
    /// The interest, of those it measures less or not at all, with whose questions the answers
    /// go best; null if no other is measured.
    pub best_other: Option<OtherInterest<'c>>,
}

/// How well an interest is measured by those who answer every question on it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct InterestAudit<'c> {
    /// Its id.
    pub id: &'c Id,
    /// How many questions measure it.
    pub questions: usize,
    /// The reliability of its score, 0 to 1: how much of what sets it apart from a person's other
    /// interests is no noise.
    pub reliability: f64,
    /// How many questions of the short form measure it.
    pub short_questions: usize,
    /// The reliability with these alone.
    pub short_reliability: f64,
}

/// How well the truth is found.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Recovery {
    /// With every question answered.
    pub full: FormRecovery,
    /// With the short form answered; null if there is none.
    pub short: Option<FormRecovery>,
    /// With an adaptive sitting; null for a catalogue too large to simulate it.
    pub adaptive: Option<AdaptiveRecovery>,
}

/// How well the truth is found with one form.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct FormRecovery {
    /// How many questions it has.
    pub questions: usize,
    /// How many simulated respondents the shares rest on.
    pub respondents: usize,
    /// The share of them who can be ranked, 0 to 1.
    pub ranked: f64,
    /// Of how many of them the chances were worked out if they can be ranked: of all, or of the
    /// first where a catalogue is so large that all would take too long.
    pub sampled: usize,
    /// How often the truly best role comes first, 0 to 1.
    pub first: f64,
    /// How often it is among the first three, 0 to 1.
    pub first_three: f64,
    /// How often it is among the roles that are told to lead, 0 to 1, of those
    /// who are told any.
    pub leading: f64,
    /// How many roles they are told to lead, on average.
    pub leading_size: f64,
    /// How the stated chance of the first role compares with what is true.
    pub calibration: Calibration,
}

/// How well the truth is found by an adaptive sitting, and by the first
/// questions of the file where each respondent answers as many of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct AdaptiveRecovery {
    /// The chance of the first three roles at which a sitting ends, 0 to 1.
    pub until: f64,
    /// How many simulated respondents the figures rest on.
    pub respondents: usize,
    /// How many questions a sitting has, on average.
    pub questions: f64,
    /// How often the truly best role comes first, 0 to 1.
    pub first: f64,
    /// How often it is among the first three, 0 to 1.
    pub first_three: f64,
    /// The same with as many questions in the order of the file.
    pub fixed_first: f64,
    /// The same with as many questions in the order of the file.
    pub fixed_first_three: f64,
    /// The standard error of the difference between the two shares of `first`.
    pub first_error: f64,
    /// The standard error of the difference between those of `first_three`.
    pub first_three_error: f64,
}

/// How a stated chance compares with what is true.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct Calibration {
    /// How many simulated respondents it rests on.
    pub respondents: usize,
    /// The expected calibration error, 0 to 1: the mean over respondents of the
    /// difference between stated and true in their row.
    pub error: f64,
    /// How much more is stated than is true, on average, -1 to 1: above 0 if chances are too bold.
    pub boldness: f64,
    /// A row for each tenth of the stated chance that anyone was told.
    pub table: Vec<CalibrationRow>,
}

/// The respondents who were told about the same chance.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct CalibrationRow {
    /// The least chance of the row.
    pub from: f64,
    /// The chance at which the next row begins.
    pub to: f64,
    /// How many they are.
    pub respondents: usize,
    /// The chance they were told, on average.
    pub stated: f64,
    /// How often their first role was truly the best.
    pub observed: f64,
}

/// What comes of giving every question the same answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schemars", derive(JsonSchema))]
pub struct EqualAnswers<'c> {
    /// The answer, from 1.
    pub answer: u8,
    /// Whether that gives a ranking.
    pub status: Status,
    /// The role it puts first, if it does.
    pub first: Option<&'c Id>,
}
