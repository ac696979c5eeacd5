//! Whether what people are told holds, in words.

use crate::audit::{Calibration, ToldAudit};
use crate::signs::{FlaggedShares, SignIndex};
use crate::telling::clean::Clean;
use crate::telling::figures::{exact_percent, listed};
use crate::telling::passage::Passage;
use crate::telling::signs::sign;

/// What people are told beside the ranking, against the truth.
pub(super) fn told(heading: &str, of: &ToldAudit, specialisms: usize) -> Passage {
    let [none, one, two, more] = of.too_close.map(exact_percent);
    let mut paragraphs = vec![format!(
        "Of {} respondents, {none} are told of no role that is too close to the first to call, \
         {one} of one, {two} of two and {more} of more.",
        of.respondents
    )];
    paragraphs.extend(over_first(&of.over_first));
    paragraphs.extend([
        format!(
            "The best match comes less close than that of three in four people for {}, and closer \
             for {}. The first role has a strong fit for {}, and for {} of those who answer at \
             random.",
            exact_percent(of.far),
            exact_percent(of.near),
            exact_percent(of.strong),
            exact_percent(of.strong_at_random)
        ),
        format!(
            "{}The first role is not the one with the highest chance for {}.",
            other_specialism(of, specialisms),
            exact_percent(of.other_most_likely)
        ),
        format!(
            "The truly best role comes first for {}, and for {} if they mark their two truly \
             strongest interests. If a mark doubled the weight of an interest instead, it would \
             for {}.",
            exact_percent(of.found),
            exact_percent(of.found_with_marks),
            exact_percent(of.found_with_weights)
        ),
    ]);
    Passage {
        heading: heading.into(),
        paragraphs: paragraphs.into_iter().map(Clean::from).collect(),
    }
}

/// How often the specialism that is shown is another than the best by its profile, if there
/// are any.
fn other_specialism(of: &ToldAudit, specialisms: usize) -> String {
    if specialisms == 0 {
        return String::new();
    }
    format!(
        "The specialism that is best by its own profile is not that of the first role for {}. ",
        exact_percent(of.other_specialism)
    )
}

/// How often a role that comes near the first truly suits better.
fn over_first(of: &Calibration) -> Option<String> {
    let rows = of.table.iter().map(|row| {
        format!("{} where {} is stated", exact_percent(row.observed), exact_percent(row.stated))
    });
    let rows: Vec<String> = rows.collect();
    (!rows.is_empty()).then(|| {
        format!("A role near the first truly suits better than it does in {}.", listed(&rows))
    })
}

/// How many people the signs of careless answering flag.
pub(super) fn signs(of: &[FlaggedShares]) -> Passage {
    let line = |of: &FlaggedShares| {
        Clean::from(format!(
            "{}: {} of careful respondents, {} if they skip seven questions in ten; {} of those \
             who answer at random, {} of those who do so by half.",
            sign(of.index),
            exact_percent(of.careful),
            exact_percent(of.careful_skipping),
            exact_percent(of.random),
            exact_percent(of.half_random)
        ))
    };
    let careful = of
        .iter()
        .find(|of| of.index == SignIndex::Consistency)
        .and_then(|of| of.careful_among(0.1));
    let careful = careful.map(|share| {
        format!(
            " At one careless person in ten, {} of those whose like questions are answered \
             differently are careful.",
            exact_percent(share)
        )
    });
    let about =
        format!("Respondents are simulated, and people may differ.{}", careful.unwrap_or_default());
    Passage {
        heading: "Whom the signs of careless answering flag".into(),
        paragraphs: of.iter().map(line).chain([about.into()]).collect(),
    }
}
