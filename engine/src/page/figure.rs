//! Where the parts of the interests' figure stand.

use super::template::tenths;
use crate::telling::figures::signed;
use crate::telling::result::{InterestLine, InterestsText};

/// One row of the figure; lengths in the units of its drawing, as they are written there.
#[derive(Debug)]
pub(super) struct FigureRow {
    pub(super) label: String,
    pub(super) shown: String,
    /// What the mark shows, for those who do not see it.
    pub(super) told: Option<String>,
    /// `None` if nothing was answered.
    pub(super) bar: Option<FigureBar>,
    /// Where the mark of the role's profile is across.
    pub(super) mark: Option<String>,
}

/// Where a bar lies across.
#[derive(Debug)]
pub(super) struct FigureBar {
    /// Its left end.
    pub(super) x: String,
    pub(super) width: String,
}

/// A drawing is 300 units wide, and the scale runs from 10 to 290.
const MIDDLE: f64 = 150.0;
const REACH: f64 = 140.0;

/// The rows, from the top.
pub(super) fn rows(interests: &InterestsText) -> Vec<FigureRow> {
    let row = |line: &InterestLine| {
        let bar = |score: f64| {
            let end = MIDDLE + REACH * score;
            FigureBar { x: tenths(end.min(MIDDLE)), width: tenths((REACH * score).abs()) }
        };
        let marked = interests.role.as_ref().zip(line.profile);
        FigureRow {
            label: line.label.to_string(),
            shown: line.shown.clone(),
            told: marked.map(|(role, profile)| format!("{role}: {}", signed(profile, 2))),
            bar: line.score.map(bar),
            mark: line.profile.map(|at| tenths(MIDDLE + REACH * at)),
        }
    };
    interests.lines.iter().map(row).collect()
}
