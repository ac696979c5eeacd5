//! What the answers to a question say is to be done about it.

use super::FEWEST_PEOPLE;
use super::exact::real;
use super::items::Items;
use super::other_interests::{MeasuredQuestion, OtherInterestSums, OtherInterests};
use super::reliability::ScaleFigures;
use super::result::QuestionAdvice;
use super::spread::spread;
use crate::catalogue::{Catalogue, Each, Interest, InterestIx, Question};
use crate::inference::correlations::{SharedCorrelations, each_of, upper_limit};

/// An item-rest correlation above this speaks of a question that does something, and one as far
/// below 0 of a question that is keyed the wrong way round. The usual floor of an item analysis
/// (Ebel and Frisbie 1991, Essentials of Educational Measurement, chapter 13).
const FLOOR: f64 = 0.2;

/// How often a question is said to measure another interest where it measures none better.
const LEVEL: f64 = 0.05;

/// Of so many people all but one may not give one answer.
const ALIKE: u64 = 10;

/// What advice may rest on: the figures that are told.
pub(super) struct ToldScales<'t> {
    pub(super) scales: &'t [ScaleFigures],
    /// Of the interests, whether all questions on them are told of.
    pub(super) questions: Vec<bool>,
    /// Of the interests, whether their scores are told, too.
    pub(super) scores: Vec<bool>,
}

/// How a question goes with the others on an interest.
#[derive(Debug, Clone, Copy)]
struct KnownRest {
    interest: InterestIx,
    /// `None` if it is not known, or not told.
    correlation: Option<f64>,
    people: u64,
}

/// What is to be done about each question that is `told` of, if anything.
pub(super) fn advice<'c>(
    catalogue: &'c Catalogue,
    items: &Items,
    others: &OtherInterests,
    told: (&Each<Question, bool>, &ToldScales<'_>),
) -> Each<Question, Option<QuestionAdvice<'c>>> {
    let questionnaire = catalogue.questionnaire();
    let (told, scales) = told;
    let rests = scales.rests(catalogue);
    let worst = worst(catalogue, others, &rests);
    let mut advice = questionnaire.questions.each(None);
    for (of, sums) in others.counted(&items.other_interests) {
        let counts = items.questions.get(of.question.number()).map_or(&[][..], Vec::as_slice);
        if told[of.question] {
            let own = || match (own(of, &rests[of.question]), worst[of.own]) {
                // It makes the others seem to go against each other: they are judged once it
                // is put right.
                (Some((own, _)), Some(worst)) if own > worst + 1e-9 => None,
                (Some(own), Some(_)) => Some(miskeyed(catalogue, of, own)),
                _ => measures_another(catalogue, of, (sums, scales))
                    .or_else(|| unrelated(&rests[of.question])),
            };
            advice[of.question] = alike(counts).or_else(own);
        }
    }
    advice
}

impl ToldScales<'_> {
    /// For each question how it goes with the others on each of its interests.
    fn rests(&self, catalogue: &Catalogue) -> Each<Question, Vec<KnownRest>> {
        let questionnaire = catalogue.questionnaire();
        let mut rests = questionnaire.questions.each(Vec::new());
        let scales = questionnaire.interests.indices().zip(self.scales).zip(&self.questions);
        for ((interest, scale), is_told) in scales {
            for (question, correlation) in &scale.item_rest {
                let correlation = correlation.filter(|_| *is_told);
                rests[*question].push(KnownRest { interest, correlation, people: scale.people });
            }
        }
        rests
    }
}

/// The correlation of a question with the others on the interest that it measures most.
fn own(of: &MeasuredQuestion, rests: &[KnownRest]) -> Option<(f64, u64)> {
    let own = rests.iter().find(|rest| rest.interest == of.own)?;
    Some((own.correlation?, own.people))
}

/// For each interest the correlation of the question that is keyed the wrong way round, or of
/// the one that goes against the others most.
fn worst(
    catalogue: &Catalogue,
    others: &OtherInterests,
    rests: &Each<Question, Vec<KnownRest>>,
) -> Each<Interest, Option<f64>> {
    let mut worst = catalogue.questionnaire().interests.each(None);
    for of in others.questions() {
        let Some((own, people)) = own(of, &rests[of.question]) else { continue };
        if own <= -FLOOR && upper_limit(own, real(people)) < 0.0 {
            let before: &mut Option<f64> = &mut worst[of.own];
            *before = Some(before.map_or(own, |before| before.min(own)));
        }
    }
    worst
}

fn miskeyed<'c>(
    catalogue: &'c Catalogue,
    of: &MeasuredQuestion,
    (correlation, respondents): (f64, u64),
) -> QuestionAdvice<'c> {
    let questionnaire = catalogue.questionnaire();
    QuestionAdvice::Miskeyed {
        interest: &questionnaire.interests[of.own].id,
        reversed: questionnaire.questions[of.question].reversed,
        correlation,
        upper: upper_limit(correlation, real(respondents)),
        respondents,
    }
}

/// That nine of ten or more give one answer.
fn alike<'c>(counts: &[u64]) -> Option<QuestionAdvice<'c>> {
    let respondents = spread(counts).people;
    let most = counts.iter().copied().max().unwrap_or(0);
    let is_alike = respondents >= FEWEST_PEOPLE && most >= respondents - respondents / ALIKE;
    is_alike.then_some(QuestionAdvice::Dead { alike: Some(most), upper: None, respondents })
}

/// That a question goes with none of the interests that it measures.
fn unrelated<'c>(rests: &[KnownRest]) -> Option<QuestionAdvice<'c>> {
    let limit = |rest: &KnownRest| Some(upper_limit(rest.correlation?, real(rest.people)));
    let limits = rests.iter().map(limit).collect::<Option<Vec<f64>>>()?;
    let upper = limits.into_iter().reduce(f64::max).filter(|upper| *upper < FLOOR)?;
    let respondents = rests.iter().map(|rest| rest.people).min()?;
    Some(QuestionAdvice::Dead { alike: None, upper: Some(upper), respondents })
}

/// That a question goes better with the score on an interest that it does not measure than with
/// the others on its own, by more than chance among all such interests.
fn measures_another<'c>(
    catalogue: &'c Catalogue,
    of: &MeasuredQuestion,
    (sums, told): (&[OtherInterestSums], &ToldScales<'_>),
) -> Option<QuestionAdvice<'c>> {
    let is_told =
        |interest: InterestIx, of: &[bool]| of.get(interest.number()).copied().unwrap_or(false);
    if !is_told(of.own, &told.questions) {
        return None;
    }
    let known = of.others.iter().zip(sums).filter_map(|(interest, sums)| {
        let is_enough = sums.people >= FEWEST_PEOPLE && is_told(*interest, &told.scores);
        Some((*interest, sums.people, sums.correlations().filter(|_| is_enough)?))
    });
    let known: Vec<(InterestIx, u64, SharedCorrelations)> = known.collect();
    let level = each_of(known.len(), LEVEL);
    let clear = known
        .into_iter()
        .filter(|(_, _, shared)| shared.second >= FLOOR && shared.chance() < level);
    let best = clear.max_by(|(.., left), (.., right)| left.second.total_cmp(&right.second));
    let interests = &catalogue.questionnaire().interests;
    best.map(|(interest, respondents, shared)| QuestionAdvice::MeasuresAnother {
        interest: &interests[interest].id,
        correlation: shared.second,
        own: &interests[of.own].id,
        own_correlation: shared.first,
        respondents,
    })
}
