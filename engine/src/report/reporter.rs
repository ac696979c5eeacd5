//! What everyone shares who is told something of one catalogue.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::catalogue::{Catalogue, Each, Role};
use crate::matching::{Deviates, Directions, Estimate, Odds};
use crate::sheet::{Answers, Importance, Sheet};

/// Reports on the sheets of one catalogue, one or many, from whichever threads.
///
/// A sheet is always scored against its own catalogue. The tables that are kept
/// here serve those of this one; for a sheet of another they are made anew.
#[derive(Debug)]
pub struct Reporter<'c> {
    catalogue: &'c Catalogue,
    usual: Importance,
    directions: Directions,
    /// Only certainties need them, and making them takes as long as many briefs.
    deviates: OnceLock<Arc<Deviates>>,
    odds: OnceLock<Odds>,
    usual_chances: OnceLock<Each<Role, f64>>,
}

impl<'c> Reporter<'c> {
    /// A reporter of this catalogue.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::report::{Explain, Report, Reporter};
    /// use rolefit_engine::sheet::{Answers, Sheet};
    ///
    /// let reporter = Reporter::new(&catalogue);
    /// for digits in ["521234", "153423"] {
    ///     let sheet = Sheet::new(Answers::from_digits(&catalogue, digits)?);
    ///     let report = Report::of(&reporter, &sheet, Explain::Nothing);
    ///     println!("{}", report.roles[0].name);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn new(catalogue: &'c Catalogue) -> Self {
        let usual = Importance::equal(catalogue);
        let directions = Directions::of(catalogue.careers(), &usual);
        let (deviates, odds, usual_chances) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { catalogue, usual, directions, deviates, odds, usual_chances }
    }

    /// The catalogue.
    #[must_use]
    pub fn catalogue(&self) -> &'c Catalogue {
        self.catalogue
    }

    /// Whether what is shared here serves `sheet`.
    fn serves(&self, sheet: &Sheet<'_>) -> bool {
        std::ptr::eq(self.catalogue, sheet.catalogue()) && *sheet.importance() == self.usual
    }

    /// The roles' directions for whoever filled in `sheet`.
    pub(super) fn directions(&self, sheet: &Sheet<'_>) -> Cow<'_, Directions> {
        if self.serves(sheet) {
            Cow::Borrowed(&self.directions)
        } else {
            Cow::Owned(Directions::of(sheet.catalogue().careers(), sheet.importance()))
        }
    }

    /// The odds of whoever filled in `sheet`.
    pub(super) fn odds(&self, sheet: &Sheet<'_>) -> Cow<'_, Odds> {
        if self.serves(sheet) {
            Cow::Borrowed(
                self.odds.get_or_init(|| Odds::usual(self.catalogue, self.deviates(sheet))),
            )
        } else {
            let (catalogue, importance) = (sheet.catalogue(), sheet.importance());
            Cow::Owned(Odds::of(catalogue, importance, self.deviates(sheet)))
        }
    }

    /// The deviates for the interests of `sheet`'s catalogue.
    fn deviates(&self, sheet: &Sheet<'_>) -> Arc<Deviates> {
        if std::ptr::eq(self.catalogue, sheet.catalogue()) {
            Arc::clone(self.deviates.get_or_init(|| Deviates::of(self.catalogue)))
        } else {
            Deviates::of(sheet.catalogue())
        }
    }

    /// The chance of each role to be the best match of someone of whom nothing is
    /// known, to whom every interest matters alike.
    pub(super) fn usual_chances(&self, sheet: &Sheet<'_>) -> Cow<'_, Each<Role, f64>> {
        let blank = Sheet::new(Answers::blank(sheet.catalogue()));
        let chances = || self.odds(&blank).chances(&Estimate::of(blank.answers()));
        if std::ptr::eq(self.catalogue, sheet.catalogue()) {
            Cow::Borrowed(self.usual_chances.get_or_init(chances))
        } else {
            Cow::Owned(chances())
        }
    }
}
