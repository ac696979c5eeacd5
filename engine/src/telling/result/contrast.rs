//! The first role against the second, as a sum that adds up.

use super::Telling;
use super::parts::{Passage, Sum};
use super::why::{answer, by_size, explained, interest, share, shares};
use crate::telling::clean;
use crate::telling::figures::{listed, signed};

/// A term of fewer hundredths is not worth naming.
const WORTH_NAMING: f64 = 3.0;

/// What the first role has over the second. All figures are whole hundredths of
/// similarity, so that those shown add up to the lead as it is shown.
pub(super) fn contrast(telling: &Telling<'_>) -> Option<Passage> {
    let (first, ours) = explained(telling, 1)?;
    let (second, theirs) = explained(telling, 2)?;
    let lead = (100.0 * (first.similarity? - second.similarity?)).round();
    let mut terms: Vec<(String, f64)> = (telling.report.interests.iter())
        .zip(shares(ours).iter().zip(shares(theirs)))
        .filter(|(of, _)| of.score.is_some())
        .map(|(of, (ours, theirs))| (clean(&of.name), 100.0 * (ours - theirs)))
        .collect();
    terms.sort_by(|(_, left), (_, right)| right.total_cmp(left));
    let terms: Vec<_> = terms.into_iter().map(|(name, term)| (name, term.round())).collect();
    let ours = terms.iter().filter(|(_, term)| *term >= WORTH_NAMING).take(3);
    let theirs = terms.iter().rev().filter(|(_, term)| *term <= -WORTH_NAMING).take(2);
    let named: f64 = ours.clone().chain(theirs.clone()).map(|(_, term)| term).sum();
    let count = ours.clone().chain(theirs.clone()).count();
    let told = |(name, term): &(String, f64)| format!("{name} ({})", hundredths(*term));
    let sides = [(first, ours.map(told).collect()), (second, theirs.map(told).collect())];
    let [first, second] = [clean(&first.name), clean(&second.name)];
    let mut sum: Vec<String> = sides
        .into_iter()
        .filter(|(_, terms): &(_, Vec<String>)| !terms.is_empty())
        .map(|(role, terms)| format!("For {}: {}.", clean(&role.name), listed(&terms)))
        .collect();
    let mut paragraphs = vec![ahead(&first, lead)];
    if !sum.is_empty() {
        // Where nothing was left out, what is left over comes of whole hundredths.
        let rest = if count < terms.len() { "All the rest together" } else { "Rounding" };
        if count < terms.len() || lead - named != 0.0 {
            sum.push(format!("{rest}: {}.", hundredths(lead - named)));
        }
        paragraphs.push(sum.join(" "));
    }
    Some(Passage { heading: format!("{first} or {second}?"), paragraphs })
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

/// The first two roles' sums, one less the other.
pub(super) fn difference(telling: &Telling<'_>) -> Option<Sum> {
    let (first, ours) = explained(telling, 1)?;
    let (second, theirs) = explained(telling, 2)?;
    let lead = first.similarity? - second.similarity?;
    let (first, second) = (clean(&first.name), clean(&second.name));
    let interests = shares(ours).into_iter().zip(shares(theirs)).zip(&telling.report.interests);
    let answers = ours.answers.iter().zip(&theirs.answers);
    Some(Sum {
        heading: format!("{first} against {second}"),
        text: format!(
            "What each interest and each answer does for {first}, less what it does for {second}. \
             Either list adds up to the lead of {first}, {}.",
            signed(lead, 3)
        ),
        interests: by_size(
            interests.map(|((ours, theirs), of)| share(interest(of), ours - theirs)),
        ),
        answers: by_size(answers.map(|(ours, theirs)| {
            share(answer(telling, ours), ours.contribution - theirs.contribution)
        })),
    })
}
