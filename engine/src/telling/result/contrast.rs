//! The first role against the second, as a sum that adds up.

use super::ledger::{explained, shares};
use super::source::ResultSource;
use crate::report::{LedgerPart, RolePart};
use crate::telling::clean::Clean;
use crate::telling::figures::{listed, signed};
use crate::telling::passage::Passage;

/// A term of fewer hundredths is not worth naming.
const WORTH_NAMING: f64 = 3.0;

/// A part of the lead: an interest and its whole hundredths.
type Share<'c> = (&'c str, f64);

/// What the first role has over the second, with figures if every detail was asked for.
pub(super) fn contrast(source: &ResultSource<'_>) -> Option<Passage> {
    let (first, second) = (explained(source, 1)?, explained(source, 2)?);
    let terms = terms(source, first.1, second.1);
    let ours: Vec<_> = terms.iter().filter(|(_, term)| *term >= WORTH_NAMING).take(3).collect();
    let theirs = terms.iter().rev().filter(|(_, term)| *term <= -WORTH_NAMING);
    let theirs: Vec<_> = theirs.take(2).collect();
    let sides = [(first.0, ours), (second.0, theirs)];
    let paragraphs = if source.detail.explain {
        with_figures(&sides, &terms)?
    } else {
        vec![without_figures(&sides)?]
    };
    let heading = format!("{} or {}?", first.0.name, second.0.name).into();
    Some(Passage { heading, paragraphs })
}

/// What each interest does for the first role, less what it does for the second: the
/// largest first, in whole hundredths of similarity, so that those shown add up to the
/// lead as it is shown.
fn terms<'a>(
    source: &ResultSource<'a>,
    ours: &LedgerPart<'_>,
    theirs: &LedgerPart<'_>,
) -> Vec<Share<'a>> {
    let mut terms: Vec<Share<'a>> = (source.report.interests.iter())
        .zip(shares(ours).iter().zip(shares(theirs)))
        .filter(|(of, _)| of.score.is_some())
        .map(|(of, (ours, theirs))| (of.name, 100.0 * (ours - theirs)))
        .collect();
    terms.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    terms.into_iter().map(|(name, term)| (name, term.round())).collect()
}

/// What speaks most for either role.
fn without_figures(sides: &[(&RolePart<'_>, Vec<&Share<'_>>)]) -> Option<Clean> {
    let told: Vec<String> = sides
        .iter()
        .filter(|(_, terms)| !terms.is_empty())
        .map(|(role, terms)| {
            let names: Vec<&str> = terms.iter().map(|(name, _)| *name).collect();
            format!("For {}: {}.", role.name, listed(&names))
        })
        .collect();
    (!told.is_empty()).then(|| told.join(" ").into())
}

/// The same as a sum.
fn with_figures(
    sides: &[(&RolePart<'_>, Vec<&Share<'_>>)],
    all: &[Share<'_>],
) -> Option<Vec<Clean>> {
    let [(first, ours), (second, theirs)] = sides else { return None };
    let lead = (100.0 * (first.similarity? - second.similarity?)).round();
    let named: f64 = ours.iter().chain(theirs).map(|(_, term)| term).sum();
    let count = ours.len() + theirs.len();
    let shown = |(name, term): &&Share<'_>| format!("{name} ({})", hundredths(*term));
    let mut sum: Vec<String> = sides
        .iter()
        .filter(|(_, terms)| !terms.is_empty())
        .map(|(role, terms)| {
            let terms: Vec<String> = terms.iter().map(shown).collect();
            format!("For {}: {}.", role.name, listed(&terms))
        })
        .collect();
    let mut paragraphs = vec![ahead(first.name, lead).into()];
    if !sum.is_empty() {
        // Where nothing was left out, what is left over comes of whole hundredths.
        let rest = if count < all.len() { "All the rest together" } else { "Rounding" };
        if count < all.len() || lead - named != 0.0 {
            sum.push(format!("{rest}: {}.", hundredths(lead - named)));
        }
        paragraphs.push(Clean::from(sum.join(" ")));
    }
    Some(paragraphs)
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
