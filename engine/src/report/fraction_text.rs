//! Parts of the draws as JSON. Each has one of few texts, which are made when the program is
//! built; any other number is written like all numbers.

use std::io::{self, Write};

use super::brief_text::json;
use crate::matching::DRAWS;

/// After so many digits a part of the draws ends.
const DIGITS: usize = DRAWS.ilog2() as usize;

/// The text of a part of the draws, with zeros at the end.
type FractionText = [u8; DIGITS + 2];

/// The texts of 0 to all of the draws.
#[expect(clippy::indexing_slicing, reason = "with a wrong index it would not build")]
static PARTS: [FractionText; DRAWS + 1] = {
    let mut parts = [[b'0'; DIGITS + 2]; DRAWS + 1];
    let mut draws = 0;
    while draws <= DRAWS {
        parts[draws] = digits(draws);
        draws += 1;
    }
    parts
};

/// The digits of a part of the draws, with the point after the first.
#[expect(clippy::indexing_slicing, reason = "with a wrong index it would not build")]
const fn digits(draws: usize) -> FractionText {
    let mut digits = [b'0'; DIGITS + 2];
    (digits[0], digits[1]) = (if draws < DRAWS { b'0' } else { b'1' }, b'.');
    let (mut place, mut rest) = (2, draws % DRAWS);
    while rest > 0 {
        digits[place] = b"0123456789"[rest * 10 / DRAWS];
        rest = rest * 10 % DRAWS;
        place += 1;
    }
    digits
}

/// Writes a number as `serde_json` writes it: quickly where it is a part of the draws.
pub(super) fn fraction(value: f64, to: &mut impl Write) -> io::Result<()> {
    let Some(part) = part(value.abs()).filter(|_| value.to_bits() != (-0.0_f64).to_bits()) else {
        return json(&value, to);
    };
    if value < 0.0 {
        to.write_all(b"-")?;
    }
    to.write_all(part)
}

/// The text of a part of the draws; `None` if the number is no such part.
fn part(value: f64) -> Option<&'static [u8]> {
    #[expect(clippy::cast_precision_loss, reason = "there are few draws")]
    let draws = value * DRAWS as f64;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is no whole number of draws is another number then"
    )]
    let whole = draws as u32;
    let part = PARTS.get(usize::try_from(whole).ok()?)?;
    if f64::from(whole).total_cmp(&draws).is_ne() {
        return None;
    }
    // Each time that two divides it, a digit less is needed; there is at least one.
    let digits = DIGITS.saturating_sub(whole.trailing_zeros() as usize).max(1);
    part.get(..2 + digits)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(value: f64) -> String {
        let mut text = Vec::new();
        fraction(value, &mut text).unwrap();
        String::from_utf8(text).unwrap()
    }

    #[test]
    fn every_part_of_the_draws_is_written_as_serde_writes_it() {
        assert_eq!(written(0.459_960_937_5), "0.4599609375");
        for draws in 0..=u16::try_from(DRAWS).unwrap() {
            let value = f64::from(draws) / f64::from(u16::try_from(DRAWS).unwrap());
            assert!(part(value).is_some(), "{value}");
            for value in [value, -value, value / 2.0, value.next_up(), value + 1.0] {
                assert_eq!(written(value), serde_json::to_string(&value).unwrap());
            }
        }
        for other in [f64::NAN, f64::INFINITY, -f64::INFINITY, 1e300] {
            assert_eq!(written(other), serde_json::to_string(&other).unwrap());
        }
    }

    proptest! {
        #[test]
        fn every_number_is_written_as_serde_writes_it(value: f64, small in -2.0..2.0) {
            for value in [value, small] {
                prop_assert_eq!(written(value), serde_json::to_string(&value).unwrap());
            }
        }
    }
}
