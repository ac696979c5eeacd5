//! Numbers of ten decimals, which fits are, written from a whole number.

use std::hint::select_unpredictable as select;

use wide::{u16x8, u32x4};

use crate::elementary::exactly;

/// How many units of ten decimals 1 is.
const ONE: u64 = 10_000_000_000;

/// From here on no number is written with an exponent.
const LEAST: u64 = ONE / 100;

/// As many units, and no more than two digits before the point.
const LIMIT: u64 = 100 * ONE;

/// Writes the text of `value` as `serde_json` writes it to the beginning of `place`, and gives its
/// length; `None` if it is not from 0.01 to below 100, has more than ten decimals, or fewer than
/// three.
///
/// The shortest text that is read back as a number is the decimal that it was rounded from, if
/// that has at most fifteen digits: no other one so short is as near.
#[expect(clippy::inline_always, reason = "it is built with the instructions of its caller")]
#[inline(always)]
pub(super) fn ten_decimals(value: f64, place: &mut [u8; 16]) -> Option<usize> {
    let units = nearest(value * 1e10);
    let is_it = (exactly(units) / 1e10).to_bits() == value.to_bits();
    let units =
        u64::try_from(units).ok().filter(|units| is_it && (LEAST..LIMIT).contains(units))?;
    let [head, tail] = eight_digits([units / 100_000_000, units % 100_000_000]);
    if tail == 0 {
        return None;
    }
    // Two digits, the point, and ten.
    let head = head >> 32;
    let head = (head & 0xffff) | ((head & 0xffff_0000) << 8);
    let digits = u128::from(head) | (u128::from(tail) << 40);
    let text = digits | 0x30_3030_3030_3030_3030_302e_3030;
    let length = 13 - (tail.leading_zeros() / 8) as usize;
    let is_short = units < 10 * ONE;
    *place = select(is_short, text >> 8, text).to_le_bytes();
    Some(length - usize::from(is_short))
}

/// A number below 10^15 plus a half, without what is behind the point.
#[expect(clippy::cast_possible_truncation, reason = "what is not in bounds is none of ours")]
fn nearest(value: f64) -> i64 {
    (value + 0.5) as i64
}

/// The eight digits of each of two numbers below 10^8, one a byte, the first in the lowest.
#[expect(clippy::inline_always, reason = "it is built with the instructions of its caller")]
#[inline(always)]
pub(super) fn eight_digits(numbers: [u64; 2]) -> [u64; 2] {
    // Halved three times: into fours of digits, into pairs, into digits. A multiplication and
    // a shift divide all parts at once.
    let fours = numbers.map(|number| (number / 10_000) | ((number % 10_000) << 32));
    let fours: u16x8 = bytemuck::cast(fours);
    let hundreds = fours.mul_keep_high(u16x8::splat(5_243)) >> 3_u32;
    let rest: u32x4 = bytemuck::cast(fours - hundreds * u16x8::splat(100));
    let pairs: u16x8 = bytemuck::cast(bytemuck::cast::<_, u32x4>(hundreds) | (rest << 16_u32));
    let tens = pairs.mul_keep_high(u16x8::splat(6_554));
    bytemuck::cast(tens | ((pairs - tens * u16x8::splat(10)) << 8_u32))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(value: f64) -> Option<String> {
        let mut place = [b'x'; 16];
        let length = ten_decimals(value, &mut place)?;
        Some(String::from_utf8(place[..length].to_vec()).unwrap())
    }

    #[test]
    fn most_fits_are_written_so() {
        for (value, written) in [
            (90.598_635_369_1, Some("90.5986353691")),
            (58.776_256_894, Some("58.776256894")),
            (0.144_738_915_6, Some("0.1447389156")),
            (0.01, None),
            (0.010_000_000_1, Some("0.0100000001")),
            (9.999_999_999_9, Some("9.9999999999")),
            (99.999_999_999_9, Some("99.9999999999")),
            (12.003, Some("12.003")),
            (0.0, None),
            (50.0, None),
            (100.0, None),
            (100.000_000_1, None),
            (-1.234, None),
            (1.0 / 3.0, None),
            (f64::NAN, None),
            (f64::INFINITY, None),
        ] {
            assert_eq!(text(value).as_deref(), written, "{value}");
        }
    }

    #[test]
    fn eight_digits_are_taken_apart() {
        // Each four of digits in either half.
        for four in 0..10_000 {
            for number in [four, four * 10_000, four * 10_001] {
                let other = 99_999_999 - number;
                let text = eight_digits([number, other]).map(|digits| {
                    String::from_iter(digits.to_le_bytes().map(|of| char::from(b'0' + of)))
                });
                assert_eq!(text, [format!("{number:08}"), format!("{other:08}")]);
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn whatever_is_written_serde_writes_the_same(
            units in prop_oneof![0_u64..=1_010_000_000_000, 0_u64..=100_000, 0_u64..=200_000_000],
            step in prop_oneof![Just(1), Just(10), Just(1_000), Just(10_000_000)],
            off in prop_oneof![4 => Just(0_i64), 1 => -3_i64..=3],
        ) {
            #[expect(clippy::cast_precision_loss, reason = "it is below 10^15")]
            let value = (units / step * step) as f64 / 1e10;
            let value = f64::from_bits(value.to_bits().saturating_add_signed(off));
            if let Some(text) = text(value) {
                prop_assert_eq!(text, serde_json::to_string(&value).unwrap());
            }
        }
    }
}
