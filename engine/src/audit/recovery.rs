//! How often the truly best role is found, and whether the stated chances hold.

use super::adaptive;
use super::effort::Effort;
use super::phase::{Phase, Progress};
use super::result::{Calibration, CalibrationRow, FormRecovery, Recovery};
use super::shares::{Shares, share};
use crate::catalogue::{Catalogue, Each, QuestionIx, Role, RoleIx};
use crate::matching::{DRAWS, Deviates, Estimate, Odds, leading};
use crate::parallel::map_each;
use crate::sheet::Answers;
use crate::simulation::Respondent;

/// The questions of the short form, if there is one.
pub(super) fn short_form(catalogue: &Catalogue) -> Option<Vec<QuestionIx>> {
    let questions = &catalogue.questionnaire().questions;
    let in_short = questions.indexed().filter(|(_, question)| question.short);
    let short: Vec<QuestionIx> = in_short.map(|(question, _)| question).collect();
    (!short.is_empty() && short.len() < questions.len()).then_some(short)
}

/// Of some answers those to the questions of a form.
pub(super) fn only<'c>(answers: &Answers<'c>, form: &[QuestionIx]) -> Answers<'c> {
    let mut kept = Answers::blank(answers.catalogue());
    for question in form {
        kept.set(*question, answers.get(*question));
    }
    kept
}

/// With the full and with the short form, and with adaptive sittings: also the answers of
/// these, respondent by respondent.
pub(super) fn recovery<'c>(
    catalogue: &Catalogue,
    respondents: &[Respondent<'c>],
    shares: &Shares,
    effort: Effort,
    progress: Progress<'_>,
) -> (Recovery, Vec<Answers<'c>>) {
    let all: Vec<QuestionIx> = catalogue.questionnaire().questions.indices().collect();
    let form = |questions: &[QuestionIx], from, to| {
        let stage = |steps| Phase::new(progress, from, to, steps);
        of_form(catalogue, respondents, shares, effort, (questions, &stage))
    };
    let full = form(&all, 0.6, 0.7);
    let short = short_form(catalogue).map(|short| form(&short, 0.7, 0.8));
    let adaptive = adaptive::recovery(catalogue, respondents, shares, effort, progress);
    let (adaptive, sittings) = adaptive.unzip();
    (Recovery { full, short, adaptive }, sittings.unwrap_or_default())
}

/// With the full form alone, however far that is.
pub(super) fn of_full_form(
    catalogue: &Catalogue,
    respondents: &[Respondent<'_>],
    shares: &Shares,
    effort: Effort,
) -> FormRecovery {
    let all: Vec<QuestionIx> = catalogue.questionnaire().questions.indices().collect();
    let stage = |steps| Phase::new(&|_| (), 1.0, 1.0, steps);
    of_form(catalogue, respondents, shares, effort, (&all, &stage))
}

/// Where the truly best role came for one respondent.
struct Placing {
    ranked: bool,
    first: bool,
    first_three: bool,
}

impl Placing {
    fn of(three: [Option<RoleIx>; 3], truly: Option<RoleIx>) -> Self {
        let ranked = three[0].is_some();
        Self { ranked, first: three[0] == truly, first_three: three.contains(&truly) }
    }
}

/// What one respondent was told of the certainty.
struct StatedChance {
    stated: f64,
    is_true: bool,
    leads: bool,
    leading: usize,
}

fn of_form<'s>(
    catalogue: &Catalogue,
    respondents: &[Respondent<'_>],
    shares: &Shares,
    effort: Effort,
    (form, stage): (&[QuestionIx], &dyn Fn(usize) -> Phase<'s>),
) -> FormRecovery {
    let questionnaire = catalogue.questionnaire();
    let people: Vec<_> = respondents.iter().zip(&shares.truly_first).collect();
    let outcomes: Vec<Placing> = map_each(&people, |(respondent, truly)| {
        let answers = only(&respondent.answers, form);
        Placing::of(shares.compass.first_by_answers(&answers), **truly)
    });
    let interests = questionnaire.interests.len();
    let each = DRAWS * catalogue.careers().roles.len() * interests;
    let asked = effort.respondents_at(each).min(respondents.len());
    let odds = Odds::usual(catalogue, Deviates::of(catalogue));
    let stage = stage(asked);
    let stated = |(respondent, truly): &(&Respondent<'_>, &Option<RoleIx>)| {
        stage.step();
        let answers = only(&respondent.answers, form);
        // Someone who cannot be ranked is told of no chances.
        let [first] = shares.compass.first_by_answers(&answers);
        Some(stated_chance(first?, &odds.chances(&Estimate::of(&answers)), **truly))
    };
    let told = map_each(people.get(..asked).unwrap_or_default(), stated);
    let told: Vec<StatedChance> = told.into_iter().flatten().collect();
    let count = |which: fn(&Placing) -> bool| outcomes.iter().filter(|of| which(of)).count();
    FormRecovery {
        questions: form.len(),
        respondents: outcomes.len(),
        ranked: share(count(|of| of.ranked), outcomes.len()),
        sampled: asked,
        first: share(count(|of| of.first), outcomes.len()),
        first_three: share(count(|of| of.first_three), outcomes.len()),
        leading: share(told.iter().filter(|told| told.leads).count(), told.len()),
        leading_size: share(told.iter().map(|told| told.leading).sum(), told.len()),
        calibration: calibration(
            &told.iter().map(|told| (told.stated, told.is_true)).collect::<Vec<_>>(),
        ),
    }
}

fn stated_chance(first: RoleIx, best: &Each<Role, f64>, truly: Option<RoleIx>) -> StatedChance {
    let everyone: Vec<RoleIx> = best.indices().collect();
    let leaders = leading(&everyone, best);
    StatedChance {
        stated: best[first],
        is_true: truly == Some(first),
        leads: truly.is_some_and(|truly| leaders.contains(&truly)),
        leading: leaders.len(),
    }
}

/// How the chances in `told` compare with what each of them turned out to be.
pub(super) fn calibration(told: &[(f64, bool)]) -> Calibration {
    let row = |tenth: u8| {
        let (from, to) = (f64::from(tenth) / 10.0, f64::from(tenth + 1) / 10.0);
        let within = |(stated, _): &&(f64, bool)| {
            *stated >= from && (*stated < to || (tenth == 9 && *stated <= 1.0))
        };
        let told: Vec<&(f64, bool)> = told.iter().filter(within).collect();
        let stated: f64 = told.iter().map(|(stated, _)| stated).sum();
        let observed = told.iter().filter(|(_, is_true)| *is_true).count();
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
    let bolder = told.iter().map(|(stated, is_true)| stated - f64::from(*is_true)).sum::<f64>();
    Calibration {
        respondents: told.len(),
        error: table.iter().map(gap).sum(),
        boldness: bolder * share(1, told.len()),
        table,
    }
}
