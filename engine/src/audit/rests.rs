//! How the answers to a question go with the rest of each interest: what the other questions on
//! it say of a person. From sums over people, who may have skipped questions.

use crate::catalogue::{Catalogue, Each, Interest, InterestIx, Question, QuestionIx};
use crate::inference::correlations::SharedCorrelations;
use crate::sheet::Answers;

/// What one person's answers say of each interest, with and without a question.
pub(super) struct PersonRests {
    coordinates: Each<Question, Option<f64>>,
    interests: Each<Interest, LoadedSum>,
}

/// A sum of answers by their loadings on one interest, in units of the largest.
#[derive(Debug, Clone, Copy, Default)]
struct LoadedSum {
    answered: usize,
    weighted: f64,
    weight: f64,
}

/// For each question its loadings in units of the largest on the interest.
#[derive(Debug, Clone)]
pub(super) struct Loadings(Each<Question, Vec<(InterestIx, f64)>>);

/// The sums of one question.
#[derive(Debug, Clone)]
pub(super) struct QuestionRests {
    pub(super) question: QuestionIx,
    /// The interest that it measures most; the first of equals.
    pub(super) own: InterestIx,
    cells: Each<Interest, RestCell>,
}

/// Sums over the people who have an answer to the question, a rest on its own interest and one
/// on another.
#[derive(Debug, Clone, Copy, Default)]
struct RestCell {
    people: u64,
    answer: SumAndSquares,
    own: SumAndSquares,
    other: SumAndSquares,
    answer_own: f64,
    answer_other: f64,
    own_other: f64,
}

/// A sum and a sum of squares.
#[derive(Debug, Clone, Copy, Default)]
struct SumAndSquares {
    sum: f64,
    squares: f64,
}

/// What the sums of a question come to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct RestFigures {
    /// How many people have an answer and a rest on its own interest.
    pub(super) people: u64,
    /// The correlation of the two; `None` if either is all alike.
    pub(super) own: Option<f64>,
    /// The interest whose rest goes best with it, of those it measures less, and how.
    pub(super) other: Option<(InterestIx, f64)>,
    /// Whether that is clearly more than its own: by two standard errors of the difference.
    pub(super) is_other_clear: bool,
}

impl Loadings {
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let questionnaire = catalogue.questionnaire();
        let mut largest = questionnaire.interests.each(0.0_f64);
        for loading in questionnaire.questions.iter().flat_map(|of| &of.loadings) {
            let of = &mut largest[loading.interest];
            *of = of.max(loading.weight);
        }
        Self(questionnaire.questions.map(|question| {
            let scaled = question.loadings.iter();
            scaled.map(|of| (of.interest, of.weight / largest[of.interest])).collect()
        }))
    }
}

impl PersonRests {
    pub(super) fn of(answers: &Answers<'_>, loadings: &Loadings) -> Self {
        let questionnaire = answers.catalogue().questionnaire();
        let mut coordinates = questionnaire.questions.each(None);
        let mut interests = questionnaire.interests.each(LoadedSum::default());
        for (place, question, point) in answers.answered_questions() {
            let coordinate = question.coordinate(&questionnaire.scale, point);
            coordinates[place] = Some(coordinate);
            for (interest, weight) in &loadings.0[place] {
                let sum = &mut interests[*interest];
                sum.answered += 1;
                sum.weighted += weight * coordinate;
                sum.weight += weight;
            }
        }
        Self { coordinates, interests }
    }

    /// What the other questions say of an interest, -1 to 1; `None` if none was answered.
    fn rest(&self, interest: InterestIx, coordinate: f64, loading: f64) -> Option<f64> {
        let sum = self.interests[interest];
        let others = sum.answered - usize::from(loading > 0.0);
        let weight = sum.weight - loading;
        // Beside a question of far greater loading the others say nothing.
        let is_measured = others > 0 && weight > 1e-9;
        is_measured.then(|| (sum.weighted - loading * coordinate) / weight)
    }
}

impl QuestionRests {
    /// Of nobody yet; one for each question.
    pub(super) fn all(catalogue: &Catalogue) -> Vec<Self> {
        let questionnaire = catalogue.questionnaire();
        let of = |(place, question): (QuestionIx, &Question)| {
            let own = question.loadings.iter().rev().max_by(|a, b| a.weight.total_cmp(&b.weight));
            let cells = questionnaire.interests.each(RestCell::default());
            Some(Self { question: place, own: own?.interest, cells })
        };
        questionnaire.questions.indexed().filter_map(of).collect()
    }

    /// Counts a person.
    pub(super) fn add(&mut self, person: &PersonRests, loadings: &Loadings) {
        let Some(answer) = person.coordinates[self.question] else { return };
        let loaded = &loadings.0[self.question];
        let rest = |interest: InterestIx| {
            let own = loaded.iter().find(|(of, _)| *of == interest);
            person.rest(interest, answer, own.map_or(0.0, |(_, weight)| *weight))
        };
        let Some(own) = rest(self.own) else { return };
        for interest in self.cells.indices() {
            if let Some(other) = rest(interest) {
                self.cells[interest].add(answer, own, other);
            }
        }
    }

    /// What the sums come to.
    pub(super) fn figures(&self, question: &Question) -> RestFigures {
        let own = self.cells[self.own];
        let most = question.weight(self.own);
        let others = self.cells.indexed();
        let others = others.filter(|(of, _)| *of != self.own && question.weight(*of) < most);
        let correlated = others.filter_map(|(of, cell)| Some((of, cell, cell.with_other()?)));
        let best = correlated.max_by(|left, right| left.2.total_cmp(&right.2));
        RestFigures {
            people: own.people,
            own: own.with_own(),
            other: best.map(|(of, _, correlation)| (of, correlation)),
            is_other_clear: best.is_some_and(|(_, cell, _)| cell.is_other_clear()),
        }
    }
}

impl RestCell {
    fn add(&mut self, answer: f64, own: f64, other: f64) {
        self.people += 1;
        self.answer.add(answer);
        self.own.add(own);
        self.other.add(other);
        self.answer_own += answer * own;
        self.answer_other += answer * other;
        self.own_other += own * other;
    }

    fn with_own(&self) -> Option<f64> {
        self.correlation(self.answer, self.own, self.answer_own)
    }

    fn with_other(&self) -> Option<f64> {
        self.correlation(self.answer, self.other, self.answer_other)
    }

    #[expect(clippy::cast_precision_loss, reason = "nobody counts 2^53 people")]
    fn correlation(&self, one: SumAndSquares, other: SumAndSquares, products: f64) -> Option<f64> {
        let people = self.people as f64;
        let spread = |of: SumAndSquares| of.squares - of.sum * of.sum / people;
        let (one_spread, other_spread) = (spread(one), spread(other));
        // What rounding leaves of answers that are all alike is none.
        let is_spread = self.people > 2 && one_spread.min(other_spread) > 1e-9 * people;
        let together = products - one.sum * other.sum / people;
        is_spread.then(|| (together / (one_spread * other_spread).sqrt()).clamp(-1.0, 1.0))
    }

    /// Whether the answers go with the other rest by more than two standard errors more than
    /// with their own.
    #[expect(clippy::cast_precision_loss, reason = "nobody counts 2^53 people")]
    fn is_other_clear(&self) -> bool {
        let between = self.correlation(self.own, self.other, self.own_other);
        let Some(((first, second), between)) = self.with_own().zip(self.with_other()).zip(between)
        else {
            return false;
        };
        let people = self.people as f64;
        SharedCorrelations { people, first, second, between }.excess() > 4.0
    }
}

impl SumAndSquares {
    fn add(&mut self, value: f64) {
        self.sum += value;
        self.squares += value * value;
    }
}
