//! The pattern of a sheet, without all that an estimate says besides: most people mark no interest,
//! and most questionnaires have questions of one interest each.

use smallvec::SmallVec;

use super::estimate::{Estimate, drawn, lone_sums, mean};
use super::pattern::{Pattern, Unranked};
use crate::sheet::Sheet;

impl Pattern {
    /// The pattern of the estimate from `sheet`.
    ///
    /// # Errors
    /// [`Unranked`] says why there is none.
    ///
    /// ```
    /// # let catalogue = include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/small/catalogue.rs"))?;
    /// use rolefit_engine::matching::{Estimate, Pattern};
    /// use rolefit_engine::sheet::{Answers, Sheet};
    ///
    /// let sheet = Sheet::new(Answers::from_digits(&catalogue, "5233--")?);
    /// let pattern = Pattern::of(&Estimate::of_sheet(&sheet), sheet.importance());
    /// assert_eq!(Pattern::of_sheet(&sheet), pattern);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn of_sheet(sheet: &Sheet<'_>) -> Result<Self, Unranked> {
        lone(sheet).unwrap_or_else(|| Self::of(&Estimate::of_sheet(sheet), sheet.importance()))
    }
}

/// The same, if nothing was marked and each question measures one interest.
fn lone(sheet: &Sheet<'_>) -> Option<Result<Pattern, Unranked>> {
    if !sheet.importance().is_usual() {
        return None;
    }
    let interests = lone_sums(sheet.answers())?;
    // The score, and its reliability until the estimate takes its place.
    // Filled where it stands, it is not copied.
    let mut observed = SmallVec::<[(Option<f64>, f64); 16]>::new();
    observed.extend(interests.map(|(sums, worth)| (sums.score(), worth.reliability)));
    let centre = mean(observed.iter().filter_map(|(score, _)| *score)).unwrap_or(0.0);
    for (score, value) in &mut observed {
        *value = drawn(*score, *value, centre);
    }
    let values = observed.iter().map(|(_, value)| *value);
    let are_measured = observed.iter().map(|(score, _)| score.is_some());
    Some(Pattern::of_values(values, are_measured, sheet.importance()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::Catalogue;
    use crate::catalogue::yaml::Source;
    use crate::sheet::Answers;

    /// The small catalogue, of which each question measures one interest.
    fn catalogue() -> Catalogue {
        let questions = include_str!("../../examples/small/questions.yaml");
        let questions = questions.replace("{numbers: 1, things: 0.5}", "{things: 1}");
        let careers = include_bytes!("../../examples/small/careers.yaml");
        let questions = Source::decode("questions.yaml", questions.as_bytes());
        Catalogue::read(questions, Source::decode("careers.yaml", careers)).unwrap()
    }

    proptest! {
        #[test]
        fn a_pattern_is_that_of_the_estimate(
            digits in "[1-5-]{6}|[23-]{6}",
            mark in proptest::option::of((0_usize..4, 0.0..5.0)),
        ) {
            let catalogue = catalogue();
            let mut sheet = Sheet::new(Answers::from_digits(&catalogue, &digits).unwrap());
            if let Some((interest, weight)) = mark {
                let interest = catalogue.questionnaire().interests.nth(interest).unwrap();
                sheet.set_importance(interest, weight);
            }
            prop_assert_eq!(lone(&sheet).is_some(), sheet.importance().is_usual());
            let expected = Pattern::of(&Estimate::of_sheet(&sheet), sheet.importance());
            prop_assert_eq!(Pattern::of_sheet(&sheet), expected);
        }
    }
}
