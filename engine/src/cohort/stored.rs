//! A summary as it was read, before it is believed.

use serde::Deserialize;

use super::summary::{Misfit, Summary};
use crate::catalogue::Catalogue;

/// A summary that was read. It may be of other data files, or hold what no people can have
/// answered.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct StoredSummary(Summary);

impl StoredSummary {
    /// The summary, if it is one of people who answered the questions of `catalogue`.
    ///
    /// # Errors
    /// [`Misfit::Version`], [`Misfit::OtherCatalogue`], [`Misfit::Unnamed`] and
    /// [`Misfit::Damaged`], with the place and what cannot be there.
    pub fn checked(self, catalogue: &Catalogue) -> Result<Summary, Misfit> {
        let Self(summary) = self;
        summary.check_form()?;
        summary.check_catalogue(catalogue)?;
        summary.check_counts(catalogue).map_err(Misfit::Damaged)?;
        Ok(summary)
    }
}
