//! What the answers say of a person's interests, and how exactly.

use crate::catalogue::{Each, Interest, Loading, LoneInterest, Measurement};
use crate::sheet::{Answers, Importance, Sheet};

/// An empirical Bayes estimate of a person's interests: each observed score is
/// drawn towards the person's own level, the more so the less it rests on.
///
/// With coordinates x from -1 to 1 and loadings l over the answered questions
/// of an interest, its score is u = Σ l x / Σ l and rests on k = (Σ l)² / Σ l²
/// answers' worth of evidence. The level m is the mean of the scores; the
/// reliability is ρ = k·signal / (k·signal + noise), 0 if nothing was answered;
/// the estimate is m + ρ (u - m) with variance signal (1 - ρ). An interest that the
/// person marked as mattering more is taken as liked more: its estimate gains half a
/// standard deviation of interests, ½ √signal, for each 1 that it counts above the
/// usual.
#[derive(Debug, Clone, PartialEq)]
pub struct Estimate {
    /// The mean score of the measured interests, -1 to 1; `None` if there are none.
    pub level: Option<f64>,
    /// What is known of each interest.
    pub interests: Each<Interest, InterestEstimate>,
}

/// What is known of one interest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InterestEstimate {
    /// The observed score u, -1 to 1; `None` if no question on it was answered.
    pub score: Option<f64>,
    /// How many questions on it were answered.
    pub answered: usize,
    /// The evidence k, in answers' worth; 0 if not measured.
    pub evidence: f64,
    /// The reliability ρ, 0 to 1.
    pub reliability: f64,
    /// The estimate e, -1 to 1 before the gain of a mark; 0 if nothing at all was
    /// answered.
    pub value: f64,
    /// What a mark of importance adds, which is part of the value; 0 without one.
    pub gain: f64,
    /// The variance v of the true interest around the estimate, in squared
    /// coordinate units.
    pub variance: f64,
    unit: f64,
    total: f64,
    squares: f64,
}

impl InterestEstimate {
    /// All that these sums, of this worth, say but the value, for which the others' scores are
    /// needed.
    fn from_sums(sums: &AnswerSums, worth: Worth) -> Self {
        Self {
            score: sums.score(),
            answered: sums.answered,
            evidence: worth.evidence,
            reliability: worth.reliability,
            value: 0.0,
            gain: 0.0,
            variance: worth.variance,
            unit: sums.unit,
            total: sums.total,
            squares: sums.squares,
        }
    }

    /// The variance of the true interest, were one more question answered that
    /// measures it with this weight (above 0).
    #[must_use]
    pub fn variance_with(&self, weight: f64, measurement: &Measurement) -> f64 {
        // The sums so far are in units of the largest loading.
        let unit = self.unit.max(weight);
        let before = self.unit / unit;
        let total = self.total * before + weight / unit;
        let squares = self.squares * before * before + (weight / unit) * (weight / unit);
        let evidence = total * total / squares;
        measurement.signal * (1.0 - reliability(evidence, measurement))
    }

    /// The variance of the score that a repeat sitting would give around
    /// [`InterestEstimate::expected_score`]; meant for measured interests.
    pub(super) fn score_variance(&self, measurement: &Measurement) -> f64 {
        let lasting = measurement.lasting;
        let anew = 1.0 - lasting;
        let noise = measurement.noise / self.evidence;
        anew * anew * self.variance + (1.0 - lasting * lasting) * noise
    }

    /// The score that a repeat sitting is expected to give, where the part
    /// `lasting` of the noise, 0 to 1, stays; the estimate if not measured.
    pub(super) fn expected_score(&self, lasting: f64) -> f64 {
        let likely = self.unmarked();
        (1.0 - lasting) * likely + lasting * self.score.unwrap_or(likely)
    }

    /// The estimate as the answers alone give it.
    #[must_use]
    pub fn unmarked(&self) -> f64 {
        self.value - self.gain
    }

    /// The share of the observed score that `loading`'s question has: ∂u/∂x.
    /// Meant for answered questions on this interest.
    #[must_use]
    pub fn share(&self, loading: Loading) -> f64 {
        if self.total > 0.0 { loading.weight / self.unit / self.total } else { 0.0 }
    }
}

/// Sums over the answered questions of one interest. Loadings are taken in
/// units of the largest, so that no finite loading overflows.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct AnswerSums {
    answered: usize,
    unit: f64,
    total: f64,
    squares: f64,
    weighted: f64,
}

/// What answers are worth, whatever they say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Worth {
    evidence: f64,
    pub(super) reliability: f64,
    variance: f64,
}

impl Worth {
    fn of(sums: &AnswerSums, measurement: &Measurement) -> Self {
        let is_answered = sums.answered > 0;
        let evidence = if is_answered { sums.total * sums.total / sums.squares } else { 0.0 };
        let reliability = if is_answered { reliability(evidence, measurement) } else { 0.0 };
        Self { evidence, reliability, variance: measurement.signal * (1.0 - reliability) }
    }
}

impl Estimate {
    /// The estimate from `answers`.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::matching::Estimate;
    /// use rolefit_engine::sheet::Answers;
    ///
    /// // One answer on numbers, at the top of the scale, and one on people, at its foot.
    /// let estimate = Estimate::of(&Answers::from_digits(&catalogue, "51----")?);
    /// assert_eq!((estimate.measured(), estimate.level), (2, Some(0.0)));
    /// let numbers = catalogue.questionnaire().interest("numbers").ok_or("an interest")?;
    /// let numbers = &estimate.interests[numbers];
    /// assert_eq!((numbers.score, numbers.evidence), (Some(1.0), 1.0));
    /// // ρ = 0.1 / (0.1 + 0.2): a third of the way from the level to the score.
    /// assert!((numbers.value - 1.0 / 3.0).abs() < 1e-12);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(answers: &Answers<'_>) -> Self {
        let measurement = &answers.catalogue().questionnaire().measurement;
        let mut interests = lone_estimates(answers).unwrap_or_else(|| {
            let worth = |sums: &AnswerSums| Worth::of(sums, measurement);
            sums(answers).map(|sums| InterestEstimate::from_sums(sums, worth(sums)))
        });
        let level = mean(interests.iter().filter_map(|of| of.score));
        let centre = level.unwrap_or(0.0);
        for of in &mut interests {
            of.value = drawn(of.score, of.reliability, centre);
        }
        Self { level, interests }
    }

    /// The estimate from the answers of `sheet` and what its respondent marked.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::matching::Estimate;
    /// use rolefit_engine::sheet::{Answers, Sheet};
    ///
    /// let mut sheet = Sheet::new(Answers::from_digits(&catalogue, "51----")?);
    /// let numbers = catalogue.questionnaire().interest("numbers").ok_or("an interest")?;
    /// sheet.set_importance(numbers, 2.0);
    /// // ½ √0.1 more than the answers give.
    /// let gain = Estimate::of_sheet(&sheet).interests[numbers].gain;
    /// assert!((gain - 0.5 * 0.1_f64.sqrt()).abs() < 1e-12);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of_sheet(sheet: &Sheet<'_>) -> Self {
        let signal = sheet.catalogue().questionnaire().measurement.signal;
        Self::of(sheet.answers()).marked(sheet.importance(), signal)
    }

    fn marked(mut self, importance: &Importance, signal: f64) -> Self {
        for (interest, _) in importance.unusual() {
            let gain = importance.rise(interest) * 0.5 * signal.sqrt();
            let of = &mut self.interests[interest];
            of.gain = gain;
            of.value += gain;
        }
        self
    }

    /// How many interests were measured by at least one answer.
    #[must_use]
    pub fn measured(&self) -> usize {
        self.interests.iter().filter(|interest| interest.score.is_some()).count()
    }
}

/// m + ρ (u - m); m itself if nothing was observed.
pub(super) fn drawn(score: Option<f64>, reliability: f64, centre: f64) -> f64 {
    centre + reliability * (score.unwrap_or(centre) - centre)
}

/// k·signal / (k·signal + noise), in the form that no finite number overflows.
fn reliability(evidence: f64, measurement: &Measurement) -> f64 {
    1.0 / (1.0 + measurement.noise / (evidence * measurement.signal))
}

impl AnswerSums {
    pub(super) fn score(&self) -> Option<f64> {
        (self.answered > 0).then(|| (self.weighted / self.total).clamp(-1.0, 1.0))
    }
}

fn sums(answers: &Answers<'_>) -> Each<Interest, AnswerSums> {
    let questionnaire = answers.catalogue().questionnaire();
    let mut sums = questionnaire.interests.each(AnswerSums::default());
    for (_, question, _) in answers.answered_questions() {
        for loading in &question.loadings {
            let sums = &mut sums[loading.interest];
            sums.unit = sums.unit.max(loading.weight);
        }
    }
    for (_, question, point) in answers.answered_questions() {
        let coordinate = question.coordinate(&questionnaire.scale, point);
        for loading in &question.loadings {
            let sums = &mut sums[loading.interest];
            let weight = loading.weight / sums.unit;
            sums.answered += 1;
            sums.total += weight;
            sums.squares += weight * weight;
            sums.weighted += weight * coordinate;
        }
    }
    sums
}

/// What the answers say of each interest but its value, as of [`lone_sums`].
fn lone_estimates(answers: &Answers<'_>) -> Option<Each<Interest, InterestEstimate>> {
    let estimates =
        lone_sums(answers)?.map(|(sums, worth)| InterestEstimate::from_sums(&sums, worth));
    Some(Each::new(estimates.collect()))
}

/// The sums over the answers on each interest, if each question measures one interest, and each
/// interest is measured alike: then each loading is 1 in units of the largest, and as many answers
/// are worth as much.
pub(super) fn lone_sums(
    answers: &Answers<'_>,
) -> Option<impl ExactSizeIterator<Item = (AnswerSums, Worth)>> {
    let catalogue = answers.catalogue();
    let measurement = &catalogue.questionnaire().measurement;
    // Most interests have as many answers as the one before.
    let mut last: Option<(usize, Worth)> = None;
    Some(catalogue.lone_loadings()?.interests().iter().map(move |interest| {
        let sums = sums_of_one(interest, answers);
        let known = last.filter(|(answered, _)| *answered == sums.answered);
        let worth = known.map_or_else(|| Worth::of(&sums, measurement), |(_, worth)| worth);
        last = Some((sums.answered, worth));
        (sums, worth)
    }))
}

/// The sums over the answers on such an interest.
fn sums_of_one(interest: &LoneInterest, answers: &Answers<'_>) -> AnswerSums {
    let (answered, weighted) = interest.sum(|question| answers.get(question));
    if answered == 0 {
        return AnswerSums::default();
    }
    #[expect(clippy::cast_precision_loss, reason = "there are at most 1,000 questions")]
    let total = answered as f64;
    AnswerSums { answered, unit: interest.weight(), total, squares: total, weighted }
}

/// The mean of some values; `None` of none.
pub(super) fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (count, sum) = values.fold((0.0, 0.0), |(count, sum), value| (count + 1.0, sum + value));
    (count > 0.0).then_some(sum / count)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::Catalogue;
    use crate::catalogue::yaml::Source;

    /// The small catalogue, whose fifth question measures this.
    fn catalogue(measured: &str) -> Catalogue {
        let questions = include_str!("../../examples/small/questions.yaml");
        let careers = include_bytes!("../../examples/small/careers.yaml");
        let questions = questions.replace("{numbers: 1, things: 0.5}", measured);
        let questions = Source::decode("questions.yaml", questions.as_bytes());
        Catalogue::read(questions, Source::decode("careers.yaml", careers)).unwrap()
    }

    #[test]
    fn only_loadings_that_are_alone_and_alike_are_summed_so() {
        for (measured, are_lone) in
            [("{things: 1}", true), ("{things: 0.5}", false), ("{numbers: 1, things: 1}", false)]
        {
            let catalogue = catalogue(measured);
            let answers = Answers::from_digits(&catalogue, "521345").unwrap();
            assert_eq!(lone_estimates(&answers).is_some(), are_lone, "{measured}");
        }
    }

    proptest! {
        #[test]
        fn estimates_of_lone_loadings_are_those_of_any(digits in "[1-5-]{6}") {
            let catalogue = catalogue("{things: 1}");
            let answers = Answers::from_digits(&catalogue, &digits).unwrap();
            let measurement = &catalogue.questionnaire().measurement;
            let any = sums(&answers)
                .map(|sums| InterestEstimate::from_sums(sums, Worth::of(sums, measurement)));
            prop_assert_eq!(lone_estimates(&answers), Some(any));
        }
    }
}
