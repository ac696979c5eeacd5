//! The roles where the answers put them in no order.

use super::roles::gist;
use super::source::ResultSource;
use crate::catalogue::Role;
use crate::report::Status;
use crate::telling::clean::Clean;

/// The roles that there are, where there is no ranking of them.
#[derive(Debug)]
pub struct UnrankedText {
    /// The heading.
    pub heading: &'static str,
    /// That nothing follows from their order.
    pub order: &'static str,
    /// The roles in the order of the catalogue, as many as are to be listed.
    pub lines: Vec<UnrankedLine>,
    /// How many others there are.
    pub others: usize,
}

/// A role without a rank.
#[derive(Debug)]
pub struct UnrankedLine {
    /// Its name.
    pub name: Clean,
    /// What the job is, in one line.
    pub line: Clean,
}

/// The roles, if there are any and they have no ranking.
pub(super) fn unranked(source: &ResultSource<'_>) -> Option<UnrankedText> {
    let roles = &source.catalogue().careers().roles;
    if source.report.status == Status::Ranked || roles.is_empty() {
        return None;
    }
    let line = |role: &Role| UnrankedLine { name: Clean::from(&role.name), line: gist(role) };
    let lines: Vec<UnrankedLine> = roles.iter().take(source.detail.top).map(line).collect();
    Some(UnrankedText {
        heading: "The roles",
        order: "Your answers put them in no order. You can still see what each job is.",
        others: roles.len() - lines.len(),
        lines,
    })
}
