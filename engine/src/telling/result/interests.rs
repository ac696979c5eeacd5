//! The interests, with the first role's profile laid over them.

use super::source::ResultSource;
use crate::report::InterestPart;
use crate::sheet::Importance;
use crate::telling::clean::Clean;
use crate::telling::figures::{listed, signed};

/// The interests, best liked first.
#[derive(Debug)]
pub struct InterestsText {
    /// The heading.
    pub heading: &'static str,
    /// What the ends of the scale mean.
    pub text: Clean,
    /// The ends of the scale, the lowest first.
    pub ends: [Clean; 2],
    /// The role whose profile is laid over them.
    pub role: Option<Clean>,
    /// The interests.
    pub lines: Vec<InterestLine>,
}

/// An interest.
#[derive(Debug)]
pub struct InterestLine {
    /// Its name.
    pub name: Clean,
    /// The name, with what it counts if that is not usual.
    pub label: Clean,
    /// From -1 to 1; `None` if nothing on it was answered.
    pub score: Option<f64>,
    /// The score with two decimals, or that there is none.
    pub shown: String,
    /// Where the role's profile stands, -1 (its least) to 1 (its most).
    pub profile: Option<f64>,
}

/// Every interest, the best liked first.
pub(super) fn interests(source: &ResultSource<'_>) -> InterestsText {
    let first = source.report.roles.first().filter(|role| role.similarity.is_some());
    let roles = &source.catalogue().careers().roles;
    let role = first.map(|first| &roles[first.role]);
    let shape = role.map(|role| role.profile.shape()).unwrap_or_default();
    let line = |(place, interest): (usize, &InterestPart<'_>)| InterestLine {
        name: Clean::from(interest.name),
        label: label(interest).into(),
        score: interest.score,
        shown: interest.score.map_or_else(|| "not answered".to_owned(), |score| signed(score, 2)),
        profile: shape.get(place).copied(),
    };
    let mut lines: Vec<InterestLine> =
        source.report.interests.iter().enumerate().map(line).collect();
    let key = |line: &InterestLine| line.score.unwrap_or(f64::NEG_INFINITY);
    lines.sort_by(|left, right| key(right).total_cmp(&key(left)));
    InterestsText {
        heading: "What you like",
        text: scale(source).into(),
        ends: ends(source),
        role: role.map(|role| Clean::from(&role.name)),
        lines,
    }
}

/// The name, with what it counts if it counts less than is usual.
fn label(interest: &InterestPart<'_>) -> String {
    let InterestPart { name, importance, .. } = *interest;
    if importance < Importance::USUAL {
        format!("{name} (counts x{importance})")
    } else {
        name.to_owned()
    }
}

/// What the ends of the scale mean, and what it does that something matters more.
fn scale(source: &ResultSource<'_>) -> String {
    let [lowest, highest] = ends(source);
    let ends = format!("From -1 ({lowest}) to 1 ({highest}).");
    let marked = source.report.interests.iter().filter(|of| of.importance > Importance::USUAL);
    let names: Vec<&str> = marked.map(|of| of.name).collect();
    match names.as_slice() {
        [] => ends,
        [one] => format!("{ends} {one} counts as if you had liked it more."),
        several => format!("{ends} {} count as if you had liked them more.", listed(several)),
    }
}

/// What the lowest and the highest answer are called.
fn ends(source: &ResultSource<'_>) -> [Clean; 2] {
    let labels = source.catalogue().questionnaire().scale.labels();
    [labels.first(), labels.last()].map(|label| label.map(Clean::from).unwrap_or_default())
}
