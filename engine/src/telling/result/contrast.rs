//! The first role against the second, as a sum that adds up.

use super::ledger::explained;
use super::pair::leads;
use super::source::ResultSource;
use crate::report::RolePart;
use crate::telling::clean::Clean;
use crate::telling::figures::signed;
use crate::telling::passage::Passage;

/// A term of fewer hundredths is not worth naming.
const WORTH_NAMING: f64 = 3.0;

/// A part of the lead: its whole hundredths, and what the person likes and the jobs have.
type Share = (f64, Clean);

/// What the first role has over the second, with figures if every detail was asked for.
pub(super) fn contrast(source: &ResultSource<'_>) -> Option<Passage> {
    let (first, second) = (explained(source, 1)?.0, explained(source, 2)?.0);
    let terms = terms(source, [first, second]);
    let ours: Vec<_> = terms.iter().filter(|(term, _)| *term >= WORTH_NAMING).take(3).collect();
    let theirs = terms.iter().rev().filter(|(term, _)| *term <= -WORTH_NAMING);
    let theirs: Vec<_> = theirs.take(2).collect();
    let sides = [(first, ours), (second, theirs)];
    let paragraphs = if source.detail.explain {
        with_figures(&sides, &terms)?
    } else {
        told(&sides, |(_, sentence)| sentence.to_string())
    };
    let heading = format!("{} or {}?", first.name, second.name).into();
    (!paragraphs.is_empty()).then_some(Passage { heading, paragraphs })
}

/// What each interest does for the first role, less what it does for the second: the
/// largest first, in whole hundredths of similarity, so that those shown add up to the
/// lead as it is shown.
fn terms(source: &ResultSource<'_>, roles: [&RolePart<'_>; 2]) -> Vec<Share> {
    let mut terms = leads(source, roles, roles.map(|role| role.name));
    terms.sort_by(|(left, _), (right, _)| right.total_cmp(left));
    terms.into_iter().map(|(term, told)| ((100.0 * term).round(), told)).collect()
}

/// What speaks for either role, as far as anything does.
fn told(sides: &[(&RolePart<'_>, Vec<&Share>)], word: impl Fn(&Share) -> String) -> Vec<Clean> {
    let spoken = sides.iter().filter(|(_, terms)| !terms.is_empty());
    let side = |(role, terms): &(&RolePart<'_>, Vec<&Share>)| {
        let words: Vec<String> = terms.iter().map(|term| word(term)).collect();
        format!("For {}: {}", role.name, words.join(" ")).into()
    };
    spoken.map(side).collect()
}

/// The same as a sum.
fn with_figures(sides: &[(&RolePart<'_>, Vec<&Share>)], all: &[Share]) -> Option<Vec<Clean>> {
    let [(first, ours), (second, theirs)] = sides else { return None };
    let lead = (100.0 * (first.similarity? - second.similarity?)).round();
    let named: f64 = ours.iter().chain(theirs).map(|(term, _)| term).sum();
    let count = ours.len() + theirs.len();
    let mut paragraphs = vec![ahead(first.name, lead).into()];
    paragraphs.extend(told(sides, |(term, sentence)| {
        format!("{} ({}).", sentence.trim_end_matches('.'), hundredths(*term))
    }));
    // Where nothing was left out, what is left over comes of whole hundredths.
    let rest = if count < all.len() { "All the rest together" } else { "Rounding" };
    if count > 0 && (count < all.len() || lead - named != 0.0) {
        paragraphs.push(format!("{rest}: {}.", hundredths(lead - named)).into());
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
