//! What everyone shares who is told something of one catalogue.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use super::norms::{Norms, usual_chances};
use crate::catalogue::{Catalogue, Each, Role, RoleIx};
use crate::matching::{Deviates, Directions, HighestSimilarities, Odds, OtherDirections, Pattern};
use crate::sheet::{AnswerCode, CodeForm, Importance, Sheet};
use crate::signs::Thresholds;

/// Reports on the sheets of one catalogue, one or many, from whichever threads.
///
/// A sheet is always scored against its own catalogue. The tables that are kept
/// here serve those of this one; for a sheet of another they are made anew.
#[derive(Debug)]
pub struct Reporter<'c> {
    catalogue: &'c Catalogue,
    directions: Directions,
    others: OnceLock<OtherDirections>,
    /// Only certainties need them, and making them takes as long as many briefs.
    deviates: OnceLock<Arc<Deviates>>,
    odds: OnceLock<Odds>,
    usual_chances: OnceLock<Each<Role, f64>>,
    highest: OnceLock<HighestSimilarities>,
    thresholds: OnceLock<Thresholds>,
    codes: OnceLock<CodeForm>,
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
        let directions = Directions::of(catalogue.careers(), &Importance::equal(catalogue));
        Self {
            catalogue,
            directions,
            others: OnceLock::new(),
            deviates: OnceLock::new(),
            odds: OnceLock::new(),
            usual_chances: OnceLock::new(),
            highest: OnceLock::new(),
            thresholds: OnceLock::new(),
            codes: OnceLock::new(),
        }
    }

    /// The same with these norms at hand, if they are those of its catalogue; others
    /// change nothing.
    #[must_use]
    pub fn with_norms(self, norms: Norms) -> Self {
        if !norms.serve(self.catalogue) {
            return self;
        }
        Self {
            usual_chances: Each::new(norms.usual).into(),
            highest: norms.highest.into(),
            thresholds: norms.thresholds.into(),
            ..self
        }
    }

    /// The catalogue.
    #[must_use]
    pub fn catalogue(&self) -> &'c Catalogue {
        self.catalogue
    }

    /// Whether `sheet` is of this catalogue.
    fn is_own(&self, sheet: &Sheet<'_>) -> bool {
        std::ptr::eq(self.catalogue, sheet.catalogue())
    }

    /// Whether what is shared here serves `sheet`.
    fn serves(&self, sheet: &Sheet<'_>) -> bool {
        self.is_own(sheet) && sheet.importance().weighs_alike()
    }

    /// The roles' directions for whoever filled in `sheet`.
    pub(super) fn directions(&self, sheet: &Sheet<'_>) -> Cow<'_, Directions> {
        if self.serves(sheet) {
            Cow::Borrowed(&self.directions)
        } else {
            Cow::Owned(Directions::of(sheet.catalogue().careers(), sheet.importance()))
        }
    }

    /// The directions of the modules and specialisms for whoever filled in `sheet`.
    pub(super) fn others(&self, sheet: &Sheet<'_>) -> Cow<'_, OtherDirections> {
        let own = || OtherDirections::of(sheet.catalogue().careers(), sheet.importance());
        if self.serves(sheet) {
            Cow::Borrowed(self.others.get_or_init(own))
        } else {
            Cow::Owned(own())
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
        if self.is_own(sheet) {
            Arc::clone(self.deviates.get_or_init(|| Deviates::of(self.catalogue)))
        } else {
            Deviates::of(sheet.catalogue())
        }
    }

    /// The chance of each role to be the best match of someone of whom nothing is
    /// known, to whom every interest matters alike.
    pub(super) fn usual_chances(&self, sheet: &Sheet<'_>) -> Cow<'_, Each<Role, f64>> {
        if self.is_own(sheet) {
            Cow::Borrowed(self.usual_chances.get_or_init(|| {
                let usual = || Odds::usual(self.catalogue, self.deviates(sheet));
                usual_chances(self.catalogue, self.odds.get_or_init(usual))
            }))
        } else {
            let odds = Odds::usual(sheet.catalogue(), self.deviates(sheet));
            Cow::Owned(usual_chances(sheet.catalogue(), &odds))
        }
    }

    /// How close the best match comes of people in general, to whom the interests
    /// matter as to whoever filled in `sheet`.
    pub(super) fn highest(&self, sheet: &Sheet<'_>) -> Cow<'_, HighestSimilarities> {
        let own = || HighestSimilarities::of(sheet.catalogue(), sheet.importance());
        if self.serves(sheet) {
            Cow::Borrowed(self.highest.get_or_init(own))
        } else {
            Cow::Owned(own())
        }
    }

    /// The role that comes first for whoever filled in `sheet`, if any does.
    pub(crate) fn first(&self, sheet: &Sheet<'_>) -> Option<RoleIx> {
        let pattern = Pattern::of_sheet(sheet).ok()?;
        let ranked = self.directions(sheet).rank(&pattern);
        ranked.first().filter(|first| first.matched.is_some()).map(|first| first.role)
    }

    /// The answer code of `sheet`, if it has one.
    pub(super) fn code(&self, sheet: &Sheet<'_>) -> Option<AnswerCode> {
        if self.is_own(sheet) {
            let form = || CodeForm::of(self.catalogue.questionnaire());
            self.codes.get_or_init(form).code(sheet).ok()
        } else {
            AnswerCode::of(sheet).ok()
        }
    }

    /// From where on `sheet` shows signs of careless answering.
    #[must_use]
    pub fn thresholds(&self, sheet: &Sheet<'_>) -> Cow<'_, Thresholds> {
        let own = || Thresholds::of(sheet.catalogue());
        if self.is_own(sheet) {
            Cow::Borrowed(self.thresholds.get_or_init(own))
        } else {
            Cow::Owned(own())
        }
    }
}
