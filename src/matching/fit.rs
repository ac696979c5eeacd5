//! A similarity as a percentage that people can read.

use statrs::function::beta::checked_beta_reg;

/// The share of unrelated random profiles that agree less than `similarity`
/// (-1 to 1) does, over `measured` interests (3 or more): 0 to 100.
///
/// A correlation of unrelated profiles over M interests is distributed as
/// 2B - 1 with B from Beta(a, a), a = (M - 2) / 2. With M = 6 the cut-offs that
/// secondary sources give for the O*NET Interest Profiler, r = .729 and .608,
/// are the 95 % and 90 % points of it.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "there are at most 64 interests")]
pub fn fit(similarity: f64, measured: usize) -> f64 {
    let shape = (measured.max(3) - 2) as f64 / 2.0;
    let place = f64::midpoint(1.0, similarity).clamp(0.0, 1.0);
    // Both arguments are in range, so there is always a value.
    100.0 * checked_beta_reg(shape, shape, place).map_or(place, |share| share.clamp(0.0, 1.0))
}

/// A fit in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
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
