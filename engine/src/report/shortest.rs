//! Similarities as the shortest decimal that is read back as the same number, found with whole
//! numbers alone.
//!
//! A number is m / 2^e with a whole m of 53 bits, and stands for all numbers less than half a step
//! of m away. Times a power of ten it is a whole number over 2^e, which can be compared with every
//! decimal without rounding anything.

// Which of two it is nothing foretells, so no branch is to guess it.
use std::hint::select_unpredictable as select;

use super::decimal::eight_digits;

/// Writes the text of `value` as `serde_json` writes it to the beginning of `place`, and gives its
/// length; `None` if it is not from 0.01 to below 1 either way, or one of the few numbers between
/// which and the next the steps differ, or that stand in the middle between two decimals.
#[expect(clippy::inline_always, reason = "it is built with the instructions of its caller")]
#[inline(always)]
pub(super) fn shortest(value: f64, place: &mut [u8; 32]) -> Option<usize> {
    let size = value.abs();
    if !(0.01..1.0).contains(&size) {
        return None;
    }
    let digits = seventeen_digits(size)?;
    let (first, rest) = (digits / 10_000_000_000_000_000, digits % 10_000_000_000_000_000);
    let [high, low] = eight_digits([rest / 100_000_000, rest % 100_000_000]);
    let zeros = select(low == 0, 8 + high.leading_zeros() / 8, low.leading_zeros() / 8);
    let is_small = size < 0.1;
    let before = select(
        is_small,
        u64::from_le_bytes(*b"-0.00\0\0\0") | (first << 32),
        u64::from_le_bytes(*b"-0.0\0\0\0\0") | (first << 24),
    );
    // The sign is left out by a shift.
    let is_above = usize::from(value > 0.0);
    let length = 4 + usize::from(is_small) - is_above;
    let zero = u64::from_le_bytes([b'0'; 8]);
    // Halves that are written apart need not wait for each other.
    *place.first_chunk_mut()? = (before >> (8 * is_above)).to_le_bytes();
    *place.get_mut(length..)?.first_chunk_mut()? = (high | zero).to_le_bytes();
    *place.get_mut(length + 8..)?.first_chunk_mut()? = (low | zero).to_le_bytes();
    Some(length + 16 - zeros as usize)
}

/// The shortest decimal for `size`, from 0.01 to below 1, as a whole number of seventeen digits
/// behind the point and the zeros that follow it.
#[inline]
fn seventeen_digits(size: f64) -> Option<u64> {
    const FRACTION: u64 = (1 << 52) - 1;
    let bits = size.to_bits();
    if bits & FRACTION == 0 {
        return None;
    }
    let (mantissa, e) = ((bits & FRACTION) | (FRACTION + 1), 1_075 - (bits >> 52));
    let power = select(size < 0.1, 1_000_000_000_000_000_000, 100_000_000_000_000_000);
    let exact = u128::from(mantissa) * u128::from(power);
    // The low 64 bits hold all that is less than 1: e is 59 at the most.
    #[expect(clippy::cast_possible_truncation, reason = "it is below 10^17, or masked")]
    let (whole, below) = ((exact >> e) as u64, exact as u64 & ((1 << e) - 1));
    // Where more than ten decimals of seventeen digits would do, begin with sixteen.
    let are_many = power > 10 << e;
    let (tenth, last) = (whole / 10, whole % 10);
    let found = nearest(
        select(are_many, tenth, whole),
        select(are_many, (last << e) | below, below),
        select(are_many, 10 << e, 1 << e),
        power / 2,
    )?;
    let digits = found * select(are_many, 10, 1);
    (digits < 100_000_000_000_000_000).then_some(digits)
}

/// Of the numbers no more than `half` away from `whole` and `below` / `step`, a multiple of ten, or
/// else the nearest; `None` if there are two.
#[inline]
fn nearest(whole: u64, below: u64, step: u64, half: u64) -> Option<u64> {
    let last = whole % 10;
    let behind_ten = last * step + below;
    let is_next = 10 * step - behind_ten < half;
    let is_ten = (behind_ten < half) | is_next;
    if select(is_ten, false, 2 * below == step) {
        return None;
    }
    let to_add = select(is_ten, 10 * u64::from(is_next), last + u64::from(2 * below > step));
    Some(whole - last + to_add)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn text(value: f64) -> Option<String> {
        let mut place = [b'x'; 32];
        let length = shortest(value, &mut place)?;
        Some(String::from_utf8(place[..length].to_vec()).unwrap())
    }

    #[test]
    fn most_similarities_are_written_so() {
        for (value, written) in [
            (0.453_519_781_640_111_1, Some("0.4535197816401111")),
            (-0.096_397_956_136_228_37, Some("-0.09639795613622837")),
            (0.145_284_873_755_821_53, Some("0.14528487375582153")),
            (0.3, Some("0.3")),
            (-0.75, Some("-0.75")),
            (0.01, Some("0.01")),
            (0.1, Some("0.1")),
            (0.999_999_999_999_999_9, Some("0.9999999999999999")),
            (0.5, None),
            (1.0, None),
            (0.0, None),
            (0.009, None),
            (f64::NAN, None),
        ] {
            assert_eq!(text(value).as_deref(), written, "{value}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn whatever_is_written_serde_writes_the_same(
            any in -1.0..1.0,
            small in -0.1..0.1,
            (short, decimals) in (1_u64..100_000_000_000_000_000, 0_u32..17),
            (dyadic, power) in (1_u32..4_000_000_000, 1_u32..50),
            off in -2_i64..=2,
        ) {
            let short = format!("{}e-{}", short / 10_u64.pow(decimals), 17 - decimals);
            let short: f64 = short.parse().unwrap();
            #[expect(clippy::cast_precision_loss, reason = "it is a power of two")]
            let dyadic = f64::from(dyadic) / (1_u64 << power) as f64;
            for value in [any, small, short, dyadic.fract()] {
                let value = f64::from_bits(value.to_bits().saturating_add_signed(off));
                if let Some(text) = text(value) {
                    prop_assert_eq!(text, serde_json::to_string(&value).unwrap());
                }
            }
        }
    }
}
