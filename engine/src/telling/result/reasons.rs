//! What speaks for the first role: what the person likes and the role has.

use super::clear::is_disliked;
use super::source::ResultSource;
use crate::catalogue::{InterestIx, Profile};
use crate::report::InterestPart;
use crate::sheet::Importance;
use crate::telling::clean::Clean;
use crate::telling::figures::listed;

/// The most interests that are named.
const MOST_REASONS: usize = 3;

/// What the person likes and the first role has.
#[derive(Debug)]
pub struct Reasons {
    /// What the names are, or that there are none.
    pub label: &'static str,
    /// The interests, what counts most first; at most 3.
    pub interests: Vec<Clean>,
}

impl Reasons {
    /// All of them in a sentence.
    #[must_use]
    pub fn sentence(&self) -> Clean {
        match self.interests.as_slice() {
            [] => format!("{}.", self.label).into(),
            interests => format!("{}: {}.", self.label, listed(interests)).into(),
        }
    }
}

/// The interests above the middle of the scale that are also above the person's own
/// level, and of which the role has much: a dislike that both share is no reason to take
/// a job. Nothing where the first role is only the least disliked: that was said.
pub(super) fn reasons(source: &ResultSource<'_>) -> Option<Reasons> {
    let first = source.report.roles.first().filter(|role| role.similarity.is_some())?;
    if is_disliked(source.report) {
        return None;
    }
    let profile = &source.catalogue().careers().roles[first.role].profile;
    let interests = &source.report.interests;
    let level = own_level(interests);
    let mut liked: Vec<(&str, f64)> = interests
        .iter()
        .zip(has(profile))
        .filter(|(of, above)| of.score.is_some_and(|score| score > 0.0) && *above > 0.0)
        .filter_map(|(of, above)| Some((of.name, weight(of) * above * (of.estimate? - level))))
        .filter(|(_, counts)| *counts > 0.0)
        .collect();
    liked.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    let interests: Vec<Clean> =
        liked.into_iter().take(MOST_REASONS).map(|(name, _)| Clean::from(name)).collect();
    let is_liked = |of: &InterestPart<'_>| of.score.is_some_and(|score| score > 0.0);
    let label = match interests.len() {
        1.. => "What you like and the job has",
        _ if source.report.interests.iter().any(is_liked) => {
            "Nothing that you like more than the rest is a large part of this job"
        }
        _ => "Nothing here came out as something you like",
    };
    Some(Reasons { label, interests })
}

/// The person's level over all interests, as much as each of them counts.
pub(super) fn own_level(interests: &[InterestPart<'_>]) -> f64 {
    let weights: f64 = interests.iter().map(weight).sum();
    let sum: f64 = interests.iter().filter_map(|of| Some(weight(of) * of.estimate?)).sum();
    if weights > 0.0 { sum / weights } else { 0.0 }
}

/// The weight of an interest in a match: what counts more is taken as liked more.
fn weight(interest: &InterestPart<'_>) -> f64 {
    interest.importance.min(Importance::USUAL)
}

/// How far each interest of a profile lies above its mean; 0 unless it also lies in the
/// upper half of what the profile spans, since a little of something is no reason.
#[expect(clippy::cast_precision_loss, reason = "there are at most 64 interests")]
fn has(profile: &Profile) -> impl Iterator<Item = f64> {
    let shape = profile.shape();
    let mean = shape.iter().sum::<f64>() / shape.len() as f64;
    shape.iter().map(move |of| if *of >= 0.0 { of - mean } else { 0.0 })
}

/// How much of an interest a job has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Has {
    Much,
    Some,
    Little,
}

impl Has {
    /// What an interest adds to a role says it, where the person likes that interest more
    /// than the rest: of what adds, the role has much if it counts at least half of what
    /// counts most in its profile. What a job has neither much nor little of adds nothing,
    /// but for what rounding leaves.
    pub(super) fn of(share: f64, profile: &Profile, interest: InterestIx) -> Self {
        let weights = profile.weights();
        let most = weights.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let weight = weights.get(interest.number()).copied().unwrap_or_default();
        match share > 1e-9 {
            true if weight >= 0.5 * most => Self::Much,
            true => Self::Some,
            false => Self::Little,
        }
    }
}
