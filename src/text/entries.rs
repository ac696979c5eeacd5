//! The catalogue's entries as text.

use rolefit_engine::telling::Clean;
use rolefit_engine::telling::entries::{
    AdviceText, EntryBody, EntryLine, EntryText, OverviewText, WeightLine,
};

use super::layout::{Page, Style, TableEntry};
use super::styled::{Paint, Styled};
use super::terminal_text::TerminalText;

/// Every kind and the names in it.
pub(crate) fn overview(text: &OverviewText, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    text.title.iter().for_each(|title| page.heading(title));
    for kind in &text.kinds {
        page.heading(&kind.heading);
        kind.note.iter().for_each(|note| page.paragraph(note));
        for EntryLine { name, id, .. } in &kind.entries {
            let id = format!("({id})");
            page.item("  ", Styled::from(name).then(" ").then_painted(id, Paint::Dimmed));
        }
    }
    page.gap();
    page.paragraph(&text.more);
    page.into_text()
}

/// Entries, each with what it is, below what has to be known of them.
pub(crate) fn list(note: Option<&Clean>, lines: &[EntryLine], style: Style) -> TerminalText {
    let mut page = Page::new(style);
    if let Some(note) = note {
        page.paragraph(note);
    }
    for (number, line) in lines.iter().enumerate() {
        if number > 0 || note.is_some() {
            page.gap();
        }
        page.strong_item("", &line.name);
        page.item("  ", Styled::painted(&line.id, Paint::Dimmed));
        line.summary.iter().for_each(|summary| page.item("  ", summary));
    }
    if lines.is_empty() {
        page.gap();
    }
    page.into_text()
}

/// The pages of entries, one below the other, each with its id.
pub(crate) fn pages(texts: &[EntryText], style: Style) -> TerminalText {
    let mut page = Page::new(style);
    for text in texts {
        heading(&mut page, text);
        let id = format!("Its id, for scripts: {}", text.line.id);
        page.paragraph(Styled::painted(&id, Paint::Dimmed));
        rest(&mut page, text);
    }
    page.into_text()
}

/// The page of one entry, without what only scripts need.
pub(super) fn page_for_a_reader(text: &EntryText, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    heading(&mut page, text);
    rest(&mut page, text);
    page.into_text()
}

fn heading(page: &mut Page, text: &EntryText) {
    page.heading(&text.line.name);
    text.gist.iter().for_each(|gist| page.paragraph(gist));
}

/// What stands below the heading.
fn rest(page: &mut Page, text: &EntryText) {
    if let Some(summary) = &text.line.summary {
        page.gap();
        page.paragraph(summary);
    }
    if !text.notes.is_empty() {
        page.gap();
    }
    text.notes.iter().for_each(|note| page.paragraph(note));
    for section in &text.sections {
        page.heading(&section.heading);
        body(page, &section.body);
    }
}

/// What stands in a section.
pub(super) fn body(page: &mut Page, body: &EntryBody) {
    match body {
        EntryBody::Paragraph(text) => page.paragraph(text),
        EntryBody::Items(items) => items.iter().for_each(|item| page.item("  - ", item)),
        EntryBody::Advice(text) => advice(page, text),
        EntryBody::Routes(routes) => {
            for route in &routes.ways {
                page.strong_item("", &route.from);
                advice(page, &route.advice);
            }
            let end = if routes.command.is_some() { ":" } else { "." };
            routes.others.iter().for_each(|others| page.paragraph(format!("{others}{end}")));
            routes.command.iter().for_each(|command| page.line(format!("  {command}")));
        }
        EntryBody::Weights(lines) => weights(page, lines),
    }
}

fn advice(page: &mut Page, text: &AdviceText) {
    text.paragraphs.iter().for_each(|paragraph| page.paragraph(paragraph));
    for (title, url) in &text.links {
        page.item("  - ", title);
        page.line(format!("    {url}"));
    }
}

fn weights(page: &mut Page, lines: &[WeightLine]) {
    let style = page.style();
    let bar_width = if style.is_narrow() { 6 } else { 12 };
    let entry = |line: &WeightLine| TableEntry {
        lead: "  ".into(),
        name: (&line.name).into(),
        figures: Styled::from(format!("{:>5} ", line.weight))
            .then(style.bar(line.share, bar_width)),
    };
    page.table(lines.iter().map(entry).collect());
}
