//! Parts of the draws as JSON. They end after few digits, which are told without a search for
//! the shortest number; any other number is written like all numbers.

use std::io::{self, Write};

use super::brief_text::json;
use crate::matching::DRAWS;

/// After so many digits a part of the draws ends.
const DIGITS: usize = DRAWS.ilog2() as usize;

/// All draws.
const ALL: u64 = DRAWS as u64;

/// Writes a number as `serde_json` writes it: quickly where it is a part of the draws.
pub(super) fn fraction(value: f64, to: &mut impl Write) -> io::Result<()> {
    let Some(draws) = draws(value.abs()).filter(|draws| *draws > 0 || value.is_sign_positive())
    else {
        return json(&value, to);
    };
    if value < 0.0 {
        to.write_all(b"-")?;
    }
    if draws.is_multiple_of(ALL) {
        return to.write_all(if draws == 0 { b"0.0" } else { b"1.0" });
    }
    let mut text = [b'0'; 2 + DIGITS];
    text[1] = b'.';
    let mut rest = draws;
    for place in text.iter_mut().skip(2) {
        let [digit, ..] = (rest * 10 / ALL).to_le_bytes();
        *place += digit;
        rest = rest * 10 % ALL;
    }
    // Each time that two divides the draws, a digit less is needed.
    let zeros = draws.trailing_zeros() as usize;
    to.write_all(text.get(..text.len() - zeros).unwrap_or(&text))
}

/// How many draws a number is, from 0 to all; `None` if it is no such part of them.
fn draws(value: f64) -> Option<u64> {
    #[expect(clippy::cast_precision_loss, reason = "there are few draws")]
    let all = DRAWS as f64;
    let draws = value * all;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "what is no whole number of draws is another number then"
    )]
    let whole = draws as u32;
    (draws <= all && f64::from(whole).total_cmp(&draws).is_eq()).then_some(whole.into())
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
            assert!(super::draws(value).is_some(), "{value}");
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
