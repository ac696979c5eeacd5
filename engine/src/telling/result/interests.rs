//! The interests, with the first role's profile laid over them.

use crate::report::InterestPart;

use super::Telling;
use super::parts::{InterestLine, Interests};
use crate::telling::clean;
use crate::telling::figures::signed;

/// Every interest, the best liked first.
pub(super) fn figure(telling: &Telling<'_>) -> Interests {
    let first = telling.report.roles.first().filter(|role| role.similarity.is_some());
    let roles = &telling.catalogue().careers().roles;
    let role = first.map(|first| &roles[first.role]);
    let shape = role.map(|role| role.profile.shape()).unwrap_or_default();
    let line = |(place, interest): (usize, &InterestPart<'_>)| InterestLine {
        name: clean(&interest.name),
        label: [clean(&interest.name), weight(interest)].join(" ").trim_end().to_owned(),
        score: interest.score,
        shown: interest.score.map_or_else(|| "not answered".to_owned(), |score| signed(score, 2)),
        profile: shape.get(place).copied(),
    };
    let mut lines: Vec<InterestLine> =
        telling.report.interests.iter().enumerate().map(line).collect();
    let key = |line: &InterestLine| line.score.unwrap_or(f64::NEG_INFINITY);
    lines.sort_by(|left, right| key(right).total_cmp(&key(left)));
    let labels = telling.catalogue().questionnaire().scale.labels();
    let label = |label: Option<&String>| label.map_or_else(String::new, |label| clean(label));
    Interests {
        heading: "What you like",
        text: format!("From -1 ({}) to 1 ({}).", label(labels.first()), label(labels.last())),
        role: role.map(|role| clean(&role.name)),
        lines,
    }
}

fn weight(interest: &InterestPart<'_>) -> String {
    if interest.importance.total_cmp(&1.0).is_eq() {
        String::new()
    } else {
        format!("(counts x{})", interest.importance)
    }
}
