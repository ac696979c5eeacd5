//! The links of a catalogue as text.

use rolefit_engine::audit::{LinkList, LinkPlace};
use rolefit_engine::telling::Clean;

use super::layout::{Page, Style};
use super::styled::Paint;
use super::terminal_text::TerminalText;

/// Every link below the year in which it was seen.
pub(crate) fn link_list(list: &LinkList<'_>, style: Style) -> TerminalText {
    let mut page = Page::new(style);
    page.paragraph(match list.links.len() {
        0 => "There are no links.".to_owned(),
        1 => "There is 1 link.".to_owned(),
        many => format!("There are {many} links, the longest unseen first."),
    });
    let mut year = None;
    for link in &list.links {
        if year.replace(link.seen) != Some(link.seen) {
            page.heading(match link.seen {
                Some(seen) => format!("Seen in {seen}"),
                None => "Seen in no year that is told".to_owned(),
            });
        }
        page.item("  - ", &Clean::from(link.title));
        page.line(format!("    {}", Clean::from(link.url)));
        let places: Vec<String> = link.places.iter().map(place).collect();
        page.painted_item("    ", &Clean::from(places.join(", ")), Paint::Dimmed);
    }
    page.into_text()
}

/// Where a link stands, as in `role clerk: routes.school`.
fn place(place: &LinkPlace<'_>) -> String {
    format!("{} {}: {}", place.kind, place.id, place.field)
}
