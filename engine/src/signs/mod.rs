//! Signs of careless answering. They are told, and never change a score.
//!
//! About one person in ten answers a survey carelessly somewhere (Curran 2016,
//! doi 10.1016/j.jesp.2015.07.006, reviews these indices); many careful people
//! also cross one of the thresholds, so a flag is a reason to look, no more.

use crate::sheet::Answers;

/// One index of careless answering.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sign {
    /// Which index.
    pub index: SignIndex,
    /// Its value; `None` where the answers do not define it.
    pub value: Option<f64>,
    /// Whether it crosses its threshold.
    pub flagged: bool,
}

/// The indices, with the unit of each and the threshold of its flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SignIndex {
    /// 1 if all answers are equal, else 0. Flagged at 1, from three answers.
    StraightLine,
    /// The longest run of equal answers in file order, skipped questions passed
    /// over. Flagged from half of the answers, given at least ten (Curran 2016).
    Longstring,
    /// The standard deviation of the raw answers, in scale steps (Dunn et al.
    /// 2018, doi 10.1007/s10869-016-9479-0). Flagged below half of what the
    /// questionnaire's measurement leads one to expect.
    Variability,
    /// The odd-even correlation across interests, stepped up by Spearman and
    /// Brown's formula, -1 to 1. Flagged below 0.30 (Johnson 2005,
    /// doi 10.1016/j.jrp.2004.09.009, after Jackson).
    Consistency,
}

/// Every index, in a fixed order.
///
/// ```
/// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
/// use rolefit_engine::sheet::Answers;
/// use rolefit_engine::signs::{SignIndex, signs};
///
/// let flagged = |digits| -> Result<Vec<SignIndex>, rolefit_engine::sheet::BadDigits> {
///     let signs = signs(&Answers::from_digits(&catalogue, digits)?);
///     Ok(signs.into_iter().filter(|sign| sign.flagged).map(|sign| sign.index).collect())
/// };
/// assert!(flagged("444444")?.contains(&SignIndex::StraightLine));
/// assert_eq!(flagged("521234")?, []);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn signs(answers: &Answers<'_>) -> Vec<Sign> {
    vec![straight_line(answers), longstring(answers), variability(answers), consistency(answers)]
}

fn straight_line(answers: &Answers<'_>) -> Sign {
    let mut given = answers.given();
    let first = given.next();
    let straight = first.map(|first| given.all(|point| point == first));
    let value = straight.map(|straight| if straight { 1.0 } else { 0.0 });
    let flagged = straight == Some(true) && answers.answered() >= 3;
    Sign { index: SignIndex::StraightLine, value, flagged }
}

fn longstring(answers: &Answers<'_>) -> Sign {
    let (mut longest, mut run, mut last) = (0_u16, 0_u16, None);
    for point in answers.given() {
        run = if last == Some(point) { run + 1 } else { 1 };
        last = Some(point);
        longest = longest.max(run);
    }
    let answered = answers.answered();
    let flagged = answered >= 10 && 2 * usize::from(longest) >= answered;
    let value = (answered > 0).then_some(f64::from(longest));
    Sign { index: SignIndex::Longstring, value, flagged }
}

fn variability(answers: &Answers<'_>) -> Sign {
    let raw: Vec<f64> = answers.given().map(|point| f64::from(point.number())).collect();
    let value = (raw.len() >= 2).then(|| {
        let mean = mean(&raw);
        (raw.iter().map(|a| (a - mean) * (a - mean)).sum::<f64>() / (count(&raw) - 1.0)).sqrt()
    });
    let questionnaire = answers.catalogue().questionnaire();
    let measurement = &questionnaire.measurement;
    let steps_a_unit = f64::from(questionnaire.scale.len() - 1) / 2.0;
    let expected = (measurement.noise + measurement.signal).sqrt() * steps_a_unit;
    let flagged = raw.len() >= 3 && value.is_some_and(|value| value < expected / 2.0);
    Sign { index: SignIndex::Variability, value, flagged }
}

/// The answered questions of each interest are dealt out in file order, the
/// first to one half, the second to the other, and so on.
fn consistency(answers: &Answers<'_>) -> Sign {
    let questionnaire = answers.catalogue().questionnaire();
    let mut halves = questionnaire.interests.each([(0.0, 0.0); 2]);
    let mut dealt = questionnaire.interests.each(0_usize);
    for (_, question, point) in answers.answered_questions() {
        let coordinate = question.coordinate(&questionnaire.scale, point);
        for loading in &question.loadings {
            let (halves, dealt) = (&mut halves[loading.interest], &mut dealt[loading.interest]);
            let [odd, even] = halves;
            let half = if *dealt % 2 == 0 { odd } else { even };
            half.0 += coordinate;
            half.1 += 1.0;
            *dealt += 1;
        }
    }
    let complete = halves.iter().filter(|[odd, even]| odd.1 > 0.0 && even.1 > 0.0);
    let (odd, even): (Vec<f64>, Vec<f64>) =
        complete.map(|[odd, even]| (odd.0 / odd.1, even.0 / even.1)).unzip();
    let value = correlation(&odd, &even).map(spearman_brown);
    let flagged = value.is_some_and(|value| value < 0.30);
    Sign { index: SignIndex::Consistency, value, flagged }
}

/// The reliability of a whole from the correlation of its halves. Below
/// -1/3 the formula leaves the range of a correlation, so it is held to -1.
fn spearman_brown(halves: f64) -> f64 {
    if halves < -1.0 / 3.0 { -1.0 } else { 2.0 * halves / (1.0 + halves) }
}

/// Pearson's r; `None` for fewer than three pairs or a side that is all alike.
fn correlation(left: &[f64], right: &[f64]) -> Option<f64> {
    if left.len() < 3 {
        return None;
    }
    let (mean_left, mean_right) = (mean(left), mean(right));
    let pairs = || left.iter().zip(right).map(|(l, r)| (l - mean_left, r - mean_right));
    let covariance: f64 = pairs().map(|(l, r)| l * r).sum();
    let spread: f64 =
        pairs().map(|(l, _)| l * l).sum::<f64>() * pairs().map(|(_, r)| r * r).sum::<f64>();
    (spread > 1e-18).then(|| (covariance / spread.sqrt()).clamp(-1.0, 1.0))
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values)
}

#[expect(clippy::cast_precision_loss, reason = "a sheet has at most 1,000 answers")]
fn count(values: &[f64]) -> f64 {
    values.len() as f64
}
