//! How often the truly best role is found, and whether the stated chances hold.

use super::Effort;
use super::adaptive;
use super::parts::{Calibration, CalibrationRow, FormRecovery, Recovery};
use super::respondents::Respondent;
use super::shares::{Shares, share};
use super::stage::{Progress, Stage};
use crate::catalogue::Catalogue;
use crate::matching::{DRAWS, Deviates, Estimate, Odds, leading};
use crate::parallel::map_each;
use crate::sheet::Answers;

/// With the full and with the short form.
pub(super) fn recovery(
    catalogue: &Catalogue,
    respondents: &[Respondent],
    shares: &Shares,
    effort: Effort,
    progress: Progress<'_>,
) -> Recovery {
    let questions = &catalogue.questionnaire().questions;
    let all: Vec<usize> = (0..questions.len()).collect();
    let short: Vec<usize> = all.iter().copied().filter(|at| is_short(catalogue, *at)).collect();
    let form = |questions: &[usize], from, to| {
        let stage = |steps| Stage::new(progress, from, to, steps);
        of_form(catalogue, respondents, shares, effort, (questions, &stage))
    };
    let full = form(&all, 0.6, 0.7);
    let has_short = !short.is_empty() && short.len() < all.len();
    let short = has_short.then(|| form(&short, 0.7, 0.8));
    let adaptive = adaptive::recovery(catalogue, respondents, shares, effort, progress);
    Recovery { full, short, adaptive }
}

fn is_short(catalogue: &Catalogue, question: usize) -> bool {
    catalogue.questionnaire().questions.get(question).is_some_and(|question| question.short)
}

/// One respondent's outcome.
struct Outcome {
    ranked: bool,
    first: bool,
    first_three: bool,
}

impl Outcome {
    fn of(three: [Option<usize>; 3], truly: Option<usize>) -> Self {
        let ranked = three[0].is_some();
        Self { ranked, first: three[0] == truly, first_three: three.contains(&truly) }
    }
}

/// What one respondent was told of the certainty.
struct Told {
    stated: f64,
    is_true: bool,
    leads: bool,
    leading: usize,
}

fn of_form<'s>(
    catalogue: &Catalogue,
    respondents: &[Respondent],
    shares: &Shares,
    effort: Effort,
    (form, stage): (&[usize], &dyn Fn(usize) -> Stage<'s>),
) -> FormRecovery {
    let questionnaire = catalogue.questionnaire();
    let people: Vec<_> = respondents.iter().zip(&shares.truly_first).collect();
    let answers = |respondent: &Respondent| {
        let mut answers = Answers::blank(questionnaire);
        for question in form {
            answers.set(*question, respondent.answers.get(*question));
        }
        answers
    };
    let outcomes: Vec<Outcome> = map_each(&people, |(respondent, truly)| {
        let answers = answers(respondent);
        Outcome::of(shares.compass.first_by_answers(questionnaire, &answers), **truly)
    });
    let interests = questionnaire.interests.len();
    let each = DRAWS * catalogue.careers().roles.len() * interests;
    let asked = effort.respondents_at(each).min(respondents.len());
    let odds = Odds::usual(catalogue, Deviates::of(catalogue));
    let stage = stage(asked);
    let stated = |(respondent, truly): &(&Respondent, &Option<usize>)| {
        stage.step();
        let answers = answers(respondent);
        // Someone who cannot be ranked is told of no chances.
        let [first] = shares.compass.first_by_answers(questionnaire, &answers);
        told(first?, &odds.chances(&Estimate::of(questionnaire, &answers)), **truly)
    };
    let told = map_each(people.get(..asked).unwrap_or_default(), stated);
    let told: Vec<Told> = told.into_iter().flatten().collect();
    let count = |which: fn(&Outcome) -> bool| outcomes.iter().filter(|of| which(of)).count();
    FormRecovery {
        questions: form.len(),
        respondents: outcomes.len(),
        ranked: share(count(|of| of.ranked), outcomes.len()),
        first: share(count(|of| of.first), outcomes.len()),
        first_three: share(count(|of| of.first_three), outcomes.len()),
        leading: share(told.iter().filter(|told| told.leads).count(), told.len()),
        leading_size: share(told.iter().map(|told| told.leading).sum(), told.len()),
        calibration: calibration(&told),
    }
}

fn told(first: usize, best: &[f64], truly: Option<usize>) -> Option<Told> {
    let everyone: Vec<usize> = (0..best.len()).collect();
    let leaders = leading(&everyone, best);
    Some(Told {
        stated: *best.get(first)?,
        is_true: truly == Some(first),
        leads: truly.is_some_and(|truly| leaders.contains(&truly)),
        leading: leaders.len(),
    })
}

fn calibration(told: &[Told]) -> Calibration {
    let row = |tenth: u8| {
        let (from, to) = (f64::from(tenth) / 10.0, f64::from(tenth + 1) / 10.0);
        let within = |told: &&Told| {
            told.stated >= from && (told.stated < to || (tenth == 9 && told.stated <= 1.0))
        };
        let told: Vec<&Told> = told.iter().filter(within).collect();
        let stated: f64 = told.iter().map(|told| told.stated).sum();
        let observed = told.iter().filter(|told| told.is_true).count();
        (!told.is_empty()).then(|| CalibrationRow {
            from,
            to,
            respondents: told.len(),
            stated: stated * share(1, told.len()),
            observed: share(observed, told.len()),
        })
    };
    let table: Vec<CalibrationRow> = (0..10).filter_map(row).collect();
    let gap = |row: &CalibrationRow| {
        (row.stated - row.observed).abs() * share(row.respondents, told.len())
    };
    Calibration { respondents: told.len(), error: table.iter().map(gap).sum(), table }
}
