//! How clear it is that the first role is the best match.

use super::lead;
use crate::report::{LevelFarOff, Report, RolePart, Status};
use crate::telling::clean::Clean;

/// Chances that differ by less than this are level.
const LEVEL: f64 = 0.03;

/// Below this share of people the best match comes less close than most people's by
/// so much that it has to be said; above one less it, closer.
const END: f64 = 0.25;

/// What it means to come first.
const BEST: &str = "Best match";

/// The same where nearly everything was disliked.
const LEAST_DISLIKED: &str = "Least disliked";

/// What it means to come first.
pub(super) fn label(report: &Report<'_>) -> &'static str {
    if is_disliked(report) { LEAST_DISLIKED } else { BEST }
}

/// Whether a line of a summary is the one that names its first role.
#[must_use]
pub fn is_headline(line: &str) -> bool {
    let is_after = |label| line.strip_prefix(label).is_some_and(|rest| rest.starts_with(": "));
    [BEST, LEAST_DISLIKED].into_iter().any(is_after)
}

/// How clear the first place is, in chances, or why there is none.
pub(super) fn clear(report: &Report<'_>) -> Clean {
    let matched: Vec<&RolePart<'_>> =
        report.roles.iter().filter(|role| role.similarity.is_some()).collect();
    let Some((first, others)) = matched.split_first() else {
        let outcome = lead::outcome(report);
        let texts = [&outcome.heading].into_iter().chain(&outcome.paragraphs);
        let texts: Vec<&str> = texts.map(Clean::as_str).collect();
        return texts.join(". ").into();
    };
    let best = first.certainty.best;
    let is = if is_disliked(report) { "you dislike it least" } else { "it is your best match" };
    let highest = others.iter().max_by(|left, right| {
        left.certainty.best.total_cmp(&right.certainty.best).then(right.rank.cmp(&left.rank))
    });
    let level: Vec<&str> =
        others.iter().filter(|of| is_level(best, of)).map(|of| of.name).collect();
    let rest = match (highest, level.as_slice()) {
        (None, _) => ".".to_owned(),
        (Some(next), _) if !is_level(best, next) => beside(best, next),
        (Some(_), [one, other]) => format!("; {one} and {other} are level."),
        (Some(_), [one, _, more @ ..]) => {
            format!("; {one} and {} others are level.", more.len() + 1)
        }
        (Some(next), _) => format!("; {} is level.", next.name),
    };
    format!("{} that {is}{rest}", chances(best)).into()
}

/// Whether a role's chance differs too little from the chance of the first to tell.
fn is_level(best: f64, role: &RolePart<'_>) -> bool {
    (role.certainty.best - best).abs() < LEVEL
}

/// The role that comes first most often after the first, or before it.
fn beside(best: f64, next: &RolePart<'_>) -> String {
    let (name, chance) = (next.name, next.certainty.best);
    if chance < best {
        return format!("; the next is at {}.", figure(chance));
    }
    format!(
        ". {name} is first more often ({}), because this role shares its chances with look-alikes.",
        figure(chance)
    )
}

/// How the best match compares with what people in general find, if that is out of
/// the ordinary.
pub(super) fn closeness(report: &Report<'_>) -> Option<&'static str> {
    match report.closeness.filter(|_| report.status == Status::Ranked)? {
        share if share < END => Some(
            "None of these jobs is very like your pattern. The first is the nearest we have: look \
             beyond this list too.",
        ),
        share if share > 1.0 - END => {
            Some("Your pattern comes close to a job here, closer than most people's.")
        }
        _ => None,
    }
}

/// Whether the best match is only what is disliked least.
pub(super) fn is_disliked(report: &Report<'_>) -> bool {
    report.level_far_off == Some(LevelFarOff::Disliked)
}

/// A chance at the beginning of a sentence.
fn chances(share: f64) -> String {
    let chance = in_hundred(share);
    if let Some(rest) = chance.strip_prefix("less") {
        format!("Less{rest}")
    } else if let Some(rest) = chance.strip_prefix("more") {
        format!("More{rest}")
    } else {
        format!("About {chance}")
    }
}

/// A chance within a sentence.
#[must_use]
pub fn in_hundred(share: f64) -> String {
    let figure = figure(share);
    let is_one = figure == "1" || figure == "less than 1";
    format!("{figure} {} in 100", if is_one { "chance" } else { "chances" })
}

/// Chances in a hundred, where it was said before that they are.
#[must_use]
pub fn figure(share: f64) -> String {
    match 100.0 * share {
        percent if percent < 1.0 => "less than 1".to_owned(),
        percent if percent > 99.0 => "more than 99".to_owned(),
        percent => format!("{percent:.0}"),
    }
}
