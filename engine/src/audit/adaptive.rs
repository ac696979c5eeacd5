//! What an adaptive sitting saves, and what it costs.

use super::Effort;
use super::parts::AdaptiveRecovery;
use super::respondents::Respondent;
use super::shares::{Compass, Shares, share};
use super::stage::{Progress, Stage};
use crate::catalogue::Catalogue;
use crate::matching::{DRAWS, Deviates, Odds, Outlook};
use crate::parallel::map_each;
use crate::sheet::Answers;

/// How sure a sitting is to be before it stops: the program's own default.
pub const UNTIL: f64 = 0.8;

/// Fewer respondents than this tell too little.
const FEWEST: usize = 100;

/// One respondent's sitting.
struct Outcome {
    questions: usize,
    adaptive: [bool; 2],
    fixed: [bool; 2],
}

/// Adaptive sittings of some of the respondents, each against the first so many
/// questions of the file; `None` if the catalogue is too large for enough of them.
pub(super) fn recovery(
    catalogue: &Catalogue,
    respondents: &[Respondent],
    shares: &Shares,
    effort: Effort,
    progress: Progress<'_>,
) -> Option<AdaptiveRecovery> {
    let questionnaire = catalogue.questionnaire();
    let interests = questionnaire.interests.len();
    let each = DRAWS * catalogue.careers().roles.len() * interests * questionnaire.questions.len();
    let asked = effort.of_sittings().respondents_at(each).min(respondents.len());
    if asked < FEWEST {
        return None;
    }
    let stage = Stage::new(progress, 0.8, 1.0, asked);
    let odds = Odds::usual(catalogue, Deviates::of(catalogue));
    let people: Vec<_> = respondents.iter().zip(&shares.truly_first).take(asked).collect();
    let outcomes: Vec<Outcome> = map_each(&people, |(respondent, truly)| {
        let outcome = outcome(catalogue, &shares.compass, &odds, respondent, **truly);
        stage.step();
        outcome
    });
    let count = |which: fn(&Outcome) -> bool| {
        share(outcomes.iter().filter(|outcome| which(outcome)).count(), outcomes.len())
    };
    let error = |which: fn(&Outcome) -> [bool; 2]| standard_error(outcomes.iter().map(which));
    Some(AdaptiveRecovery {
        until: UNTIL,
        respondents: outcomes.len(),
        questions: share(outcomes.iter().map(|outcome| outcome.questions).sum(), outcomes.len()),
        first: count(|outcome| outcome.adaptive[0]),
        first_three: count(|outcome| outcome.adaptive[1]),
        fixed_first: count(|outcome| outcome.fixed[0]),
        fixed_first_three: count(|outcome| outcome.fixed[1]),
        first_error: error(|outcome| [outcome.adaptive[0], outcome.fixed[0]]),
        first_three_error: error(|outcome| [outcome.adaptive[1], outcome.fixed[1]]),
    })
}

/// What comes of one respondent's adaptive sitting, and of one as long in the
/// order of the file.
fn outcome(
    catalogue: &Catalogue,
    compass: &Compass,
    odds: &Odds,
    respondent: &Respondent,
    truly: Option<usize>,
) -> Outcome {
    let adaptive = sat(catalogue, &respondent.answers, odds);
    let questions = adaptive.answered();
    let mut fixed = Answers::blank(catalogue.questionnaire());
    for question in 0..questions {
        fixed.set(question, respondent.answers.get(question));
    }
    Outcome {
        questions,
        adaptive: found(catalogue, compass, &adaptive, truly),
        fixed: found(catalogue, compass, &fixed, truly),
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
fn sat(catalogue: &Catalogue, would: &Answers, odds: &Odds) -> Answers {
    let questions = catalogue.questionnaire().questions.len();
    let mut answers = Answers::blank(catalogue.questionnaire());
    let mut open: Vec<usize> = (0..questions).collect();
    loop {
        let outlook = Outlook::of(catalogue, &answers, odds);
        if outlook.is_settled(UNTIL) {
            return answers;
        }
        let Some(next) = outlook.next(catalogue, &open) else { return answers };
        answers.set(next, would.get(next));
        open.retain(|question| *question != next);
    }
}

/// Whether the truly best role comes first, and whether among the first three.
fn found(
    catalogue: &Catalogue,
    compass: &Compass,
    answers: &Answers,
    truly: Option<usize>,
) -> [bool; 2] {
    let three: [_; 3] = compass.first_by_answers(catalogue.questionnaire(), answers);
    [three[0] == truly, three.contains(&truly)]
}
