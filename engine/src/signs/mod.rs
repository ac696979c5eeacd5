//! Signs of careless answering. They are told, and never change a score.
//!
//! About one person in ten answers a survey carelessly somewhere (Curran 2016,
//! doi 10.1016/j.jesp.2015.07.006, reviews these indices); many careful people
//! also cross one of the thresholds, so a flag is a reason to look, no more. At one
//! careless person in ten, half of those whose consistency is flagged are careful.

mod consistency;

mod rates;
mod thresholds;

pub use rates::{FlaggedShares, flagged_shares};
pub use thresholds::Thresholds;

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
    /// How much more the answers differ between interests than within them: 1 - 1/F,
    /// -1 to 1, F being the ratio of the two mean squares. Flagged where it is lower
    /// than that of 95 in 100 simulated careful respondents, unless the difference
    /// between interests is plain (an analysis of variance of one person's answers;
    /// Johnson 2005, doi 10.1016/j.jrp.2004.09.009, compares halves to the same end).
    Consistency,
}

impl SignIndex {
    /// Every index, in a fixed order.
    pub const ALL: [Self; 4] =
        [Self::StraightLine, Self::Longstring, Self::Variability, Self::Consistency];
}

/// The signs that `answers` show, one an index, in the order of [`SignIndex::ALL`].
/// `thresholds` are those of the catalogue.
///
/// ```
/// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
/// use rolefit_engine::sheet::Answers;
/// use rolefit_engine::signs::{SignIndex, Thresholds, signs};
///
/// let thresholds = Thresholds::of(&catalogue);
/// let flagged = |digits| -> Result<Vec<SignIndex>, rolefit_engine::sheet::BadDigits> {
///     let signs = signs(&Answers::from_digits(&catalogue, digits)?, &thresholds);
///     Ok(signs.into_iter().filter(|sign| sign.flagged).map(|sign| sign.index).collect())
/// };
/// assert!(flagged("444444")?.contains(&SignIndex::StraightLine));
/// assert_eq!(flagged("521234")?, []);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn signs(answers: &Answers<'_>, thresholds: &Thresholds) -> Vec<Sign> {
    let consistency = thresholds.consistency(answers);
    vec![straight_line(answers), longstring(answers), variability(answers), consistency]
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
    let mut raw = Vec::with_capacity(answers.answered());
    raw.extend(answers.given().map(|point| f64::from(point.number())));
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

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / count(values)
}

#[expect(clippy::cast_precision_loss, reason = "a sheet has at most 1,000 answers")]
fn count(values: &[f64]) -> f64 {
    values.len() as f64
}
