//! The languages of a page.

use super::clean::Clean;
use crate::report::Languages;

/// The languages of a page, by their tags.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageLanguages {
    /// That of the page: of what is offered, since most of it is that.
    pub page: Clean,
    /// That of what is asked, where it is another.
    pub asked: Option<Clean>,
}

impl PageLanguages {
    pub(super) fn of(languages: &Languages<'_>) -> Self {
        let Languages { questions, careers } = *languages;
        let is_other = !questions.eq_ignore_ascii_case(careers);
        Self { page: careers.into(), asked: is_other.then(|| questions.into()) }
    }
}
