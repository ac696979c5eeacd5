//! A cohort as a page for a browser.

use askama::Template;

use super::template::{Document, STYLE, Unfilled, filled, lines, tenths};
use crate::report::Tool;
use crate::telling::cohort::{CohortText, PeopleText, prose};
use crate::telling::figures::or_dash;

/// A cohort as one page of HTML.
///
/// # Errors
/// [`Unfilled`] never happens, but for a fault of this library.
pub fn cohort_html(text: &CohortText) -> Result<Document, Unfilled> {
    filled(&CohortPage { text, style: STYLE, tool: Tool::default().name })
}

#[derive(Template)]
#[template(path = "page/cohort.html", whitespace = "minimize")]
struct CohortPage<'a> {
    text: &'a CohortText,
    style: &'static str,
    tool: &'static str,
}

/// A bar of a chart of people; lengths in the units of its drawing.
struct SpreadBar {
    x: usize,
    y: String,
    height: String,
}

/// The width of a share's bar in per cent, where `highest` is full.
fn width(share: f64, highest: f64) -> String {
    tenths(100.0 * share / highest)
}

/// The highest share of any role, and never 0: a share is divided by it.
fn highest_role(people: &PeopleText) -> f64 {
    people.roles.iter().map(|role| role.share).fold(1e-9, f64::max)
}

/// The highest share of any module, so that the bars of one stage can be compared
/// with those of the other; never 0.
fn highest_module(people: &PeopleText) -> f64 {
    let modules = people.stages.iter().flat_map(|stage| &stage.modules);
    modules.map(|module| module.share).fold(1e-9, f64::max)
}

/// The chart of the people in each part of a range.
#[expect(clippy::cast_precision_loss, reason = "bars are a few pixels high")]
fn spread(counts: &[u64]) -> Vec<SpreadBar> {
    let highest = counts.iter().copied().max().unwrap_or(0).max(1);
    let bar = |(place, count): (usize, &u64)| {
        let height = 28.0 * *count as f64 / highest as f64;
        SpreadBar { x: 24 * place, y: tenths(30.0 - height), height: tenths(height) }
    };
    counts.iter().enumerate().map(bar).collect()
}

fn joined(counts: &[u64]) -> String {
    counts.iter().map(u64::to_string).collect::<Vec<_>>().join(", ")
}

/// A number of people with one decimal.
fn people(count: f64) -> String {
    or_dash(Some(count), 1)
}

/// What the ids of a group's elements begin with.
fn of_group(place: usize) -> String {
    format!("group-{place}-")
}
