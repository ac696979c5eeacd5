//! The ranking.

use crate::matching::Band;
use crate::report::{Report, RolePart};

use super::Telling;
use super::parts::RoleLine;
use crate::telling::clean;
use crate::telling::figures::{percent, whole};

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
pub(super) fn lines(telling: &Telling<'_>) -> Vec<RoleLine> {
    let report = telling.report;
    let line = |role: &RolePart<'_>| RoleLine {
        rank: role.rank,
        name: clean(&role.name),
        leads: report.leading.contains(&role.id),
        share: role.fit.map(|fit| fit / 100.0),
        fit: role.fit.map_or_else(String::new, whole),
        band: role.band.map_or("cannot be matched", word),
        best: percent(role.certainty.best),
    };
    report.roles.iter().take(telling.top).map(line).collect()
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
