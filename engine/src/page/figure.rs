//! Where the parts of the interests' figure stand.

use super::cut::cut;
use super::template::tenths;
use crate::telling::figures::signed;
use crate::telling::result::{InterestLine, InterestsText};

/// One row of the figure; lengths in the units of its drawing, as they are written there.
#[derive(Debug)]
pub(super) struct FigureRow {
    pub(super) name: String,
    /// The name, cut to what fits before the scale.
    pub(super) label: String,
    /// What the row shows, in words.
    pub(super) words: String,
    pub(super) shown: String,
    /// The baseline of the row's name.
    pub(super) text_y: String,
    /// The top of the row's bar.
    pub(super) bar_y: String,
    /// `None` if nothing was answered.
    pub(super) bar: Option<FigureBar>,
    /// Where the mark of the role's profile is across.
    pub(super) mark: Option<String>,
    /// The top of the mark.
    pub(super) mark_y: String,
}

/// Where a bar lies across.
#[derive(Debug)]
pub(super) struct FigureBar {
    /// Its left end.
    pub(super) x: String,
    pub(super) width: String,
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
pub(super) fn rows(interests: &InterestsText) -> Vec<FigureRow> {
    let row = |(place, line): (usize, &InterestLine)| {
        let top = 34.0 + HEIGHT * place as f64;
        let bar = |score: f64| {
            let end = MIDDLE + REACH * score;
            FigureBar { x: tenths(end.min(MIDDLE)), width: tenths((REACH * score).abs()) }
        };
        FigureRow {
            name: line.name.to_string(),
            label: cut(&line.name, NAME_COLUMNS),
            words: words(line, interests.role.as_deref()),
            shown: line.shown.clone(),
            text_y: tenths(top + 17.0),
            bar_y: tenths(top + 4.0),
            bar: line.score.map(bar),
            mark: line.profile.map(|at| tenths(MIDDLE + REACH * at)),
            mark_y: tenths(top + 3.0),
        }
    };
    interests.lines.iter().enumerate().map(row).collect()
}

/// Bar and diamond of an interest, as a sentence.
fn words(line: &InterestLine, role: Option<&str>) -> String {
    let (name, shown) = (&line.name, &line.shown);
    match role.zip(line.profile) {
        Some((role, profile)) => format!("{name}: {shown}; {role}: {}.", signed(profile, 2)),
        None => format!("{name}: {shown}."),
    }
}
