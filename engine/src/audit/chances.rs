//! Whether the stated chances hold, and if not, why: what makes them hold is tried.

use super::effort::Effort;
use super::recovery::of_full_form;
use super::result::{Calibration, Finding, FormRecovery, Severity};
use super::shares::{Compass, Shares};
use super::witness::is_doubled;
use crate::catalogue::{Catalogue, Each, Question, Questionnaire, Scale};
use crate::simulation::simulate;

/// Chances that are off by more than this are told.
const LIMIT: f64 = 0.02;
/// A change is tried on so many respondents.
const TRIED: usize = 4_000;
/// The questions are asked so many times to see whether they are few.
const TIMES: usize = 3;

/// That the chances stated by a form are off, if they are by more than chance alone explains.
pub(super) fn finding(
    catalogue: &Catalogue,
    form: &FormRecovery,
    effort: Effort,
) -> Option<Finding> {
    let calibration = &form.calibration;
    if beyond_chance(calibration) <= LIMIT {
        return None;
    }
    let bold = if calibration.boldness > 0.0 { "bold" } else { "cautious" };
    let (stated, observed) = means(calibration);
    let message = format!(
        "are too {bold}: the expected calibration error is {:.3}, and more than {LIMIT} is much; on \
         average {stated:.2} is stated where {observed:.2} is true",
        calibration.error
    );
    let finding = Finding::new(Severity::Warning, "miscalibrated", "the stated chances", message);
    Some(finding.mended_by(cause(catalogue, calibration, effort)))
}

/// What the error is beyond what it would be on average if all chances held: with few people in
/// a row the share of those whose first role is the best is off by its own spread.
fn beyond_chance(of: &Calibration) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "the numbers of respondents are small")]
    let of_row = |stated: f64, people: usize| {
        let (people, all) = (people as f64, of.respondents as f64);
        (people / all, stated * (1.0 - stated) / people)
    };
    let rows = of.table.iter().map(|row| of_row(row.stated, row.respondents));
    let (mut mean, mut variance) = (0.0, 0.0);
    for (weight, spread) in rows {
        // Of a normal deviation the mean size is √(2 / π), and its variance 1 - 2 / π.
        mean += weight * (std::f64::consts::FRAC_2_PI * spread).sqrt();
        variance += weight * weight * (1.0 - std::f64::consts::FRAC_2_PI) * spread;
    }
    if of.error <= mean + 3.0 * variance.sqrt() {
        return 0.0;
    }
    (of.error * of.error - mean * mean).sqrt()
}

/// The mean of what is stated and of what is true.
#[expect(clippy::cast_precision_loss, reason = "the numbers of respondents are small")]
fn means(of: &Calibration) -> (f64, f64) {
    let all = of.respondents as f64;
    let weighted = of.table.iter().map(|row| {
        let weight = row.respondents as f64 / all;
        (weight * row.stated, weight * row.observed)
    });
    weighted.fold((0.0, 0.0), |sum, of| (sum.0 + of.0, sum.1 + of.1))
}

/// A change of the questionnaire that may make the chances hold, and what is said of it.
struct Cause {
    changed: Catalogue,
    is: String,
    repair: &'static str,
}

/// Why the chances are off, found by trying what makes them hold.
fn cause(catalogue: &Catalogue, calibration: &Calibration, effort: Effort) -> String {
    let roles = Compass::of_roles(catalogue);
    if catalogue.careers().roles.indices().any(|role| is_doubled(&roles, role)) {
        return "Two roles have the same profile, and share each chance between them: part them \
                first."
            .to_owned();
    }
    let effort = Effort { respondents: effort.respondents.min(TRIED), ..effort };
    let tried = causes(catalogue).into_iter().map(|cause| {
        let respondents = simulate(&cause.changed, effort.respondents);
        let shares = Shares::of(&cause.changed, &respondents);
        let form = of_full_form(&cause.changed, &respondents, &shares, effort);
        (beyond_chance(&form.calibration), form.calibration.error, cause)
    });
    let least = tried.min_by(|left, right| left.0.total_cmp(&right.0));
    let is_halved = |left: f64, error: f64| {
        left < beyond_chance(calibration) / 2.0 && error < calibration.error
    };
    match least.filter(|(left, error, _)| is_halved(*left, *error)) {
        Some((_, error, cause)) => {
            format!("{}: without that the error would be {error:.3}. {}", cause.is, cause.repair)
        }
        None => "Neither one interest for each question, nor more questions, nor a finer scale \
                 halves it: look at the noise and the signal of the measurement."
            .to_owned(),
    }
}

/// The causes that can hold of a questionnaire.
fn causes(catalogue: &Catalogue) -> Vec<Cause> {
    let questionnaire = catalogue.questionnaire();
    let all = questionnaire.questions.len();
    let mixed = questionnaire.questions.iter().filter(|of| of.loadings.len() > 1).count();
    let points = questionnaire.scale.len();
    let cause = |is, repair, change: fn(&mut Questionnaire)| Cause {
        changed: catalogue.with_questionnaire(change),
        is,
        repair,
    };
    let several = format!("{mixed} of {all} questions measure several interests at once");
    let few = format!("{all} questions are few for {} interests", questionnaire.interests.len());
    let coarse = format!("The scale is coarse: it has {points} points");
    let mut causes = Vec::new();
    if mixed > 0 {
        causes.push(cause(several, "Let each question measure one interest.", single));
    }
    causes.push(cause(few, "Ask more questions on each interest.", repeated));
    if usize::from(points) < Scale::MAX_POINTS {
        causes.push(cause(coarse, "Offer more answers.", fine));
    }
    causes
}

/// Every question measures only the interest that it measures most.
fn single(questionnaire: &mut Questionnaire) {
    for question in &mut questionnaire.questions {
        let most = question.loadings.iter().rev().max_by(|a, b| a.weight.total_cmp(&b.weight));
        question.loadings = most.copied().into_iter().collect();
    }
}

/// Every question stands for several of its kind.
fn repeated(questionnaire: &mut Questionnaire) {
    let kinds = questionnaire.questions.iter().flat_map(|of| vec![of.clone(); TIMES]);
    questionnaire.questions = Each::<Question, Question>::new(kinds.collect());
}

/// The scale has as many points as one can have.
fn fine(questionnaire: &mut Questionnaire) {
    if let Some(scale) = Scale::new(vec![String::new(); Scale::MAX_POINTS]) {
        questionnaire.scale = scale;
    }
}
