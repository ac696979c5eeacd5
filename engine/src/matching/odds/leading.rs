//! Which roles lead.

use crate::catalogue::{Each, Role, RoleIx};

/// The share of draws that the leading roles hold together.
pub const LEADING_SHARE: f64 = 0.8;

/// The leading roles: the smallest set, taken by falling chance of being best,
/// that holds at least [`LEADING_SHARE`] of the draws. `ranked` are the roles
/// that can be matched, in the order in which equal chances go; `best` is the
/// chance of each role.
#[must_use]
pub fn leading(ranked: &[RoleIx], best: &Each<Role, f64>) -> Vec<RoleIx> {
    let mut roles = ranked.to_vec();
    roles.sort_by(|left, right| best[*right].total_cmp(&best[*left]));
    let mut held = 0.0;
    let enough = roles.iter().position(|role| {
        held += best[*role];
        // Parts of draws add up to whole ones but for rounding.
        held >= LEADING_SHARE - 1e-12
    });
    roles.truncate(enough.map_or(roles.len(), |last| last + 1));
    roles
}
