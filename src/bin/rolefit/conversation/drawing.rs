//! What a question looks like on a terminal.

use colored::Colorize;

use super::interview::Asked;
use super::wording::{NOTICE, help as keys};
use crate::output::dialogue_style;
use crate::render::{Page, clean, cut, padded};

/// What stands around a question.
pub(super) struct Frame<'a> {
    /// The quiz's title.
    pub(super) title: &'a str,
    /// What the quiz is, on its first screen.
    pub(super) opening: Option<&'a str>,
    /// What the person should know, if anything.
    pub(super) warning: &'a str,
    /// The rows of the terminal.
    pub(super) rows: usize,
}

/// A question's screen; the first one says what the quiz is, closer together or
/// in part where the terminal has little room.
pub(super) fn question(frame: &Frame<'_>, asked: &Asked<'_>) -> String {
    let Some(opening) = frame.opening else { return screen(frame, asked, &[]) };
    let whole = screen(frame, asked, &[opening, NOTICE]);
    if fits(&whole, frame) {
        return whole;
    }
    let mut page = Page::new(dialogue_style());
    page.paragraph(opening);
    page.paragraph(NOTICE);
    page.gap();
    put(&mut page, asked);
    let close = page.into_text();
    if fits(&close, frame) { close } else { screen(frame, asked, &[NOTICE]) }
}

/// Whether a text fits the terminal with a row to spare for the cursor.
fn fits(text: &str, frame: &Frame<'_>) -> bool {
    text.lines().count() < frame.rows
}

fn screen(frame: &Frame<'_>, asked: &Asked<'_>, opening: &[&str]) -> String {
    let mut page = Page::new(dialogue_style());
    page.line(&cut(frame.title, page.style().columns()).bold().to_string());
    page.gap();
    for paragraph in opening {
        page.paragraph(paragraph);
        page.gap();
    }
    let bar = page.style().bar(asked.place.done(), 16);
    page.line(&format!("{}  {bar}", asked.place.words()));
    page.gap();
    page.strong_item("", &clean(&asked.question.text));
    page.gap();
    options(&mut page, asked);
    page.gap();
    page.line(&keys_line(asked));
    page.paragraph(frame.warning);
    page.into_text()
}

/// A question without a line to spare.
fn put(page: &mut Page, asked: &Asked<'_>) {
    page.line(&asked.place.words());
    page.strong_item("", &clean(&asked.question.text));
    options(page, asked);
    page.line(&keys_line(asked));
}

fn options(page: &mut Page, asked: &Asked<'_>) {
    for (point, label) in asked.scale.points().zip(asked.scale.labels()) {
        let mark = if asked.answer == Some(point) { ">" } else { " " };
        page.item(&format!(" {mark} {}  ", point.number()), &clean(label));
    }
}

fn keys_line(asked: &Asked<'_>) -> String {
    format!("1-{} answer  s skip  b back  ? help  q quit", asked.scale.len())
}

/// What the keys do.
pub(super) fn help(points: u8) -> String {
    let mut page = Page::new(dialogue_style());
    page.heading("The keys");
    for (key, does) in keys(points) {
        page.item(&padded(&format!("  {key}"), 9), does);
    }
    page.gap();
    page.paragraph(NOTICE);
    page.gap();
    page.paragraph("Any key goes back to the question.");
    page.into_text()
}
