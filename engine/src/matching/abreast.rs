//! How well many profiles match a person, four of them at once.

use wide::f64x4;

use super::direction::Direction;
use super::fit::fits;
use super::pattern::Pattern;

/// Directions side by side, in fours.
#[derive(Debug, Clone)]
pub(super) struct Abreast {
    /// The parts of the first four on each interest, then those of the next.
    parts: Vec<f64x4>,
    interests: usize,
}

impl Abreast {
    /// These directions, each with a part for each of the `interests`; what is none takes a
    /// place.
    pub(super) fn of(directions: &[Option<&Direction>], interests: usize) -> Self {
        let part = |direction: Option<&Direction>, interest: usize| {
            direction.and_then(|of| of.parts().get(interest)).copied().unwrap_or_default()
        };
        let four = |four: &[Option<&Direction>], interest| {
            let at = |place: usize| four.get(place).copied().flatten();
            f64x4::from([0, 1, 2, 3].map(|place| part(at(place), interest)))
        };
        let fours = directions.chunks(4);
        let parts = fours.flat_map(|of| (0..interests).map(move |interest| four(of, interest)));
        Self { parts: parts.collect(), interests }
    }

    /// The similarities and the fits of each four, to the last digit as they are found one by
    /// one; `None` if some interest was not measured, or the fit of such a number of interests
    /// is no polynomial.
    pub(super) fn matches(
        &self,
        pattern: &Pattern,
    ) -> Option<impl Iterator<Item = ([f64; 4], [f64; 4])>> {
        if !pattern.is_whole() || self.interests % 2 == 1 || self.interests < 4 {
            return None;
        }
        let (values, length) = (pattern.centred(), f64x4::splat(pattern.length()));
        let fours = self.parts.chunks_exact(self.interests);
        Some(fours.map(move |four| {
            // A sum of numbers begins with -0.
            let dot = four
                .iter()
                .zip(values)
                .fold(f64x4::splat(-0.0), |sum, (part, value)| sum + *part * f64x4::splat(*value));
            let one = f64x4::splat(1.0);
            let similarities = (dot / length).fast_max(-one).fast_min(one);
            (similarities.to_array(), fits(similarities, self.interests).to_array())
        }))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::catalogue::Profile;
    use crate::catalogue::small_catalogue::CATALOGUE;
    use crate::matching::{Estimate, fit};
    use crate::sheet::{Answers, Importance};

    proptest! {
        #[test]
        fn four_at_once_match_as_each(
            digits in "[1-5]{4}[1-5-]{2}",
            profiles in proptest::collection::vec(proptest::array::uniform4(0_i8..5), 0..10),
            marks in proptest::array::uniform4(0.1..2.0),
        ) {
            let catalogue = &*CATALOGUE;
            let mut importance = Importance::equal(catalogue);
            for (interest, mark) in catalogue.questionnaire().interests.indices().zip(marks) {
                importance.set(interest, if mark < 1.5 { 1.0 } else { mark - 1.4 });
            }
            let directions: Vec<Option<Direction>> = profiles
                .iter()
                .map(|of| Profile::new(of.map(f64::from).to_vec()))
                .map(|profile| Direction::of(&profile?, &importance))
                .collect();
            let estimate = Estimate::of(&Answers::from_digits(catalogue, &digits).unwrap());
            if let Ok(pattern) = Pattern::of(&estimate, &importance) {
                let each: Vec<_> = directions.iter().map(Option::as_ref).collect();
                let abreast = Abreast::of(&each, 4);
                let fours = abreast.matches(&pattern).unwrap();
                let found: Vec<_> = fours.flat_map(|(of, fits)| of.into_iter().zip(fits)).collect();
                for (direction, (similarity, found)) in directions.iter().zip(found) {
                    let Some(direction) = direction else { continue };
                    let alone = pattern.similarity(direction);
                    prop_assert_eq!(similarity.to_bits(), alone.to_bits());
                    let reachable = pattern.reachable(direction);
                    prop_assert_eq!(found.to_bits(), fit(alone, reachable, 4).to_bits());
                }
            }
        }
    }

    #[test]
    fn where_an_interest_was_not_measured_each_is_matched_alone() {
        let catalogue = &*CATALOGUE;
        let importance = Importance::equal(catalogue);
        let pattern = |digits| {
            let answers = Answers::from_digits(catalogue, digits).unwrap();
            Pattern::of(&Estimate::of(&answers), &importance).unwrap()
        };
        let abreast = Abreast::of(&[None], 4);
        assert!(abreast.matches(&pattern("521---")).is_none());
        assert!(abreast.matches(&pattern("5213--")).is_some());
    }
}
