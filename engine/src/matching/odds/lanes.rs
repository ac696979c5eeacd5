//! Many draws at once.

use wide::{f32x16, i32x16};

/// How many draws are worked on together.
pub(super) const LANES: usize = 16;

/// One number for each of the draws that are worked on together.
///
/// Single precision is a hundred thousand times finer than what a share of
/// [`DRAWS`](super::DRAWS) can tell, and half the work.
pub(super) type Lanes = f32x16;

/// A whole number for each of them.
pub(super) type IntLanes = i32x16;

/// -1 where the numbers are equal, 0 elsewhere.
pub(super) fn minus_equal(left: Lanes, right: Lanes) -> IntLanes {
    // Every bit is set where they are equal.
    bytemuck::cast(left.simd_eq(right))
}

/// How many times so many are ranked together.
pub(super) const BLOCKS: usize = 8;

/// One number for each of the draws that are ranked together.
pub(super) type DrawGroup = [Lanes; BLOCKS];

/// A number as the draws are worked out.
#[expect(clippy::cast_possible_truncation, reason = "draws are worked out in single precision")]
pub(super) fn single(value: f64) -> f32 {
    value as f32
}
