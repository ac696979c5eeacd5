//! Where counts cannot be those of people, and why.

use std::fmt;

use super::exact::real;

/// No count of people or rows is higher: more than anybody could ask, and few enough for all sums
/// of them to be exact.
pub(super) const MOST_PEOPLE: u64 = 1_000_000_000_000;

/// What rounding may add to a sum for each person.
const ROUNDING: f64 = 1e-6;

/// A count or a sum that no answers can give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    place: String,
    why: String,
}

impl fmt::Display for Damage {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: {}", self.place, self.why)
    }
}

/// Refuses what does not hold.
pub(super) fn hold(holds: bool, place: &str, why: impl FnOnce() -> String) -> Result<(), Damage> {
    if holds { Ok(()) } else { Err(Damage { place: place.to_owned(), why: why() }) }
}

/// Refuses a count outside of its bounds.
pub(super) fn between(count: u64, least: u64, most: u64, place: &str) -> Result<(), Damage> {
    hold((least..=most).contains(&count), place, || {
        format!("{count} cannot be: it lies between {least} and {most}")
    })
}

/// Refuses counts that do not add up.
pub(super) fn add_up(counts: &[u64], to: u64, place: &str) -> Result<(), Damage> {
    let sum: u128 = counts.iter().map(|count| u128::from(*count)).sum();
    hold(sum == u128::from(to), place, || format!("{to} people are counted as {sum}"))
}

/// Refuses a sum over so many people outside of its bounds.
pub(super) fn within(
    sum: f64,
    least: f64,
    most: f64,
    people: u64,
    place: &str,
) -> Result<(), Damage> {
    let spare = ROUNDING * (1.0 + real(people));
    hold(sum >= least - spare && sum <= most + spare, place, || {
        let [sum, least, most] = [sum, least, most].map(readable);
        format!("a sum of {sum} cannot be: it lies between {least} and {most}")
    })
}

/// A number with two decimals, or its order of magnitude.
fn readable(number: f64) -> String {
    if number.abs() < 1e9 { format!("{number:.2}") } else { format!("{number:.2e}") }
}
