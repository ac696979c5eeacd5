//! Pages on the web that a result points to.

use crate::catalogue::Link;
use crate::telling::clean::Clean;

/// A page on the web.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLink {
    /// What it is.
    pub title: Clean,
    /// Its address, which begins with `https://` or `http://`.
    pub url: Clean,
}

impl PageLink {
    pub(super) fn of(link: &Link) -> Self {
        Self { title: Clean::from(&link.title), url: Clean::from(&link.url) }
    }
}
