//! Where the parts of the interests' figure stand.

use serde::Serialize;

use crate::render::cut;
use crate::render::reading::signed;
use crate::render::story::{InterestLine, Interests};

/// One row of the figure; lengths in the units of its drawing.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    name: String,
    /// The name, cut to what fits before the scale.
    label: String,
    /// What the row shows, in words.
    told: String,
    shown: String,
    /// The baseline of the row's name.
    text_y: f64,
    /// The top of the row's bar.
    bar_y: f64,
    /// The left end and the length of the bar; `None` if nothing was answered.
    bar: Option<(f64, f64)>,
    /// The middle of the mark of the role's profile.
    mark: Option<f64>,
    mark_y: f64,
}

/// The figure is 680 units wide: names up to 300, the scale from 310 to 610,
/// figures after it.
const MIDDLE: f64 = 460.0;
const REACH: f64 = 150.0;
const HEIGHT: f64 = 34.0;
/// Longer names would reach into the scale where letters are largest: on a phone.
const NAME_COLUMNS: usize = 24;

/// The rows, from the top.
#[expect(clippy::cast_precision_loss, reason = "there are at most 64 interests")]
pub(super) fn rows(interests: &Interests) -> Vec<Row> {
    let row = |(place, line): (usize, &InterestLine)| {
        let top = 34.0 + HEIGHT * place as f64;
        let bar = |score: f64| {
            let end = MIDDLE + REACH * score;
            (rounded(end.min(MIDDLE)), rounded((REACH * score).abs()))
        };
        Row {
            name: line.name.clone(),
            label: cut(&line.name, NAME_COLUMNS),
            told: told(line, interests.role.as_deref()),
            shown: line.shown.clone(),
            text_y: top + 17.0,
            bar_y: top + 4.0,
            bar: line.score.map(bar),
            mark: line.profile.map(|at| rounded(MIDDLE + REACH * at)),
            mark_y: top + 12.0,
        }
    };
    interests.lines.iter().enumerate().map(row).collect()
}

/// Bar and diamond of an interest, as a sentence.
fn told(line: &InterestLine, role: Option<&str>) -> String {
    let (name, shown) = (&line.name, &line.shown);
    match role.zip(line.profile) {
        Some((role, profile)) => format!("{name}: {shown}; {role}: {}.", signed(profile, 2)),
        None => format!("{name}: {shown}."),
    }
}

fn rounded(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}
