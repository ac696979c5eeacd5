//! The interests as bars.

use rolefit::report::InterestPart;

use super::Telling;
use crate::render::{Page, clean, cut, padded};

/// Every interest, the best liked first.
pub(super) fn bars(page: &mut Page, telling: &Telling<'_>) {
    let mut interests: Vec<&InterestPart> = telling.report.interests.iter().collect();
    interests.sort_by(|left, right| {
        let key = |part: &InterestPart| part.score.unwrap_or(f64::NEG_INFINITY);
        key(right).total_cmp(&key(left))
    });
    page.heading("What you like");
    let scale = telling.catalogue.questionnaire().scale.labels();
    if let (Some(low), Some(high)) = (scale.first(), scale.last()) {
        page.paragraph(&format!("From -1 ({}) to 1 ({}).", clean(low), clean(high)));
    }
    page.gap();
    let half = if page.style().is_narrow() { 6 } else { 12 };
    let room = page.style().columns().saturating_sub(2 * half + 12);
    let widest = interests.iter().map(|part| part.name.chars().count()).max().unwrap_or(0);
    let width = room.min(widest.max(8));
    for interest in interests {
        let name = padded(&cut(&clean(&interest.name), width), width);
        match interest.score {
            Some(score) => {
                let bar = page.style().signed_bar(score, half);
                page.line(&format!("  {name} {:>5} {bar}{}", signed(score), weight(interest)));
            }
            None => page.line(&format!("  {name}     - not answered{}", weight(interest))),
        }
    }
}

fn signed(score: f64) -> String {
    // Half a hundredth below zero is still zero.
    if score.abs() < 0.005 { "0.00".to_owned() } else { format!("{score:+.2}") }
}

fn weight(interest: &InterestPart) -> String {
    if interest.importance.total_cmp(&1.0).is_eq() {
        String::new()
    } else {
        format!("  counts x{}", interest.importance)
    }
}
