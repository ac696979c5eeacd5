//! What an adaptive sitting saves, and what it costs.

use super::effort::Effort;
use super::phase::{Phase, Progress};
use super::result::AdaptiveRecovery;
use super::shares::{Compass, Shares, share};
use crate::catalogue::{Catalogue, Role, RoleIx};
use crate::matching::DRAWS;
use crate::parallel::map_each;
use crate::sheet::Answers;
use crate::simulation::Respondent;
use crate::sitting::{Form, QuestionOrder, USUAL_UNTIL};

/// Fewer respondents than this tell too little.
const FEWEST: usize = 100;

/// What came of one respondent's sitting.
struct SittingResult<'c> {
    answers: Answers<'c>,
    adaptive: [bool; 2],
    fixed: [bool; 2],
}

/// Adaptive sittings of some of the respondents, each against the first so many
/// questions of the file, and the answers of these sittings; `None` if the catalogue is
/// too large for enough of them.
pub(super) fn recovery<'c>(
    catalogue: &Catalogue,
    respondents: &[Respondent<'c>],
    shares: &Shares,
    effort: Effort,
    progress: Progress<'_>,
) -> Option<(AdaptiveRecovery, Vec<Answers<'c>>)> {
    let questionnaire = catalogue.questionnaire();
    let interests = questionnaire.interests.len();
    // Where a number is short, this many are still too many.
    let each = [catalogue.careers().roles.len(), interests, questionnaire.questions.len()]
        .into_iter()
        .fold(DRAWS, usize::saturating_mul);
    let asked = effort.of_sittings().respondents_at(each).min(respondents.len());
    if asked < FEWEST {
        return None;
    }
    let stage = Phase::new(progress, 0.8, 1.0, asked);
    let order = QuestionOrder::new(catalogue, Form::Adaptive(USUAL_UNTIL));
    let people: Vec<_> = respondents.iter().zip(&shares.truly_first).take(asked).collect();
    let outcomes: Vec<SittingResult<'c>> = map_each(&people, |(respondent, truly)| {
        let outcome = outcome(&shares.compass, &order, respondent, **truly);
        stage.step();
        outcome
    });
    let count = |which: fn(&SittingResult<'_>) -> bool| {
        share(outcomes.iter().filter(|outcome| which(outcome)).count(), outcomes.len())
    };
    let error =
        |which: fn(&SittingResult<'_>) -> [bool; 2]| standard_error(outcomes.iter().map(which));
    let questions = outcomes.iter().map(|outcome| outcome.answers.answered()).sum();
    let found = AdaptiveRecovery {
        until: USUAL_UNTIL,
        respondents: outcomes.len(),
        questions: share(questions, outcomes.len()),
        first: count(|outcome| outcome.adaptive[0]),
        first_three: count(|outcome| outcome.adaptive[1]),
        fixed_first: count(|outcome| outcome.fixed[0]),
        fixed_first_three: count(|outcome| outcome.fixed[1]),
        first_error: error(|outcome| [outcome.adaptive[0], outcome.fixed[0]]),
        first_three_error: error(|outcome| [outcome.adaptive[1], outcome.fixed[1]]),
    };
    Some((found, outcomes.into_iter().map(|outcome| outcome.answers).collect()))
}

/// What comes of one respondent's adaptive sitting, and of one as long in the
/// order of the file.
fn outcome<'c>(
    compass: &Compass<Role>,
    order: &QuestionOrder,
    respondent: &Respondent<'c>,
    truly: Option<RoleIx>,
) -> SittingResult<'c> {
    let adaptive = sat(&respondent.answers, order);
    let questions = adaptive.answered();
    let mut fixed = Answers::blank(respondent.answers.catalogue());
    for (question, _, point) in respondent.answers.answered_questions().take(questions) {
        fixed.set(question, Some(point));
    }
    SittingResult {
        adaptive: found(compass, &adaptive, truly),
        fixed: found(compass, &fixed, truly),
        answers: adaptive,
    }
}

/// The standard error of the difference of two shares of the same people.
#[expect(clippy::cast_precision_loss, reason = "the numbers of respondents are small")]
fn standard_error(pairs: impl ExactSizeIterator<Item = [bool; 2]>) -> f64 {
    let people = pairs.len() as f64;
    let differences = pairs.map(|[left, right]| f64::from(left) - f64::from(right));
    let (sum, squares) =
        differences.fold((0.0, 0.0), |(sum, squares), of| (sum + of, squares + of * of));
    let mean = sum / people;
    ((squares / people - mean * mean).max(0.0) / people).sqrt()
}

/// The answers of an adaptive sitting of someone who would answer so.
fn sat<'c>(would: &Answers<'c>, order: &QuestionOrder) -> Answers<'c> {
    let mut answers = Answers::blank(would.catalogue());
    let mut asked = Vec::new();
    while let Some(next) = order.next(&answers, &asked) {
        answers.set(next.question, would.get(next.question));
        asked.push(next.question);
    }
    answers
}

/// Whether the truly best role comes first, and whether among the first three.
fn found(compass: &Compass<Role>, answers: &Answers<'_>, truly: Option<RoleIx>) -> [bool; 2] {
    let three: [_; 3] = compass.first_by_answers(answers);
    [three[0] == truly, three.contains(&truly)]
}
