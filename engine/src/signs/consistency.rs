//! Whether answers about one interest agree more than answers about several.

use crate::catalogue::{Loading, Measurement, Question};
use crate::inference::beta::f_cumulative;
use crate::sheet::Answers;

/// Fewer degrees of freedom within interests tell too little.
const FEWEST: usize = 5;

/// An analysis of variance of one person's answers, by interest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Ratio {
    /// F: the mean square between interests over that within them.
    value: f64,
    /// The degrees of freedom between interests and within.
    freedom: [f64; 2],
    /// How many answers an interest has, on average, as far as the variance between
    /// interests goes: n0 = (N - Σ n² / N) / (M - 1).
    size: f64,
}

impl Ratio {
    /// That of `answers`; `None` if they are too few, or all equal. An answer counts
    /// for the interest that its question measures most.
    pub(super) fn of(answers: &Answers<'_>) -> Option<Self> {
        let questionnaire = answers.catalogue().questionnaire();
        let mut interests = questionnaire.interests.each((0_usize, 0.0, 0.0));
        for (_, question, point) in answers.answered_questions() {
            let Some(most) = most(question) else { continue };
            let coordinate = question.coordinate(&questionnaire.scale, point);
            let (count, sum, squares) = &mut interests[most.interest];
            *count += 1;
            *sum += coordinate;
            *squares += coordinate * coordinate;
        }
        let measured = interests.iter().filter(|(count, _, _)| *count > 0);
        let mut groups = Vec::with_capacity(interests.len());
        groups.extend(measured.map(|(n, sum, squares)| [real(*n), *sum, *squares]));
        let answered = answers.answered();
        let mut points = answers.given();
        let first = points.next()?;
        if groups.len() < 2 || answered < groups.len() + FEWEST || points.all(|of| of == first) {
            return None;
        }
        let total = |of: fn(&[f64; 3]) -> f64| groups.iter().map(of).sum::<f64>();
        let all = real(answered);
        let mean = total(|[_, sum, _]| *sum) / all;
        // What rounding puts below 0 is 0.
        let within = total(|[n, sum, squares]| (squares - sum * sum / n).max(0.0));
        let between: f64 =
            groups.iter().map(|[n, sum, _]| n * (sum / n - mean) * (sum / n - mean)).sum();
        let freedom = [real(groups.len() - 1), real(answered - groups.len())];
        let [above, below] = freedom;
        let value = if within < 1e-12 { f64::INFINITY } else { between / above / (within / below) };
        Some(Self { value, freedom, size: (all - total(|[n, _, _]| n * n) / all) / above })
    }

    /// 1 - 1/F, at least -1: 1 where answers about one interest all agree, 0 where they
    /// differ as much as answers about several.
    pub(super) fn consistency(self) -> f64 {
        if self.value > 0.0 { (1.0 - 1.0 / self.value).max(-1.0) } else { -1.0 }
    }

    /// The share of people, 0 to 1, of whom the model gives a lower ratio: interests
    /// differ by `signal` and answers by `noise`.
    pub(super) fn share_below(self, measurement: &Measurement) -> f64 {
        let expected = 1.0 + self.size * measurement.signal / measurement.noise;
        self.chance_of_less(self.value / expected)
    }

    /// The share of those to whom all interests are alike who would answer with a
    /// lower ratio by chance.
    pub(super) fn share_of_alike_below(self) -> f64 {
        self.chance_of_less(self.value)
    }

    fn chance_of_less(self, ratio: f64) -> f64 {
        // Answers about one interest that all agree are never too few.
        if self.value.is_infinite() {
            return 1.0;
        }
        let [above, below] = self.freedom;
        f_cumulative(ratio, above, below)
    }
}

/// What a question measures most; of equal loadings the first.
fn most(question: &Question) -> Option<&Loading> {
    let mut loadings = question.loadings.iter();
    let first = loadings.next()?;
    Some(loadings.fold(first, |most, next| if next.weight > most.weight { next } else { most }))
}

#[expect(clippy::cast_precision_loss, reason = "a sheet has at most 1,000 answers")]
fn real(count: usize) -> f64 {
    count as f64
}
