//! What each question is good for.

use super::effort::Effort;
use super::measures;
use super::phase::{Phase, Progress};
use super::rests::{Loadings, PersonRests, QuestionRests, RestFigures};
use super::result::{EqualAnswers, OtherInterest, QuestionAudit};
use super::shares::{Shares, share};
use crate::catalogue::{Catalogue, InterestIx, Point, Question, QuestionIx, RoleIx};
use crate::parallel::map_each;
use crate::report::{Brief, Reporter};
use crate::sheet::{Answers, Sheet};
use crate::simulation::Respondent;

/// For each question, how often the first role hangs on it, what dropping it costs, and which
/// interest it measures.
pub(super) fn audit<'c>(
    catalogue: &'c Catalogue,
    respondents: &[Respondent<'c>],
    shares: &Shares,
    effort: Effort,
    progress: Progress<'_>,
) -> Vec<QuestionAudit<'c>> {
    let counts = counts(catalogue, respondents, shares, effort, progress);
    let audited = alone(catalogue, respondents, effort).into_iter().zip(counts);
    let with = |(question, of): (QuestionAudit<'c>, WithoutCounts)| {
        let (costs, costs_error) = of.cost();
        let decides = share(of.decides, of.asked);
        QuestionAudit { decides, costs, costs_error, respondents: of.asked, ..question }
    };
    audited.map(with).collect()
}

/// For each question, which interest it measures: all that can be said without roles.
pub(super) fn alone<'c>(
    catalogue: &'c Catalogue,
    respondents: &[Respondent<'c>],
    effort: Effort,
) -> Vec<QuestionAudit<'c>> {
    let questionnaire = catalogue.questionnaire();
    let interests = &questionnaire.interests;
    let audited =
        |(question, (own, rests)): (&'c Question, (InterestIx, RestFigures))| QuestionAudit {
            id: &question.id,
            decides: 0.0,
            costs: 0.0,
            costs_error: 0.0,
            interest: &interests[own].id,
            item_rest: rests.own,
            best_other: rests.other.map(|(other, correlation)| OtherInterest {
                interest: &interests[other].id,
                correlation,
                is_clearly_more: rests.is_other_clear,
            }),
            respondents: 0,
        };
    let rests = rests(catalogue, respondents, effort);
    questionnaire.questions.iter().zip(rests).map(audited).collect()
}

/// For each question what becomes of the first roles of some respondents without it.
fn counts(
    catalogue: &Catalogue,
    respondents: &[Respondent<'_>],
    shares: &Shares,
    effort: Effort,
    progress: Progress<'_>,
) -> Vec<WithoutCounts> {
    let questionnaire = catalogue.questionnaire();
    let size = questionnaire.questions.len();
    let interests = questionnaire.interests.len();
    let each = (size * 20 + catalogue.careers().roles.len() * interests) * size;
    let asked = effort.respondents_at(each).min(respondents.len());
    let stage = Phase::new(progress, 0.4, 0.6, asked);
    let needed = measures::needed(questionnaire);
    let people: Vec<_> = respondents.iter().zip(&shares.truly_first).take(asked).collect();
    let of_one = |(respondent, truly): &(&Respondent<'_>, &Option<RoleIx>)| {
        let [first] = shares.compass.first_by_answers(&respondent.answers);
        let mut answers = respondent.answers.clone();
        let without = |(question, is_needed): (QuestionIx, &bool)| {
            let given = answers.get(question);
            answers.set(question, None);
            let [other] = shares.compass.first_by_answers(&answers);
            answers.set(question, given);
            let is_found = |of: Option<RoleIx>| of.is_some() && of == **truly;
            Without {
                // That all interests come out alike without it is another matter.
                decides: first.is_some() && other != first && (*is_needed || other.is_some()),
                lost: is_found(first) && !is_found(other),
                won: is_found(other) && !is_found(first),
            }
        };
        let found: Vec<Without> = needed.indexed().map(without).collect();
        stage.step();
        found
    };
    let mut counts = vec![WithoutCounts { asked, ..WithoutCounts::default() }; size];
    for found in map_each(&people, of_one) {
        counts.iter_mut().zip(found).for_each(|(counts, of)| counts.add(&of));
    }
    counts
}

/// What becomes of one respondent's first role without a question.
struct Without {
    decides: bool,
    /// It was the truly best one, and is no more.
    lost: bool,
    /// It becomes the truly best one.
    won: bool,
}

/// How many respondents that holds of.
#[derive(Debug, Clone, Default)]
struct WithoutCounts {
    asked: usize,
    decides: usize,
    lost: usize,
    won: usize,
}

impl WithoutCounts {
    fn add(&mut self, of: &Without) {
        self.decides += usize::from(of.decides);
        self.lost += usize::from(of.lost);
        self.won += usize::from(of.won);
    }

    /// How much less often the truly best role comes first, and the standard error: the same
    /// people stand on both sides, so what they have in common goes out of it.
    fn cost(&self) -> (f64, f64) {
        let (lost, won) = (share(self.lost, self.asked), share(self.won, self.asked));
        let mean = lost - won;
        (mean, ((lost + won - mean * mean).max(0.0) * share(1, self.asked)).sqrt())
    }
}

/// For each question its interest, and how its answers go with the rest of each.
fn rests(
    catalogue: &Catalogue,
    respondents: &[Respondent<'_>],
    effort: Effort,
) -> Vec<(InterestIx, RestFigures)> {
    let questionnaire = catalogue.questionnaire();
    let each = questionnaire.questions.len() * questionnaire.interests.len() * 40;
    let asked = effort.respondents_at(each).min(respondents.len());
    let loadings = Loadings::of(catalogue);
    let people = respondents.get(..asked).unwrap_or_default();
    let people = map_each(people, |of| PersonRests::of(&of.answers, &loadings));
    map_each(&QuestionRests::all(catalogue), |of| {
        let mut rests = of.clone();
        for person in &people {
            rests.add(person, &loadings);
        }
        (of.own, rests.figures(&questionnaire.questions[of.question]))
    })
}

/// What comes of giving every question the same answer, for each answer.
pub(super) fn equal_answers<'c>(reporter: &Reporter<'c>) -> Vec<EqualAnswers<'c>> {
    let catalogue = reporter.catalogue();
    let questionnaire = catalogue.questionnaire();
    let of = |point: Point| {
        let mut answers = Answers::blank(catalogue);
        for question in questionnaire.questions.indices() {
            answers.set(question, Some(point));
        }
        let brief = Brief::of(reporter, &Sheet::new(answers), 1);
        EqualAnswers {
            answer: point.number(),
            status: brief.status,
            first: brief.roles.first().map(|role| role.id),
        }
    };
    questionnaire.scale.points().map(of).collect()
}
