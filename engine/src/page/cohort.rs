//! A cohort as a page for a browser.

use askama::Template;

use super::against::tables;
use super::template::{Document, STYLE, Unfilled, filled, lines, tenths};
use crate::report::Tool;
use crate::telling::cohort::{CohortText, PeopleText, SpreadBar, prose};
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

/// What a browser calls the page.
fn title(text: &CohortText) -> String {
    text.title.as_ref().map_or_else(|| "A cohort".to_owned(), |title| format!("A cohort: {title}"))
}

/// Whether the alphas by listwise deletion were asked for.
fn is_listwise(text: &CohortText) -> bool {
    text.reliability.iter().any(|of| of.listwise.is_some())
}

/// Whether there is advice on any question.
fn is_advised(text: &CohortText) -> bool {
    text.questions.iter().any(|of| of.advice.is_some())
}

/// A bar of a chart of people; lengths in the units of its drawing.
struct DrawnBar {
    x: usize,
    width: usize,
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

/// The chart of the people in each part of a range; what is counted together is as high as if it
/// were spread evenly.
#[expect(clippy::cast_precision_loss, reason = "bars are a few pixels high")]
fn spread(bars: &[SpreadBar]) -> Vec<DrawnBar> {
    let people = |bar: &SpreadBar| bar.people as f64 / bar.fifths as f64;
    let highest = bars.iter().map(people).fold(1.0, f64::max);
    let mut fifths = 0;
    let bar = |bar: &SpreadBar| {
        let height = 28.0 * people(bar) / highest;
        let x = 24 * fifths;
        fifths += bar.fifths;
        let (y, width) = (tenths(30.0 - height), 24 * bar.fifths - 2);
        DrawnBar { x, width, y, height: tenths(height) }
    };
    bars.iter().map(bar).collect()
}

/// The bars as words.
fn joined(bars: &[SpreadBar]) -> String {
    let bar = |bar: &SpreadBar| match bar.fifths {
        1 => bar.people.to_string(),
        fifths => format!("{} in {fifths} fifths together", bar.people),
    };
    if bars.is_empty() {
        return "not told".to_owned();
    }
    bars.iter().map(bar).collect::<Vec<_>>().join(", ")
}

/// A number of people with one decimal.
fn people(count: f64) -> String {
    or_dash(Some(count), 1)
}

/// What the ids of a group's elements begin with.
fn of_group(place: usize) -> String {
    format!("group-{place}-")
}
