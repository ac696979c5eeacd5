//! The first role against the second, as a sum that adds up.

use super::ledger::{explained, shares};
use super::source::ResultSource;
use crate::telling::clean::Clean;
use crate::telling::figures::{listed, signed};
use crate::telling::passage::Passage;

/// A term of fewer hundredths is not worth naming.
const WORTH_NAMING: f64 = 3.0;

/// What the first role has over the second. All figures are whole hundredths of
/// similarity, so that those shown add up to the lead as it is shown.
pub(super) fn contrast(source: &ResultSource<'_>) -> Option<Passage> {
    let (first, ours) = explained(source, 1)?;
    let (second, theirs) = explained(source, 2)?;
    let lead = (100.0 * (first.similarity? - second.similarity?)).round();
    let mut terms: Vec<(&str, f64)> = (source.report.interests.iter())
        .zip(shares(ours).iter().zip(shares(theirs)))
        .filter(|(of, _)| of.score.is_some())
        .map(|(of, (ours, theirs))| (of.name, 100.0 * (ours - theirs)))
        .collect();
    terms.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    let terms: Vec<_> = terms.into_iter().map(|(name, term)| (name, term.round())).collect();
    let ours = terms.iter().filter(|(_, term)| *term >= WORTH_NAMING).take(3);
    let theirs = terms.iter().rev().filter(|(_, term)| *term <= -WORTH_NAMING).take(2);
    let named: f64 = ours.clone().chain(theirs.clone()).map(|(_, term)| term).sum();
    let count = ours.clone().chain(theirs.clone()).count();
    let shown = |(name, term): &(&str, f64)| format!("{name} ({})", hundredths(*term));
    let sides = [(first, ours.map(shown).collect()), (second, theirs.map(shown).collect())];
    let mut sum: Vec<String> = sides
        .into_iter()
        .filter(|(_, terms): &(_, Vec<String>)| !terms.is_empty())
        .map(|(role, terms)| format!("For {}: {}.", role.name, listed(&terms)))
        .collect();
    let mut paragraphs = vec![ahead(first.name, lead).into()];
    if !sum.is_empty() {
        // Where nothing was left out, what is left over comes of whole hundredths.
        let rest = if count < terms.len() { "All the rest together" } else { "Rounding" };
        if count < terms.len() || lead - named != 0.0 {
            sum.push(format!("{rest}: {}.", hundredths(lead - named)));
        }
        paragraphs.push(Clean::from(sum.join(" ")));
    }
    let heading = format!("{} or {}?", first.name, second.name).into();
    Some(Passage { heading, paragraphs })
}

fn ahead(first: &str, lead: f64) -> String {
    let scale = "in similarity, which runs from -1 to 1";
    if lead < 1.0 {
        format!("Next to nothing lies between them: less than 0.01 {scale}.")
    } else {
        format!("{first} is ahead by {:.2} {scale}.", lead / 100.0)
    }
}

fn hundredths(count: f64) -> String {
    signed(count / 100.0, 2)
}
