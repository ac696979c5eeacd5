//! The bars of a cohort that is set against an earlier one.

use super::template::tenths;
use crate::telling::cohort::prose::{self, Section};
use crate::telling::cohort::{DifferenceLine, PeopleAgainstText};

/// Figures before and now, side by side.
pub(super) struct AgainstTable<'a> {
    pub(super) section: &'static Section,
    /// What a row is of.
    pub(super) what: &'static str,
    /// What stands beside the change.
    pub(super) error: &'static str,
    pub(super) rows: Vec<AgainstRow<'a>>,
}

/// A row with the widths of its bars in per cent.
pub(super) struct AgainstRow<'a> {
    pub(super) line: &'a DifferenceLine,
    pub(super) before: String,
    pub(super) now: String,
}

/// The tables of what differs, without those that have nothing.
pub(super) fn tables(people: &PeopleAgainstText) -> Vec<AgainstTable<'_>> {
    let first: Vec<&DifferenceLine> = people.roles.iter().map(|role| &role.first).collect();
    let expected = people.roles.iter().map(|role| &role.expected).collect();
    let interests: Vec<&DifferenceLine> = people.interests.iter().collect();
    let share = |share: f64, highest: f64| share / highest;
    let score = |score: f64, _: f64| f64::midpoint(score, 1.0);
    let tables = [
        AgainstTable::of(&prose::FIRST_AGAINST, "Role", "95% interval", first, share),
        AgainstTable::of(&prose::EXPECTED_AGAINST, "Role", "Error", expected, share),
        AgainstTable::of(&prose::INTERESTS_AGAINST, "Interest", "Error", interests, score),
    ];
    tables.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

impl<'a> AgainstTable<'a> {
    /// `part` gives the part of the full width, from a figure and the highest of all.
    fn of(
        section: &'static Section,
        what: &'static str,
        error: &'static str,
        lines: Vec<&'a DifferenceLine>,
        part: fn(f64, f64) -> f64,
    ) -> Self {
        let highest = lines.iter().flat_map(|line| [line.now, line.before]).fold(1e-9, f64::max);
        let width = |figure: f64| tenths(100.0 * part(figure, highest));
        let row = |line: &'a DifferenceLine| {
            let (before, now) = (width(line.before), width(line.now));
            AgainstRow { line, before, now }
        };
        Self { section, what, error, rows: lines.into_iter().map(row).collect() }
    }
}
