//! The ranking.

use super::source::ResultSource;
use crate::matching::Band;
use crate::report::{Report, RolePart};
use crate::telling::clean::Clean;
use crate::telling::figures::{percent, whole};

/// A role in the ranking.
#[derive(Debug)]
pub struct RoleLine {
    /// Its rank, from 1.
    pub rank: usize,
    /// Its name.
    pub name: Clean,
    /// Whether it is one of those that lead.
    pub leads: bool,
    /// The fit as a share of the highest, 0 to 1; `None` if it cannot be matched.
    pub share: Option<f64>,
    /// The fit, 0 to 100; empty if it cannot be matched.
    pub fit: String,
    /// The fit in a word, or that it cannot be matched.
    pub band: &'static str,
    /// The chance that it is the best match, in per cent.
    pub best: String,
}

/// What the figures mean, and what it means that there are none.
pub(super) fn key(report: &Report<'_>) -> String {
    let mut key =
        "Fit: how many of 100 unrelated profiles agree with you less than this one does. \
                   Best: the chance that the role is your best match of all."
            .to_owned();
    if report.roles.iter().any(|role| role.similarity.is_none()) {
        key += " A role that cannot be matched is one in which everything you said matters counts \
                alike, so that nothing in it can speak for you or against.";
    }
    key
}

/// The roles to list, by rank.
pub(super) fn lines(source: &ResultSource<'_>) -> Vec<RoleLine> {
    let report = source.report;
    let line = |role: &RolePart<'_>| RoleLine {
        rank: role.rank,
        name: Clean::from(role.name),
        leads: report.leads(role.role),
        share: role.fit.map(|fit| fit / 100.0),
        fit: role.fit.map_or_else(String::new, whole),
        band: role.band.map_or("cannot be matched", word),
        best: percent(role.certainty.best),
    };
    report.roles.iter().take(source.detail.top).map(line).collect()
}

/// A band in the words of a result.
pub(super) fn word(band: Band) -> &'static str {
    match band {
        Band::Strong => "strong",
        Band::Good => "good",
        Band::Fair => "fair",
        Band::Weak => "weak",
    }
}
