//! Every elementary function of the engine but the square root.
//!
//! The standard library takes them from the system, and systems differ in the
//! last digit. These come from the crate `libm`, so that the same answers give
//! the same bytes everywhere. The square root is exact on every system.

/// The angle in radians, -π/2 to π/2, whose sine is `sine`, -1 to 1.
pub(crate) fn asin(sine: f64) -> f64 {
    libm::asin(sine)
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
