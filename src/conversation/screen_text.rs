//! What a question looks like on a terminal.

use super::interview::{Asked, EarlierReply};
use super::wording::{NOTICE, keys};
use crate::output::dialogue_style;
use crate::text::{Page, Styled, TerminalText, cut, padded};

/// What stands around a question.
pub(super) struct QuestionFrame<'a> {
    /// The quiz's title.
    pub(super) title: &'a str,
    /// What the quiz is and how long, on its first screen.
    pub(super) opening: Option<&'a [String; 2]>,
    /// What the person should know, if anything.
    pub(super) warning: &'a str,
    /// The rows of the terminal.
    pub(super) rows: usize,
}

/// How many empty lines a screen has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Spacing {
    None,
    /// One, above the question.
    Little,
    /// One between any two parts.
    Plenty,
}

/// A question's screen; the first one says what the quiz is. Where there is
/// little room it is closer together, and then shorter.
pub(super) fn question(frame: &QuestionFrame<'_>, asked: &Asked<'_>) -> TerminalText {
    let title = frame.title;
    // Where rows are short, a title that is cut is better than none.
    let short = &cut(title, dialogue_style().columns());
    let openings: &[(&str, &[&str])] = match frame.opening {
        Some([what, length]) => &[
            (title, &[&format!("{what} {length}"), NOTICE]),
            (title, &[length, NOTICE]),
            (title, &[NOTICE]),
            (short, &[NOTICE]),
            ("", &[NOTICE]),
        ],
        None => &[(title, &[]), (short, &[]), ("", &[])],
    };
    let airs = [Spacing::Plenty, Spacing::Little, Spacing::None];
    let screens = openings.iter().flat_map(|opening| airs.map(|air| (*opening, air)));
    let mut drawn = screens.map(|(opening, air)| screen(frame, asked, opening, air));
    // A row is left for the cursor.
    let fitting = drawn.find(|text| text.lines().count() < frame.rows);
    fitting.unwrap_or_else(|| smallest_screen(frame, asked))
}

/// The question and its answers on as few rows as can be, and below them what there
/// may be no room for.
fn smallest_screen(frame: &QuestionFrame<'_>, asked: &Asked<'_>) -> TerminalText {
    let mut page = Page::new(dialogue_style());
    page.strong_item("", &asked.question.text);
    let points = asked.scale.points().zip(asked.scale.labels());
    let options: Vec<String> = points
        .map(|(point, label)| {
            let mark = if asked.answer() == Some(point) { ">" } else { "" };
            format!("{mark}{}={label}", point.number())
        })
        .collect();
    page.paragraph(options.join(" "));
    page.paragraph(Styled::from(format!("{}  ? help  q quit", asked.place.words())));
    page.paragraph(frame.warning);
    page.into_text()
}

/// A screen that opens with a title and paragraphs.
fn screen(
    frame: &QuestionFrame<'_>,
    asked: &Asked<'_>,
    (title, paragraphs): (&str, &[&str]),
    air: Spacing,
) -> TerminalText {
    let mut page = Page::new(dialogue_style());
    let gap = |page: &mut Page| {
        if air == Spacing::Plenty {
            page.gap();
        }
    };
    if !title.is_empty() {
        page.strong_item("", title);
    }
    for (number, paragraph) in paragraphs.iter().enumerate() {
        if number > 0 || !title.is_empty() {
            gap(&mut page);
        }
        page.paragraph(paragraph);
    }
    if air >= Spacing::Little && !(title.is_empty() && paragraphs.is_empty()) {
        page.gap();
    }
    let bar = page.style().bar(asked.place.done(), 16);
    page.line(Styled::from(&asked.place.words()).then("  ").then(bar));
    gap(&mut page);
    page.strong_item("", &asked.question.text);
    gap(&mut page);
    options(&mut page, asked);
    gap(&mut page);
    keys_line(&mut page, asked);
    if !frame.warning.is_empty() {
        page.paragraph(frame.warning);
    }
    page.into_text()
}

fn options(page: &mut Page, asked: &Asked<'_>) {
    for (point, label) in asked.scale.points().zip(asked.scale.labels()) {
        let mark = if asked.answer() == Some(point) { ">" } else { " " };
        page.item(format!(" {mark} {}  ", point.number()), label);
    }
    if asked.before == EarlierReply::Skipped {
        page.item(" > s  ", "skipped");
    }
}

/// The keys, on as many lines as they need.
fn keys_line(page: &mut Page, asked: &Asked<'_>) {
    let answer = format!("1-{} answer", asked.scale.len());
    let keep = asked.was_put().then_some("Enter keep");
    let keys = [Some(answer.as_str()), Some("s skip"), Some("b back"), keep];
    let mut line = String::new();
    for key in keys.into_iter().flatten().chain(["? help", "q quit"]) {
        if line.len() + 2 + key.len() > page.style().columns() {
            page.line(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push_str("  ");
        }
        line.push_str(key);
    }
    page.line(&line);
}

/// What the keys do, and as much of it as the rows have room for.
pub(super) fn help(points: u8, saves: bool, rows: usize) -> TerminalText {
    let fits = |page: &TerminalText| page.lines().count() < rows;
    let pages = [true, false].map(|is_airy| keys_page(points, saves, is_airy));
    pages.into_iter().find(fits).unwrap_or_else(|| {
        let mut page = Page::new(dialogue_style());
        page.paragraph(format!(
            "1-{points} answer, s skip, b back, Enter keep what you said, q quit."
        ));
        page.paragraph("Any other key goes back to the question.");
        page.into_text()
    })
}

fn keys_page(points: u8, saves: bool, is_airy: bool) -> TerminalText {
    let mut page = Page::new(dialogue_style());
    page.heading("The keys");
    for (key, does) in keys(points, saves) {
        page.item(padded(&format!("  {key}"), 9), does);
    }
    if is_airy {
        page.gap();
        page.paragraph(NOTICE);
        page.gap();
    }
    page.paragraph("Any other key goes back to the question.");
    page.into_text()
}
