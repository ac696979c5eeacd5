//! What the catalogue holds, as lists and as pages.

mod kind;
mod pages;
mod value;

use colored::Colorize;
use rolefit_engine::catalogue::Catalogue;

use super::{Page, Style, clean};
pub(crate) use kind::Kind;

/// What is to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Shown {
    /// What there is of every kind.
    Everything,
    /// All of one kind.
    Kind(Kind),
    /// The entries of one id, each by kind and number.
    Entries(Vec<(Kind, usize)>),
}

/// Every kind and the names in it, the questions only counted.
pub(crate) fn overview(catalogue: &Catalogue, style: Style) -> String {
    let mut page = Page::new(style);
    page.heading(&clean(&catalogue.questionnaire().title));
    page.paragraph(&clean(&catalogue.questionnaire().introduction));
    for kind in Kind::ALL {
        let names = kind.names(catalogue);
        page.heading(&format!("{} {}", names.len(), kind.name()));
        if kind == Kind::Questions {
            page.paragraph("rolefit show questions lists them.");
            continue;
        }
        for (id, name) in kind.ids(catalogue).iter().zip(names) {
            page.item("  ", &format!("{} {}", clean(name), format!("({id})").dimmed()));
        }
    }
    page.gap();
    page.paragraph("rolefit show ID tells more of any of them.");
    page.into_text()
}

/// All of one kind, each with what it is.
pub(crate) fn list(catalogue: &Catalogue, kind: Kind, style: Style) -> String {
    let mut page = Page::new(style);
    let entries = kind.ids(catalogue).into_iter().zip(kind.names(catalogue));
    for ((id, name), summary) in entries.zip(kind.summaries(catalogue)) {
        page.strong_item("", &clean(name));
        page.item("  ", &id.dimmed().to_string());
        if let Some(summary) = summary {
            page.item("  ", &clean(&summary));
        }
        page.gap();
    }
    page.into_text().trim_end().to_owned() + "\n"
}

/// The pages of the entries that share an id.
pub(crate) fn one(catalogue: &Catalogue, entries: &[(Kind, usize)], style: Style) -> String {
    let mut page = Page::new(style);
    for (kind, number) in entries {
        pages::page(&mut page, catalogue, *kind, *number);
    }
    page.into_text()
}
