//! Where the parts of the interests' figure stand.

use serde::Serialize;

use crate::render::story::Interests;

/// One row of the figure; lengths in the units of its drawing.
#[derive(Debug, Serialize)]
pub(super) struct Row {
    name: String,
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

/// The figure is 640 units wide: names up to 250, the scale from 270 to 570,
/// figures after it.
const MIDDLE: f64 = 420.0;
const REACH: f64 = 150.0;
const HEIGHT: f64 = 34.0;

/// The rows, from the top.
#[expect(clippy::cast_precision_loss, reason = "there are at most 64 interests")]
pub(super) fn rows(interests: &Interests) -> Vec<Row> {
    let row = |(place, line): (usize, &crate::render::story::InterestLine)| {
        let top = 34.0 + HEIGHT * place as f64;
        let bar = |score: f64| {
            let end = MIDDLE + REACH * score;
            (rounded(end.min(MIDDLE)), rounded((REACH * score).abs()))
        };
        Row {
            name: line.name.clone(),
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

fn rounded(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}
