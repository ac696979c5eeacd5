//! Every elementary function of the engine but the square root.
//!
//! The standard library takes them from the system, and systems differ in the
//! last digit. These come from the crate `libm`, so that the same answers give
//! the same bytes everywhere. The square root is exact on every system.

use wide::f64x4;

/// The angle in radians, -π/2 to π/2, whose sine is `sine`, -1 to 1.
pub(crate) fn asin(sine: f64) -> f64 {
    libm::asin(sine)
}

/// The whole number nearest to `value`, which is no larger than 10^15 either way; halves go away
/// from 0. It is what the standard library's `round` gives, which is a call on many systems.
#[expect(clippy::cast_possible_truncation, reason = "it is in bounds")]
pub(crate) fn nearest_whole(value: f64) -> i64 {
    let whole = value as i64;
    let rest = value - exactly(whole);
    whole + i64::from(rest >= 0.5) - i64::from(rest <= -0.5)
}

/// A whole number of no more than 10^15 either way.
#[expect(clippy::cast_precision_loss, reason = "it is in bounds")]
pub(crate) fn exactly(whole: i64) -> f64 {
    whole as f64
}

/// The same of four values, each no larger than 10^15 either way.
pub(crate) fn nearest_wholes(values: f64x4) -> f64x4 {
    // Added to 2^52 a fraction is rounded, and a half to the even number.
    let no_fractions = f64x4::splat(4_503_599_627_370_496.0);
    let size = values.abs();
    let even = (size + no_fractions) - no_fractions;
    let whole = even + ((size - even).simd_ge(f64x4::HALF) & f64x4::ONE);
    // 0 has no sign.
    values.simd_lt(f64x4::ZERO).select(-whole, whole) + f64x4::ZERO
}

/// e to the power of `exponent`.
pub(crate) fn exp(exponent: f64) -> f64 {
    libm::exp(exponent)
}

/// The natural logarithm of `number`, which is above 0.
pub(crate) fn ln(number: f64) -> f64 {
    libm::log(number)
}

/// The natural logarithm of the gamma function of `number`, which is above 0.
pub(crate) fn ln_gamma(number: f64) -> f64 {
    libm::lgamma(number)
}

/// `base`, 0 or more, to the power of `exponent`.
pub(crate) fn pow(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

/// 1 - erf(`value`), the complementary error function.
pub(crate) fn erfc(value: f64) -> f64 {
    libm::erfc(value)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]
        #[test]
        fn the_nearest_whole_number_is_what_round_gives(
            value in prop_oneof![-1e15..1e15, -100.0..100.0, -1.0..1.0],
            halves in -2_000_000_i64..2_000_000,
            off in -2_i64..=2,
        ) {
            let near = (exactly(halves) / 2.0).to_bits().saturating_add_signed(off);
            for value in [value, f64::from_bits(near)] {
                prop_assume!(value.is_finite());
                let (found, expected) = (exactly(nearest_whole(value)), value.round() + 0.0);
                prop_assert_eq!(found.to_bits(), expected.to_bits(), "{}", value);
                let four = nearest_wholes(f64x4::from([value, 0.5, -0.2, -2.5]));
                prop_assert_eq!(four.to_array().map(f64::to_bits), [found, 1.0, 0.0, -3.0].map(f64::to_bits));
            }
        }
    }
}
