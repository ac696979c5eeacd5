//! Standard normal deviates that are the same on every system.
//!
//! The ziggurat of Marsaglia and Tsang (2000, doi 10.18637/jss.v005.i08) in the
//! form of Doornik (2005, "An improved ziggurat method to generate normal random
//! samples"), as the crate `rand_distr` has it. That crate takes its exponential
//! and its logarithm from the system as soon as any crate of the build asks
//! `num-traits` for the standard library.

use std::sync::LazyLock;

use rand::Rng;

use crate::elementary::{exp, ln};

/// How many layers of equal area lie under the density.
const LAYERS: usize = 256;

/// Where the tail of the lowest layer begins.
const TAIL: f64 = 3.654_152_885_361_009;

/// The area of a layer.
const AREA: f64 = 0.004_928_673_233_99;

static ZIGGURAT: LazyLock<[Layer; LAYERS]> = LazyLock::new(ziggurat);

/// A layer under the density, from the lowest, which is the widest.
#[derive(Debug, Clone, Copy, Default)]
struct Layer {
    /// How wide it is.
    width: f64,
    /// How wide the next is; all that far from the middle lies under the density.
    inside: f64,
    /// The density at its width.
    bottom: f64,
    /// The density at the width of the next.
    top: f64,
}

/// The next value of Normal(0, 1).
pub(crate) fn deviate(rng: &mut impl Rng) -> f64 {
    loop {
        let bits = rng.next_u64();
        let side = number(bits >> 12, 2.0) - 3.0;
        let [which, ..] = bits.to_le_bytes();
        #[expect(clippy::indexing_slicing, reason = "a byte is below the number of layers")]
        let layer = &ZIGGURAT[usize::from(which)];
        let value = side * layer.width;
        if value.abs() < layer.inside {
            return value;
        }
        if which == 0 {
            return if side < 0.0 { -tail(rng) } else { tail(rng) };
        }
        if layer.top + (layer.bottom - layer.top) * share(rng) < density(value) {
            return value;
        }
    }
}

/// A value of Normal(0, 1) from the tail (Marsaglia 1964).
fn tail(rng: &mut impl Rng) -> f64 {
    loop {
        let beyond = -ln(open_share(rng)) / TAIL;
        if -2.0 * ln(open_share(rng)) >= beyond * beyond {
            return TAIL + beyond;
        }
    }
}

/// Proportional to the density of Normal(0, 1).
fn density(value: f64) -> f64 {
    exp(-value * value / 2.0)
}

fn ziggurat() -> [Layer; LAYERS] {
    let mut layers = [Layer::default(); LAYERS];
    let (mut width, mut inside) = (AREA / density(TAIL), TAIL);
    for (layer, left) in layers.iter_mut().zip((0..LAYERS).rev()) {
        *layer = Layer { width, inside, bottom: density(width), top: density(inside) };
        width = inside;
        inside = if left > 1 { (-2.0 * ln(AREA / width + density(width))).sqrt() } else { 0.0 };
    }
    layers
}

/// Uniform on [0, 1).
#[expect(clippy::cast_precision_loss, reason = "53 bits are as many as fit")]
fn share(rng: &mut impl Rng) -> f64 {
    (rng.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
}

/// Uniform on (0, 1).
fn open_share(rng: &mut impl Rng) -> f64 {
    number(rng.next_u64() >> 12, 1.0) - (1.0 - f64::EPSILON / 2.0)
}

/// The number of these 52 bits between `least`, a power of two, and twice that.
fn number(bits: u64, least: f64) -> f64 {
    f64::from_bits(bits | least.to_bits())
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_chacha::ChaCha8Rng;
    use rand_distr::{Distribution, StandardNormal};

    use super::deviate;

    #[test]
    fn the_deviates_are_those_of_rand_distr() {
        let (mut ours, mut theirs) = (ChaCha8Rng::seed_from_u64(1), ChaCha8Rng::seed_from_u64(1));
        for _ in 0..1_000_000 {
            let expected: f64 = StandardNormal.sample(&mut theirs);
            let found = deviate(&mut ours);
            assert!((found - expected).abs() <= 1e-15 * expected.abs(), "{found}, not {expected}");
        }
    }
}
