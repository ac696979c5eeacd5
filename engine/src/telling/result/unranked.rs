//! The roles where the answers put them in no order.

use super::links::PageLink;
use super::roles::gist;
use super::source::ResultSource;
use super::steps::read_about;
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
    /// The page to read about it, if the catalogue has one.
    pub link: Option<PageLink>,
}

/// The roles, if they have no ranking.
pub(super) fn unranked(source: &ResultSource<'_>) -> Option<UnrankedText> {
    let roles = &source.catalogue().careers().roles;
    if source.report.status == Status::Ranked {
        return None;
    }
    let line = |ix| UnrankedLine {
        name: Clean::from(&roles[ix].name),
        line: gist(&roles[ix]),
        link: read_about(source, ix).links.into_iter().next(),
    };
    let lines: Vec<UnrankedLine> = roles.indices().take(source.detail.top).map(line).collect();
    Some(UnrankedText {
        heading: "The roles",
        order: "Your answers give no ranking. This is what each job is, in no order.",
        others: roles.len() - lines.len(),
        lines,
    })
}
