//! What is counted of a question beside the interests that it does not measure.

use serde::{Deserialize, Serialize};

use super::exact::{Exact, add_count, real};
use super::person::Person;
use super::question_pairs::MeasuredTogether;
use crate::catalogue::{Each, Interest, InterestIx, Question, QuestionIx, Questionnaire};
use crate::inference::correlations::SharedCorrelations;

/// For every question the interest that it measures most, and those that it does not measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OtherInterests(Vec<MeasuredQuestion>);

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MeasuredQuestion {
    pub(super) question: QuestionIx,
    /// The interest that it measures most; the first of equals.
    pub(super) own: InterestIx,
    /// The interests that it does not measure, in order.
    pub(super) others: Vec<InterestIx>,
}

/// Sums over those who answered a question and another on its own interest, and have a score on
/// an interest that it does not measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(from = "StoredSums", into = "StoredSums")]
pub(super) struct OtherInterestSums {
    pub(super) people: u64,
    /// The answers, from 1, a reversed question turned round; and their squares.
    pub(super) answers: [u64; 2],
    /// What the other questions on its own interest say, -1 to 1; and the squares of that.
    pub(super) own: [Exact; 2],
    /// The scores on the other interest, -1 to 1; and their squares.
    pub(super) other: [Exact; 2],
    /// Products: answers by own, answers by other, own by other.
    pub(super) products: [Exact; 3],
}

/// The same without names, of which a summary would have hundreds of thousands.
type StoredSums = (u64, [u64; 2], [Exact; 2], [Exact; 2], [Exact; 3]);

/// What a person's answers say of an interest: sums by loadings, in units of the largest of
/// them, so that no catalogue's loadings are too large or too small to add.
#[derive(Debug, Clone, Copy, Default)]
struct InterestAnswers {
    unit: f64,
    answered: usize,
    weighted: f64,
    weight: f64,
}

impl OtherInterests {
    pub(super) fn of(questionnaire: &Questionnaire, together: &MeasuredTogether) -> Self {
        let of = |(question, of): (QuestionIx, &Question)| {
            let own = of.loadings.iter().rev().max_by(|a, b| a.weight.total_cmp(&b.weight))?;
            let interests = questionnaire.interests.indices();
            let others = interests.filter(|interest| !together.is_measured(question, *interest));
            Some(MeasuredQuestion { question, own: own.interest, others: others.collect() })
        };
        Self(questionnaire.questions.indexed().filter_map(of).collect())
    }

    /// The questions in order.
    pub(super) fn questions(&self) -> impl Iterator<Item = &MeasuredQuestion> {
        self.0.iter()
    }

    /// How many sums there are.
    pub(super) fn len(&self) -> usize {
        self.0.iter().map(|of| of.others.len()).sum()
    }

    /// The questions, each with its sums, one for each interest that it does not measure.
    pub(super) fn counted<'s>(
        &'s self,
        sums: &'s [OtherInterestSums],
    ) -> impl Iterator<Item = (&'s MeasuredQuestion, &'s [OtherInterestSums])> + 's {
        let mut rest = sums;
        self.0.iter().map(move |of| {
            let (own, others) = rest.split_at(of.others.len().min(rest.len()));
            rest = others;
            (of, own)
        })
    }

    /// Counts a person, whose answers have these values, those to reversed questions turned round.
    pub(super) fn add(
        &self,
        sums: &mut [OtherInterestSums],
        person: &Person<'_>,
        values: &[Option<u64>],
    ) {
        let questionnaire = person.answers.catalogue().questionnaire();
        let said = said(person);
        let mut rest = sums;
        for of in &self.0 {
            let (own, others) = rest.split_at_mut(of.others.len().min(rest.len()));
            rest = others;
            let value = values.get(of.question.number()).copied().flatten();
            let question = &questionnaire.questions[of.question];
            let says = own_rest(person, of, question, &said[of.own]);
            let Some((value, says)) = value.zip(says) else { continue };
            for (sums, interest) in own.iter_mut().zip(&of.others) {
                let score = person.scores.get(interest.number()).copied().flatten();
                if let Some(score) = score {
                    sums.add(value, says, score);
                }
            }
        }
    }
}

/// What a person's answers say of each interest.
fn said(person: &Person<'_>) -> Each<Interest, InterestAnswers> {
    let questionnaire = person.answers.catalogue().questionnaire();
    let mut said = questionnaire.interests.each(InterestAnswers::default());
    for (_, question, _) in person.answers.answered_questions() {
        for loading in &question.loadings {
            let of = &mut said[loading.interest];
            of.unit = of.unit.max(loading.weight);
        }
    }
    for (_, question, point) in person.answers.answered_questions() {
        let coordinate = question.coordinate(&questionnaire.scale, point);
        for loading in &question.loadings {
            let of = &mut said[loading.interest];
            let weight = loading.weight / of.unit;
            of.answered += 1;
            of.weighted += weight * coordinate;
            of.weight += weight;
        }
    }
    said
}

/// What the other questions on its own interest say of it, -1 to 1; `None` if none was answered.
fn own_rest(
    person: &Person<'_>,
    of: &MeasuredQuestion,
    question: &Question,
    said: &InterestAnswers,
) -> Option<f64> {
    let scale = &person.answers.catalogue().questionnaire().scale;
    let coordinate = question.coordinate(scale, person.answers.get(of.question)?);
    let loading = question.weight(of.own) / said.unit;
    let weight = said.weight - loading;
    // Beside a question of far greater loading the others say nothing.
    let is_measured = said.answered > 1 && weight > 1e-9;
    is_measured.then(|| ((said.weighted - loading * coordinate) / weight).clamp(-1.0, 1.0))
}

impl OtherInterestSums {
    fn add(&mut self, answer: u64, own: f64, other: f64) {
        let value = real(answer);
        add_count(&mut self.people, 1);
        for (sum, of) in self.answers.iter_mut().zip([answer, answer * answer]) {
            add_count(sum, of);
        }
        add_each(&mut self.own, [own, own * own]);
        add_each(&mut self.other, [other, other * other]);
        add_each(&mut self.products, [value * own, value * other, own * other]);
    }

    pub(super) fn merge(&mut self, from: &Self) {
        add_count(&mut self.people, from.people);
        for (sum, of) in self.answers.iter_mut().zip(from.answers) {
            add_count(sum, of);
        }
        let sums = self.own.iter_mut().chain(&mut self.other).chain(&mut self.products);
        let others = from.own.iter().chain(&from.other).chain(&from.products);
        for (sum, of) in sums.zip(others) {
            sum.merge(*of);
        }
    }

    /// How the answers go with what the others on the own interest say, and with the score on
    /// the other one; `None` where either is all alike.
    pub(super) fn correlations(&self) -> Option<SharedCorrelations> {
        let [answer, own, other] = self.deviations();
        let [with_own, with_other, own_other] = self.products_of_deviations();
        // What rounding leaves of answers that are all alike is none.
        let least = 1e-9 * real(self.people);
        let is_spread = self.people > 3 && answer.min(own).min(other) > least;
        is_spread.then(|| {
            let of = |products: f64, one: f64, two: f64| {
                (products / (one * two).sqrt()).clamp(-1.0, 1.0)
            };
            SharedCorrelations {
                people: real(self.people),
                first: of(with_own, answer, own),
                second: of(with_other, answer, other),
                between: of(own_other, own, other),
            }
        })
    }

    /// The squares of the deviations from the means: of the answers, the own and the other; for
    /// one person at least.
    pub(super) fn deviations(&self) -> [f64; 3] {
        let people = real(self.people);
        self.values().map(|[sum, squares]| squares - sum * sum / people)
    }

    /// The products of the deviations from the means, in the order of the products.
    pub(super) fn products_of_deviations(&self) -> [f64; 3] {
        let people = real(self.people);
        let [[answers, _], [own, _], [other, _]] = self.values();
        let [with_own, with_other, own_other] = self.products.map(Exact::value);
        [
            with_own - answers * own / people,
            with_other - answers * other / people,
            own_other - own * other / people,
        ]
    }

    /// Sums and sums of squares: of the answers, the own and the other.
    fn values(&self) -> [[f64; 2]; 3] {
        [self.answers.map(real), self.own.map(Exact::value), self.other.map(Exact::value)]
    }
}

fn add_each<const N: usize>(sums: &mut [Exact; N], numbers: [f64; N]) {
    for (sum, number) in sums.iter_mut().zip(numbers) {
        sum.add(number);
    }
}

impl From<StoredSums> for OtherInterestSums {
    fn from((people, answers, own, other, products): StoredSums) -> Self {
        Self { people, answers, own, other, products }
    }
}

impl From<OtherInterestSums> for StoredSums {
    fn from(of: OtherInterestSums) -> Self {
        (of.people, of.answers, of.own, of.other, of.products)
    }
}
