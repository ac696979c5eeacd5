//! A similarity as a percentage that people can read.

use std::f64::consts::FRAC_PI_2;

use wide::f64x4;

use crate::elementary::{asin, exactly, nearest_whole, nearest_wholes};

/// The share of unrelated random profiles that agree less than `similarity`
/// (-1 to 1) does, over `measured` interests (3 or more) with which at most
/// `reachable` (0 to 1) could have come out: 0 to 100.
///
/// What was not measured says nothing for a role or against it, so it is the
/// agreement on the measured interests, similarity / reachable, that counts.
///
/// A correlation r of unrelated profiles over M interests is distributed as
/// 2B - 1 with B from Beta(a, a), a = (M - 2) / 2; that is to say, r √ν / √(1 - r²)
/// is Student's t with ν = M - 2 degrees of freedom, whose distribution is a
/// finite sum (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4, with sin θ = r).
/// With M = 6 the cut-offs that secondary sources give for the O*NET Interest
/// Profiler, r = .729 and .608, are the 95 % and 90 % points of it.
///
/// ```
/// use rolefit_engine::matching::{Band, fit};
///
/// // The cut-offs of the O*NET Interest Profiler, which has six interests.
/// assert!((fit(0.729, 1.0, 6) - 95.0).abs() < 0.05);
/// assert!((fit(0.608, 1.0, 6) - 90.0).abs() < 0.05);
/// assert_eq!(Band::of(fit(0.0, 1.0, 6)), Band::Fair);
/// ```
#[must_use]
pub fn fit(similarity: f64, reachable: f64, measured: usize) -> f64 {
    let sine = if reachable > 0.0 { (similarity / reachable).clamp(-1.0, 1.0) } else { 0.0 };
    let freedom = u32::try_from(measured.max(3) - 2).unwrap_or(u32::MAX);
    let squared_cosine = 1.0 - sine * sine;
    // 1 + b₁ cos² θ + b₂ cos⁴ θ + …, where each b is the one before times k / (k + 1).
    let (mut term, mut sum) = (1.0, 1.0);
    let (mut k, last) = (f64::from(1 + freedom % 2), f64::from(freedom) - 1.0);
    while k < last {
        term *= squared_cosine * k / (k + 1.0);
        sum += term;
        k += 2.0;
    }
    let within = match freedom {
        1 => asin(sine) / FRAC_PI_2,
        _ if freedom % 2 == 1 => (asin(sine) + sine * squared_cosine.sqrt() * sum) / FRAC_PI_2,
        _ => sine * sum,
    };
    // To ten decimals: no band may hang on what rounding alone sets apart.
    exactly(nearest_whole((50.0 * (1.0 + within)).clamp(0.0, 100.0) * 1e10)) / 1e10
}

/// The same for four similarities, each -1 to 1, over an even number of `measured` interests (4 or
/// more), with which each could have come out at 1: to the last digit what [`fit`] gives.
pub(super) fn fits(similarities: f64x4, measured: usize) -> f64x4 {
    let freedom = u32::try_from(measured.max(3) - 2).unwrap_or(u32::MAX);
    let one = f64x4::splat(1.0);
    let squared_cosine = one - similarities * similarities;
    let (mut term, mut sum) = (one, one);
    for k in (1..freedom - 1).step_by(2) {
        let times = squared_cosine * f64x4::splat(f64::from(k));
        // The same as to divide, and sooner done, where it is a half, a quarter, and so on.
        term *= match power_of_half(k + 1) {
            Some(part) => times * f64x4::splat(part),
            None => times / f64x4::splat(f64::from(k + 1)),
        };
        sum += term;
    }
    let percent = f64x4::splat(50.0) * (one + similarities * sum);
    let percent = percent.fast_max(f64x4::splat(0.0)).fast_min(f64x4::splat(100.0));
    let units = f64x4::splat(1e10);
    nearest_wholes(percent * units) / units
}

/// 1 / `number`, if that is a power of two.
fn power_of_half(number: u32) -> Option<f64> {
    let power = u64::from(number.trailing_zeros());
    number.is_power_of_two().then(|| f64::from_bits((1_023 - power) << 52))
}

/// A fit in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schemars", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Band {
    /// 95 or more.
    Strong,
    /// 90 or more.
    Good,
    /// 50 or more.
    Fair,
    /// Below 50: unrelated profiles agree more often than not.
    Weak,
}

impl Band {
    /// The band of a fit from 0 to 100.
    #[must_use]
    pub fn of(fit: f64) -> Self {
        if fit >= 95.0 {
            Self::Strong
        } else if fit >= 90.0 {
            Self::Good
        } else if fit >= 50.0 {
            Self::Fair
        } else {
            Self::Weak
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn four_fits_are_those_of_each(
            similarities in [-1.0..=1.0, -1.0..=1.0, -1e-9..=1e-9, 0.999..=1.0],
            half in 2_usize..33,
        ) {
            for ends in [similarities, similarities.map(f64::round)] {
                let found = fits(f64x4::from(ends), 2 * half).to_array();
                let each = ends.map(|similarity| fit(similarity, 1.0, 2 * half));
                prop_assert_eq!(found.map(f64::to_bits), each.map(f64::to_bits));
            }
        }
    }
}
