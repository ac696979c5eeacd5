//! Simulated respondents: people whose true interests are known.

use std::ops::Range;

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;

use crate::catalogue::{Catalogue, Each, Interest, Loading, Measurement, Point, Question, Scale};
use crate::matching::normal::deviate;
use crate::parallel::map;
use crate::sheet::Answers;

/// The standard deviation of a person's overall level, in coordinate units:
/// 0.55 scale steps of half a unit, as measured on 1,352 people (doi
/// 10.5281/zenodo.20686670).
pub const LEVEL_SD: f64 = 0.275;

const SEED: u64 = 0x6175_6469_7431;

/// A person made up: the true interests are known.
#[derive(Debug, Clone, PartialEq)]
pub struct Respondent<'c> {
    /// The true interests, in the questionnaire's order and coordinate units.
    pub interests: Each<Interest, f64>,
    /// What the person answered, every question.
    pub answers: Answers<'c>,
}

/// `count` respondents, the same on every run and machine, drawn one by one so
/// that a smaller number of them are the first of a larger.
///
/// A person's level is Normal(0, 0.275²), each interest Normal(level, signal),
/// each answer Normal(the loading-weighted mean of its interests, noise),
/// reversed where the question is, on the nearest point of the scale.
///
/// ```
/// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
/// use rolefit_engine::simulation::simulate;
///
/// let few = simulate(&catalogue, 10);
/// assert_eq!(few[..], simulate(&catalogue, 20)[..10]);
/// assert!(few.iter().all(|respondent| respondent.answers.skipped() == 0));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn simulate(catalogue: &Catalogue, count: usize) -> Vec<Respondent<'_>> {
    simulate_as(catalogue, &catalogue.questionnaire().measurement, 0..count)
}

/// The first `count` respondents, one after the other on one core.
pub(crate) fn respondents(
    catalogue: &Catalogue,
    count: usize,
) -> impl Iterator<Item = Respondent<'_>> {
    let measurement = &catalogue.questionnaire().measurement;
    (0..count).map(move |number| respondent(catalogue, measurement, number))
}

/// The respondents with these numbers, if `measurement` held of them and not the
/// catalogue's own.
#[must_use]
pub fn simulate_as<'c>(
    catalogue: &'c Catalogue,
    measurement: &Measurement,
    numbers: Range<usize>,
) -> Vec<Respondent<'c>> {
    let first = numbers.start;
    map(numbers.len(), |number| respondent(catalogue, measurement, first + number))
}

fn respondent<'c>(
    catalogue: &'c Catalogue,
    measurement: &Measurement,
    number: usize,
) -> Respondent<'c> {
    let questionnaire = catalogue.questionnaire();
    let mut rng = ChaCha8Rng::seed_from_u64(SEED);
    rng.set_stream(number as u64);
    let mut normal = |mean: f64, sd: f64| mean + sd * deviate(&mut rng);
    let level = normal(0.0, LEVEL_SD);
    let interests = questionnaire.interests.map(|_| normal(level, measurement.signal.sqrt()));
    let mut answers = Answers::blank(catalogue);
    for (place, question) in questionnaire.questions.indexed() {
        let liking = normal(meant(question, &interests), measurement.noise.sqrt());
        let coordinate = if question.reversed { -liking } else { liking };
        answers.set(place, nearest(&questionnaire.scale, coordinate));
    }
    Respondent { interests, answers }
}

/// The loading-weighted mean of the interests that a question measures.
fn meant(question: &Question, interests: &Each<Interest, f64>) -> f64 {
    // In units of the largest loading, so that no finite loading overflows.
    let unit = question.loadings.iter().map(|loading| loading.weight).fold(0.0, f64::max);
    let weigh = |(sum, total): (f64, f64), loading: &Loading| {
        let weight = loading.weight / unit;
        (sum + weight * interests[loading.interest], total + weight)
    };
    let (sum, total) = question.loadings.iter().fold((0.0, 0.0), weigh);
    sum / total
}

/// The point of the scale nearest to a coordinate.
pub(crate) fn nearest(scale: &Scale, coordinate: f64) -> Option<Point> {
    let far = |point: &Point| (scale.coordinate(*point) - coordinate).abs();
    scale.points().min_by(|left, right| far(left).total_cmp(&far(right)))
}
